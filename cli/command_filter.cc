#include <fmt/format.h>

#include <array>
#include <boost/program_options.hpp>
#include <ostream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/mt/anchor_accuracy.h"
#include "corpus/mt/filter.h"
#include "io/unit_reader.h"
#include "io/unit_writer.h"
#include "text/error.h"
#include "text/language_detector.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

constexpr std::size_t kCalibrationUnits = 50000;

DuplicateScope scope_of(const std::string& name) {
  if (name == "none") return DuplicateScope::none;
  if (name == "pair") return DuplicateScope::pair;
  if (name == "source") return DuplicateScope::source;
  if (name == "target") return DuplicateScope::target;
  if (name == "either") return DuplicateScope::either;
  throw UsageError("--duplicates: '" + name + "' is none of pair, source, target, either, none");
}

DropReason reason_of(const std::string& name) {
  if (const auto reason = drop_reason_of(name)) return *reason;
  std::string names;
  for (std::size_t i = 0; i < kDropReasons; ++i)
    names += (i > 0 ? ", " : "") + std::string(name_of(static_cast<DropReason>(i)));
  throw UsageError("--keep: there is no rule '" + name + "'; the rules are " + names);
}

class FilterCommand : public Command {
 public:
  std::string_view name() const override { return "filter"; }
  std::string_view summary() const override {
    return "Drops units unfit for MT training, with a reason for each";
  }
  std::string_view synopsis() const override { return "CORPUS... -o OUT [--report FILE] [--dropped FILE]"; }
  std::string_view description() const override {
    return "Reads translation units (TSV, TMX, JSONL), keeps those that pass every rule, and never edits a "
           "text.\n"
           "Rules, in the order in which they are asked: empty, encoding, identical, few-letters, "
           "length-ratio,\n"
           "language, boilerplate, anchors, low-confidence, duplicate, near-duplicate. The first that "
           "applies is the\n"
           "reason. Limits are in data/corpus/filter.tsv; docs/mt-data.md explains each rule.\n"
           "The length ratio is learned from the first 50,000 units. Memory: about 130 bytes a kept unit.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz filter corpus.tmx -o clean.tsv --report report.tsv",
             "Cleans a corpus and counts what was dropped and why"},
            {"taraz filter a.tsv b.tsv -o clean.tsv --dropped out.jsonl --keep anchors --duplicates either",
             "Joins two corpora, each source and each target once; dropped units with their reasons in "
             "out.jsonl"}};
  }
  void add_options(po::options_description& options) const override {
    add_output_option(options);
    options.add_options()("format", po::value<std::string>()->value_name("FORMAT"),
                          "tsv, tmx or jsonl; by OUT's name, or tsv")(
        "report", po::value<std::string>()->value_name("FILE"), "counts per reason, as TSV")(
        "dropped", po::value<std::string>()->value_name("FILE"),
        "the dropped units, with the property 'reason'")(
        "keep", po::value<std::vector<std::string>>()->value_name("RULE"),
        "do not ask this rule; may be repeated")(
        "duplicates", po::value<std::string>()->default_value("pair")->value_name("WHAT"),
        "what must not repeat: pair, source, target, either, none")(
        "thresholds", po::value<std::string>()->value_name("FILE"),
        "other limits, in the form of data/corpus/filter.tsv");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    FilterThresholds limits = FilterThresholds::builtin();
    if (arguments.count("thresholds") > 0) {
      const std::string path = arguments["thresholds"].as<std::string>();
      limits.change(Source(path).read_all(1 << 20), path);
    }
    AnchorComparer anchors;
    UnitFilter filter(
        limits, scope_of(arguments["duplicates"].as<std::string>()),
        [](std::string_view text) -> UnitFilter::LanguageGuess {
          const auto guesses = guess_languages(text);
          if (guesses.empty() || text.size() < 40) return {"", 0.0};  // too short to contradict the user
          return {std::string(guesses.front().language.base()), guesses.front().certainty};
        },
        [&](const Variant& a, const Variant& b) {
          return anchors.contradictions(a.text, a.language, b.text, b.language);
        });
    if (arguments.count("keep") > 0)
      for (const std::string& rule : arguments["keep"].as<std::vector<std::string>>())
        filter.disable(reason_of(rule));
    const std::vector<std::string> inputs = inputs_of(arguments);
    if (inputs.empty())
      throw UsageError("name at least one CORPUS (TSV, TMX or JSONL), or - for standard input");

    Output out(arguments, streams, filter);
    std::vector<TranslationUnit> first;  // held back until the length ratio is known
    bool calibrated = false;
    const auto calibrate = [&] {
      filter.calibrate(first);
      for (const TranslationUnit& unit : first) out.take(unit);
      first = {};
      calibrated = true;
    };
    for (const std::string& path : inputs) {
      const auto reader = make_unit_reader({}, Source(path, streams.in));
      for (TranslationUnit unit; reader->next(unit);) {
        if (calibrated) {
          out.take(unit);
        } else {
          first.push_back(unit);
          if (first.size() >= kCalibrationUnits) calibrate();
        }
      }
    }
    if (!calibrated) calibrate();
    out.finish(streams.err);
    return 0;
  }

 private:
  // Kept and dropped units on their way out; writers are made when the first unit shows the languages.
  class Output {
   public:
    Output(const po::variables_map& arguments, Streams& streams, UnitFilter& filter)
        : arguments_(arguments), streams_(streams), filter_(filter) {}

    void take(const TranslationUnit& unit) {
      if (kept_ == nullptr) open(unit);
      const auto reason = filter_.judge(unit);
      ++total_;
      if (!reason) {
        kept_->write(unit);
        return;
      }
      ++counts_[static_cast<std::size_t>(*reason)];
      if (dropped_ == nullptr) return;
      TranslationUnit marked = unit;
      marked.properties.emplace_back("reason", name_of(*reason));
      dropped_->write(marked);
    }

    void finish(std::ostream& err) {
      if (kept_ == nullptr) throw Error("there are no units in the input");
      kept_->finish();
      if (dropped_ != nullptr) dropped_->finish();
      std::uint64_t dropped = 0;
      std::string report = "reason\tunits\tshare\n";
      for (std::size_t i = 0; i < kDropReasons; ++i) {
        dropped += counts_[i];
        report += fmt::format("{}\t{}\t{:.4f}\n", name_of(static_cast<DropReason>(i)), counts_[i],
                              share(counts_[i]));
      }
      report += fmt::format("kept\t{}\t{:.4f}\n", total_ - dropped, share(total_ - dropped));
      if (arguments_.count("report") == 0) return;
      Sink sink(arguments_["report"].as<std::string>(), err);
      sink.write(report);
      sink.commit();
    }

   private:
    void open(const TranslationUnit& unit) {
      UnitWriterOptions options;
      for (const Variant& v : unit.variants) options.languages.push_back(v.language);
      options.creation_date = creation_date();
      options.tool_version = TARAZ_VERSION;
      options.documents = !unit.document.empty();
      for (const auto& [key, value] : unit.properties) options.properties.push_back(key);
      const std::string path = output_of(arguments_);
      UnitFormat format = unit_format_of(path, UnitFormat::tsv);
      if (arguments_.count("format") > 0) format = parse_unit_format(arguments_["format"].as<std::string>(), "--format");
      kept_ = make_unit_writer(format, Sink(path, streams_.out), options);
      if (arguments_.count("dropped") == 0) return;
      options.properties.push_back("reason");
      options.incomplete = true;
      const std::string dropped = arguments_["dropped"].as<std::string>();
      dropped_ =
          make_unit_writer(unit_format_of(dropped, UnitFormat::jsonl), Sink(dropped, streams_.out), options);
    }
    double share(std::uint64_t n) const {
      return total_ == 0 ? 0.0 : static_cast<double>(n) / static_cast<double>(total_);
    }

    const po::variables_map& arguments_;
    Streams& streams_;
    UnitFilter& filter_;
    std::unique_ptr<UnitWriter> kept_, dropped_;
    std::array<std::uint64_t, kDropReasons> counts_{};
    std::uint64_t total_ = 0;
  };
};

}  // namespace

std::unique_ptr<Command> make_filter() { return std::make_unique<FilterCommand>(); }

}  // namespace taraz::cli
