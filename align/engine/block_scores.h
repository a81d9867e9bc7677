// Scores of exact m-n blocks of a window of the lattice.
//
// The score of a block adds up what every segment of it earns by itself, given the whole other side: its
// tokens are explained by the other side's tokens as a mixture (IBM model 1, Brown et al. 1993) against the
// background, so a segment that nothing explains lowers the score, and a side that says too much dilutes its
// own explanations.
#ifndef TARAZ_ALIGN_ENGINE_BLOCK_SCORES_H_
#define TARAZ_ALIGN_ENGINE_BLOCK_SCORES_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "align/engine/corridor.h"
#include "align/engine/evidence.h"
#include "align/engine/features.h"

namespace taraz {

// Shapes of beads without an empty side. kShapes[0] is 1-1.
struct Shape {
  std::uint8_t first, second;
};
inline constexpr std::size_t kShapeCount = 24;
inline constexpr std::uint32_t kLongestSide = 8;
extern const std::array<Shape, kShapeCount> kShapes;

// Changes of the priors that a document asks for, ln odds; see align/engine/document_rates.h.
struct RateShift {
  double open[2] = {0, 0};  // a gap of the first, the second side
  double extend[2] = {0, 0};
  double merge[2] = {0, 0};  // several segments of the first, the second side
};

class ThirdEvidence;
class VectorEvidence;

// What a pair's blocks are scored with; all parts outlive the scores.
struct ScoringModel {
  const PairEvidence* evidence = nullptr;
  const Weights* weights = nullptr;
  RateShift shift;
  std::uint32_t longest = kLongestSide;  // segments on a side of a bead; less is faster
  // Whole-document sources of more evidence, not sliced with `evidence`; may be null.
  const ThirdEvidence* third = nullptr;
  const VectorEvidence* vectors = nullptr;
  std::uint32_t offset[2] = {0, 0};  // of the segments of `evidence` within their documents
};

// Ln odds against the segments being unmatched. The slow and exact reference, feature by feature.
FeatureVector block_features(const ScoringModel& model, std::uint32_t first, std::uint32_t m,
                             std::uint32_t second, std::uint32_t n);
// Of a segment of `side` in a gap.
FeatureVector gap_features(const ScoringModel& model, int side, std::uint32_t segment, bool opens);
double weighted(const Weights& weights, const FeatureVector& features);
double shape_shift(const RateShift& shift, std::uint32_t m, std::uint32_t n);

// The scores of all blocks that lie within the corridor. Immutable after construction.
class BlockScores {
 public:
  static constexpr float kNone = -1e30F;  // no such block

  // Time and memory are linear in the nodes of the corridor.
  BlockScores(const ScoringModel& model, const Corridor& corridor);

  // Score of shape `shape` starting at node (i, j) of the corridor; kNone where it leaves the corridor.
  float at(std::uint32_t i, std::uint32_t j, std::size_t shape) const {
    return scores_[(row_[i] + j - begin_[i]) * kShapeCount + shape];
  }
  const float* node(std::uint32_t i, std::uint32_t j) const {
    return &scores_[(row_[i] + j - begin_[i]) * kShapeCount];
  }

 private:
  std::vector<std::size_t> row_;
  std::vector<std::uint32_t> begin_;
  std::vector<float> scores_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_BLOCK_SCORES_H_
