// Units in which a term is not translated as the glossary says.
#ifndef TARAZ_CORPUS_GLOSSARY_TERM_CHECK_H_
#define TARAZ_CORPUS_GLOSSARY_TERM_CHECK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "corpus/glossary/concept.h"
#include "corpus/translation_unit.h"
#include "text/words.h"

namespace taraz {

// A term of a concept in a text, whatever its form: inflected, with article, proclitics or another spelling.
struct TermFinding {
  const Concept* entry = nullptr;
  ByteSpan span;         // of the source text
  std::string expected;  // the translations that are approved, joined by " | "
};

// Looks for terms of a glossary in texts. Two words are forms of one when they fold alike or share a light
// stem (align/lexicon/stem.h); a Latin name is no form of what it could be stemmed to ("Nationals" of
// "National"), an acronym stands in capitals ("US", not "us"). Persian plural endings may stand apart. Keeps
// pointers to the concepts. Const calls are thread-safe.
class TermChecker {
 public:
  TermChecker(const std::vector<Concept>& concepts, const Language& source, const Language& target);

  // Concepts whose source term is in `source` and none of whose target terms is in `target`; the longest
  // terms first, a term inside another one that was found is not looked at. O(words) look-ups.
  std::vector<TermFinding> missing(std::string_view source, std::string_view target) const;

 private:
  struct Form {
    std::vector<std::vector<std::string>> words;  // each word with its stems
    const Concept* entry;
    bool capitals;  // an acronym
  };
  static std::vector<std::string> stems_of(const Language& language, std::string_view folded);
  static bool stands_at(const std::vector<std::vector<std::string>>& term,
                        const std::vector<std::vector<std::string>>& text, std::size_t at);
  // `name`: Latin words without their stems.
  std::vector<std::vector<std::string>> read(const Language& language, std::string_view text,
                                             std::vector<ByteSpan>* spans, bool name = false) const;

  Language source_, target_;
  std::unordered_map<std::string, std::vector<Form>> by_first_;  // source forms by a stem of their first word
  std::unordered_map<const Concept*, std::vector<std::vector<std::vector<std::string>>>> targets_;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_TERM_CHECK_H_
