// Two documents: evidence, search, a second search with what the first has taught, decoding.
#ifndef TARAZ_ALIGN_ENGINE_PAIR_ALIGNER_H_
#define TARAZ_ALIGN_ENGINE_PAIR_ALIGNER_H_

#include <memory>
#include <vector>

#include "align/aligner.h"
#include "align/engine/block_scores.h"
#include "align/engine/corridor.h"
#include "align/engine/lattice.h"
#include "text/document.h"

namespace taraz {

class ThirdEvidence;
class VectorEvidence;

// The search of one pair, kept so that it can be explained or joined with other pairs.
struct PairSearch {
  std::shared_ptr<const PairEvidence> evidence;
  RateShift shift;
  std::vector<Block> likely;        // by (first, second, m, n)
  std::vector<MeetingPoint> nodes;  // that every path passes: hard boundaries
  std::shared_ptr<const VectorEvidence> vectors;
};

// `a` and `b` are the places of the documents, for AlignOptions::vectors.
PairSearch search_pair(const Document& first, const Document& second, const AlignOptions& options,
                       const Weights& weights, std::size_t a = 0, std::size_t b = 1);

// Searches near the likely blocks again, with what third documents say. `third` may be null.
std::vector<Block> search_again(const PairSearch& search, const ThirdEvidence* third, const Weights& weights,
                                unsigned threads);

// Of each segment of one side, how likely it has no counterpart.
std::vector<float> gap_probabilities(const std::vector<Block>& likely, int side, std::uint32_t size);

// Least posterior that pays for a bead, see best_chain.
inline constexpr double kBeadThreshold = 0.35;

// The alignment of two documents from its blocks: segments between them are beads of their own.
Alignment alignment_of(const std::vector<Block>& chain, const std::vector<Block>& likely, std::uint32_t first,
                       std::uint32_t second);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_PAIR_ALIGNER_H_
