// Two passes where the output must know its columns before the first unit; else one.
#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <list>
#include <optional>
#include <utility>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "cli/unit_output.h"
#include "cli/unit_survey.h"
#include "corpus/unit_languages.h"
#include "io/rereadable_input.h"
#include "io/unit_reader.h"
#include "segment/segmenter.h"
#include "text/error.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

std::vector<Language> languages_of(const po::variables_map& arguments) {
  std::vector<Language> out;
  if (arguments.count("langs") == 0) return out;
  std::string_view left = arguments["langs"].as<std::string>();
  for (;;) {
    const std::size_t comma = left.find(',');
    out.push_back(Language::parse(left.substr(0, comma)));
    if (comma == std::string_view::npos) return out;
    left.remove_prefix(comma + 1);
  }
}

// The texts that beads speak of, one segment a line.
class BeadTexts {
 public:
  BeadTexts(const std::vector<NamedInput>& inputs, const DecodeOptions& decode, std::istream& in) {
    const Segmenter lines({.one_per_line = true});
    for (const NamedInput& input : inputs) {
      if (!input.language.known())
        throw UsageError("name the language of '" + input.path + "': LANG=" + input.path);
      documents_.emplace_back(input.path, input.language,
                              TextReader(Source(input.path, in), decode).read_all());
      lines.segment(documents_.back());
    }
  }

  bool any() const { return !documents_.empty(); }
  std::vector<Language> languages() const {
    std::vector<Language> out;
    for (const Document& d : documents_) out.push_back(d.language());
    return out;
  }

  void fill(TranslationUnit& unit) const {
    auto variant = unit.variants.begin();
    for (const Document& d : documents_) {
      const SegmentRange range = variant->source.value_or(SegmentRange{});
      if (!range.empty() && range.end > d.size())
        throw Error(fmt::format(
            "{}: bead {} names segment {}, but the last is {}; is this the text that was aligned?", d.id(),
            unit.id, range.end - 1, static_cast<long long>(d.size()) - 1));
      (variant++)->text = range.empty() ? "" : d.text_of(range);
    }
  }

 private:
  std::list<Document> documents_;
};

class ConvertCommand : public Command {
 public:
  std::string_view name() const override { return "convert"; }
  std::string_view summary() const override {
    return "Converts translation units: TSV, TMX, JSONL and beads";
  }
  std::string_view synopsis() const override { return "IN [LANG=TEXT...] [-o OUT]"; }
  std::string_view description() const override {
    return "Reads translation units as Taraz and other tools write them and writes them in another format, "
           "unit by\n"
           "unit, in little memory. IN's format is that of its name, or else of its content; '-' is standard "
           "input.\n"
           "TMX 1.1 to 1.4 is read in any encoding; inline codes are left out, their texts stay. A TMX holds "
           "only\n"
           "units with a text in every language, unless --incomplete is given.\n"
           "\n"
           "Beads hold segment numbers only: name the texts, one segment a line, in the order of the beads' "
           "sides.\n"
           "The formats are described in docs/formats.";
  }
  std::vector<Example> examples() const override {
    return {
        {"taraz convert memory.tmx -o memory.tsv", "A translation memory as a table"},
        {"taraz convert corpus.tsv.gz --langs en,fa -o corpus.en-fa.tmx",
         "Two languages of a table as a TMX"},
        {"taraz convert letters.jsonl --pairs -o letters.tmx", "letters.en-fa.tmx, letters.en-ar.tmx ..."},
        {"taraz convert gold.beads en=en.txt fa=fa.txt -o gold.tsv", "The texts that beads pair"}};
  }
  void add_options(po::options_description& options) const override {
    add_unit_output_options(options, "to");
    options.add_options()("from", po::value<std::string>()->value_name("FORMAT"),
                          "tsv, tmx, jsonl or beads, instead of what IN's name or content says")(
        "langs", po::value<std::string>()->value_name("LANG,LANG..."),
        "only these languages, in this order; 'en' takes en-GB too. They name the columns of a TSV without "
        "header")("min-score", po::value<double>()->value_name("SCORE"),
                  "only units with this score (0 to 1) or a higher one; those without a score are left out")(
        "no-properties", "leave out all but texts, score, kind and source");
    add_decode_options(options);
  }

  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::vector<NamedInput> texts = texts_of(arguments);
    const std::string path = inputs_of(arguments)[0];
    const std::vector<Language> languages = languages_of(arguments);
    const bool no_properties = arguments.count("no-properties") > 0;
    const std::optional<double> least =
        arguments.count("min-score") > 0 ? std::optional(arguments["min-score"].as<double>()) : std::nullopt;
    if (least && !(*least >= 0 && *least <= 1)) throw UsageError("--min-score is a number from 0 to 1");
    UnitReaderOptions reading{.languages = languages, .decode = decode_options_of(arguments)};
    const BeadTexts bead_texts(texts, reading.decode, streams.in);
    if (bead_texts.any()) reading.languages = bead_texts.languages();
    std::optional<UnitFormat> from;
    if (arguments.count("from") > 0) from = parse_unit_format(arguments["from"].as<std::string>(), "--from");
    if (bead_texts.any()) from = UnitFormat::beads;
    const UnitFormat to = output_format(arguments);
    RereadableInput input(path, streams.in);
    if (!from) {
      Source source = input.open();
      from = find_unit_format(source);
    }
    if (from == UnitFormat::beads && to != UnitFormat::beads && !bead_texts.any())
      throw UsageError("beads hold no text; name the texts they speak of: LANG=TEXT LANG=TEXT");

    const auto change = [&](TranslationUnit& unit) {
      if (bead_texts.any()) bead_texts.fill(unit);
      if (least && (!unit.score || *unit.score < *least)) return false;
      if (no_properties) {
        unit.properties.clear();
        unit.document.clear();
      }
      return languages.empty() || select_languages(unit, languages) || to == UnitFormat::beads;
    };
    UnitWriterOptions options{.languages = languages};
    const bool table = to == UnitFormat::tsv;
    if (table || (to != UnitFormat::jsonl && languages.empty()) || arguments.count("pairs") > 0) {
      const auto reader = make_unit_reader(from, input.open(), reading);
      const UnitSurvey survey = survey_units(*reader, change);
      if (languages.empty()) options.languages = survey.languages;
      options.documents = survey.documents;
      options.ids = survey.ids && !no_properties;
      options.properties = survey.properties;
    }
    const auto reader = make_unit_reader(from, input.open(), reading);
    const auto writer = open_unit_output(arguments, streams, std::move(options));
    TranslationUnit unit;
    while (reader->next(unit))
      if (change(unit)) writer->write(unit);
    writer->finish();
    print_left_out(writer->report(), output_of(arguments), streams);
    return 0;
  }

 private:
  static std::vector<NamedInput> texts_of(const po::variables_map& arguments) {
    std::vector<NamedInput> out;
    const std::vector<std::string> words = inputs_of(arguments);
    if (words.empty()) throw UsageError("no input; name a FILE, or - for standard input");
    for (std::size_t i = 1; i < words.size(); ++i) out.push_back(parse_named_input(words[i]));
    for (const NamedInput& text : out)
      if (!text.language.known())
        throw UsageError(fmt::format(
            "one input at a time; '{}' is a second one (a text that beads speak of is given as LANG={})",
            text.path, text.path));
    if (out.size() == 1) throw UsageError("beads pair two texts or more; one is named");
    return out;
  }
};

}  // namespace

std::unique_ptr<Command> make_convert() { return std::make_unique<ConvertCommand>(); }

}  // namespace taraz::cli
