#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <filesystem>
#include <functional>
#include <memory>
#include <ostream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/mt/test_set.h"
#include "io/unit_reader.h"
#include "io/unit_writer.h"
#include "io/wmt_writer.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

// The writers of one part (train, dev or test).
class PartWriters {
 public:
  PartWriters(const std::string& folder, Part part, const std::string& format,
              const UnitWriterOptions& options) {
    const std::string path = folder + "/" + std::string(name_of(part));
    if (format == "moses") {
      writers_.push_back(make_moses_writer(path, options.languages));
    } else if (format == "wmt") {
      for (const Language& source : options.languages)
        for (const Language& target : options.languages)
          if (source != target)
            writers_.push_back(make_wmt_writer(Sink(path + "." + source.tag() + "-" + target.tag() + ".xml"),
                                               {std::string(name_of(part)), source, target}));
    } else {
      writers_.push_back(make_unit_writer(parse_unit_format(format, "--format"), Sink(path + "." + format), options));
    }
  }
  void write(const TranslationUnit& unit) {
    for (auto& w : writers_) w->write(unit);
    ++units_;
  }
  void finish() {
    for (auto& w : writers_) w->finish();
  }
  std::size_t units() const { return units_; }

 private:
  std::vector<std::unique_ptr<UnitWriter>> writers_;
  std::size_t units_ = 0;
};

class TestsetCommand : public Command {
 public:
  std::string_view name() const override { return "testset"; }
  std::string_view summary() const override {
    return "Splits a corpus into train, dev and test without leakage";
  }
  std::string_view synopsis() const override {
    return "CORPUS... -o FOLDER [--test N] [--dev N] [--format FORMAT]";
  }
  std::string_view description() const override {
    return "Draws whole documents for dev and test, from every source and length in proportion, in an order "
           "that --seed\n"
           "fixes. Units of train that repeat a dev or test text in any language, exactly or nearly, are "
           "left out.\n"
           "Units without a document name are drawn in blocks of 40. Incomplete units take no part.\n"
           "Formats: moses (train.en, train.fa ...), tsv, jsonl, tmx, wmt (XML as WMT and sacreBLEU read it, "
           "one file per\n"
           "ordered pair of languages; three languages give two test sets for each source). The corpus is "
           "read three\n"
           "times, so it cannot be standard input.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz testset corpus.tsv -o split --test 2000 --dev 1000 --format moses",
             "split/train.en, split/train.fa, split/dev.en ..."},
            {"taraz testset news.jsonl law.jsonl -o split --format wmt --seed 7",
             "split/test.en-fa.xml and so on"}};
  }
  void add_options(po::options_description& options) const override {
    options.add_options()("output,o", po::value<std::string>()->value_name("FOLDER"),
                          "folder for the parts; made if missing")(
        "format", po::value<std::string>()->default_value("tsv")->value_name("FORMAT"),
        "moses, tsv, jsonl, tmx or wmt")("test",
                                         po::value<std::size_t>()->default_value(1000)->value_name("N"),
                                         "units of the test set, to within a document")(
        "dev", po::value<std::size_t>()->default_value(1000)->value_name("N"),
        "units of the development set")("seed", po::value<std::uint64_t>()->default_value(1)->value_name("N"),
                                        "another number gives another split")(
        "near", po::value<double>()->default_value(0.8, "0.8")->value_name("S"),
        "similarity 0..1 from which a unit of train leaks; 0: only the same text");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    if (arguments.count("output") == 0) throw UsageError("name the folder for the parts, as in -o split");
    const std::string folder = arguments["output"].as<std::string>(),
                      format = arguments["format"].as<std::string>();
    if (format != "moses" && format != "tsv" && format != "jsonl" && format != "tmx" && format != "wmt")
      throw UsageError("--format: '" + format + "' is none of moses, tsv, jsonl, tmx, wmt");
    const double near = arguments["near"].as<double>();
    if (near < 0.0 || near > 1.0) throw UsageError("--near: give a similarity from 0 to 1");
    const std::vector<std::string> inputs = inputs_of(arguments);
    if (inputs.empty()) throw UsageError("name at least one CORPUS (TSV, TMX or JSONL)");
    for (const std::string& path : inputs)
      if (path == "-") throw UsageError("the corpus is read three times; save it to a file first");

    CorpusSplit split({arguments["test"].as<std::size_t>(), arguments["dev"].as<std::size_t>(),
                       arguments["seed"].as<std::uint64_t>(), near});
    UnitWriterOptions options;
    options.creation_date = creation_date();
    options.tool_version = TARAZ_VERSION;
    const auto each = [&](const std::function<void(const TranslationUnit&)>& take) {
      for (const std::string& path : inputs) {
        const auto reader = make_unit_reader({}, Source(path));
        for (TranslationUnit unit; reader->next(unit);) take(unit);
      }
    };
    each([&](const TranslationUnit& unit) {
      if (options.languages.empty())
        for (const Variant& v : unit.variants) options.languages.push_back(v.language);
      options.documents = options.documents || !unit.document.empty();
      split.plan(unit);
    });
    split.choose();

    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error) throw Error(folder + ": cannot make the folder: " + error.message());
    PartWriters test(folder, Part::test, format, options), dev(folder, Part::dev, format, options),
        train(folder, Part::train, format, options);
    each([&](const TranslationUnit& unit) {
      if (const auto part = split.hold_out(unit)) (*part == Part::test ? test : dev).write(unit);
    });
    each([&](const TranslationUnit& unit) {
      if (split.train(unit)) train.write(unit);
    });
    for (PartWriters* part : {&test, &dev, &train}) part->finish();
    streams.out << fmt::format(
        "part\tunits\ntrain\t{}\ndev\t{}\ntest\t{}\nleaked\t{}\nrepeated\t{}\nincomplete\t{}\n",
        train.units(), dev.units(), test.units(), split.leaked(), split.repeated(), split.incomplete());
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_testset() { return std::make_unique<TestsetCommand>(); }

}  // namespace taraz::cli
