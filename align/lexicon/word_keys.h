// Which forms of a language count as one word in a lexicon.
#ifndef TARAZ_ALIGN_LEXICON_WORD_KEYS_H_
#define TARAZ_ALIGN_LEXICON_WORD_KEYS_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace taraz {

// A distinct word of running text and its evidence.
struct SurfaceForm {
  std::string text;       // folded
  double count = 0.0;     // occurrences
  bool headword = false;  // a word list has it: never merged into another word
};

struct WordKeys {
  std::vector<std::string> keys;  // distinct
  std::vector<WordId> key_of;     // of each surface form, index into keys
};

// A form is merged into the first of its stems that is a key, if it is no headword and a stem is well
// attested beside it (its count at least half of the form's, or only sure affixes come off). The same
// look-up, Lexicon::find_stem, finds the key of each form again. O(n log n).
WordKeys choose_keys(std::string_view language, const std::vector<SurfaceForm>& forms);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_WORD_KEYS_H_
