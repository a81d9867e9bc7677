// All likely blocks of two documents: coarse corridor, windows of the lattice in parallel, one list.
#ifndef TARAZ_ALIGN_ENGINE_PAIR_SEARCH_H_
#define TARAZ_ALIGN_ENGINE_PAIR_SEARCH_H_

#include <vector>

#include "align/engine/block_scores.h"
#include "align/engine/corridor.h"
#include "align/engine/lattice.h"

namespace taraz {

// Blocks with a posterior of at least 0.004, by (first, second, m, n). The result does not depend on
// `threads`. Long documents are searched in overlapping windows; time and memory are linear in the nodes of
// the corridor.
std::vector<Block> likely_blocks(const ScoringModel& model, const Corridor& corridor, unsigned threads);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_PAIR_SEARCH_H_
