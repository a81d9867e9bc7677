#include <boost/program_options.hpp>
#include <optional>
#include <utility>

#include "align/aligner.h"
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

void write(const std::vector<const Document*>& views, const Alignment& alignment, double least,
           UnitWriter& writer) {
  for_each_unit(views, alignment, [&](TranslationUnit&& unit) {
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
           "Every document is held in memory while it is aligned.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz align letter.fa.txt letter.en.txt", "A table (TSV) of sentence pairs on standard output"},
            {"taraz align en=letter.en.txt fa=letter.fa.txt -o letter.tmx",
             "A translation memory, from English to Persian"},
            {"taraz align fa.txt ar.txt en.txt --pairs -o out.tmx",
             "out.fa-ar.tmx, out.fa-en.tmx and out.ar-en.tmx"},
            {"taraz align letter.fa.txt letter.en.txt --html letter.html",
             "A page to correct the alignment in, in any browser"},
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
    add_engine_options(options);
    add_threads_option(options);
  }
  int run(const Arguments& arguments, Streams& streams) const override {
    const UnitFormat format = output_format(arguments);
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
    const JointAlignment aligned = Aligner(options).align_jointly(views);
    if (options.explain) print_explanations(documents, aligned, streams);
    if (page) {
      write_page(*page, views, aligned.joint, columns.languages);
      if (arguments.count("output") == 0) return 0;
    }
    if (format == UnitFormat::beads && !pairs) {
      Sink sink(output_of(arguments), streams.out);
      for (const Bead& bead : aligned.joint.beads())
        if (bead.confidence >= least) sink.write(bead_line(bead));
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
          write({views[a], views[b]}, aligned.pairs[pair++], least, *writer);
          print_left_out(writer->report(), output_of(arguments), streams);
        }
      return 0;
    }
    const std::unique_ptr<UnitWriter> writer = open_unit_output(arguments, streams, columns);
    write(views, aligned.joint, least, *writer);
    print_left_out(writer->report(), output_of(arguments), streams);
    return 0;
  }

 private:
  static void write_page(PageOutput& page, const std::vector<const Document*>& documents,
                         const Alignment& alignment, const std::vector<Language>& languages) {
    std::vector<TranslationUnit> units;
    for_each_unit(documents, alignment, [&](TranslationUnit&& unit) { units.push_back(std::move(unit)); });
    std::string title;
    for (const Document* d : documents) title += (title.empty() ? "" : " \u00B7 ") + title_of(d->id());
    page.write(units, languages, title);
  }
};

}  // namespace

std::unique_ptr<Command> make_align() { return std::make_unique<AlignCommand>(); }

}  // namespace taraz::cli
