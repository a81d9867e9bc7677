// What is the same in every language because it is written the same: URLs, e-mail addresses, phone numbers,
// hashtags, Latin words in Arabic-script text; and what has a counterpart: quotations, references to parts of
// a text.
#ifndef TARAZ_ALIGN_ANCHORS_PATTERN_FINDER_H_
#define TARAZ_ALIGN_ANCHORS_PATTERN_FINDER_H_

#include <string_view>
#include <vector>

#include "align/anchors/anchor.h"
#include "align/anchors/anchor_finder.h"
#include "text/words.h"

namespace taraz {

// Appends URLs (value: as written, without closing punctuation), e-mail addresses (lower case), phone numbers
// ("+" and digits), hashtags (folded, without #), Latin words in text of a language in Arabic script (folded)
// and quotations (the folded text inside; at most 600 bytes long), by begin. O(text).
void find_patterns(std::string_view text, const Words& words, const AnchorOptions& options,
                   std::vector<Anchor>& out);

// Appends references: "Article 12", «ماده ۱۲», «سوره 2 آیه 255»; value "article:12". `anchors` holds the
// segment's numbers (spelled ones count: «فصل سوم»). O(words).
void find_references(std::string_view text, const Words& words, const AnchorOptions& options,
                     const std::vector<Anchor>& anchors, std::size_t first, std::vector<Anchor>& out);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_PATTERN_FINDER_H_
