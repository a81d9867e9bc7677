// Cleaning of parallel text before a lexicon is learned from it: much of it is messages of programs.
#ifndef TARAZ_ALIGN_LEXICON_TRAINING_TEXT_H_
#define TARAZ_ALIGN_LEXICON_TRAINING_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace taraz {

// `text` without what is not language: mark-up <...>, {{...}}, placeholders %s %(name)d $1 {name} {0},
// escapes \n, entities &amp;, addresses, and the marks of keyboard shortcuts (&File, _File, "(_F)" after a
// word). Each becomes a space or nothing, so that words stay whole. REQUIRES: valid UTF-8. O(n).
std::string without_codes(std::string_view text);

// The folded words of letters of `text` in the script of the language (Arabic script for fa and ar, anything
// else for others). `share` gets the share of those among all words of letters, 1 when there are none.
std::vector<std::string> training_words(std::string_view language, std::string_view text, double& share);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_TRAINING_TEXT_H_
