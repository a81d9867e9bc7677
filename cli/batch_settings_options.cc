#include "cli/batch_settings_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <cstdlib>
#include <filesystem>

#include "align/lexicon/dictionary.h"
#include "align/lexicon/lexicon.h"
#include "cli/document_input.h"
#include "cli/engine_options.h"
#include "cli/training_input.h"
#include "io/batch/content_hash.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;
namespace {

using Strings = std::vector<std::string>;

// The lexicon files that a word of --lexicon names: itself, or those of a folder.
Strings lexicon_files(const std::string& word) {
  std::error_code error;
  if (!std::filesystem::is_directory(word, error)) return {word};
  Strings out;
  for (const auto& entry : std::filesystem::directory_iterator(word, error))
    if (entry.path().extension() == ".bin") out.push_back(entry.path().string());
  if (out.empty()) throw UsageError("--lexicon: there is no lexicon (.bin) in the folder " + word);
  std::sort(out.begin(), out.end());
  return out;
}

}  // namespace

void add_batch_settings_options(Options& options) {
  options.add_options()("format", po::value<std::string>()->default_value("tsv")->value_name("FORMAT"),
                        "tsv, tmx, jsonl or beads")(
      "incomplete", "TMX: also units that lack a text in one of the languages");
  add_worker_settings_options(options);
}

void add_worker_settings_options(Options& options) {
  options.add_options()("no-lexicon", "do without the shipped word lists")("no-names",
                                                                           "do without names across scripts")(
      "lexicon", po::value<Strings>()->composing()->value_name("FILE|FOLDER"),
      "lexicons of 'taraz train' or of another batch, in place of shipped and learned ones; may be repeated")(
      "dictionary", po::value<Strings>()->composing()->value_name("LANG,LANG=FILE"),
      "your word list, 'word TAB translation'; may be repeated")(
      "boundary", po::value<std::string>()->value_name("REGEX"),
      "a segment that begins with this begins a part that nothing is aligned across; see taraz align")(
      "min-confidence", po::value<double>()->value_name("P"),
      "leave out units less likely right than P, 0 to 1");
  add_document_options(options);
}

BatchSettings batch_settings_of(const Arguments& arguments, Streams& streams) {
  BatchSettings out;
  if (arguments.count("format") > 0)
    out.format = parse_unit_format(arguments["format"].as<std::string>(), "--format");
  out.incomplete = arguments.count("incomplete") > 0;
  out.align.use_lexicon = arguments.count("no-lexicon") == 0;
  out.align.use_names = arguments.count("no-names") == 0;
  out.min_confidence = min_confidence_of(arguments);
  out.decode = decode_options_of(arguments);
  out.segment.one_per_line = arguments.count("segmented") > 0;
  out.segment.drop_boilerplate = drops_boilerplate(arguments);
  out.segment.rules = rules_of(arguments);
  if (arguments.count("input-format") > 0)
    out.input_format = parse_document_format(arguments["input-format"].as<std::string>());
  if (out.input_format && out.segment.one_per_line)
    throw UsageError("--input-format and --segmented do not go together: segments are lines of plain text");
  if (out.segment.rules != nullptr && out.segment.one_per_line)
    throw UsageError("--rules and --segmented do not go together: segments are taken as they are");
  if (out.segment.drop_boilerplate && out.segment.one_per_line)
    throw UsageError("--drop and --segmented do not go together: segments are taken as they are");
  ListHash files;
  if (out.segment.rules != nullptr) files.add("rules").add(file_hash(arguments["rules"].as<std::string>()));
  if (arguments.count("boundary") > 0) out.align.boundary = arguments["boundary"].as<std::string>();
  if (arguments.count("dictionary") > 0)
    for (const std::string& word : arguments["dictionary"].as<Strings>()) {
      const std::size_t equals = word.find('=');
      const std::string head = word.substr(0, equals == std::string::npos ? 0 : equals);
      if (head.find(',') == std::string::npos)
        throw UsageError("--dictionary: name the languages, --dictionary fa,en=" + word);
      const LanguagePair languages = parse_language_pair(head, "--dictionary");
      auto words = std::make_shared<Dictionary>(read_dictionary(word, languages, streams.in));
      out.align.dictionaries.push_back({languages.first, languages.second, std::move(words)});
      files.add("dictionary").add(head).add(file_hash(word.substr(equals + 1)));
    }
  if (arguments.count("lexicon") > 0)
    for (const std::string& word : arguments["lexicon"].as<Strings>())
      for (const std::string& path : lexicon_files(word)) {
        out.align.lexicons.push_back(Lexicon::open(path));
        files.add("lexicon").add(file_hash(path));
      }
  out.files_hash = files.result();
  // A date of today would make the same batch other bytes tomorrow.
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed != nullptr && *fixed != '\0')
    out.creation_date = creation_date();
  out.tool_version = TARAZ_VERSION;
  return out;
}

}  // namespace taraz::cli
