// Three and more documents: each pair is searched, then searched again with what the others say about it,
// until nothing changes much; the beads of all documents are the connected groups of the pairs' beads.
#ifndef TARAZ_ALIGN_ENGINE_JOINT_ALIGNER_H_
#define TARAZ_ALIGN_ENGINE_JOINT_ALIGNER_H_

#include <cstdint>
#include <span>
#include <vector>

#include "align/alignment.h"
#include "align/engine/pair_aligner.h"

namespace taraz {

// Searches of all pairs (a, b), a < b, in lexicographic order.
std::size_t pair_index(std::size_t a, std::size_t b, std::size_t documents);

// One round: every pair again, with the likely blocks of all others as evidence. `weights` are those of
// data/engine/joint_weights.tsv. O(documents^3 * segments).
void refine_jointly(std::vector<PairSearch>& searches, std::span<const std::uint32_t> sizes,
                    const Weights& weights, unsigned threads);

// What third documents say about pair (a, b).
class ThirdEvidence;
ThirdEvidence third_evidence(const std::vector<PairSearch>& searches, std::span<const std::uint32_t> sizes,
                             std::size_t a, std::size_t b);

// The chains without blocks that contradict two likelier ones: i goes with k and j with l of a third
// document, k and l are different beads, so i does not go with j. Otherwise one false block would make one
// bead of the two. O(blocks * documents).
std::vector<std::vector<Block>> without_contradictions(const std::vector<std::vector<Block>>& chains,
                                                       std::span<const std::uint32_t> sizes);

// The finest N-way alignment that keeps the blocks of every pair's chain whole. `gaps[k][i]`: how likely
// segment i of document k has no counterpart anywhere, its confidence where it stays alone.
Alignment join_chains(const std::vector<std::vector<Block>>& chains, std::span<const std::uint32_t> sizes,
                      const std::vector<std::vector<float>>& gaps);

// The least gap probability of every segment over the pairs of its document.
std::vector<std::vector<float>> joint_gaps(const std::vector<PairSearch>& searches,
                                           std::span<const std::uint32_t> sizes);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_JOINT_ALIGNER_H_
