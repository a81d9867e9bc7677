#include <boost/program_options.hpp>
#include <numeric>
#include <optional>
#include <utility>

#include "align/aligner.h"
#include "align/passages/any_order.h"
#include "cli/align_mode.h"
#include "cli/command.h"
#include "cli/document_input.h"
#include "cli/engine_options.h"
#include "cli/option_groups.h"
#include "cli/page_output.h"
#include "cli/unit_output.h"
#include "corpus/translation_unit.h"
#include "text/error.h"

namespace taraz::cli {
namespace {

bool distinct(const std::vector<Language>& languages) {
  for (std::size_t a = 0; a < languages.size(); ++a)
    for (std::size_t b = a + 1; b < languages.size(); ++b)
      if (languages[a] == languages[b]) return false;
  return true;
}

// What the writers need: the documents in the order of the alignment, and which they are.
struct Texts {
  std::vector<const Document*> views;
  std::vector<std::size_t> documents;  // places in the AnyOrderAlignment
};

template <typename Take>
void each_unit(const Texts& texts, const AnyOrderAlignment& aligned, const Alignment& alignment,
               const Take& take) {
  for_each_unit(texts.views, alignment, [&](TranslationUnit&& unit) {
    for (std::size_t k = 0; k < unit.variants.size(); ++k)
      if (unit.variants[k].source)
        unit.variants[k].source = aligned.original(texts.documents[k], *unit.variants[k].source);
    take(std::move(unit));
  });
}

void write(const Texts& texts, const AnyOrderAlignment& aligned, const Alignment& alignment, double least,
           UnitWriter& writer) {
  each_unit(texts, aligned, alignment, [&](TranslationUnit&& unit) {
    if (unit.score.value_or(1.0) >= least) writer.write(unit);
  });
  writer.finish();
}

class AlignCommand : public Command {
 public:
  std::string_view name() const override { return "align"; }
  std::string_view summary() const override { return "Aligns two or more texts sentence by sentence"; }
  std::string_view synopsis() const override { return "[LANG=]FILE [LANG=]FILE [[LANG=]FILE...] [-o OUT]"; }
  std::string_view description() const override {
    return "Splits texts that are translations of each other into sentences and pairs these, in order: one "
           "with one,\n"
           "one with several, or none where a sentence has no counterpart. Any number of languages is "
           "aligned at once.\n"
           "\n"
           "HTML, DOCX, ODT, EPUB, PDF, subtitles, Markdown, PO and XLIFF are read by the endings of their "
           "names (taraz extract "
           "shows what is read), everything else and all that is --segmented as plain text.\n\n"
           "The language of a file is found out; where a text is too short for that, name it as in ur=FILE. "
           "Any encoding\n"
           "people have is read, and .gz; '-' is standard input. OUT's name says the format (.tsv, .tmx, "
           ".jsonl, .beads,\n"
           "each also with .gz); TSV goes to standard output. A file appears whole or not at all.\n"
           "\n"
           "A TMX of three or more languages holds the units that have all of them. CAT tools want two "
           "languages a\n"
           "file: --pairs writes one file per pair. The first document is the source language.\n"
           "Every document is held in memory while it is aligned.\n"
           "\n"
           "Where passages of another document stand elsewhere than in the first, they are put into its "
           "order "
           "and aligned,\n"
           "and texts that are no translations get links between the passages that tell the same instead; a "
           "line on the\n"
           "error stream says so. --mode parallel does neither, --mode auto always says what it found.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz align letter.fa.txt letter.en.txt", "A table (TSV) of sentence pairs on standard output"},
            {"taraz align en=letter.en.txt fa=letter.fa.txt -o letter.tmx",
             "A translation memory, from English to Persian"},
            {"taraz align fa.txt ar.txt en.txt --pairs -o out.tmx",
             "out.fa-ar.tmx, out.fa-en.tmx and out.ar-en.tmx"},
            {"taraz align letter.fa.txt letter.en.txt --html letter.html",
             "A page to correct the alignment in, in any browser"},
            {"taraz align --mode parallel a.fa.txt a.en.txt", "In order, whatever the texts look like"},
            {"taraz align --segmented --format beads en=a.txt fa=b.txt",
             "Line numbers that belong together, for lines that are segments already"},
            {"zcat news.txt.gz | taraz align fa=- en=news-en.txt -o news.jsonl",
             "One document from standard input"}};
  }
  void add_options(Options& options) const override {
    add_document_options(options);
    add_unit_output_options(options);
    options.add_options()("no-lexicon", "do without the shipped word lists")(
        "no-names", "do without names across scripts")(
        "html", boost::program_options::value<std::string>()->value_name("PAGE"),
        "also a page to correct the alignment in, as 'taraz review' makes; without -o only that");
    add_mode_option(options);
    add_engine_options(options);
    add_threads_option(options);
  }
  int run(const Arguments& arguments, Streams& streams) const override {
    const UnitFormat format = output_format(arguments);
    const AlignMode mode = mode_of(arguments);
    const bool pairs = arguments.count("pairs") > 0;
    if (pairs && output_of(arguments) == "-")
      throw UsageError("--pairs writes several files; name them with -o OUT");
    const std::vector<Document> documents = read_documents(arguments, streams, 2);
    std::vector<const Document*> views;
    UnitWriterOptions columns;
    for (const Document& d : documents) {
      views.push_back(&d);
      columns.languages.push_back(d.language());
    }
    AlignOptions options;
    options.use_lexicon = arguments.count("no-lexicon") == 0;
    options.use_names = arguments.count("no-names") == 0;
    options.threads = threads_of(arguments);
    std::optional<PageOutput> page;
    if (arguments.count("html") > 0) page.emplace(arguments["html"].as<std::string>(), streams);
    read_engine_options(arguments, documents, options, streams);
    const double least = min_confidence_of(arguments);
    AnyOrderAlignment aligned;
    if (mode != AlignMode::passages) {
      aligned = align_by_mode(mode, views, options);
      if (mode == AlignMode::automatic) print_relations(views, aligned, arguments.count("mode") > 0, streams);
    }
    if (mode == AlignMode::passages || nothing_translated(aligned)) {
      const std::vector<PassageLink> links = link_passages(views, options, least);
      if (page) {
        std::vector<TranslationUnit> units;
        for (const PassageLink& link : links) units.push_back(unit_of(link, views, units.size() + 1));
        page->write(units, columns.languages, page_title(documents));
        if (arguments.count("output") == 0) return 0;
      }
      columns.incomplete = true;  // a link has two of the languages
      const std::unique_ptr<UnitWriter> writer = open_unit_output(arguments, streams, columns);
      for (std::size_t k = 0; k < links.size(); ++k) writer->write(unit_of(links[k], views, k + 1));
      writer->finish();
      return 0;
    }
    const Texts texts{aligned.views(views), places(views.size())};
    if (options.explain) print_explanations(documents, aligned, streams);
    if (page) {
      std::vector<TranslationUnit> units;
      each_unit(texts, aligned, aligned.aligned.joint,
                [&](TranslationUnit&& unit) { units.push_back(std::move(unit)); });
      page->write(units, columns.languages, page_title(documents));
      if (arguments.count("output") == 0) return 0;
    }
    if (format == UnitFormat::beads && !pairs) {
      Sink sink(output_of(arguments), streams.out);
      for (Bead bead : aligned.aligned.joint.beads()) {
        if (bead.confidence < least) continue;
        for (std::size_t k = 0; k < bead.sides.size(); ++k)
          bead.sides[k] = aligned.original(k, bead.sides[k]);
        sink.write(bead_line(bead));
      }
      sink.commit();
      return 0;
    }
    if (pairs && distinct(columns.languages)) {
      // A pair's own beads: those of all documents are coarser where a third language ties two together.
      std::size_t pair = 0;
      for (std::size_t a = 0; a < views.size(); ++a)
        for (std::size_t b = a + 1; b < views.size(); ++b) {
          UnitWriterOptions two = columns;
          two.languages = {columns.languages[a], columns.languages[b]};
          const std::unique_ptr<UnitWriter> writer = open_unit_output(arguments, streams, two);
          write({{texts.views[a], texts.views[b]}, {a, b}}, aligned, aligned.aligned.pairs[pair++], least,
                *writer);
          print_left_out(writer->report(), output_of(arguments), streams);
        }
      return 0;
    }
    const std::unique_ptr<UnitWriter> writer = open_unit_output(arguments, streams, columns);
    write(texts, aligned, aligned.aligned.joint, least, *writer);
    print_left_out(writer->report(), output_of(arguments), streams);
    return 0;
  }

 private:
  static std::string page_title(const std::vector<Document>& documents) {
    std::string title;
    for (const Document& d : documents) title += (title.empty() ? "" : " \u00B7 ") + title_of(d.id());
    return title;
  }

  static std::vector<std::size_t> places(std::size_t count) {
    std::vector<std::size_t> out(count);
    std::iota(out.begin(), out.end(), std::size_t{0});
    return out;
  }
};

}  // namespace

std::unique_ptr<Command> make_align() { return std::make_unique<AlignCommand>(); }

}  // namespace taraz::cli
