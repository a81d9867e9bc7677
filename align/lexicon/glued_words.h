// Words written together that the lexicon knows only apart: a lost space or ZWNJ.
#ifndef TARAZ_ALIGN_LEXICON_GLUED_WORDS_H_
#define TARAZ_ALIGN_LEXICON_GLUED_WORDS_H_

#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace taraz {

// The known words that a folded word of Persian or Arabic is glued from, the likeliest reading: two or three that
// cover it, or of 15 letters and more any number that cover most of it (text that lost its spaces). Empty when there
// are none. Call it only for words that the lexicon does not know. O(length) look-ups, at most 14 for every letter.
std::vector<WordId> glued_words(const Lexicon& lexicon, Side side, std::string_view folded);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_GLUED_WORDS_H_
