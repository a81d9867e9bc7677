// How good a word model is, without an aligner: can each sentence find its translation among all the others?
#ifndef TARAZ_ALIGN_LEXICON_RETRIEVAL_H_
#define TARAZ_ALIGN_LEXICON_RETRIEVAL_H_

#include <cstddef>
#include <span>
#include <vector>

#include "align/lexicon/word_model.h"

namespace taraz {

struct RetrievalReport {
  std::size_t sentences = 0;
  double first = 0.0;            // share whose translation has the best score, mean of both directions
  double reciprocal_rank = 0.0;  // mean of 1/rank
  double known_first = 0.0, known_second = 0.0;          // share of running words that the model covers
  double explained_first = 0.0, explained_second = 0.0;  // share with a translation in the true partner
  double surprise = 0.0;  // mean -ln of the true partner among all, shares being exp(10 score)
  double score = 0.0;                                    // mean lexical_score() of the true pairs
};

// `first[i]` and `second[i]` translate each other; ids are of `model`, which is built.
// O(sentences^2 * length): use some thousand sentences at most.
RetrievalReport measure_retrieval(const WordModel& model, std::span<const std::vector<WordId>> first,
                                  std::span<const std::vector<WordId>> second);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_RETRIEVAL_H_
