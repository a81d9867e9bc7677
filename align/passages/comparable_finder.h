// Passages of two sides that tell of the same thing without translating each other.
#ifndef TARAZ_ALIGN_PASSAGES_COMPARABLE_FINDER_H_
#define TARAZ_ALIGN_PASSAGES_COMPARABLE_FINDER_H_

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "align/engine/evidence.h"
#include "text/span.h"

namespace taraz {

// What shared tokens are worth, and how a score becomes a confidence: data/passages/comparable.tsv.
struct ComparableModel {
  std::array<double, kTokenClasses> worth{};  // of the evidence of each class
  double fee = 0.0;                           // of every segment of a passage past the first
  double bias = 0.0, score = 0.0, margin = 0.0;
  static ComparableModel load();  // throws FormatError naming the row
};

struct ComparablePair {
  SegmentRange first, second;
  float score = 0.0F;       // nats of evidence
  float margin = 0.0F;      // score less the mean of the next best of both sides' best segments
  float confidence = 0.0F;  // 0..1
};

struct ComparableOptions {
  double min_confidence = 0.5;
  std::uint32_t longest = 4;  // segments of a passage
  unsigned threads = 1;       // the result is the same
  // Whether segments i and i + 1 of side 0 or 1 may be in one passage, and whether two segments may be linked
  // at all.
  std::function<bool(int side, std::uint32_t i)> adjacent;
  std::function<bool(std::uint32_t first, std::uint32_t second)> allowed;
};

// Evidence of a block: the log-likelihood ratio of what each side's tokens gain from the other side, by class
// and worth, half of each direction. Symmetric in the sides up to the evidence's own directions.
double comparable_score(const PairEvidence& evidence, const ComparableModel& model, SegmentRange first,
                        SegmentRange second);

// Seeds are pairs of segments, best first; a seed grows by neighbours while they pay their fee. Passages of
// one pair of documents do not overlap. By falling confidence, ties by position.
std::vector<ComparablePair> find_comparable(const PairEvidence& evidence, const ComparableModel& model,
                                            const ComparableOptions& options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_COMPARABLE_FINDER_H_
