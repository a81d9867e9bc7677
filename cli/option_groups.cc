#include "cli/option_groups.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>

#include "io/source.h"
#include "segment/srx_rules.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;

void add_output_option(Options& options) {
  options.add_options()(
      "output,o", po::value<std::string>()->value_name("FILE"),
      "where the result goes, whole or not at all; a name in .gz is compressed; - or nothing: "
      "standard output");
}

std::string output_of(const Arguments& arguments) {
  return arguments.count("output") > 0 ? arguments["output"].as<std::string>() : "-";
}

void add_decode_options(Options& options) {
  options.add_options()(
      "encoding", po::value<std::string>()->value_name("NAME"),
      "encoding of the input (UTF-8, UTF-16LE, windows-1256 ...) instead of finding it out");
  options.add_options()("repair", "replace bytes that are no text by U+FFFD instead of stopping there");
}

DecodeOptions decode_options_of(const Arguments& arguments) {
  DecodeOptions out;
  out.repair = arguments.count("repair") > 0;
  if (arguments.count("encoding") == 0) return out;
  out.encoding = arguments["encoding"].as<std::string>();
  if (!is_encoding_name(out.encoding))
    throw UsageError(
        fmt::format("--encoding: there is no encoding '{}'; use one such as UTF-8, UTF-16LE or windows-1256",
                    out.encoding));
  return out;
}

void add_drop_option(Options& options) {
  options.add_options()("drop", po::value<std::string>()->value_name("KIND"),
                        "leave out segments of this kind: boilerplate (page numbers, signatures, menus ...)");
}

bool drops_boilerplate(const Arguments& arguments) {
  if (arguments.count("drop") == 0) return false;
  const std::string& kind = arguments["drop"].as<std::string>();
  if (kind != "boilerplate")
    throw UsageError(fmt::format("--drop: only 'boilerplate' can be dropped, not '{}'", kind));
  return true;
}

void add_rules_option(Options& options) {
  options.add_options()("rules", po::value<std::string>()->value_name("FILE.srx"),
                        "sentences by the SRX 2.0 rules of FILE instead of Taraz's own");
}

std::shared_ptr<const SrxRules> rules_of(const Arguments& arguments) {
  if (arguments.count("rules") == 0) return nullptr;
  Source source(arguments["rules"].as<std::string>());
  const std::string xml = source.read_all(kSrxFileBytes);
  return std::make_shared<SrxRules>(read_srx(xml, source.name()), source.name());
}

void add_language_option(Options& options) {
  options.add_options()("lang", po::value<std::string>()->value_name("LANG"),
                        "language of the input (fa, ar, en ...) instead of finding it out");
}

Language language_of(const Arguments& arguments) {
  return arguments.count("lang") > 0 ? Language::parse(arguments["lang"].as<std::string>()) : Language();
}

void add_threads_option(Options& options) {
  options.add_options()("threads", po::value<unsigned>()->default_value(0)->value_name("N"),
                        "threads; 0: as many as the machine has; the result is the same for any number");
}

unsigned threads_of(const Arguments& arguments) { return arguments["threads"].as<unsigned>(); }

std::vector<std::string> inputs_of(const Arguments& arguments) {
  return arguments.count("input") > 0 ? arguments["input"].as<std::vector<std::string>>()
                                      : std::vector<std::string>();
}

std::string single_input_of(const Arguments& arguments) {
  const std::vector<std::string> words = inputs_of(arguments);
  if (words.empty()) throw UsageError("no input; name a FILE, or - for standard input");
  if (words.size() > 1) throw UsageError(fmt::format("one input at a time; '{}' is a second one", words[1]));
  return words[0];
}

NamedInput parse_named_input(std::string_view word) {
  const std::size_t equals = word.find('=');
  if (equals == std::string_view::npos || !Language::is_tag(word.substr(0, equals)))
    return {{}, std::string(word)};
  return {Language::parse(word.substr(0, equals)), std::string(word.substr(equals + 1))};
}

std::vector<NamedInput> named_inputs_of(const Arguments& arguments, std::size_t least) {
  std::vector<NamedInput> out;
  for (const std::string& word : inputs_of(arguments)) out.push_back(parse_named_input(word));
  if (out.size() < least)
    throw UsageError(fmt::format("{} input{}, but {} are needed: [LANG=]FILE for each language", out.size(),
                                 out.size() == 1 ? "" : "s", least));
  if (std::count_if(out.begin(), out.end(), [](const NamedInput& i) { return i.path == "-"; }) > 1)
    throw UsageError("standard input (-) can be read only once; name files for the others");
  return out;
}

}  // namespace taraz::cli
