// Finds sentences that translate each other among many, in any order.
#ifndef TARAZ_ALIGN_PASSAGES_SENTENCE_MINER_H_
#define TARAZ_ALIGN_PASSAGES_SENTENCE_MINER_H_

#include <cstdint>
#include <vector>

#include "align/engine/block_scores.h"
#include "align/engine/evidence.h"
#include "align/engine/features.h"

namespace taraz {

// How the score of a pair and its lead over its rivals become a confidence: logistic regression, learned by
// the recipe in docs/match.md on ../shared/data/dev/ntrex; table data/passages/mining.tsv.
struct MiningModel {
  double bias = 0.0, score = 0.0, margin = 0.0, lead = 0.0;
  static MiningModel load();  // throws FormatError naming the row
};

// A pair of segments of the two sides of the evidence.
struct MinedPair {
  std::uint32_t first = 0, second = 0;
  float score = 0.0F;       // ln odds of being translations, from the engine's features
  float margin = 0.0F;      // score less the mean score of the next best candidates of both
  float lead = 0.0F;        // score less that of the best rival of either
  float confidence = 0.0F;  // 0..1
};

struct MiningOptions {
  bool one_to_one = true;  // each segment in one pair at most, the most confident first
  double min_confidence = 0.5;
  unsigned threads = 1;  // the result is the same
};

// Margin-based mining (Artetxe and Schwenk 2019, there on neural vectors) on the engine's scores: candidates
// by an inverted index, exact 1-1 scores for them, confidence by score, margin and lead, best-first choice.
// By (first, second).
std::vector<MinedPair> mine_sentences(const PairEvidence& evidence, const Weights& weights,
                                      const MiningModel& model, const MiningOptions& options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_SENTENCE_MINER_H_
