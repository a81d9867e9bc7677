#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ostream>
#include <sstream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/mt/statistics.h"
#include "io/sink.h"
#include "io/statistics_page.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

constexpr std::size_t kBarWidth = 40;  // cells

void print_bar(std::ostream& out, const std::string& label, std::uint64_t n, std::uint64_t most) {
  static constexpr std::string_view kEighths[] = {"",       "\u258F", "\u258E", "\u258D",
                                                  "\u258C", "\u258B", "\u258A", "\u2589"};
  const std::uint64_t eighths = most == 0 ? 0 : n * kBarWidth * 8 / most;
  std::string bar;
  for (std::uint64_t i = 0; i < eighths / 8; ++i) bar += "\u2588";
  bar += kEighths[eighths % 8];
  if (n > 0 && bar.empty()) bar = kEighths[1];
  out << fmt::format("  {:>12} {:>10} {}\n", label, n, bar);
}

void print_text(const CorpusStatistics& s, std::ostream& out) {
  out << fmt::format("units {}, complete {}, repeated {}, documents {}\n\n", s.units, s.complete,
                     s.duplicates, s.documents);
  out << fmt::format("{:8} {:>10} {:>10} {:>12} {:>12} {:>10} {:>8}\n", "language", "texts", "distinct",
                     "words", "characters", "words/text", "longest");
  for (const auto& [tag, l] : s.languages)
    out << fmt::format("{:8} {:>10} {:>10} {:>12} {:>12} {:>10.1f} {:>8}\n", tag, l.texts, l.distinct_texts,
                       l.words, l.characters,
                       l.texts == 0 ? 0.0 : static_cast<double>(l.words) / static_cast<double>(l.texts),
                       l.longest);
  if (s.scored > 0) {
    out << fmt::format("\nconfidence (mean {:.3f})\n", s.score_sum / static_cast<double>(s.scored));
    const std::uint64_t most = *std::max_element(s.scores.begin(), s.scores.end());
    for (std::size_t b = 0; b < s.scores.size(); ++b)
      print_bar(out,
                fmt::format("{:.1f}-{:.1f}", static_cast<double>(b) / 10, static_cast<double>(b + 1) / 10),
                s.scores[b], most);
  }
  if (!s.kinds.empty()) {
    out << "\nkinds\n";
    std::uint64_t most = 0;
    for (const auto& [kind, n] : s.kinds) most = std::max(most, n);
    for (const auto& [kind, n] : s.kinds) print_bar(out, kind, n, most);
  }
  for (const auto& [tag, l] : s.languages) {
    out << "\nwords per text, " << tag << "\n";
    const std::uint64_t most = *std::max_element(l.lengths.begin(), l.lengths.end());
    for (std::size_t b = 0; b < l.lengths.size(); ++b) {
      const std::size_t from = b * LanguageStatistics::kBinWords + 1;
      print_bar(out,
                b + 1 < l.lengths.size()
                    ? fmt::format("{}-{}", from, from + LanguageStatistics::kBinWords - 1)
                    : fmt::format("{}+", from),
                l.lengths[b], most);
    }
    const std::uint64_t anchors = *std::max_element(l.anchors.begin(), l.anchors.end());
    if (anchors == 0) continue;
    out << "\nanchors, " << tag << "\n";
    for (std::size_t k = 0; k < kAnchorKindCount; ++k)
      if (l.anchors[k] > 0)
        print_bar(out, std::string(name_of(static_cast<AnchorKind>(k))), l.anchors[k], anchors);
  }
}

class StatsCommand : public Command {
 public:
  std::string_view name() const override { return "stats"; }
  std::string_view summary() const override { return "Shows what a corpus consists of"; }
  std::string_view synopsis() const override { return "CORPUS... [--format text|json] [--html FILE]"; }
  std::string_view description() const override {
    return "Counts units, words, characters, lengths, kinds, confidence, repeated units, and anchors by "
           "kind, per language,\n"
           "over one or more corpora (TSV, TMX, JSONL). Words are runs of letters or digits.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz stats corpus.tmx", "Tables and bars in the terminal"},
            {"taraz stats corpus.tsv --format json --html stats.html",
             "JSON for a script and a page for people"}};
  }
  void add_options(po::options_description& options) const override {
    add_output_option(options);
    options.add_options()("format", po::value<std::string>()->default_value("text")->value_name("FORMAT"),
                          "text or json")("html", po::value<std::string>()->value_name("FILE"),
                                          "also write a page with charts")(
        "no-anchors", "do not look for dates, numbers and names; much faster");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::string format = arguments["format"].as<std::string>();
    if (format != "text" && format != "json")
      throw UsageError("--format: '" + format + "' is neither text nor json");
    const std::vector<std::string> inputs = inputs_of(arguments);
    if (inputs.empty())
      throw UsageError("name at least one CORPUS (TSV, TMX or JSONL), or - for standard input");
    StatisticsCollector collector(arguments.count("no-anchors") == 0);
    for (const std::string& path : inputs) {
      const auto reader = make_unit_reader({}, Source(path, streams.in));
      for (TranslationUnit unit; reader->next(unit);) collector.add(unit);
    }
    std::string title;
    for (const std::string& path : inputs) title += (title.empty() ? "" : ", ") + path;
    if (arguments.count("html") > 0) {
      Sink page(arguments["html"].as<std::string>());
      page.write(statistics_html(collector.result(), title));
      page.commit();
    }
    Sink sink(output_of(arguments), streams.out);
    if (format == "json") {
      sink.write(statistics_json(collector.result()));
    } else {
      std::ostringstream text;
      print_text(collector.result(), text);
      sink.write(text.str());
    }
    sink.commit();
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_stats() { return std::make_unique<StatsCommand>(); }

}  // namespace taraz::cli
