// taraz train: a lexicon from parallel text.
#include <fmt/format.h>

#include <algorithm>
#include <boost/program_options.hpp>
#include <chrono>
#include <ostream>
#include <thread>

#include "align/lexicon/dictionary.h"
#include "align/lexicon/lexicon_trainer.h"
#include "align/lexicon/retrieval.h"
#include "cli/command.h"
#include "cli/option_groups.h"
#include "cli/training_input.h"
#include "cli/weight_training.h"
#include "io/sink.h"
#include "text/error.h"
#include "text/words.h"

namespace taraz::cli {
namespace {
namespace po = boost::program_options;

using Strings = std::vector<std::string>;

Strings strings(const Arguments& arguments, const char* name) {
  return arguments.count(name) > 0 ? arguments[name].as<Strings>() : Strings{};
}

LanguagePair languages_of(const Arguments& arguments) {
  if (arguments.count("langs") == 0)
    throw UsageError("--langs: name the two languages, such as --langs en,fa");
  return parse_language_pair(arguments["langs"].as<std::string>(), "--langs");
}

// "tico19=2.5"
std::pair<std::string, double> weight_of(const std::string& word) {
  const std::size_t equals = word.rfind('=');
  if (equals != std::string::npos && equals > 0) try {
      std::size_t used = 0;
      const double weight = std::stod(word.substr(equals + 1), &used);
      if (used == word.size() - equals - 1 && weight >= 0.0 && weight <= 1000.0)
        return {word.substr(0, equals), weight};
    } catch (const std::logic_error&) {
    }
  throw UsageError(fmt::format(
      "--weight: '{}' is not SOURCE=NUMBER with a number from 0 to 1000, such as tico19=2.5", word));
}

int train_weights(const Arguments& arguments, Streams& streams) {
  WeightTraining training;
  training.inputs = inputs_of(arguments);
  if (arguments.count("documents") == 0)
    throw UsageError("--weights: name the documents of the lines, --documents FILE");
  training.documents = arguments["documents"].as<std::string>();
  if (arguments.count("output") > 0) training.output = output_of(arguments);
  training.seeds = arguments["seeds"].as<std::uint32_t>();
  training.epochs = arguments["epochs"].as<std::uint32_t>();
  training.joint = arguments.count("joint") > 0;
  training.use_lexicon = arguments.count("no-lexicon") == 0;
  training.use_names = arguments.count("no-names") == 0;
  training.threads = threads_of(arguments);
  return run_weight_training(training, streams);
}

class TrainCommand : public Command {
 public:
  std::string_view name() const override { return "train"; }
  std::string_view summary() const override { return "Learns a lexicon from parallel text"; }
  std::string_view synopsis() const override { return "IN... --langs LANG,LANG -o OUT.bin"; }
  std::string_view description() const override {
    return "Learns how likely words translate each other, from translation units and word lists, and writes "
           "a\n"
           "lexicon; below DIR/lexicon/, named en-fa.bin, 'taraz align --data DIR' uses it in place of the "
           "built-in\n"
           "one. IN is TMX, JSONL, TSV as Taraz writes it (a header of language tags), or plain TSV: 'text "
           "TAB text'\n"
           "or 'source TAB text TAB text' in the order of --langs; gzip is undone. LANG,LANG=IN names "
           "another order of\n"
           "the columns: fa,en=list.tsv. Untranslated and damaged units are left out.";
  }
  std::vector<Example> examples() const override {
    return {
        {"taraz train memory.tsv.gz --langs en,fa -o en-fa.bin", "A lexicon from a translation memory"},
        {"taraz train a.tsv b.tsv --langs en,ar --dictionary words.tsv --weight software=0.5 -o en-ar.bin",
         "With a word list; units of the source 'software' count half"},
        {"taraz train a.tsv --langs en,fa --test held-out.tsv -o en-fa.bin",
         "Also measures it on other units"},
        {"taraz train --weights en=en.txt fa=fa.txt ar=ar.txt --documents docs.txt -o weights.tsv",
         "The weights of the aligner, with marks on the half of the documents it did not learn from"}};
  }
  void add_options(Options& options) const override {
    options.add_options()("langs", po::value<std::string>()->value_name("LANG,LANG"),
                          "the two languages, such as en,fa")(
        "dictionary", po::value<Strings>()->composing()->value_name("FILE"),
        "word list, 'word TAB translation' or hunalign's 'translation @ word'; may be repeated")(
        "dictionary-weight", po::value<double>()->default_value(3.0)->value_name("W"),
        "units that an entry counts as")(
        "weight", po::value<Strings>()->composing()->value_name("SOURCE=W"),
        "units of this source count W times (0: leave out); may be repeated")(
        "pivot", po::value<Strings>()->composing()->value_name("LEXICON"),
        "two lexicons that lead from the first language to the second through a third; give it twice")(
        "pivot-weight", po::value<double>()->default_value(2.0)->value_name("W"),
        "units that the pivot counts as, per word")("prune",
                                                    po::value<double>()->default_value(0.01, "0.01")->value_name("P"),
                                                    "leave out translations less likely than P")(
        "row", po::value<std::size_t>()->default_value(40)->value_name("N"),
        "translations kept of each word")(
        "diagonal", po::value<double>()->default_value(2.0)->value_name("X"),
        "how much words keep their relative place in a sentence; 0: not at all")(
        "synonyms", po::value<double>()->default_value(0.3, "0.3")->value_name("P"),
        "share of a word's translations taken from words with a common translation")(
        "test", po::value<std::string>()->value_name("FILE"),
        "measure the lexicon on these units (at most 2,000): how many sentences find their translation among "
        "all");
    options.add_options()(
        "weights",
        "learn the weights of taraz align instead; IN are line-aligned files, LANG=FILE, and -o the "
        "table (data/engine/weights.tsv)")("documents", po::value<std::string>()->value_name("FILE"),
                                           "--weights: the document that each line belongs to")(
        "joint", "--weights: those of aligning three languages (data/engine/joint_weights.tsv)")(
        "seeds", po::value<std::uint32_t>()->default_value(2)->value_name("N"),
        "--weights: sets of practice cases")("epochs",
                                             po::value<std::uint32_t>()->default_value(10)->value_name("N"),
                                             "--weights: times through the cases; 0 only measures")(
        "no-lexicon", "--weights: without the shipped lexicons")("no-names",
                                                                 "--weights: without names across scripts");
    add_output_option(options);
    add_threads_option(options);
  }
  int run(const Arguments& arguments, Streams& streams) const override {
    if (arguments.count("weights") > 0) return train_weights(arguments, streams);
    const LanguagePair languages = languages_of(arguments);
    std::vector<std::pair<std::string, double>> weights;
    for (const std::string& w : strings(arguments, "weight")) weights.push_back(weight_of(w));
    const Strings pivots = strings(arguments, "pivot");
    if (!pivots.empty() && pivots.size() != 2)
      throw UsageError("--pivot: give two lexicons, one from each language to the pivot");
    const Strings inputs = inputs_of(arguments), dictionaries = strings(arguments, "dictionary");
    if (inputs.empty() && dictionaries.empty())
      throw UsageError("name at least one file to learn from, or --dictionary FILE");
    if (arguments.count("output") == 0) throw UsageError("-o: name the lexicon file to write");
    Sink sink(output_of(arguments), streams.out);

    TrainerOptions options;
    options.threads = threads_of(arguments) != 0 ? threads_of(arguments)
                                                 : std::max(1U, std::thread::hardware_concurrency());
    options.least_probability = arguments["prune"].as<double>();
    options.longest_row = arguments["row"].as<std::size_t>();
    options.synonyms = arguments["synonyms"].as<double>();
    options.diagonal = arguments["diagonal"].as<double>();
    LexiconTrainer trainer(languages.first, languages.second, options);
    for (const std::string& word : dictionaries)
      trainer.add_dictionary(read_dictionary(word, languages, streams.in),
                             arguments["dictionary-weight"].as<double>());
    for (const std::string& word : inputs)
      read_training_pairs(word, languages, streams.in,
                          [&](std::string_view source, std::string_view a, std::string_view b) {
                            double weight = 1.0;
                            for (const auto& [name, w] : weights)
                              if (name == source) weight = w;
                            if (weight > 0.0) trainer.add(a, b, weight);
                          });
    if (!pivots.empty()) add_pivot(trainer, languages, pivots, arguments["pivot-weight"].as<double>());
    const TrainerStatistics& s = trainer.statistics();
    if (s.pairs + s.entries == 0)
      throw Error("nothing to learn from: no unit has both " + languages.first.tag() + " and " +
                  languages.second.tag());
    const LexiconContent content = trainer.train();
    const std::string bytes = encode_lexicon(content);
    sink.write(bytes);
    sink.commit();
    std::size_t translations = 0;
    for (const auto& w : content.words[0]) translations += w.translations.size();
    streams.err << fmt::format("{} units and {} entries learned from, {} refused, {} repeated\n", s.pairs,
                               s.entries, s.refused, s.repeated)
                << fmt::format("{} {} words, {} {} words, {} translations, {} bytes\n",
                               content.words[0].size(), languages.first.tag(), content.words[1].size(),
                               languages.second.tag(), translations, bytes.size());
    if (arguments.count("test") > 0) test(arguments["test"].as<std::string>(), languages, bytes, streams);
    return 0;
  }

