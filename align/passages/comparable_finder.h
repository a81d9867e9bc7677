// Passages of two sides that tell of the same thing without translating each other.
#ifndef TARAZ_ALIGN_PASSAGES_COMPARABLE_FINDER_H_
#define TARAZ_ALIGN_PASSAGES_COMPARABLE_FINDER_H_

#include <array>
#include <cstdint>
#include <functional>
#include <vector>

#include "align/engine/evidence.h"
#include "align/passages/comparable_scorer.h"
#include "text/span.h"

namespace taraz {

struct ComparablePair {
  SegmentRange first, second;
  float score = 0.0F;       // nats of evidence
  float margin = 0.0F;      // score less the mean of the next best of both sides' best segments
  float support = 0.0F;     // how much else the two documents share, 0..2: document_support.h
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
  // The document of a segment; empty: one document a side.
  std::function<std::uint32_t(int side, std::uint32_t i)> document_of;
};

// Seeds are pairs of segments, best first; a seed grows by neighbours while they pay their fee. Passages of
// one pair of documents do not overlap. By falling confidence, ties by position.
std::vector<ComparablePair> find_comparable(const ComparableScorer& scorer, const ComparableOptions& options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_COMPARABLE_FINDER_H_
