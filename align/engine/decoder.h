// From posteriors to an alignment.
#ifndef TARAZ_ALIGN_ENGINE_DECODER_H_
#define TARAZ_ALIGN_ENGINE_DECODER_H_

#include <span>
#include <vector>

#include "align/engine/lattice.h"

namespace taraz {

// The chain of blocks with the largest sum of (posterior - threshold): of all alignments the one with the
// most right beads to be expected, rather than the single most likely path (minimum Bayes risk). Blocks are
// given by (first, second); so is the result. O(n log n).
std::vector<Block> best_chain(std::span<const Block> blocks, double threshold);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_DECODER_H_