 private:
  static void add_pivot(LexiconTrainer& trainer, const LanguagePair& languages, const Strings& paths,
                        double weight) {
    std::shared_ptr<const Lexicon> lexicons[2] = {Lexicon::open(paths[0]), Lexicon::open(paths[1])};
    const std::string_view first = languages.first.base(), second = languages.second.base();
    const auto holds = [](const Lexicon& l, std::string_view tag) {
      return l.language(Side::first) == tag || l.language(Side::second) == tag;
    };
    if (!holds(*lexicons[0], first)) std::swap(lexicons[0], lexicons[1]);
    if (!holds(*lexicons[0], first) || !holds(*lexicons[1], second))
      throw UsageError(
          fmt::format("--pivot: no lexicon with {} and one with {} among the two", first, second));
    if (lexicons[0]->language(Side::first) != first) lexicons[0] = lexicons[0]->swapped();
    if (lexicons[1]->language(Side::second) != second) lexicons[1] = lexicons[1]->swapped();
    if (lexicons[0]->language(Side::second) != lexicons[1]->language(Side::first))
      throw UsageError(fmt::format("--pivot: the lexicons meet in no language: {} and {}",
                                   lexicons[0]->language(Side::second), lexicons[1]->language(Side::first)));
    trainer.add_pivot(*lexicons[0], *lexicons[1], weight);
  }

