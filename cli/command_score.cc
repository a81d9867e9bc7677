#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <ostream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/mt/anchor_accuracy.h"
#include "corpus/mt/mt_score.h"
#include "io/encoding.h"
#include "io/extract/lines_of.h"
#include "io/source.h"
#include "text/error.h"
#include "text/language_detector.h"
#include "text/utf8.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

class ScoreCommand : public Command {
 public:
  std::string_view name() const override { return "score"; }
  std::string_view summary() const override {
    return "Scores a machine translation: BLEU, chrF, dates, numbers, names";
  }
  std::string_view synopsis() const override { return "HYP REF [REF...]"; }
  std::string_view description() const override {
    return "Compares HYP, a segment a line, with one or more references, line by line.\n"
           "BLEU and chrF are those of sacreBLEU with its default signatures (BLEU: "
           "case:mixed|eff:no|tok:13a|smooth:exp;\n"
           "chrF2: case:mixed|eff:yes|nc:6|nw:0|space:no). Below them: how many dates, numbers and names of "
           "the first\n"
           "reference the translation has, which n-grams do not show.";
  }
  std::vector<Example> examples() const override {
    return {
        {"taraz score system.fa reference.fa", "Scores a translation into Persian"},
        {"taraz score --format json system.en ref-a.en ref-b.en", "Two references, as JSON for a script"}};
  }
  void add_options(po::options_description& options) const override {
    add_language_option(options);
    options.add_options()("format", po::value<std::string>()->default_value("text")->value_name("FORMAT"),
                          "text or json");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::string format = arguments["format"].as<std::string>();
    if (format != "text" && format != "json")
      throw UsageError("--format: '" + format + "' is neither text nor json");
    const std::vector<std::string> paths = inputs_of(arguments);
    if (paths.size() < 2)
      throw UsageError("name a translation and at least one reference: taraz score HYP REF");
    std::vector<std::string> texts;
    for (const std::string& path : paths) {
      texts.push_back(TextReader(Source(path, streams.in)).read_all());
    }
    std::vector<std::vector<std::string_view>> files;
    for (const std::string& text : texts) files.push_back(lines_of(text));
    for (std::size_t k = 1; k < files.size(); ++k)
      if (files[k].size() != files[0].size())
        throw Error(fmt::format(
            "{} has {} lines, {} has {}; a translation and its references are parallel line by line",
            paths[0], files[0].size(), paths[k], files[k].size()));
    if (files[0].empty()) throw Error(paths[0] + ": is empty; there is nothing to score");
    Language language = language_of(arguments);
    if (!language.known()) language = detect_language(texts[1]);
    if (!language.known())
      throw UsageError(paths[1] + ": cannot tell the language; name it, as in --lang fa");

    Bleu bleu;
    ChrF chrf;
    AnchorComparer comparer;
    KeptByKind kept{};
    std::vector<std::string_view> references(files.size() - 1);
    for (std::size_t i = 0; i < files[0].size(); ++i) {
      for (std::size_t k = 1; k < files.size(); ++k) references[k - 1] = files[k][i];
      bleu.add(files[0][i], references);
      chrf.add(files[0][i], references);
      const KeptByKind one = comparer.compare(references[0], language, files[0][i], language);
      for (std::size_t k = 0; k < kKeptKinds; ++k) kept[k] += one[k];
    }
    const auto p = bleu.precisions();
    const auto kind = [&](KeptKind k) -> const KeptAnchors& { return kept[static_cast<std::size_t>(k)]; };
    if (format == "json") {
      const auto json = [&](KeptKind k) {
        return fmt::format("{{\"kept\":{:.4f},\"of\":{}}}", kind(k).kept(), kind(k).matched + kind(k).only_a);
      };
      streams.out << fmt::format(
          "{{\"bleu\":{:.2f},\"precisions\":[{:.1f},{:.1f},{:.1f},{:.1f}],\"bp\":{:.3f},\"hyp_len\":{},\"ref_"
          "len\":{},"
          "\"chrf2\":{:.2f},\"dates\":{},\"numbers\":{},\"names\":{}}}\n",
          bleu.score(), p[0], p[1], p[2], p[3], bleu.brevity_penalty(), bleu.hypothesis_length(),
          bleu.reference_length(), chrf.score(), json(KeptKind::date), json(KeptKind::number),
          json(KeptKind::name));
      return 0;
    }
    const double ratio = bleu.reference_length() == 0 ? 0.0
                                                      : static_cast<double>(bleu.hypothesis_length()) /
                                                            static_cast<double>(bleu.reference_length());
    streams.out << fmt::format(
        "BLEU     {:6.2f}   {:.1f}/{:.1f}/{:.1f}/{:.1f} (BP = {:.3f} ratio = {:.3f} hyp_len = {} ref_len = "
        "{})\n",
        bleu.score(), p[0], p[1], p[2], p[3], bleu.brevity_penalty(), ratio, bleu.hypothesis_length(),
        bleu.reference_length());
    streams.out << fmt::format("chrF2    {:6.2f}\n", chrf.score());
    for (const auto& [k, word] :
         {std::pair{KeptKind::date, "dates"}, {KeptKind::number, "numbers"}, {KeptKind::name, "names"}})
      streams.out << fmt::format("{:8} {:6.2f}   {} of {} kept, {} more in the translation\n", word,
                                 100.0 * kind(k).kept(), kind(k).matched, kind(k).matched + kind(k).only_a,
                                 kind(k).only_b);
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_score() { return std::make_unique<ScoreCommand>(); }

}  // namespace taraz::cli
