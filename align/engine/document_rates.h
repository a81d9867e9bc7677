// How common gaps and merges are in the documents at hand, from a first search: the second search expects
// them.
#ifndef TARAZ_ALIGN_ENGINE_DOCUMENT_RATES_H_
#define TARAZ_ALIGN_ENGINE_DOCUMENT_RATES_H_

#include <span>

#include "align/engine/block_scores.h"
#include "align/engine/lattice.h"

namespace taraz {

// Ln of the expected rates over the usual ones (Weights::usual_*), drawn towards 0 for short documents.
// `blocks` are the likely blocks of the whole documents.
RateShift document_rates(std::span<const Block> blocks, std::uint32_t first, std::uint32_t second,
                         const Weights& weights);

// Expected length of the second side over that of the first: from likely beads, drawn towards `usual`.
double document_length_ratio(std::span<const Block> blocks, const PairEvidence& evidence, double usual);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_DOCUMENT_RATES_H_
