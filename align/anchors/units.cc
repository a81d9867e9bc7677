#include "align/anchors/units.h"

#include <charconv>

#include "text/data_tables.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr std::string_view kPath = "anchors/units.tsv";

std::vector<Unit> read_units() {
  std::vector<Unit> units;
  const std::string source = data_source(kPath);
  for (const DataRow& row : data_rows(kPath, 4)) {
    const auto number = [&](std::string_view cell) {
      double value = 0;
      const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), value);
      if (end.ec != std::errc() || end.ptr != cell.data() + cell.size())
        throw FormatError(source, row.line, 0, "'" + std::string(cell) + "' is no number");
      return value;
    };
    Unit unit{std::string(row.cells[0]), std::string(row.cells[1]), number(row.cells[2]),
              number(row.cells[3]), NumberKind::measure};
    if (row.cells.size() > 4 && !row.cells[4].empty()) {
      if (row.cells[4] == "money")
        unit.kind = NumberKind::money;
      else if (row.cells[4] == "percent")
        unit.kind = NumberKind::percent;
      else
        throw FormatError(source, row.line, 0,
                          "'" + std::string(row.cells[4]) + "' is neither money nor percent");
    }
    if (unit.factor == 0) throw FormatError(source, row.line, 0, "the factor must not be 0");
    units.push_back(std::move(unit));
    if (units.size() > 255) throw FormatError(source, row.line, 0, "more than 255 units");
  }
  return units;
}

const std::vector<Unit>& units() {
  static const std::vector<Unit> table = read_units();
  return table;
}

}  // namespace

const Unit& unit_at(std::uint8_t index) { return units()[index - 1U]; }
std::uint8_t unit_count() { return static_cast<std::uint8_t>(units().size()); }

std::optional<std::uint8_t> find_unit(std::string_view id) {
  for (std::size_t i = 0; i < units().size(); ++i)
    if (units()[i].id == id) return static_cast<std::uint8_t>(i + 1);
  return std::nullopt;
}

}  // namespace taraz
