// Anchors: what is the same in every language. A kind, a byte span, and a canonical value that can be
// compared.
#ifndef TARAZ_ALIGN_ANCHORS_ANCHOR_H_
#define TARAZ_ALIGN_ANCHORS_ANCHOR_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/span.h"

namespace taraz {

enum class AnchorKind : std::uint8_t {
  date,
  number,
  name,
  url,
  email,
  phone,
  hashtag,
  latin,
  quotation,
  reference
};
inline constexpr std::size_t kAnchorKindCount = 10;
std::string_view name_of(AnchorKind kind);  // "date", "number", ...

// One reading of one span. A span that can be read in several ways has several anchors in a row.
struct Anchor {
  AnchorKind kind = AnchorKind::number;
  ByteSpan span;  // of the segment's text
  // Canonical: a day "1978-09-08" or days "1988-03-21/1989-03-20" (ISO 8601, both ends included); a plain
  // decimal "30000", "3.5"; a gazetteer id "country:IR", "person:khomeini" or a phonetic skeleton "~smith";
  // otherwise the folded text.
  std::string value;
  float certainty = 1.0F;  // of this reading among the readings of its span, 0..1
  // Of dates: first and last day, as days since 1970-01-01 (proleptic Gregorian). Unused otherwise.
  std::int32_t first_day = 0;
  std::int32_t last_day = 0;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_ANCHOR_H_
