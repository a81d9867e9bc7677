#include <boost/program_options.hpp>
#include <memory>
#include <ostream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "corpus/glossary/term_check.h"
#include "io/glossary_file.h"
#include "io/sink.h"
#include "io/unit_reader.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

std::string cell(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c == '\t' || c == '\n') c = ' ';
  return out;
}

class TermsCheckCommand : public Command {
 public:
  std::string_view name() const override { return "terms-check"; }
  std::string_view summary() const override {
    return "Lists units that do not translate a term as the glossary says";
  }
  std::string_view synopsis() const override { return "GLOSSARY CORPUS... [--langs en,fa]"; }
  std::string_view description() const override {
    return "Looks for the source terms of GLOSSARY (TBX, TSV, CSV, OmegaT) in the units of CORPUS, in any of "
           "their forms, and\n"
           "writes a line for each whose approved translation is missing: unit, term as it stands, expected "
           "translation,\n"
           "source text, target text. The source language is the first of the corpus, or of --langs.\n"
           "Exit status 0 when every term is translated as approved, 1 otherwise.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz terms-check terms.tbx memory.tmx", "Checks a translation memory"},
            {"taraz terms-check terms.utf8 memory.tsv --langs en,fa", "A glossary without a header line"}};
  }
  void add_options(po::options_description& options) const override {
    add_output_option(options);
    options.add_options()("langs", po::value<std::string>()->value_name("SRC,TGT"),
                          "source and target language");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::vector<std::string> inputs = inputs_of(arguments);
    if (inputs.size() < 2) throw UsageError("name a GLOSSARY and at least one CORPUS");
    std::vector<Language> languages;
    if (arguments.count("langs") > 0) {
      const std::string list = arguments["langs"].as<std::string>();
      const std::size_t comma = list.find(',');
      if (comma == std::string::npos) throw UsageError("--langs: name source and target, as in en,fa");
      languages = {Language::parse(list.substr(0, comma)), Language::parse(list.substr(comma + 1))};
    }
    std::vector<Concept> concepts;
    bool concepts_read = false;
    Sink sink(output_of(arguments), streams.out);
    sink.write("unit\tterm\texpected\tsource\ttarget\n");
    bool clean = true;
    std::unique_ptr<TermChecker> checker;
    for (std::size_t i = 1; i < inputs.size(); ++i) {
      const auto reader = make_unit_reader({}, Source(inputs[i], streams.in));
      for (TranslationUnit unit; reader->next(unit);) {
        if (languages.empty()) {
          if (unit.variants.size() < 2)
            throw Error(inputs[i] + ": the first unit has one language; name two with --langs");
          languages = {unit.variants[0].language, unit.variants[1].language};
        }
        if (!concepts_read) {
          concepts = read_glossary(Source(inputs[0], streams.in), languages);
          checker = std::make_unique<TermChecker>(concepts, languages[0], languages[1]);
          concepts_read = true;
        }
        const Variant *source = nullptr, *target = nullptr;
        for (const Variant& v : unit.variants) {
          if (v.language == languages[0] && source == nullptr) source = &v;
          if (v.language == languages[1] && target == nullptr) target = &v;
        }
        if (source == nullptr || target == nullptr || source->text.empty() || target->text.empty()) continue;
        for (const TermFinding& f : checker->missing(source->text, target->text)) {
          clean = false;
          sink.write(cell(unit.id) + "\t" + cell(f.span.of(source->text)) + "\t" + cell(f.expected) + "\t" +
                     cell(source->text) + "\t" + cell(target->text) + "\n");
        }
      }
    }
    sink.commit();
    return clean ? 0 : 1;
  }
};

}  // namespace

std::unique_ptr<Command> make_terms_check() { return std::make_unique<TermsCheckCommand>(); }

}  // namespace taraz::cli
