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

// Which calendar the text used. The days themselves are always day numbers.
enum class Calendar : std::uint8_t { none, gregorian, jalali, hijri };
// How large a stretch of time the words name. `recurring` is a month, a day of a month or a weekday without a
// year; `relative` is a distance from the day of a document whose day is not known.
enum class Granularity : std::uint8_t {
  none,
  day,
  week,
  month,
  season,
  year,
  decade,
  century,
  range,
  recurring,
  relative
};
// What a number counts. `clock` is the hour or the minute of a time of day.
enum class NumberKind : std::uint8_t { none, cardinal, ordinal, percent, money, measure, identifier, clock };
std::string_view name_of(Calendar calendar);
std::string_view name_of(Granularity granularity);
std::string_view name_of(NumberKind kind);

// One reading of one span. A span that can be read in several ways has several anchors in a row.
struct Anchor {
  AnchorKind kind = AnchorKind::number;
  ByteSpan span;  // of the segment's text
  // Canonical: a day "1978-09-08" or days "1988-03-21/1989-03-20" (ISO 8601, both ends included); a plain
  // decimal "30000", "3.5"; a gazetteer id "country:IR", "person:khomeini", an acronym the document explains "acronym:HRAI", or a phonetic skeleton "~smith";
  // otherwise the folded text. A date without a year, when the document's day is not known, is "--09-11",
  // "--09" or "-W-1" (ISO 8601:2000); "yesterday" then is "-P1D", "next month" "+P1M".
  std::string value;
  float certainty = 1.0F;  // of this reading among the readings of its span, 0..1
  // Of dates: first and last day, as days since 1970-01-01 (proleptic Gregorian). Unused otherwise.
  std::int32_t first_day = 0;
  std::int32_t last_day = 0;
  Calendar calendar = Calendar::none;           // of dates
  Granularity granularity = Granularity::none;  // of dates
  NumberKind number_kind = NumberKind::none;    // of numbers
  std::uint8_t unit = 0;                        // of numbers: index into align/anchors/units.h; 0 is none
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_ANCHOR_H_
