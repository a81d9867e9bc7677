// The second step from coarse to fine: pairs of segments that clearly translate each other.
#ifndef TARAZ_ALIGN_ENGINE_STRONG_PAIRS_H_
#define TARAZ_ALIGN_ENGINE_STRONG_PAIRS_H_

#include <vector>

#include "align/engine/block_scores.h"
#include "align/engine/corridor.h"

namespace taraz {

// The heaviest chain, both indices rising strictly, of pairs within the corridor whose words speak for them
// and that score above 0 as 1-1 beads; the weight is the score, ln odds. Where the documents have nothing in
// common there are no points. O(nodes + pairs of linked tokens); one byte of memory for each node.
std::vector<MeetingPoint> strong_pairs(const ScoringModel& model, const Corridor& corridor);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_STRONG_PAIRS_H_
