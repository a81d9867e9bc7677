// In how many texts a sequence of words stands.
#ifndef TARAZ_CORPUS_GLOSSARY_SEQUENCE_INDEX_H_
#define TARAZ_CORPUS_GLOSSARY_SEQUENCE_INDEX_H_

#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "corpus/glossary/term_text.h"

namespace taraz {

// Keeps a reference to the texts. Const calls are thread-safe.
class SequenceIndex {
 public:
  explicit SequenceIndex(const std::vector<std::vector<TermWord>>& texts);
  // Texts in which the keys stand one after the other, no mark between. O(places of the rarest key).
  std::uint32_t texts_with(std::span<const std::uint32_t> keys) const;

 private:
  struct Place {
    std::uint32_t text, word;
  };
  const std::vector<std::vector<TermWord>>& texts_;
  std::unordered_map<std::uint32_t, std::vector<Place>> places_;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_SEQUENCE_INDEX_H_
