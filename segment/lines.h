// The lines of a text with what the paragraph rules ask about each.
#ifndef TARAZ_SEGMENT_LINES_H_
#define TARAZ_SEGMENT_LINES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace taraz {

enum class LineKind : std::uint8_t {
  text,
  mark_heading,  // "# ..."
  list_item,     // "- ...", "1. ...", "(a) ..."
  table_row,     // cells between tabs or bars
  furniture,     // boilerplate that is no prose: a link, a phone number, navigation, a rule of signs
  phrase,        // boilerplate by its words (data/segment/boilerplate.tsv)
};

struct Line {
  ByteSpan span;                 // without outer white space; empty for an empty line
  std::uint32_t columns = 0;     // code points in span
  std::uint32_t first_word = 0;  // code points of its first word
  std::uint16_t indent = 0;      // white space before it, at most 1000
  LineKind kind = LineKind::text;
  bool ended = false;         // ends with . ! ? U+061F ... and closers
  bool colon = false;         // ends with :
  bool comma = false;         // ends with a comma
  bool starts_lower = false;  // begins with a lower-case letter
  bool starts_upper = false;  // begins with an upper-case letter, maybe behind an opener
  bool starts_arabic = false;
  bool only_opener = false;  // nothing but opening marks

  bool empty() const { return span.empty(); }
  bool boilerplate() const { return kind == LineKind::furniture || kind == LineKind::phrase; }
};

// The lines of `text`, ended by LF, CR LF, CR, NEL, U+2028, U+2029, form feed or vertical tab. Kinds are set
// by segment/line_kinds.h. REQUIRES: valid UTF-8 below 4 GiB. O(bytes).
std::vector<Line> split_lines(std::string_view text);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_LINES_H_
