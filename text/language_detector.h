// Which language is this? Script first, then character n-grams of folded text among the languages of that
// script.
#ifndef TARAZ_TEXT_LANGUAGE_DETECTOR_H_
#define TARAZ_TEXT_LANGUAGE_DETECTOR_H_

#include <string_view>
#include <vector>

#include "text/language.h"

namespace taraz {

// All functions REQUIRE valid UTF-8, read data/language/*.tsv on first use (and throw FormatError when a
// table of
// --data is broken), look at 32 KiB at most, taken from all over the text, and are thread-safe.

struct LanguageGuess {
  Language language;
  double certainty = 0.0;  // 0..1, among the known languages
};

// The languages of the script most letters belong to, the most certain first; equal ones by tag. Empty when
// there is no letter. Persian typed with the Arabic letters for yeh and kaf, or without ZWNJ, is Persian.
std::vector<LanguageGuess> guess_languages(std::string_view text);

// The language, or an unknown one when the text says too little: too short, of two scripts in equal parts, or
// like none of the languages known. Known: fa ar ur ckb ps sd, en de fr es it pt nl sv pl tr id, ru uk bg,
// and by script alone he el hy ka th ko ja zh hi.
Language detect_language(std::string_view text);

// How much the words of `text` look like words of some known language: mean ln p per letter under the best
// model of each script, about -2 for text, below -3.5 for words in a wrong decoding; -16 when there is no
// letter.
double plausibility(std::string_view text);

}  // namespace taraz

#endif  // TARAZ_TEXT_LANGUAGE_DETECTOR_H_
