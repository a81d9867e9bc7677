// The lattice of two documents: every alignment is a path, every path has a probability.
//
// A path goes from node (0, 0) to (n, m) by beads; segments of a gap follow each other, those of the first
// side before those of the second, so that an alignment is exactly one path. p(path) is proportional to
// exp(sum of scores).
#ifndef TARAZ_ALIGN_ENGINE_LATTICE_H_
#define TARAZ_ALIGN_ENGINE_LATTICE_H_

#include <cstdint>
#include <vector>

#include "align/engine/block_scores.h"
#include "align/engine/corridor.h"

namespace taraz {

// A bead with segments on both sides and how likely it is.
struct Block {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  std::uint8_t m = 0;
  std::uint8_t n = 0;
  float posterior = 0;  // 0..1
  float score = 0;      // ln odds

  friend bool operator==(const Block&, const Block&) = default;
};

struct Posteriors {
  std::vector<Block> blocks;        // by (first, second, m, n); those above the floor
  std::vector<float> gap[2];        // of each segment: that it is in a gap
  std::vector<float> gap_opens[2];  // of each segment: that it opens a gap
  double log_total = 0;             // ln of the sum over all paths
};

// Scores of gap segments: [side][segment], where it opens a gap and where it continues one.
struct GapScores {
  std::vector<float> open[2];
  std::vector<float> extend[2];
};
GapScores gap_scores(const ScoringModel& model);

// Forward-backward over the corridor: blocks with a posterior of at least `floor`.
// REQUIRES: the corridor joins both corners. O(nodes).
Posteriors posteriors(const BlockScores& scores, const GapScores& gaps, const Corridor& corridor,
                      float floor);

// Score of one alignment, given as its blocks in order; what they leave out is a gap. The reference for tests
// and the gold path of learning. Blocks need not lie in the corridor.
double path_score(const ScoringModel& model, const std::vector<Block>& blocks);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_LATTICE_H_
