// Names in a text: those the gazetteer knows, and words that must be names by how they stand.
#ifndef TARAZ_ALIGN_ANCHORS_NAME_FINDER_H_
#define TARAZ_ALIGN_ANCHORS_NAME_FINDER_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "align/anchors/anchor.h"
#include "text/language.h"
#include "text/words.h"

namespace taraz {

// Appends the names of one segment in the order of their spans.
//  * known names, the longest first, also behind proclitics (وإيران), before 's, plural and ezafe endings;
//  the span is the
//    name alone; value: the id; several ids for one form are several readings.
//  * Latin script: other words with a capital letter, unless they are no names
//  (data/anchors/names/not_names.tsv); at the
//    beginning of a segment with a low certainty. Arabic script: words after titles and given names.
//    Value: name_skeleton().
// REQUIRES: words of text. O(words). Thread-safe. Throws FormatError when a table is broken.
void find_names(std::string_view text, const Words& words, const Language& language,
                std::vector<Anchor>& out);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_NAME_FINDER_H_
