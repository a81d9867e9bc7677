#include <algorithm>
#include <boost/program_options.hpp>
#include <memory>
#include <ostream>
#include <utility>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/glossary/glossary_builder.h"
#include "io/glossary_file.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

class GlossaryCommand : public Command {
 public:
  std::string_view name() const override { return "glossary"; }
  std::string_view summary() const override {
    return "Finds names and terms and their translations in a corpus";
  }
  std::string_view synopsis() const override {
    return "CORPUS... -o TERMS.tbx [--langs en,fa,ar] [--terms APPROVED]";
  }
  std::string_view description() const override {
    return "Reads aligned units (TSV, TMX, JSONL) and writes what things are called in every language: "
           "names, acronyms and\n"
           "terms of several words that occur at least twice, each with its forms, frequency, confidence and "
           "a context.\n"
           "Terms are looked for in the first language (in English, when the first has no capitals) and "
           "found "
           "in the others\n"
           "by how words translate each other and how names sound.\n"
           "Formats by OUT's name: .tbx (TBX-Basic 2, for OmegaT and others), .tsv, .csv, .utf8 (OmegaT: "
           "source, target,\n"
           "comment); --format tbx3 writes ISO 30042:2019. docs/glossary.md says more.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz glossary memory.tmx -o terms.tbx", "A termbase for a CAT tool"},
            {"taraz glossary corpus.tsv -o terms.tsv --langs fa,en,ar --top 200",
             "The best 200 concepts, Persian in front"},
            {"taraz glossary corpus.tsv -o terms.tbx --terms mine.csv",
             "Keeps approved terms and marks what conflicts with them"}};
  }
  void add_options(po::options_description& options) const override {
    add_output_option(options);
    add_threads_option(options);
    options.add_options()("format", po::value<std::string>()->value_name("FORMAT"),
                          "tbx, tbx3, tsv, csv or omegat; by OUT's name, or tsv")(
        "langs", po::value<std::string>()->value_name("LANGS"),
        "which languages in which order, as in fa,en; all of the corpus")(
        "terms", po::value<std::string>()->value_name("FILE"),
        "approved terms (TBX, TSV, CSV): they come first and win")(
        "min-frequency", po::value<std::uint32_t>()->default_value(2)->value_name("N"),
        "units in which a term and its translation meet")(
        "min-confidence", po::value<double>()->default_value(0.5)->value_name("P"),
        "0..1; see the confidence column")("top", po::value<std::size_t>()->default_value(0)->value_name("N"),
                                           "only the best N; 0: all")(
        "words", "also single words that are no names")("no-contexts", "without the contexts")(
        "no-lexicon", "learn from the corpus alone");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::vector<std::string> inputs = inputs_of(arguments);
    if (inputs.empty())
      throw UsageError("name at least one CORPUS (TSV, TMX or JSONL), or - for standard input");
    std::vector<Language> languages = languages_of(arguments);
    GlossaryOptions options;
    options.min_frequency = arguments["min-frequency"].as<std::uint32_t>();
    options.min_confidence = arguments["min-confidence"].as<double>();
    options.top = arguments["top"].as<std::size_t>();
    options.single_words = arguments.count("words") > 0;
    options.shipped_lexicon = arguments.count("no-lexicon") == 0;
    options.threads = threads_of(arguments);
    if (options.min_frequency == 0) throw UsageError("--min-frequency: give 1 or more");
    const std::string path = output_of(arguments);
    const GlossaryFormat format = arguments.count("format") > 0
                                      ? parse_glossary_format(arguments["format"].as<std::string>())
                                      : glossary_format_of(path);

    std::unique_ptr<GlossaryBuilder> builder;
    for (const std::string& input : inputs) {
      const auto reader = make_unit_reader({}, Source(input, streams.in));
      for (TranslationUnit unit; reader->next(unit);) {
        if (unit.document.empty() && inputs.size() > 1) unit.document = input;
        if (builder == nullptr) {
          if (languages.empty())
            for (const Variant& v : unit.variants) languages.push_back(v.language);
          if (languages.size() < 2)
            throw Error(input + ": a glossary needs two languages, the first unit has one");
          builder = std::make_unique<GlossaryBuilder>(languages, options);
        }
        builder->add(unit);
      }
    }
    if (builder == nullptr) throw Error("there are no units in the input");
    std::vector<Concept> concepts = builder->build();
    if (arguments.count("terms") > 0)
      concepts = merge_approved(read_glossary(Source(arguments["terms"].as<std::string>()), languages),
                                std::move(concepts));
    write_glossary(Sink(path, streams.out), format, concepts,
                   {languages, arguments.count("no-contexts") == 0});
    return 0;
  }

 private:
  static std::vector<Language> languages_of(const po::variables_map& arguments) {
    std::vector<Language> out;
    if (arguments.count("langs") == 0) return out;
    const std::string list = arguments["langs"].as<std::string>();
    for (std::size_t i = 0; i <= list.size();) {
      const std::size_t end = std::min(list.find(',', i), list.size());
      out.push_back(Language::parse(list.substr(i, end - i)));
      i = end + 1;
    }
    if (out.size() < 2) throw UsageError("--langs: name two languages or more, as in en,fa");
    return out;
  }
};

}  // namespace

std::unique_ptr<Command> make_glossary() { return std::make_unique<GlossaryCommand>(); }

}  // namespace taraz::cli
