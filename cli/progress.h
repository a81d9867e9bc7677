// How far a long command is: one line on the error stream, rewritten, on a terminal only.
#ifndef TARAZ_CLI_PROGRESS_H_
#define TARAZ_CLI_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <string>

#include "cli/command.h"

namespace taraz::cli {

// "segment: 45 %, 12.3 MB/s, 0:30 left", at most five times a second, and gone when the object goes. Nothing
// is written unless the error stream is a terminal, and nothing in the first half second. Not thread-safe.
class Progress {
 public:
  enum class Unit { bytes, items };

  // `total`: 0 when it is not known; then the amount done is shown.
  Progress(Streams& streams, std::string what, std::uint64_t total, Unit unit = Unit::bytes);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void at(std::uint64_t done);

  // The line for a moment; for tests.
  static std::string line(const std::string& what, std::uint64_t done, std::uint64_t total, double seconds,
                          Unit unit);

 private:
  using Clock = std::chrono::steady_clock;
  Streams& streams_;
  std::string what_;
  std::uint64_t total_;
  Unit unit_;
  Clock::time_point start_ = Clock::now();
  Clock::time_point shown_ = start_;
  bool visible_ = false;
};

}  // namespace taraz::cli

#endif  // TARAZ_CLI_PROGRESS_H_
