#include "align/aligner.h"

#include <algorithm>
#include <utility>

#include "align/engine/decoder.h"
#include "align/engine/features.h"
#include "align/engine/pair_aligner.h"

namespace taraz {

struct Aligner::State {
  AlignOptions options;
  Weights weights;
};

Aligner::Aligner(AlignOptions options) : state_(std::make_unique<State>(State{options, Weights::load()})) {}
Aligner::~Aligner() = default;

namespace {

// Beads of all documents where the pairs with the first document end together.
Alignment join_star(const std::vector<Alignment>& pairs, std::vector<std::uint32_t> sizes) {
  std::vector<std::vector<std::uint32_t>>
      reach;  // [k][i]: of document k + 1, when i of the first are behind; or none
  constexpr std::uint32_t kNone = 0xFFFFFFFF;
  for (const Alignment& a : pairs) {
    auto& r = reach.emplace_back(sizes[0] + 1, kNone);
    r[0] = 0;
    for (const Bead& b : a.beads()) r[b.sides[0].end] = b.sides[1].end;
  }
  std::vector<Bead> beads;
  std::vector<std::uint32_t> at(sizes.size(), 0);
  for (std::uint32_t i = 0; i <= sizes[0]; ++i) {
    if (std::any_of(reach.begin(), reach.end(), [&](const auto& r) { return r[i] == kNone; })) continue;
    Bead bead;
    bead.sides.push_back({at[0], i});
    at[0] = i;
    bool empty = bead.sides[0].empty();
    for (std::size_t k = 0; k < reach.size(); ++k) {
      bead.sides.push_back({at[k + 1], reach[k][i]});
      at[k + 1] = reach[k][i];
      empty = empty && bead.sides.back().empty();
    }
    if (!empty) beads.push_back(std::move(bead));
  }
  return Alignment::from_beads(std::move(beads), std::move(sizes));
}

}  // namespace

Alignment Aligner::align(std::span<const Document* const> documents) const {
  std::vector<std::uint32_t> sizes;
  for (const Document* d : documents) sizes.push_back(d->size());
  std::vector<Alignment> pairs;
  for (std::size_t k = 1; k < documents.size(); ++k) {
    const PairSearch search = search_pair(*documents[0], *documents[k], state_->options, state_->weights);
    pairs.push_back(
        alignment_of(best_chain(search.likely, kBeadThreshold), search.likely, sizes[0], sizes[k]));
  }
  if (pairs.size() == 1) return std::move(pairs[0]);
  return join_star(pairs, std::move(sizes));
}

}  // namespace taraz
