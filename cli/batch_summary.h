// What batch and merge print at their end.
#ifndef TARAZ_CLI_BATCH_SUMMARY_H_
#define TARAZ_CLI_BATCH_SUMMARY_H_

#include <string_view>

#include "cli/command.h"
#include "io/batch/batch_run.h"

namespace taraz::cli {

// "12 sets: 10 aligned, 1 unchanged, 1 failed; 300 units, mean confidence 0.95" on standard output. `done`:
// "aligned".
void print_batch_summary(const BatchReport& report, std::string_view done, Streams& streams);
// A table of failed sets with their reasons on the error stream; nothing when there are none.
void print_failures(const BatchReport& report, Streams& streams);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_BATCH_SUMMARY_H_
