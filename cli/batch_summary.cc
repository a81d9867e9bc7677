#include "cli/batch_summary.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace taraz::cli {

void print_batch_summary(const BatchReport& report, std::string_view done, Streams& streams) {
  double confidence = 0.0;
  std::uint64_t segments = 0, units = 0;
  for (const SetRecord& r : report.records) {
    segments += r.facts.segments;
    units += r.facts.units;
    confidence += r.facts.confidence * static_cast<double>(r.facts.segments);
  }
  streams.out << fmt::format("{} {}: {} {}, {} unchanged, {} failed", report.records.size(),
                             report.records.size() == 1 ? "set" : "sets", report.aligned, done,
                             report.unchanged, report.failed);
  if (segments > 0)
    streams.out << fmt::format("; {} units, mean confidence {:.3f}", units,
                               confidence / static_cast<double>(segments));
  streams.out << "\n";
}

void print_failures(const BatchReport& report, Streams& streams) {
  if (report.failed == 0) return;
  std::size_t width = 2;
  for (const SetRecord& r : report.records)
    if (r.failed()) width = std::max(width, std::min<std::size_t>(40, r.id.size()));
  streams.err << fmt::format("{:{}}  reason\n", "id", width);
  for (const SetRecord& r : report.records)
    if (r.failed()) streams.err << fmt::format("{:{}}  {}\n", r.id, width, r.reason);
}

}  // namespace taraz::cli
