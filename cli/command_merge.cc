// taraz merge: the parts of a batch in one folder.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <cstdlib>
#include <ostream>

#include "cli/batch_progress.h"
#include "cli/batch_summary.h"
#include "cli/command.h"
#include "cli/option_groups.h"
#include "io/batch/merge.h"
#include "io/batch/report_page.h"
#include "io/sink.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

class MergeCommand : public Command {
 public:
  std::string_view name() const override { return "merge"; }
  std::string_view summary() const override {
    return "Joins the parts of a batch that several machines made";
  }
  std::string_view synopsis() const override { return "PART... -o FOLDER [--joined FILE]"; }
  std::string_view description() const override {
    return "Joins the output folders of 'taraz batch --shard', or files of results of 'taraz worker', into "
           "one folder. "
           "All shards\n"
           "of a batch give what the batch without shards gives, byte for byte; 'taraz batch' can go on with "
           "the "
           "folder. Exit\n"
           "status 1 when a set failed, with a table of the reasons.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz merge part1/ part2/ -o aligned/ --joined all.tmx",
             "Two shards, and a translation memory of all"},
            {"taraz merge results.*.jsonl -o aligned/ --format tmx",
             "Results of workers, as a TMX for each set"}};
  }
  void add_options(Options& options) const override {
    options.add_options()("output,o", po::value<std::string>()->value_name("FOLDER"),
                          "where the results are put")("joined", po::value<std::string>()->value_name("FILE"),
                                                       "also all results in one .tsv, .tmx or .jsonl")(
        "partial", "also when a shard lacks or has not ended")(
        "format", po::value<std::string>()->default_value("tsv")->value_name("FORMAT"),
        "of results of workers: tsv, tmx or jsonl; folders keep theirs")(
        "incomplete", "TMX: also units that lack a text in one of the languages")(
        "html", po::value<std::string>()->value_name("PAGE"),
        "write a page of all sets, the least sure first");
  }

  int run(const Arguments& arguments, Streams& streams) const override {
    MergeOptions options;
    const std::vector<std::string> parts = inputs_of(arguments);
    if (parts.empty())
      throw UsageError("name the parts: folders of taraz batch, or files of results of taraz worker");
    if (arguments.count("output") == 0) throw UsageError("-o: name the folder for the results");
    options.output = arguments["output"].as<std::string>();
    while (options.output.size() > 1 && options.output.ends_with('/')) options.output.pop_back();
    if (arguments.count("joined") > 0) options.joined = arguments["joined"].as<std::string>();
    options.partial = arguments.count("partial") > 0;
    options.format = parse_unit_format(arguments["format"].as<std::string>(), "--format");
    if (options.format == UnitFormat::beads ||
        (!options.joined.empty() && unit_format_of(options.joined, UnitFormat::tsv) == UnitFormat::beads))
      throw UsageError("beads hold no text; use tsv, tmx or jsonl");
    options.writer.incomplete = arguments.count("incomplete") > 0;
    if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed != nullptr && *fixed != '\0')
      options.writer.creation_date = creation_date();
    options.writer.tool_version = TARAZ_VERSION;
    BatchProgress progress(streams, "");
    const BatchReport report = merge_parts(parts, options, progress);
    progress.report(report);
    if (arguments.count("html") > 0) {
      Sink page(arguments["html"].as<std::string>());
      page.write(batch_report_html(report.records, options.output));
      page.commit();
    }
    print_batch_summary(report, "merged", streams);
    print_failures(report, streams);
    if (report.failed > 0)
      streams.err << fmt::format("taraz: {} of {} sets failed\n", report.failed, report.records.size());
    return report.failed > 0 ? 1 : 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_merge() { return std::make_unique<MergeCommand>(); }

}  // namespace taraz::cli
