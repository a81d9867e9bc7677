#include <boost/program_options.hpp>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "cli/progress.h"
#include "io/document_reader.h"
#include "io/segment_writer.h"
#include "segment/segmenter.h"
#include "segment/srx_export.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

int export_rules(const std::string& form, const Arguments& arguments, Sink sink) {
  if (form != "srx" && form != "omegat") throw UsageError("--export-srx: srx or omegat, not '" + form + "'");
  if (!inputs_of(arguments).empty())
    throw UsageError("--export-srx reads no text; leave '" + inputs_of(arguments)[0] +
                     "' out, and name the output with -o");
  const SrxDocument own = own_rules_as_srx();
  sink.write(form == "srx" ? write_srx(own) : write_omegat_conf(own));
  sink.commit();
  return 0;
}

class SegmentCommand : public Command {
 public:
  std::string_view name() const override { return "segment"; }
  std::string_view summary() const override { return "Splits a text into sentences, one a line"; }
  std::string_view synopsis() const override { return "[--lang LANG] FILE|- [-o OUT]"; }
  std::string_view description() const override {
    return "Finds the paragraphs of a text and the sentences in them, by the rules of its language, and "
           "writes a sentence\n"
           "a line with an empty line between paragraphs. Text wrapped at a fixed width is unwrapped; verse, "
           "headings and\n"
           "list items stay segments of their own.\n"
           "\n"
           "--format tsv or jsonl, or OUT's name, also gives each segment's number, paragraph and kind. The "
           "text is read\n"
           "in blocks: memory is bounded by the longest paragraph, whatever the size of the file. HTML, "
           "DOCX, ODT, EPUB, "
           "PDF\n"
           "and the other formats of 'taraz extract' are read whole, known by their names or first bytes; "
           "what they "
           "say of\n"
           "headings, lists and tables is kept.\n"
           "\n"
           "--export-srx writes the sentence rules for a CAT tool, so that it splits as Taraz does and finds "
           "the units of\n"
           "our TMX files: save them as omegat/segmentation.srx of an OmegaT project, or import them "
           "elsewhere.";
  }
  std::vector<Example> examples() const override {
    return {
        {"taraz segment letter.txt", "The sentences of a letter; its language is found out"},
        {"taraz segment --lang fa letter.txt -o letter.jsonl",
         "With the number, paragraph and kind of each, as JSON lines"},
        {"taraz segment --export-srx -o taraz.srx", "The rules of Taraz for a CAT tool"},
        {"taraz segment --rules ours.srx --lang en letter.txt", "By the rules of a file"},
        {"taraz segment --drop boilerplate report.docx", "The sentences of a document of a word processor"},
        {"zcat news.gz | taraz segment --lang ar - | wc -l", "From standard input"}};
  }
  void add_options(Options& options) const override {
    add_language_option(options);
    add_output_option(options);
    options.add_options()("format", po::value<std::string>()->value_name("FORMAT"),
                          "text, tsv or jsonl; by default what OUT's name says, else text");
    options.add_options()(
        "input-format", po::value<std::string>()->value_name("FORMAT"),
        "read the input as html, docx, odt, epub, pdf, subtitles, markdown, xliff, tmx, tsv, jsonl, "
        "csv, po or text, whatever its name and content say");
    add_drop_option(options);
    add_rules_option(options);
    options.add_options()("export-srx", po::value<std::string>()->implicit_value("srx")->value_name("FORM"),
                          "write Taraz's own rules as SRX 2.0 and read no text; --export-srx=omegat: as the "
                          "segmentation.conf of OmegaT before 6");
    add_decode_options(options);
  }
  int run(const Arguments& arguments, Streams& streams) const override {
    const std::string output = output_of(arguments);
    if (arguments.count("export-srx") > 0)
      return export_rules(arguments["export-srx"].as<std::string>(), arguments, Sink(output, streams.out));
    const std::string input = single_input_of(arguments);
    ReadOptions read{.language = language_of(arguments),
                     .decode = decode_options_of(arguments),
                     .way_to_name = "name it with --lang {}"};
    SegmentOptions options;
    options.drop_boilerplate = drops_boilerplate(arguments);
    options.rules = rules_of(arguments);
    const SegmentFormat format = arguments.count("format") > 0
                                     ? parse_segment_format(arguments["format"].as<std::string>())
                                     : segment_format_of(output);
    if (arguments.count("input-format") > 0)
      read.format = parse_document_format(arguments["input-format"].as<std::string>());
    Source source(input, streams.in);
    if (!read.format) read.format = format_of(source);
    const Segmenter segmenter(options);
    SegmentWriter writer(Sink(output, streams.out), format);
    if (*read.format != DocumentFormat::text) {
      Document document = read_document(std::move(source), read);
      segmenter.segment(document);
      writer.write(document, false);
      writer.finish();
      return 0;
    }
    BlockReader blocks(TextReader(std::move(source), read.decode));
    Progress progress(streams, "segment", blocks.reader().source().size());
    bool continues = false;
    for (std::string block; blocks.next(block);) {
      if (trim(block).empty()) continue;
      if (!read.language.known())
        read.language = language_of_text(block, blocks.reader().source().name(), read);
      Document document(input, read.language, std::move(block));
      segmenter.segment(document);
      writer.write(document, continues);
      continues = blocks.cut_inside_paragraph();
      progress.at(blocks.reader().source().position());
    }
    writer.finish();
    return 0;
  }
};

}  // namespace

std::unique_ptr<Command> make_segment() { return std::make_unique<SegmentCommand>(); }

}  // namespace taraz::cli
