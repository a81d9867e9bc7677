#include "cli/document_input.h"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <utility>

#include "io/document_reader.h"
#include "segment/segmenter.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;

void add_document_options(Options& options) {
  options.add_options()("segmented", "the inputs have one segment a line: take every line as it is");
  add_drop_option(options);
  add_rules_option(options);
  add_decode_options(options);
}

std::vector<Document> read_documents(const Arguments& arguments, Streams& streams, std::size_t least,
                                     bool distinct_languages) {
  const std::vector<NamedInput> inputs = named_inputs_of(arguments, least);
  ReadOptions read;
  read.decode = decode_options_of(arguments);
  SegmentOptions options;
  options.one_per_line = arguments.count("segmented") > 0;
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
