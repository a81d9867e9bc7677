#include "cli/progress.h"

#include <fmt/format.h>

#include <ostream>
#include <utility>

namespace taraz::cli {
namespace {

std::string amount(double n, Progress::Unit unit) {
  const char* const suffix = unit == Progress::Unit::bytes ? "B" : "";
  if (n >= 1e9) return fmt::format("{:.1f} G{}", n / 1e9, suffix);
  if (n >= 1e6) return fmt::format("{:.1f} M{}", n / 1e6, suffix);
  if (n >= 1e4) return fmt::format("{:.0f} k{}", n / 1e3, suffix);
  return fmt::format("{:.0f}{}{}", n, *suffix != '\0' ? " " : "", suffix);
}

std::string duration(double seconds) {
  const auto s = static_cast<std::uint64_t>(seconds + 0.5);
  if (s >= 3600) return fmt::format("{}:{:02}:{:02}", s / 3600, s / 60 % 60, s % 60);
  return fmt::format("{}:{:02}", s / 60, s % 60);
}

}  // namespace

std::string Progress::line(const std::string& what, std::uint64_t done, std::uint64_t total, double seconds,
                           Unit unit) {
  const double rate = seconds > 0 ? static_cast<double>(done) / seconds : 0;
  if (total == 0 || done > total)
    return fmt::format("{}: {}, {}/s", what, amount(static_cast<double>(done), unit), amount(rate, unit));
  std::string out = fmt::format("{}: {} %, {}/s", what, done * 100 / total, amount(rate, unit));
  if (rate > 0) out += fmt::format(", {} left", duration(static_cast<double>(total - done) / rate));
  return out;
}

Progress::Progress(Streams& streams, std::string what, std::uint64_t total, Unit unit)
    : streams_(streams), what_(std::move(what)), total_(total), unit_(unit) {}

Progress::~Progress() {
  if (visible_) streams_.err << "\r\x1B[K" << std::flush;
}

void Progress::at(std::uint64_t done) {
  if (!streams_.err_is_terminal) return;
  const Clock::time_point now = Clock::now();
  if (now - shown_ < std::chrono::milliseconds(visible_ ? 200 : 500)) return;
  shown_ = now;
  visible_ = true;
  const double seconds = std::chrono::duration<double>(now - start_).count();
  streams_.err << "\r\x1B[K" << line(what_, done, total_, seconds, unit_) << std::flush;
}

}  // namespace taraz::cli
