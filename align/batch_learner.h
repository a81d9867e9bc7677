// What the documents of a batch teach each other: words are learned from all alignments of a first pass, and
// every document is aligned again with them.
//
//   BatchLearner learner(en, fa, {});
//   for (each document, in a fixed order) learner.add(source, target, Aligner({}).align(both));
//   AlignOptions again;
//   again.learned = {learner.learn()};
//   ... Aligner(again).align(both) ...
#ifndef TARAZ_ALIGN_BATCH_LEARNER_H_
#define TARAZ_ALIGN_BATCH_LEARNER_H_

#include <cstddef>
#include <memory>

#include "align/alignment.h"
#include "align/lexicon/lexicon_file.h"
#include "text/document.h"

namespace taraz {

class LearnedWords;  // align/lexicon/learned_words.h

struct BatchLearnerOptions {
  bool use_lexicon = true;        // as AlignOptions::use_lexicon of both passes
  double least_confidence = 0.5;  // beads less sure teach nothing
  unsigned threads = 1;           // for learn(); the result is the same
};

// Collects the beads of one pair of languages, then learns once. Nothing of the documents is kept but
// numbers: about 4 bytes a word. Not thread-safe; the result depends on the order of add().
class BatchLearner {
 public:
  BatchLearner(const Language& first, const Language& second, const BatchLearnerOptions& options);
  ~BatchLearner();

  // The beads of two documents; `first_side` and `second_side` are their places in the alignment. REQUIRES:
  // the alignment is of these documents; their languages are those of the learner. O(words).
  void add(const Document& first, const Document& second, const Alignment& alignment,
           std::size_t first_side = 0, std::size_t second_side = 1);

  std::size_t beads() const;  // that will be learned from

  // EM over the beads, of very many an even sample. For AlignOptions::learned. The learner stays as it is.
  std::shared_ptr<const LearnedWords> learn() const;
  // The same, mixed with the shipped lexicon by its evidence, as a lexicon of all words of the documents: for
  // files, and for AlignOptions::lexicons.
  LexiconContent lexicon() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_BATCH_LEARNER_H_
