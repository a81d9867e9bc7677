// taraz worker: tasks in, results out, for engines that spread work over machines.
#include <boost/program_options.hpp>
#include <istream>
#include <ostream>
#include <string>

#include "cli/batch_settings_options.h"
#include "cli/command.h"
#include "cli/option_groups.h"
#include "io/batch/worker_protocol.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz::cli {
namespace {

class WorkerCommand : public Command {
 public:
  std::string_view name() const override { return "worker"; }
  std::string_view summary() const override {
    return "Aligns document sets that it reads as JSON lines, for clusters";
  }
  std::string_view synopsis() const override { return "[--lexicon FOLDER] < TASKS > RESULTS"; }
  std::string_view description() const override {
    return "Reads one task per line on standard input and writes one result per line on standard output, in "
           "the same "
           "order, each\n"
           "at once: what GNU parallel, Slurm arrays, Hadoop streaming and Spark's pipe() need. A task:\n"
           "\n"
           "  {\"id\": \"a\", \"files\": {\"fa\": \"a.fa.txt\", \"en\": \"a.en.html\"}}\n"
           "  {\"id\": \"b\", \"texts\": {\"fa\": \"...\", \"en\": \"...\"}}\n"
           "\n"
           "A result has \"id\", \"ok\", and either \"units\" or \"error\": a bad task or document is a "
           "result like "
           "others, and the exit\n"
           "status is 0. 'taraz batch --tasks' writes the tasks of a folder, 'taraz merge' reads the "
           "results. One "
           "thread; start\n"
           "as many workers as there are processors. docs/cluster.md has recipes.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz worker < tasks.jsonl > results.jsonl", "All tasks, one after the other"},
            {"taraz batch in/ --tasks | parallel --pipe -N 50 taraz worker > results.jsonl",
             "On all processors, by GNU parallel"}};
  }
  void add_options(Options& options) const override { add_worker_settings_options(options); }

  int run(const Arguments& arguments, Streams& streams) const override {
    if (!inputs_of(arguments).empty()) throw UsageError("tasks come on standard input: taraz worker < TASKS");
    const SetAligner aligner(batch_settings_of(arguments, streams));
    std::size_t number = 0;
    for (std::string line; std::getline(streams.in, line);) {
      ++number;
      if (trim(line).empty()) continue;
      streams.out << answer_task(line, number, aligner) << std::flush;
      if (!streams.out) throw Error("standard output: cannot write; is the disk full?");
    }
    if (streams.in.bad()) throw Error("standard input: cannot read");
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_worker() { return std::make_unique<WorkerCommand>(); }

}  // namespace taraz::cli
