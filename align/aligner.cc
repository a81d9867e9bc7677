// Placeholder until align/engine lands in this very change set: pairs segments by number.
#include "align/aligner.h"

#include <algorithm>
#include <utility>

namespace taraz {

struct Aligner::State {
  AlignOptions options;
};

Aligner::Aligner(AlignOptions options) : state_(std::make_unique<State>(State{options})) {}
Aligner::~Aligner() = default;

Alignment Aligner::align(std::span<const Document* const> documents) const {
  std::vector<std::uint32_t> sizes;
  for (const Document* d : documents) sizes.push_back(d->size());
  std::vector<Bead> beads;
  for (std::uint32_t i = 0; i < *std::max_element(sizes.begin(), sizes.end()); ++i) {
    Bead bead;
    for (std::uint32_t n : sizes) bead.sides.push_back({std::min(i, n), std::min(i + 1, n)});
    beads.push_back(std::move(bead));
  }
  return Alignment::from_beads(std::move(beads), std::move(sizes));
}

}  // namespace taraz