  static void test(const std::string& path, const LanguagePair& languages, const std::string& bytes,
                   Streams& streams) {
    std::vector<std::uint64_t> aligned((bytes.size() + 7) / 8);
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(aligned.data()));
    WordModelOptions options;
    options.lexicon = std::make_shared<const Lexicon>(
        std::string_view(reinterpret_cast<const char*>(aligned.data()), bytes.size()), "lexicon");
    WordModel model(languages.first, languages.second, options);
    std::vector<std::vector<WordId>> first, second;
    read_training_pairs(path, languages, streams.in,
                        [&](std::string_view, std::string_view a, std::string_view b) {
                          constexpr std::size_t kMost = 2000;
                          if (first.size() == kMost) return;
                          model.tokenise(Side::first, a, first.emplace_back());
                          model.tokenise(Side::second, b, second.emplace_back());
                        });
    model.build();
    const RetrievalReport r = measure_retrieval(model, first, second);
    streams.out << fmt::format(
        "sentences\t{}\nfound\t{:.4f}\nreciprocal-rank\t{:.4f}\nsurprise\t{:.4f}\nscore\t{:.4f}\nknown-{}\t{:"
        ".4f}\nknown-{}\t{:"
        ".4f}\nexplained-{}\t{:.4f}\nexplained-{}\t{:.4f}\n",
        r.sentences, r.first, r.reciprocal_rank, r.surprise, r.score, languages.first.tag(), r.known_first,
        languages.second.tag(), r.known_second, languages.first.tag(), r.explained_first,
        languages.second.tag(), r.explained_second);
  }
};

}  // namespace

std::unique_ptr<Command> make_train() { return std::make_unique<TrainCommand>(); }

}  // namespace taraz::cli
