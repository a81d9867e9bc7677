// What a line is by its look and its words: list item, table row, boilerplate.
#ifndef TARAZ_SEGMENT_LINE_KINDS_H_
#define TARAZ_SEGMENT_LINE_KINDS_H_

#include <span>
#include <string_view>

#include "segment/lines.h"

namespace taraz {

// Sets Line::kind of every line. A line is judged by itself, words of data/segment/boilerplate.tsv only on
// lines of at most 160 columns. REQUIRES: the lines are those of `text`. O(bytes). Throws FormatError when
// the table is broken.
void set_line_kinds(std::string_view text, std::span<Line> lines);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_LINE_KINDS_H_
