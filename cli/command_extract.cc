#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <ostream>

#include "cli/command.h"
#include "cli/option_groups.h"
#include "io/escapes.h"
#include "io/extract/extract.h"
#include "io/sink.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

class ExtractCommand : public Command {
 public:
  std::string_view name() const override { return "extract"; }
  std::string_view summary() const override {
    return "Shows what is read from a document: blocks and their kinds";
  }
  std::string_view synopsis() const override { return "[--lang LANG] [--from FORMAT] FILE... [-o OUT]"; }
  std::string_view description() const override {
    return "Reads HTML, DOCX, ODT, EPUB, PDF, subtitles (SRT, VTT), Markdown, XLIFF, TMX, TSV, JSONL, CSV, "
           "PO and plain text as\n"
           "align does, and writes a line per block: its kind (paragraph, heading, list-item, table-cell, "
           "caption,\n"
           "boilerplate, lines), a tab, its text with line breaks and tabs as \\n and \\t.\n"
           "The format is found by the file's name, or by its content.";
  }
  std::vector<Example> examples() const override {
    return {{"taraz extract report.docx", "Blocks of a Word document"},
            {"taraz extract --text page.html -o page.txt",
             "The main text of a page, an empty line between blocks"},
            {"taraz extract --lang fa messages.po", "The Persian side of a bilingual file"}};
  }
  void add_options(po::options_description& options) const override {
    add_output_option(options);
    add_language_option(options);
    add_decode_options(options);
    options.add_options()("from", po::value<std::string>()->value_name("FORMAT"),
                          "format of the files, when the name does not say it")(
        "text", "the text alone, an empty line between blocks; boilerplate is left out");
  }
  int run(const po::variables_map& arguments, Streams& streams) const override {
    const std::vector<std::string> inputs = inputs_of(arguments);
    if (inputs.empty()) throw UsageError("name at least one FILE, or - for standard input");
    ExtractOptions options;
    options.language = language_of(arguments);
    options.decode = decode_options_of(arguments);
    if (arguments.count("from") > 0)
      options.format = parse_document_format(arguments["from"].as<std::string>());
    const bool text_only = arguments.count("text") > 0;
    Sink sink(output_of(arguments), streams.out);
    for (const std::string& path : inputs) {
      if (inputs.size() > 1 && !text_only) sink.write("# " + path + "\n");
      extract(Source(path, streams.in), options, [&](TextBlock&& block) {
        if (!text_only)
          sink.write(std::string(name_of(block.kind)) + "\t" + escaped(block.text) + "\n");
        else if (block.kind != BlockKind::boilerplate)
          sink.write((block.kind == BlockKind::lines ? block.text : on_one_line(block.text)) + "\n\n");
      });
    }
    sink.commit();
    return 0;
  }

 private:
  static std::string escaped(std::string_view text) {
    std::string out;
    append_tsv_cell(out, text);
    return out;
  }
};

}  // namespace

std::unique_ptr<Command> make_extract() { return std::make_unique<ExtractCommand>(); }

}  // namespace taraz::cli
