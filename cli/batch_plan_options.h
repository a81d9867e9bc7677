// The inputs of taraz batch and the options that say how they belong together.
#ifndef TARAZ_CLI_BATCH_PLAN_OPTIONS_H_
#define TARAZ_CLI_BATCH_PLAN_OPTIONS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "io/batch/batch_settings.h"
#include "io/batch/document_set.h"

namespace taraz::cli {

// --langs, --pair, --shard.
void add_batch_plan_options(Options& options);

// The plan of the inputs: folders, manifests, or, with --pair content, any files and folders. `output`: the
// folder of results, which is no input. Throws UsageError and Error.
BatchPlan batch_plan_of(const Arguments& arguments, const std::string& output, const BatchSettings& settings,
                        Streams& streams);

struct Shard {
  std::uint32_t index = 0, count = 1;  // 0-based
};
// --shard I/N. Throws UsageError.
Shard shard_of(const Arguments& arguments);

// The plan for people: a line for each set and each file that is left out.
std::string plan_table(const BatchPlan& plan, const Shard& shard);

// A task for taraz worker for each set, one JSON object a line.
std::string plan_tasks(const BatchPlan& plan, const Shard& shard);

}  // namespace taraz::cli

#endif  // TARAZ_CLI_BATCH_PLAN_OPTIONS_H_
