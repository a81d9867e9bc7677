#include "cli/document_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <filesystem>
#include <utility>

#include "io/document_reader.h"
#include "segment/segmenter.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;

void add_document_options(Options& options) {
  options.add_options()("segmented", "the inputs have one segment a line: take every line as it is")(
      "input-format", po::value<std::string>()->value_name("FORMAT"),
      "read all inputs as html, docx, odt, epub, pdf, subtitles, markdown, xliff, tmx, tsv, jsonl, csv, po or text, "
      "whatever their names and content say");
  add_drop_option(options);
  add_rules_option(options);
  add_decode_options(options);
}

namespace {

// Folders replaced by the files below them, in the order of their paths.
std::vector<NamedInput> with_folders_opened(const std::vector<NamedInput>& inputs) {
  namespace fs = std::filesystem;
  std::vector<NamedInput> out;
  for (const NamedInput& input : inputs) {
    std::error_code error;
    if (input.path == "-" || !fs::is_directory(input.path, error)) {
      out.push_back(input);
      continue;
    }
    std::vector<std::string> files;
    fs::recursive_directory_iterator it(input.path, error);
    if (error) throw Error(input.path + ": cannot read the folder: " + error.message());
    for (; it != fs::recursive_directory_iterator(); it.increment(error)) {
      const bool hidden = it->path().filename().string().starts_with('.');
      if (hidden && it->is_directory()) it.disable_recursion_pending();
      if (!hidden && it->is_regular_file()) files.push_back(it->path().string());
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files) out.push_back({input.language, file});
  }
  return out;
}

}  // namespace

std::vector<Document> read_documents(const Arguments& arguments, Streams& streams, std::size_t least,
                                     bool distinct_languages) {
  std::vector<NamedInput> inputs = named_inputs_of(arguments, distinct_languages ? least : 1);
  if (!distinct_languages) {
    inputs = with_folders_opened(inputs);
    if (inputs.size() < least)
      throw UsageError(fmt::format("name at least {} documents, or a folder that holds them", least));
  }
  ReadOptions read;
  read.decode = decode_options_of(arguments);
  SegmentOptions options;
  options.one_per_line = arguments.count("segmented") > 0;
  read.plain_text = options.one_per_line;
  if (arguments.count("input-format") > 0)
    read.format = parse_document_format(arguments["input-format"].as<std::string>());
  if (read.format && options.one_per_line)
    throw UsageError("--input-format and --segmented do not go together: segments are lines of plain text");
  options.drop_boilerplate = drops_boilerplate(arguments);
  options.rules = rules_of(arguments);
  if (options.rules != nullptr && options.one_per_line)
    throw UsageError("--rules and --segmented do not go together: segments are taken as they are");
  if (options.drop_boilerplate && options.one_per_line)
    throw UsageError("--drop and --segmented do not go together: segments are taken as they are");
  for (std::size_t i = 0; i < inputs.size(); ++i)
    for (std::size_t k = 0; distinct_languages && k < i; ++k)
      if (inputs[i].language.known() && inputs[i].language == inputs[k].language)
        throw UsageError(
            fmt::format("'{}' is named twice: {} and {}; every document needs a language of its own",
                        inputs[i].language.tag(), inputs[k].path, inputs[i].path));
  const Segmenter segmenter(options);
  std::vector<Document> documents;
  for (const NamedInput& input : inputs) {
    read.language = input.language;
    read.way_to_name = "name it as in {}=" + input.path;
    Document document = read_document(Source(input.path, streams.in), read);
    for (const Document& other : documents)
      if (distinct_languages && other.language() == document.language())
        throw Error(fmt::format("{} and {} are both in '{}'; if that is wrong name the language as in ar={}",
                                other.id(), document.id(), document.language().tag(), input.path));
    segmenter.segment(document);
    documents.push_back(std::move(document));
  }
  return documents;
}

}  // namespace taraz::cli
