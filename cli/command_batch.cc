// taraz batch: many document sets, safe to stop and to start again.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <filesystem>
#include <ostream>

#include "cli/batch_plan_options.h"
#include "cli/batch_progress.h"
#include "cli/batch_settings_options.h"
#include "cli/batch_summary.h"
#include "cli/command.h"
#include "cli/option_groups.h"
#include "io/batch/batch_run.h"
#include "io/batch/report_page.h"
#include "io/sink.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

class BatchCommand : public Command {
 public:
  std::string_view name() const override { return "batch"; }
  std::string_view summary() const override {
    return "Aligns whole folders; may be stopped and started again";
  }
  std::string_view synopsis() const override { return "FOLDER|MANIFEST... -o FOLDER [--joined FILE]"; }
  std::string_view description() const override {
    return "Aligns many sets of documents, one result each. What belongs together is said by file names, "
           "{name}.{lang}.{ext}\n"
           "or {lang}/{name}.{ext}; by a manifest, a table (TSV) of id and a path per language with a first "
           "line "
           "such as\n"
           "'id TAB fa TAB en'; or found out by reading (--pair content). --dry-run shows the plan.\n"
           "\n"
           "In a first pass the words of the batch are learned, in a second everything is aligned with them; "
           "--no-learn\n"
           "leaves that out. The results are the same bytes for any number of threads.\n"
           "\n"
           "It may be stopped at any moment, also by kill -9 or a full disk: started again it does what is "
           "missing, and no more.\n"
           "Documents or options that changed are done again. A document that cannot be aligned is listed "
           "with "
           "the reason and\n"
           "stops nothing; --retry tries it again. Exit status 1 when a set failed.\n"
           "\n"
           "docs/batch.md says more, docs/cluster.md how to use several machines.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz batch corpus/ -o aligned/ --dry-run", "What would be aligned with what"},
            {"taraz batch corpus/ -o aligned/ --langs fa,en --joined all.tmx",
             "A TSV for each set, and one translation memory of all"},
            {"taraz batch manifest.tsv -o aligned/ --html report.html --log log.jsonl",
             "With a page on how sure each alignment is, and a log"},
            {"taraz batch pile/ --pair content -o aligned/", "Files whose names say nothing"},
            {"taraz batch corpus/ -o part2/ --shard 2/8", "The second of eight parts, on another machine"}};
  }
  void add_options(Options& options) const override {
    options.add_options()("output,o", po::value<std::string>()->value_name("FOLDER"),
                          "where the results and the memory of the batch (.taraz) are kept");
    add_batch_plan_options(options);
    options.add_options()("dry-run", "show what would be done, and end")(
        "tasks", "write the plan as tasks for 'taraz worker', a JSON object a line, and end")(
        "joined", po::value<std::string>()->value_name("FILE"),
        "also all results in one .tsv, .tmx or .jsonl, with the ids of the sets")(
        "no-learn", "do not learn the words of the batch first")(
        "learn-from", po::value<std::size_t>()->default_value(BatchOptions().learn_from)->value_name("N"),
        "learn from so many sets at most, chosen evenly")(
        "only-learn", "learn, and end; the lexicons are in FOLDER/.taraz/lexicon, for --lexicon")(
        "keep-lexicon",
        "use what was learned here before, although documents have changed: only these are done again")(
        "retry", "try again what failed before")(
        "prune", "remove results of sets that are no longer among the inputs")(
        "html", po::value<std::string>()->value_name("PAGE"),
        "write a page of all sets, the least sure first")(
        "log", po::value<std::string>()->value_name("FILE"),
        "append what happens as JSON lines; - is standard error")(
        "memory", po::value<std::uint64_t>()->default_value(700)->value_name("MB"),
        "about how much memory the sets at work may need together; a larger one is aligned alone");
    add_batch_settings_options(options);
    add_threads_option(options);
  }

  int run(const Arguments& arguments, Streams& streams) const override {
    BatchOptions options;
    if (arguments.count("output") > 0) options.output = arguments["output"].as<std::string>();
    options.settings = batch_settings_of(arguments, streams);
    const Shard shard = shard_of(arguments);
    options.shard = shard.index;
    options.shards = shard.count;
    const bool only_shows = arguments.count("dry-run") + arguments.count("tasks") > 0;
    if (options.output.empty() && !only_shows) throw UsageError("-o: name the folder for the results");
    while (options.output.size() > 1 && options.output.ends_with('/')) options.output.pop_back();
    if (arguments.count("joined") > 0) options.joined = arguments["joined"].as<std::string>();
    if (!options.joined.empty()) check_joined(options);
    const BatchPlan plan = batch_plan_of(arguments, options.output, options.settings, streams);
    if (only_shows) {
      streams.out << (arguments.count("tasks") > 0 ? plan_tasks(plan, shard) : plan_table(plan, shard));
      return 0;
    }
    if (plan.sets.empty())
      throw Error(fmt::format(
          "nothing to align: no set of two documents among the inputs{}; --dry-run shows why",
          plan.left_out.empty() ? "" : fmt::format(" ({} files left out)", plan.left_out.size())));
    options.learn_from = arguments.count("no-learn") > 0 ? 0 : arguments["learn-from"].as<std::size_t>();
    options.only_learn = arguments.count("only-learn") > 0;
    if (options.only_learn && (options.learn_from == 0 || !options.settings.align.lexicons.empty()))
      throw UsageError("--only-learn does not go together with --no-learn and --lexicon");
    options.keep_lexicon = arguments.count("keep-lexicon") > 0;
    options.retry = arguments.count("retry") > 0;
    options.prune = arguments.count("prune") > 0;
    options.queue.threads = threads_of(arguments);
    options.queue.memory = arguments["memory"].as<std::uint64_t>() << 20;
    std::error_code ignored;  // said by run_batch(); the log may be in there
    std::filesystem::create_directories(options.output, ignored);
    for (const char* name : {"joined", "html"})  // now, not after hours of work
      if (arguments.count(name) > 0) check_folder(name, arguments[name].as<std::string>());
    BatchProgress progress(streams, arguments.count("log") > 0 ? arguments["log"].as<std::string>() : "");
    const BatchReport report = run_batch(plan, options, progress);
    progress.report(report);
    if (options.only_learn) {
      for (const std::string& path : report.lexicons) streams.out << path << "\n";
      return 0;
    }
    if (arguments.count("html") > 0) {
      Sink page(arguments["html"].as<std::string>());
      page.write(batch_report_html(report.records, options.output));
      page.commit();
    }
    print(report, plan, options.prune, streams);
    return report.failed > 0 ? 1 : 0;
  }

 private:
  static void check_folder(const std::string& option, const std::string& path) {
    const std::filesystem::path parent = std::filesystem::path(path).parent_path();
    std::error_code error;
    if (!parent.empty() && !std::filesystem::is_directory(parent, error))
      throw Error(fmt::format("--{}: {}: there is no folder {}", option, path, parent.string()));
  }

  static void check_joined(const BatchOptions& options) {
    if (options.joined == "-") throw UsageError("--joined: name a file");
    const UnitFormat format = unit_format_of(options.joined, UnitFormat::tsv);
    if (format == UnitFormat::beads || options.settings.format == UnitFormat::beads)
      throw UsageError("--joined: beads hold no text; use tsv, tmx or jsonl for both");
  }

  static void print(const BatchReport& report, const BatchPlan& plan, bool pruned, Streams& streams) {
    print_batch_summary(report, "aligned", streams);
    if (!plan.left_out.empty())
      streams.out << fmt::format("{} {} left out; --dry-run says why\n", plan.left_out.size(),
                                 plan.left_out.size() == 1 ? "file" : "files");
    if (!report.gone.empty())
      streams.out << fmt::format("{} {} no longer among the inputs{}\n", report.gone.size(),
                                 report.gone.size() == 1 ? "result is" : "results are",
                                 pruned ? "; removed" : "; --prune removes them");
    print_failures(report, streams);
    if (report.failed == 0) return;
    streams.err << fmt::format("taraz: {} of {} sets failed; mend them, or try again with --retry\n",
                               report.failed, report.records.size());
  }
};

}  // namespace

std::unique_ptr<Command> make_batch() { return std::make_unique<BatchCommand>(); }

}  // namespace taraz::cli
