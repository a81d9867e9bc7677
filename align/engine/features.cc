#include "align/engine/features.h"

#include <charconv>
#include <cmath>

#include "text/data_tables.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr std::string_view kNames[kContent] = {
    "shape.1-1", "shape.1-2",       "shape.1-3",     "shape.1-4",        "shape.longer", "shape.2-2",
    "shape.2-3", "shape.many",      "null.open",     "null.extend",      "null.length",  "length.1",
    "length.2",  "length.3",        "length.tail",   "length.scale",     "length.multi", "ends.differ",
    "ends.more", "ends.multi",      "break.inside",  "start.differs",    "kind.differs", "rate",
    "third.in",  "third.in.merged", "third.out",     "third.out.merged", "third.lack",   "third.weakest",
    "vectors",   "weakest.alone",   "weakest.member"};
constexpr std::string_view kContentNames[kContentFeatures] = {"hit", "miss", "hit.member", "miss.member"};

}  // namespace

std::string_view name_of(TokenClass token_class) {
  static constexpr std::string_view kClasses[kTokenClasses] = {"word",     "number", "name",
                                                               "verbatim", "date",   "mark"};
  return kClasses[static_cast<std::size_t>(token_class)];
}

std::string feature_name(std::size_t feature) {
  if (feature < kContent) return std::string(kNames[feature]);
  const std::size_t k = feature - kContent;
  std::string out(name_of(static_cast<TokenClass>(k / kContentFeatures)));
  return out.append(".").append(kContentNames[k % kContentFeatures]);
}

Weights Weights::load(std::string_view path) {
  Weights out;
  std::array<bool, kFeatures> seen{};
  std::size_t last_line = 0;
  for (const DataRow& row : data_rows(path, 2)) {
    last_line = row.line;
    double* usual = row.cells[0] == "usual.open"     ? &out.usual_open
                    : row.cells[0] == "usual.extend" ? &out.usual_extend
                    : row.cells[0] == "usual.merge"  ? &out.usual_merge
                                                     : nullptr;
    std::size_t f = 0;
    while (usual == nullptr && f < kFeatures && feature_name(f) != row.cells[0]) ++f;
    if (usual == nullptr && (f == kFeatures || seen[f]))
      throw FormatError(
          std::string(path), row.line, 1,
          (f == kFeatures ? "unknown feature " : "second weight of ") + std::string(row.cells[0]));
    double value = 0;
    const auto [end, error] =
        std::from_chars(row.cells[1].data(), row.cells[1].data() + row.cells[1].size(), value);
    if (error != std::errc() || end != row.cells[1].data() + row.cells[1].size() || !std::isfinite(value))
      throw FormatError(std::string(path), row.line, 1, "no number: " + std::string(row.cells[1]));
    if (usual != nullptr) {
      *usual = value;
    } else {
      out.values[f] = value;
      seen[f] = true;
    }
  }
  for (std::size_t f = 0; f < kFeatures; ++f)
    if (!seen[f]) throw FormatError(std::string(path), last_line, 0, "no weight of " + feature_name(f));
  return out;
}

}  // namespace taraz
