#include "align/alignment.h"

#include <algorithm>
#include <utility>

#include "text/error.h"

namespace taraz {

bool Bead::complete() const {
  return std::none_of(sides.begin(), sides.end(), [](const SegmentRange& r) { return r.empty(); });
}

std::string Bead::kind() const {
  std::string out;
  for (const SegmentRange& r : sides) out += (out.empty() ? "" : "-") + std::to_string(r.size());
  return out;
}

Alignment Alignment::from_beads(std::vector<Bead> beads, std::vector<std::uint32_t> sizes) {
  std::vector<std::uint32_t> at(sizes.size(), 0);
  for (std::size_t b = 0; b < beads.size(); ++b) {
    const auto broken = [&] { return Error("bead " + std::to_string(b) + " does not continue the one before it"); };
    if (beads[b].sides.size() != sizes.size()) throw broken();
    bool empty = true;
    for (std::size_t k = 0; k < sizes.size(); ++k) {
      const SegmentRange& r = beads[b].sides[k];
      if (r.begin != at[k] || r.end < r.begin || r.end > sizes[k]) throw broken();
      at[k] = r.end;
      empty = empty && r.empty();
    }
    if (empty) throw broken();
  }
  if (at != sizes) throw Error("the beads do not cover every segment");
  Alignment out;
  out.beads_ = std::move(beads);
  out.sizes_ = std::move(sizes);
  return out;
}

}  // namespace taraz
