#include "cli/unit_output.h"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <ostream>
#include <utility>

#include "cli/option_groups.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;

void add_unit_output_options(po::options_description& options, const char* format) {
  add_output_option(options);
  options.add_options()(format, po::value<std::string>()->value_name("FORMAT"),
                        "tsv, tmx, jsonl or beads; by default what OUT's name says, else tsv")(
      "incomplete", "TMX: also units that lack a text in one of the languages")(
      "pairs", "one file per pair of languages, OUT.en-fa.tmx for OUT.tmx: what most CAT tools want");
}

UnitFormat output_format(const po::variables_map& arguments) {
  for (const char* option : {"format", "to"})
    if (arguments.count(option) > 0)
      return parse_unit_format(arguments[option].as<std::string>(), std::string("--") + option);
  return unit_format_of(output_of(arguments), UnitFormat::tsv);
}

std::unique_ptr<UnitWriter> open_unit_output(const po::variables_map& arguments, Streams& streams,
                                             UnitWriterOptions options) {
  const UnitFormat format = output_format(arguments);
  const std::string path = output_of(arguments);
  options.incomplete = arguments.count("incomplete") > 0;
  options.creation_date = creation_date();
  options.tool_version = TARAZ_VERSION;
  if (arguments.count("pairs") == 0)
    return make_unit_writer(format, Sink(path, streams.out), std::move(options));
  if (options.languages.size() < 2) throw UsageError("--pairs needs two languages or more");
  return make_pairs_writer(format, path, std::move(options));
}

void print_left_out(const WriteReport& report, const std::string& path, Streams& streams) {
  const std::string name = path == "-" ? "standard output" : path;
  if (report.incomplete > 0)
    streams.err << fmt::format("taraz: {}: {} {} left out, a language has no text; --incomplete keeps {}\n",
                               name, report.incomplete, report.incomplete == 1 ? "unit" : "units",
                               report.incomplete == 1 ? "it" : "them");
  if (report.characters > 0)
    streams.err << fmt::format("taraz: {}: {} {} left out that XML forbids\n", name, report.characters,
                               report.characters == 1 ? "control character" : "control characters");
}

}  // namespace taraz::cli
