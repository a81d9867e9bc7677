// Words that tell nothing of what a text is about.
#ifndef TARAZ_ALIGN_PASSAGES_PLAIN_WORDS_H_
#define TARAZ_ALIGN_PASSAGES_PLAIN_WORDS_H_

#include <string>
#include <unordered_set>

#include "text/language.h"

namespace taraz {

// Function words of a language, which tell little, and its words for numbers, months and times, which anchors
// tell better. Folded; empty for languages without tables.
struct PlainWords {
  std::unordered_set<std::string> function, time;
};

// From data/corpus/stopwords.LANG.tsv and data/anchors. O(tables).
PlainWords plain_words(const Language& language);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_PLAIN_WORDS_H_
