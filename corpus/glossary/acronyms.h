// Where a text says what an acronym stands for: "National Council of Resistance of Iran (NCRI)".
#ifndef TARAZ_CORPUS_GLOSSARY_ACRONYMS_H_
#define TARAZ_CORPUS_GLOSSARY_ACRONYMS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/glossary/bilingual_words.h"
#include "corpus/glossary/name_runs.h"

namespace taraz {

struct AcronymDefinition {
  Occurrence expansion;
  std::uint32_t acronym = 0;  // the word that is the acronym, of the same text
};

// All of them, by text and place. In Latin letters the expansion is the fewest words before the bracket whose
// letters hold those of the acronym in order, the first at the start of a word (Schwartz and Hearst 2003); or
// words in a bracket after the acronym. Of several acronyms in one bracket ("PMOI / MEK") one has to be
// spelled. In Arabic script, where a Latin acronym has none of the letters, it is the words from the last
// edge word or mark on, six at most. O(words).
std::vector<AcronymDefinition> find_acronym_definitions(const LanguageTexts& texts);

// Where `acronym` (as it is written) stands in a bracket of at most a few words.
struct BracketedAcronym {
  std::uint32_t bracket = 0;  // the opening one
  std::uint32_t acronym = 0;
};
std::optional<BracketedAcronym> bracketed(const std::string& acronym, std::string_view text,
                                          const std::vector<TermWord>& words);

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_ACRONYMS_H_
