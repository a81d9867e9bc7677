#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ostream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/evaluate.h"
#include "io/bead_reader.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

std::vector<BeadIndices> beads_of(const std::string& path, std::istream& in) {
  Source source(path, in);
  std::vector<BeadIndices> out;
  const UnitFormat format = find_unit_format(source);
  if (format == UnitFormat::beads || (format == UnitFormat::tsv && !names_unit_format(source.name()))) {
    BeadReader reader(std::move(source));
    for (BeadIndices bead; reader.next(bead);) out.push_back(std::move(bead));
    return out;
  }
  const auto reader = make_unit_reader(format, std::move(source));
  for (TranslationUnit unit; reader->next(unit);) {
    BeadIndices& bead = out.emplace_back();
    for (const Variant& v : unit.variants) {
      if (!v.source)
        throw Error(
            fmt::format("{}: unit {} names no segments of '{}'; only beads and units of 'taraz align' do",
                        path, unit.id, v.language.tag()));
      bead.emplace_back();
      for (std::uint32_t i = v.source->begin; i < v.source->end; ++i) bead.back().push_back(i);
    }
  }
  return out;
}

void check_sides(const std::vector<BeadIndices>& gold, const std::vector<BeadIndices>& hypothesis,
                 const std::string& gold_path, const std::string& path) {
  if (gold.empty() || hypothesis.empty() || gold[0].size() == hypothesis[0].size()) return;
  throw Error(fmt::format("{} has beads of {} sides, {} of {}; they must be about the same documents",
                          gold_path, gold[0].size(), path, hypothesis[0].size()));
}

std::string figures(const Agreement& a, std::string_view form) {
  return fmt::format(fmt::runtime(form), a.precision, a.recall, a.f1);
}

std::string line(const MatchCounts& c) {
  constexpr std::string_view kForm = "P={:.4f} R={:.4f} F1={:.4f}";
  return fmt::format("gold={} hyp={} strict {} lax {}\n", c.gold, c.hypothesis,
                     figures(strict_agreement(c), kForm), figures(lax_agreement(c), kForm));
}

std::string table_row(const std::string& name, const MatchCounts& c, std::size_t width) {
  constexpr std::string_view kForm = "{:>9.4f}{:>9.4f}{:>9.4f}";
  return fmt::format("{:<{}}{:>8}{:>8}{}{}\n", name, width, c.gold, c.hypothesis,
                     figures(strict_agreement(c), kForm), figures(lax_agreement(c), kForm));
}

std::string json(const std::string& name, const MatchCounts& c) {
  constexpr std::string_view kForm = "{{\"precision\":{:.6f},\"recall\":{:.6f},\"f1\":{:.6f}}}";
  std::string quoted;
  for (const char ch : name) {
    if (static_cast<unsigned char>(ch) < 0x20)
      quoted += fmt::format("\\u{:04X}", static_cast<unsigned>(ch));
    else
      (quoted += ch == '"' || ch == '\\' ? "\\" : "") += ch;
  }
  return fmt::format("{{\"file\":\"{}\",\"gold\":{},\"hyp\":{},\"strict\":{},\"lax\":{}}}\n", quoted, c.gold,
                     c.hypothesis, figures(strict_agreement(c), kForm), figures(lax_agreement(c), kForm));
}

class EvaluateCommand : public Command {
 public:
  std::string_view name() const override { return "evaluate"; }
  std::string_view summary() const override { return "Scores alignments against a gold standard"; }
  std::string_view synopsis() const override { return "GOLD HYP [GOLD HYP...] [--table | --json]"; }
  std::string_view description() const override {
    return "Compares beads, '[0]:[0,1]' on a line, with those of a gold standard and prints precision, "
           "recall and F1\n"
           "over all pairs of files together. Strict: exactly the same bead; lax: a bead that shares a "
           "segment on every\n"
           "side. Beads with an empty side do not count, as in the scoring of vecalign. Any number of sides; "
           "what\n"
           "follows a tab is ignored. Files of units with segment numbers (TSV, TMX, JSONL of 'taraz align') "
           "do too.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz evaluate gold.beads aligned.beads",
             "gold=52 hyp=51 strict P=0.9216 R=0.9038 F1=0.9126 lax ..."},
            {"taraz evaluate --table a.gold a.beads b.gold b.beads", "A row for each pair, and the total"}};
  }
  void add_options(po::options_description& options) const override {
    options.add_options()("table", "a table with a row for each pair of files")(
        "json", "a JSON object on a line for each pair of files, then one for all together, named 'total'");
  }

  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::vector<std::string> words = inputs_of(arguments);
    const bool table = arguments.count("table") > 0, as_json = arguments.count("json") > 0;
    if (table && as_json) throw UsageError("--table and --json do not go together");
    if (words.empty() || words.size() % 2 != 0)
      throw UsageError(fmt::format("{} file{}; name pairs: GOLD HYP [GOLD HYP...]", words.size(),
                                   words.size() == 1 ? "" : "s"));
    if (std::count(words.begin(), words.end(), "-") > 1)
      throw UsageError("standard input (-) can be read only once; name files for the others");
    MatchCounts total;
    std::vector<std::pair<std::string, MatchCounts>> rows;
    for (std::size_t i = 0; i < words.size(); i += 2) {
      const std::vector<BeadIndices> gold = beads_of(words[i], streams.in);
      const std::vector<BeadIndices> hypothesis = beads_of(words[i + 1], streams.in);
      check_sides(gold, hypothesis, words[i], words[i + 1]);
      rows.emplace_back(words[i + 1], count_matches(gold, hypothesis));
      total += rows.back().second;
    }
    if (!table && !as_json) {
      streams.out << line(total);
      return 0;
    }
    rows.emplace_back("total", total);
    std::size_t width = 0;
    for (const auto& [file, counts] : rows) width = std::max(width, file.size());
    if (table)
      streams.out << fmt::format(
          "{:<{}}{:>8}{:>8}{:>27}{:>27}\n{:<{}}{:>8}{:>8}{:>9}{:>9}{:>9}{:>9}{:>9}{:>9}\n", "", width, "", "",
          "strict", "lax", "", width, "gold", "hyp", "P", "R", "F1", "P", "R", "F1");
    for (const auto& [file, counts] : rows)
      streams.out << (table ? table_row(file, counts, width) : json(file, counts));
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_evaluate() { return std::make_unique<EvaluateCommand>(); }

}  // namespace taraz::cli
