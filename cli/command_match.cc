#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <ostream>
#include <utility>

#include "align/passages/events.h"
#include "align/passages/passage_matcher.h"
#include "cli/align_mode.h"
#include "cli/command.h"
#include "cli/document_input.h"
#include "cli/option_groups.h"
#include "io/match_page.h"
#include "io/match_writer.h"
#include "io/unit_writer.h"
#include "text/error.h"

namespace taraz::cli {
namespace {

class MatchCommand : public Command {
 public:
  std::string_view name() const override { return "match"; }
  std::string_view summary() const override {
    return "Links passages that tell the same in texts that are no translations";
  }
  std::string_view synopsis() const override { return "[LANG=]FILE|FOLDER... [-o OUT] [--format FORMAT]"; }
  std::string_view description() const override {
    return "Finds the passages of one to four sentences that say or tell the same thing, across documents "
           "and languages,\n"
           "and shows by which evidence: dates in three calendars, numbers, names across scripts, words that "
           "translate each\n"
           "other. Kinds: 'translation' (the same in other words, one sentence each) and 'comparable' (the "
           "same event or\n"
           "claim). Documents that are translations of each other get translations only.\n"
           "\n"
           "Formats: tsv (default), jsonl, links (document, [segments], document, [segments], confidence; "
           "0-based), tmx.\n"
           "Groups of links over all documents are events, labelled by what they share; --events FILE lists "
           "them.\n"
           "--documents lists the pairs of documents that belong together instead.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz match letter.fa.txt report.en.txt article.ar.txt --events events.tsv",
             "Links between three texts, and the events they tell of"},
            {"taraz match --segmented --format links en=a.txt fa=b.txt",
             "Translations among shuffled sentences, a sentence a line"},
            {"taraz match letters/ --html links.html", "A page to read the links in, in any browser"},
            {"taraz match news/ --documents", "Which files of a folder are translations of each other"}};
  }
  void add_options(Options& options) const override {
    add_document_options(options);
    add_output_option(options);
    add_threads_option(options);
    options.add_options()("format", boost::program_options::value<std::string>()->value_name("FORMAT"),
                          "tsv, jsonl, links or tmx; by OUT's name, or tsv")(
        "min-confidence", boost::program_options::value<double>()->default_value(0.35)->value_name("P"),
        "0..1")("top", boost::program_options::value<std::size_t>()->default_value(0)->value_name("N"),
                "only the N strongest links; 0: all")("same-language",
                                                      "also between documents of one language")(
        "many", "a sentence may have several translations in one language")("no-comparable",
                                                                            "translations only")(
        "events", boost::program_options::value<std::string>()->value_name("FILE"),
        "write the events to FILE, as TSV")(
        "html", boost::program_options::value<std::string>()->value_name("PAGE"),
        "also a page that shows the documents side by side and the links between them; without -o only that")(
        "documents", "list pairs of documents instead of passages")(
        "no-lexicon", "do without the shipped word lists")("no-names", "do without names across scripts");
  }
  int run(const Arguments& arguments, Streams& streams) const override {
    const std::string path = output_of(arguments);
    std::string format = arguments.count("format") > 0 ? arguments["format"].as<std::string>() : "";
    if (format.empty())
      format = path.ends_with(".tmx") || path.ends_with(".tmx.gz")       ? "tmx"
               : path.ends_with(".jsonl") || path.ends_with(".jsonl.gz") ? "jsonl"
                                                                         : "tsv";
    if (format != "tsv" && format != "jsonl" && format != "links" && format != "tmx")
      throw UsageError("--format: '" + format + "' is none of tsv, jsonl, links, tmx");
    MatchOptions options;
    options.min_confidence = arguments["min-confidence"].as<double>();
    if (options.min_confidence < 0.0 || options.min_confidence > 1.0)
      throw UsageError("--min-confidence: give a number from 0 to 1");
    options.same_language = arguments.count("same-language") > 0;
    options.one_to_one = arguments.count("many") == 0;
    options.comparable = arguments.count("no-comparable") == 0;
    options.use_lexicon = arguments.count("no-lexicon") == 0;
    options.use_names = arguments.count("no-names") == 0;
    options.threads = threads_of(arguments);
    const std::vector<Document> documents = read_documents(arguments, streams, 2, false);
    std::vector<const Document*> collection;
    for (const Document& d : documents) collection.push_back(&d);
    if (!options.same_language && std::all_of(documents.begin(), documents.end(), [&](const Document& d) {
          return d.language().base() == documents[0].language().base();
        }))
      throw UsageError(
          fmt::format("all documents are in '{}'; add --same-language to match them with each other",
                      documents[0].language().tag()));

    MatchResult result = match_collection(collection, options);
    Sink sink(path, streams.out);
    if (arguments.count("documents") > 0) {
      sink.write("document1\tdocument2\tscore\tshare\n");
      for (const DocumentPair& p : result.documents)
        sink.write(fmt::format("{}\t{}\t{:.2f}\t{:.4f}\n", documents[p.first].id(), documents[p.second].id(),
                               p.score, p.share));
      sink.commit();
      return 0;
    }
    if (const std::size_t top = arguments["top"].as<std::size_t>(); top > 0 && result.links.size() > top)
      result.links.resize(top);
    const std::vector<Event> events = group_events(result.links, options.min_confidence);
    if (arguments.count("events") > 0) {
      Sink file(arguments["events"].as<std::string>());
      write_events_tsv(file, collection, events);
      file.commit();
    }
    if (arguments.count("html") > 0) {
      Sink page(arguments["html"].as<std::string>(), streams.out);
      write_match_page(page, collection, result.links, events, "taraz match");
      page.commit();
      if (arguments.count("output") == 0) return 0;
    }
    if (format == "tmx") {
      write_tmx(std::move(sink), collection, result.links);
      return 0;
    }
    if (format == "tsv") write_links_tsv(sink, collection, result.links, events);
    if (format == "jsonl") write_links_jsonl(sink, collection, result.links, events);
    if (format == "links") write_bare_links(sink, collection, result.links);
    sink.commit();
    return 0;
  }

 private:
  static void write_tmx(Sink sink, const std::vector<const Document*>& collection,
                        const std::vector<PassageLink>& links) {
    UnitWriterOptions options;
    for (const Document* d : collection)
      if (std::find(options.languages.begin(), options.languages.end(), d->language()) ==
          options.languages.end())
        options.languages.push_back(d->language());
    options.creation_date = creation_date();
    options.tool_version = TARAZ_VERSION;
    options.incomplete = true;  // a link has two of the languages
    options.documents = true;
    const auto writer = make_unit_writer(UnitFormat::tmx, std::move(sink), options);
    for (std::size_t k = 0; k < links.size(); ++k) writer->write(unit_of(links[k], collection, k + 1));
    writer->finish();
  }
};

}  // namespace

std::unique_ptr<Command> make_match() { return std::make_unique<MatchCommand>(); }

}  // namespace taraz::cli
