// Light stems of folded words: affixes that do not change what a word means are taken off, from the most to
// the least trustworthy reading. Whoever has a list of known words takes the first stem that is on it, so
// that no reading is forced on an unknown word.
#ifndef TARAZ_ALIGN_LEXICON_STEM_H_
#define TARAZ_ALIGN_LEXICON_STEM_H_

#include <string>
#include <string_view>
#include <vector>

namespace taraz {

// Candidate stems of a folded word (text/fold.h), best first, without the word itself; none for other
// languages than fa, ar and en. At most about 30. Rules and their order: data/lexicon/affixes.LANG.tsv.
void stems(std::string_view language, std::string_view folded, std::vector<std::string>& out);

// The stem of a word nothing is known about: only affixes that are hardly ever part of a stem are taken off
// (article, plural, possessive). Equal to the word itself where in doubt.
std::string plain_stem(std::string_view language, std::string_view folded);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_STEM_H_
