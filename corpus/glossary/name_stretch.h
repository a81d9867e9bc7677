// Where a name is heard in a text of another script.
#ifndef TARAZ_CORPUS_GLOSSARY_NAME_STRETCH_H_
#define TARAZ_CORPUS_GLOSSARY_NAME_STRETCH_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/anchors/name_similarity.h"
#include "corpus/glossary/term_text.h"

namespace taraz {

// Words [begin, end) of a text that sound like the name.
struct NameStretch {
  std::uint32_t begin = 0, end = 0;
  float evidence = 0.0F;       // nats, name_similarity.h
  bool copied = false;         // written in the script of the name
  std::size_t proclitics = 0;  // code points of the first word that are Arabic proclitics and not the name
};

class SoughtName {
 public:
  // Nats from which a stretch of a sentence is the name, for each word of the name the second more: a random
  // stretch of a few dozen is there about once in 50 sentences.
  static constexpr float kHeard = 8.0F, kHeardWord = 4.0F;

  SoughtName(std::string_view name, const Language& language);

  // The stretch of `text` that spells an acronym ("سي إن إن", data/corpus/letter_names.tsv), sounds most
  // like the name, or is written the same; nothing below kHeard.
  // `words` are the TermWords of `text`, which is in `language`. O(words * length of the name), some 30 us.
  std::optional<NameStretch> heard_in(std::string_view text, const std::vector<TermWord>& words,
                                      const Language& language) const;

 private:
  std::string folded_;   // without spaces
  std::string acronym_;  // its capital letters; empty for other names
  std::size_t words_ = 1;
  NameKey key_;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_NAME_STRETCH_H_
