#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ostream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "cli/page_output.h"
#include "cli/unit_output.h"
#include "cli/unit_survey.h"
#include "io/review_edits.h"
#include "io/review_page.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

struct ReadAlignment {
  std::vector<TranslationUnit> units;
  UnitSurvey survey;
};

ReadAlignment read_alignment(const std::string& path, Streams& streams) {
  ReadAlignment out;
  const auto reader = make_unit_reader(std::nullopt, Source(path, streams.in));
  out.survey = survey_units(*reader, [&](const TranslationUnit& unit) {
    out.units.push_back(unit);
    return true;
  });
  return out;
}

class ReviewCommand : public Command {
 public:
  std::string_view name() const override { return "review"; }
  std::string_view summary() const override { return "Makes a page in which a person corrects an alignment"; }
  std::string_view synopsis() const override {
    return "ALIGNED.(tsv|tmx|jsonl) -o PAGE.html | ALIGNED --apply EDITS.jsonl -o OUT";
  }
  std::string_view description() const override {
    return "Writes one HTML file that opens in any browser, without a server and without a network. In it "
           "units are\n"
           "merged, split, moved, edited, accepted, flagged and commented; every change is kept in the "
           "browser at once.\n"
           "The page itself saves TMX, TSV and JSONL, and the edits alone.\n\n"
           "With --apply it puts such edits into the units of ALIGNED and writes those, as 'taraz convert' "
           "would. Each\n"
           "edited unit is first compared with what the reviewer saw; if a text differs, nothing is written.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz review letter.tsv -o letter.html", "A page to correct the alignment in"},
            {"taraz review letter.tsv --apply letter.edits.jsonl -o letter.tmx",
             "The corrected alignment as a TMX"}};
  }
  void add_options(po::options_description& options) const override {
    add_unit_output_options(options);
    options.add_options()("apply", po::value<std::string>()->value_name("EDITS"),
                          "edits that the page has saved")(
        "title", po::value<std::string>()->value_name("TEXT"),
        "title of the page; by default the name of the file");
  }

  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::string path = single_input_of(arguments);
    if (arguments.count("apply") > 0) return apply(arguments, path, streams);
    for (const char* option : {"format", "incomplete", "pairs"})
      if (arguments.count(option) > 0)
        throw UsageError(fmt::format("--{} goes with --apply; a page is always HTML", option));
    const std::string out = output_of(arguments);
    PageOutput page(out, streams);
    const ReadAlignment alignment = read_alignment(path, streams);
    page.write(alignment.units, alignment.survey.languages,
               arguments.count("title") > 0 ? arguments["title"].as<std::string>() : title_of(path));
    return 0;
  }

 private:
  static int apply(const po::variables_map& arguments, const std::string& path, Streams& streams) {
    if (arguments.count("title") > 0) throw UsageError("--title is for a page; --apply writes units");
    ReadAlignment alignment = read_alignment(path, streams);
    const AppliedEdits applied = apply_review_edits(std::move(alignment.units),
                                                    Source(arguments["apply"].as<std::string>(), streams.in));
    UnitSurvey survey;
    for (const TranslationUnit& unit : applied.units) add_to_survey(survey, unit);
    UnitWriterOptions options;
    options.languages = columns_of(applied.units, alignment.survey.languages);
    options.documents = survey.documents;
    options.ids = survey.ids;
    options.properties = survey.properties;
    const auto writer = open_unit_output(arguments, streams, std::move(options));
    for (const TranslationUnit& unit : applied.units) writer->write(unit);
    writer->finish();
    streams.err << fmt::format("taraz: {} {} applied, {} units\n", applied.changes,
                               applied.changes == 1 ? "change" : "changes", applied.units.size());
    if (!applied.same_content)
      streams.err << fmt::format(
          "taraz: {}: scores or properties differ from those in the page; texts are the same\n", path);
    print_left_out(writer->report(), output_of(arguments), streams);
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_review() { return std::make_unique<ReviewCommand>(); }

}  // namespace taraz::cli
