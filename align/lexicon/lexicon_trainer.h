// Learns a lexicon from parallel text and word lists.
#ifndef TARAZ_ALIGN_LEXICON_LEXICON_TRAINER_H_
#define TARAZ_ALIGN_LEXICON_LEXICON_TRAINER_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/lexicon_file.h"
#include "text/language.h"

namespace taraz {

class Dictionary;

struct TrainerOptions {
  int rounds = 4;                   // of EM, each direction alone
  int agreement_rounds = 3;         // of EM, both directions together
  double diagonal = 2.0;            // prior that words keep their relative place; 0: none
  double discount = 0.3;            // links taken off every pair
  double smoothing = 0.5;           // links by which a rare word's translations are made uncertain
  double least_probability = 0.01;  // pairs below it in both directions are left out
  std::size_t longest_row = 40;     // translations kept of each word
  double synonyms = 0.3;            // share of each row that comes from words with a common translation
  unsigned threads = 1;             // the lexicon is the same
};

struct TrainerStatistics {
  std::size_t pairs = 0;     // learned from
  std::size_t refused = 0;   // untranslated, of the wrong script, of very different lengths, empty
  std::size_t repeated = 0;  // the same pair again
  std::size_t entries = 0;   // of dictionaries and pivots
};

// Collects, then trains once. Not thread-safe.
class LexiconTrainer {
 public:
  LexiconTrainer(const Language& first, const Language& second, const TrainerOptions& options);
  ~LexiconTrainer();

  // A pair of sentences (cleaned here, see training_text.h). `weight`: how much it counts, > 0.
  void add(std::string_view first, std::string_view second, double weight = 1.0);
  // A word list; every entry counts as `weight` sentences. Its single words stay words of their own.
  void add_dictionary(const Dictionary& dictionary, double weight);
  // Words that two lexicons link through a common language; `weight` is shared among the translations of a
  // word. REQUIRES: `first` goes from the first language to the pivot, `second` from the pivot to the second
  // language.
  void add_pivot(const Lexicon& first, const Lexicon& second, double weight);

  LexiconContent train();
  const TrainerStatistics& statistics() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_LEXICON_TRAINER_H_
