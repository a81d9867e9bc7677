// Units of measure and money, from data/anchors/units.tsv.
#ifndef TARAZ_ALIGN_ANCHORS_UNITS_H_
#define TARAZ_ALIGN_ANCHORS_UNITS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "align/anchors/anchor.h"

namespace taraz {

struct Unit {
  std::string id;         // "mile", "USD"
  std::string dimension;  // "length"; units of one dimension can be compared
  double factor = 1.0;    // to the base unit of the dimension
  double offset = 0.0;    // added after the factor: Fahrenheit
  NumberKind kind = NumberKind::measure;
};

// Unit `index` as in Anchor::unit. REQUIRES: 1 <= index <= unit_count(). Thread-safe.
const Unit& unit_at(std::uint8_t index);
std::uint8_t unit_count();
// Nothing when no row has this id. Throws FormatError when the table is bad.
std::optional<std::uint8_t> find_unit(std::string_view id);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_UNITS_H_
