#include "cli/engine_options.h"

#include <fmt/format.h>

#include <boost/program_options.hpp>
#include <ostream>

#include "align/engine/vector_table.h"
#include "align/lexicon/dictionary.h"
#include "cli/training_input.h"
#include "io/source.h"
#include "io/unit_writer.h"
#include "text/error.h"

namespace taraz::cli {
namespace po = boost::program_options;
namespace {

using Strings = std::vector<std::string>;

UserDictionary dictionary_of(const std::string& word, const std::vector<Document>& documents,
                             Streams& streams) {
  const std::size_t equals = word.find('=');
  const std::string head = word.substr(0, equals == std::string::npos ? 0 : equals);
  LanguagePair languages{documents[0].language(), documents[1].language()};
  if (head.find(',') != std::string::npos)
    languages = parse_language_pair(head, "--dictionary");
  else if (documents.size() > 2)
    throw UsageError("--dictionary: with three documents or more name the languages, --dictionary fa,en=" +
                     word);
  return {languages.first, languages.second,
          std::make_shared<Dictionary>(read_dictionary(word, languages, streams.in))};
}

// LANG=TEXT:FLOAT32
void read_vectors(const std::string& word, const std::vector<Document>& documents, AlignOptions& options,
                  Streams& streams) {
  const std::size_t equals = word.find('=');
  const std::size_t colon = word.rfind(':');
  if (equals == std::string::npos || colon == std::string::npos || colon < equals || colon + 1 == word.size())
    throw UsageError(fmt::format(
        "--vectors: '{}' is not LANG=TEXT:FLOAT32, such as en=overlaps.en:overlaps.en.emb", word));
  const Language language = Language::parse(word.substr(0, equals));
  const std::string texts = word.substr(equals + 1, colon - equals - 1);
  const std::string rows = word.substr(colon + 1);
  options.vectors.resize(documents.size());
  bool used = false;
  std::shared_ptr<const VectorTable> table;
  for (std::size_t k = 0; k < documents.size(); ++k) {
    if (documents[k].language().base() != language.base()) continue;
    if (!table)
      table = std::make_shared<VectorTable>(Source(texts, streams.in).read_all(), texts,
                                            Source(rows, streams.in).read_all(), rows);
    options.vectors[k] = table;
    used = true;
  }
  if (!used) throw UsageError(fmt::format("--vectors: no document is in '{}'", language.tag()));
}

}  // namespace

void add_engine_options(Options& options) {
  options.add_options()(
      "dictionary", po::value<Strings>()->composing()->value_name("[LANG,LANG=]FILE"),
      "your word list, 'word TAB translation' or hunalign's 'translation @ word', beside the shipped "
      "ones; may be repeated")("vectors", po::value<Strings>()->composing()->value_name("LANG=TEXT:FLOAT32"),
                               "sentence vectors in vecalign's format; once for each language")(
      "boundary", po::value<std::string>()->value_name("REGEX"),
      "a segment that begins with this (on folded text: digits 0-9, small letters) begins a part that "
      "nothing is aligned "
      "across; parts are paired by their numbers, else in order")(
      "min-confidence", po::value<double>()->value_name("P"),
      "leave out beads less likely right than P, 0 to 1")(
      "explain", "print for every bead on standard error what spoke for it and what was matched");
}

double min_confidence_of(const Arguments& arguments) {
  if (arguments.count("min-confidence") == 0) return 0;
  const double p = arguments["min-confidence"].as<double>();
  if (!(p >= 0 && p <= 1)) throw UsageError(fmt::format("--min-confidence: {} is not within 0 and 1", p));
  return p;
}

void read_engine_options(const Arguments& arguments, const std::vector<Document>& documents,
                         AlignOptions& options, Streams& streams) {
  min_confidence_of(arguments);
  if (arguments.count("dictionary") > 0)
    for (const std::string& word : arguments["dictionary"].as<Strings>())
      options.dictionaries.push_back(dictionary_of(word, documents, streams));
  if (arguments.count("vectors") > 0)
    for (const std::string& word : arguments["vectors"].as<Strings>())
      read_vectors(word, documents, options, streams);
  if (arguments.count("boundary") > 0) options.boundary = arguments["boundary"].as<std::string>();
  options.explain = arguments.count("explain") > 0;
}

void print_explanations(const std::vector<Document>& documents, const AnyOrderAlignment& any_order,
                        Streams& streams) {
  const JointAlignment& aligned = any_order.aligned;
  std::size_t pair = 0;
  for (std::size_t a = 0; a < documents.size(); ++a)
    for (std::size_t b = a + 1; b < documents.size(); ++b, ++pair) {
      streams.err << fmt::format("# {} {}\n", documents[a].id(), documents[b].id());
      const auto beads = aligned.pairs[pair].beads();
      for (std::size_t k = 0; k < beads.size(); ++k) {
        Bead bead = beads[k];
        bead.sides = {any_order.original(a, bead.sides[0]), any_order.original(b, bead.sides[1])};
        std::string line = bead_line(bead);
        while (!line.empty() && line.back() == '\n') line.pop_back();
        line += fmt::format("\tconfidence {:.3f}", beads[k].confidence);
        for (const auto& [part, value] : aligned.explanations[pair][k].parts)
          line += fmt::format("\t{} {:+.2f}", part, value);
        for (const std::string& match : aligned.explanations[pair][k].matches) line += "\t" + match;
        streams.err << line << "\n";
      }
    }
}

}  // namespace taraz::cli
