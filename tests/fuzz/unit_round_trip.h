// The law the fuzz targets of the unit formats assert: read(write(u)) == u for every u that was read.
#ifndef TARAZ_TESTS_FUZZ_UNIT_ROUND_TRIP_H_
#define TARAZ_TESTS_FUZZ_UNIT_ROUND_TRIP_H_

#include <cmath>
#include <cstdlib>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "io/unit_reader.h"
#include "io/unit_writer.h"
#include "text/error.h"

namespace taraz {

inline std::vector<TranslationUnit> read_all_units(UnitFormat format, std::string_view bytes) {
  const auto reader = make_unit_reader(format, Source::of_bytes("input", std::string(bytes)));
  std::vector<TranslationUnit> units;
  for (TranslationUnit unit; reader->next(unit);) units.push_back(unit);
  return units;
}

// Scores have four decimals in every file.
inline bool same_units(std::vector<TranslationUnit> a, std::vector<TranslationUnit> b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].score.has_value() != b[i].score.has_value() ||
        std::abs(a[i].score.value_or(0) - b[i].score.value_or(0)) > 1e-4)
      return false;
    a[i].score = b[i].score = {};
  }
  return a == b;
}

// JSONL keeps all of a unit, so it is the way there and back for every format; bytes written twice are the
// same.
inline void check_unit_round_trip(UnitFormat format, std::string_view bytes) {
  std::vector<TranslationUnit> units;
  try {
    units = read_all_units(format, bytes);
  } catch (const Error&) {
    return;
  }
  const auto written = [&](UnitFormat to, const std::vector<TranslationUnit>& list) {
    std::ostringstream out;
    const auto writer = make_unit_writer(to, Sink("-", out), {.incomplete = true});
    for (const TranslationUnit& u : list) writer->write(u);
    writer->finish();
    return out.str();
  };
  const std::string jsonl = written(UnitFormat::jsonl, units);
  const std::vector<TranslationUnit> back = read_all_units(UnitFormat::jsonl, jsonl);
  if (!same_units(units, back)) std::abort();
  // What TMX keeps of them it keeps for good.
  const std::string tmx = written(UnitFormat::tmx, units);
  const std::vector<TranslationUnit> once = read_all_units(UnitFormat::tmx, tmx);
  if (!same_units(once, read_all_units(UnitFormat::tmx, written(UnitFormat::tmx, once)))) std::abort();
}

}  // namespace taraz

#endif  // TARAZ_TESTS_FUZZ_UNIT_ROUND_TRIP_H_
