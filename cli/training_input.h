// What `taraz train` learns from: pairs of texts and word lists in several shapes.
#ifndef TARAZ_CLI_TRAINING_INPUT_H_
#define TARAZ_CLI_TRAINING_INPUT_H_

#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

#include "align/lexicon/dictionary.h"
#include "text/language.h"

namespace taraz::cli {

struct LanguagePair {
  Language first, second;
};

// "en,fa". Throws UsageError naming `option` unless there are two different languages.
LanguagePair parse_language_pair(std::string_view word, std::string_view option);

// Takes (source, text in the first language, text in the second).
using TakePair = std::function<void(std::string_view, std::string_view, std::string_view)>;

// Hands over (source, text in languages.first, text in languages.second) of every unit of `word`, which is
// FILE or LANG,LANG=FILE. TSV with a header of language tags: by its columns. TSV without: the two last of
// two or three cells, `source` the first of three. Throws FormatError, UsageError (the languages are not
// there).
void read_training_pairs(const std::string& word, const LanguagePair& languages, std::istream& standard_input,
                         const TakePair& take);

// A word list in the order of `languages`; `word` as above.
Dictionary read_dictionary(const std::string& word, const LanguagePair& languages,
                           std::istream& standard_input);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_TRAINING_INPUT_H_
