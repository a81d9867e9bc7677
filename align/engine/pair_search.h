// All likely blocks of two documents: coarse corridor, windows of the lattice in parallel, one list.
#ifndef TARAZ_ALIGN_ENGINE_PAIR_SEARCH_H_
#define TARAZ_ALIGN_ENGINE_PAIR_SEARCH_H_

#include <span>
#include <vector>

#include "align/engine/block_scores.h"
#include "align/engine/corridor.h"
#include "align/engine/lattice.h"

namespace taraz {

// Blocks with a posterior of at least 0.004, by (first, second, m, n). The result does not depend on
// `threads`. Long documents are searched in overlapping windows; time and memory are linear in the nodes of
// the corridor.
std::vector<Block> likely_blocks(const ScoringModel& model, const Corridor& corridor, unsigned threads);

// Searches some rows of the lattice again: blocks of `likely` that start in `rows` (in order, apart) are
// replaced. Time is linear in the nodes of those rows and of 48 rows about each range.
void search_rows(const ScoringModel& model, const Corridor& corridor, std::span<const SegmentRange> rows,
                 unsigned threads, std::vector<Block>& likely);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_PAIR_SEARCH_H_
