// Why a bead: the parts of its score, and what was matched.
#ifndef TARAZ_ALIGN_ENGINE_EXPLAIN_H_
#define TARAZ_ALIGN_ENGINE_EXPLAIN_H_

#include <vector>

#include "align/aligner.h"
#include "align/engine/pair_aligner.h"

namespace taraz {

// Of every bead of a pair's alignment; beads with an empty side have no parts but "gap". REQUIRES: the search
// was made with AlignOptions::explain. `third` may be null.
std::vector<BeadExplanation> explain(const PairSearch& search, const Alignment& alignment,
                                     const ThirdEvidence* third, const Weights& weights);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_EXPLAIN_H_
