// What a batch shows while it works: a bar on a terminal, JSON lines in a log.
#ifndef TARAZ_CLI_BATCH_PROGRESS_H_
#define TARAZ_CLI_BATCH_PROGRESS_H_

#include <chrono>
#include <cstdint>
#include <fstream>
#include <string>

#include "cli/command.h"
#include "io/batch/batch_run.h"

namespace taraz::cli {

class BatchProgress : public BatchListener {
 public:
  // `log`: the file JSON lines are appended to, "-" for the error stream; empty: none. Throws Error when it
  // cannot be opened.
  BatchProgress(Streams& streams, const std::string& log);
  ~BatchProgress() override;

  void phase(std::string_view name, std::size_t sets, std::uint64_t bytes) override;
  void progress(std::size_t sets) override;
  void finished(const SetOutcome& outcome) override;
  void remark(const std::string& text) override;
  void report(const BatchReport& report);  // the last line of the log

  // "align  [#####-----]  45 %  12.3/s  0:30 left  2 failed", for tests. `done` and `total` in bytes, or in
  // sets.
  static std::string line(const std::string& phase, std::size_t sets_done, std::size_t sets, double share,
                          double seconds, std::size_t failed);

 private:
  using Clock = std::chrono::steady_clock;
  void show(bool last);
  void hide();
  void write(const std::string& event, const std::string& members);

  Streams& streams_;
  std::ofstream file_;
  std::ostream* log_ = nullptr;
  std::string phase_;
  std::size_t sets_ = 0, done_ = 0, failed_ = 0;
  std::uint64_t bytes_ = 0, bytes_done_ = 0;
  Clock::time_point begin_ = Clock::now(), shown_ = begin_;
  bool visible_ = false;
};

}  // namespace taraz::cli

#endif  // TARAZ_CLI_BATCH_PROGRESS_H_
