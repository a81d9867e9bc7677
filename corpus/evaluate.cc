// Beads that share a segment on the first side are found by an index over that side, then compared side by
// side. The measures are those of Thompson and Koehn, "Vecalign" (EMNLP 2019). Checked by
// tests/corpus/evaluate_test.cc against all pairs of beads.
#include "corpus/evaluate.h"

#include <algorithm>
#include <set>
#include <unordered_map>

namespace taraz {
namespace {

using Index = std::unordered_map<std::uint32_t, std::vector<const BeadIndices*>>;

bool share(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](std::uint32_t i) { return std::find(b.begin(), b.end(), i) != b.end(); });
}

bool share_all_sides(const BeadIndices& a, const BeadIndices& b) {
  for (std::size_t k = 0; k < std::min(a.size(), b.size()); ++k)
    if (!share(a[k], b[k])) return false;
  return true;
}

std::vector<const BeadIndices*> complete(std::span<const BeadIndices> beads) {
  std::vector<const BeadIndices*> out;
  for (const BeadIndices& bead : beads)
    if (std::none_of(bead.begin(), bead.end(), [](const auto& side) { return side.empty(); }))
      out.push_back(&bead);
  return out;
}

Index by_first_side(const std::vector<const BeadIndices*>& beads) {
  Index index;
  for (const BeadIndices* bead : beads)
    for (std::uint32_t i : bead->front()) index[i].push_back(bead);
  return index;
}

std::uint64_t count_sharing(const std::vector<const BeadIndices*>& beads, const Index& others) {
  const auto shares = [&](const BeadIndices* bead) {
    for (std::uint32_t i : bead->front())
      if (const auto found = others.find(i); found != others.end())
        for (const BeadIndices* other : found->second)
          if (share_all_sides(*bead, *other)) return true;
    return false;
  };
  return static_cast<std::uint64_t>(std::count_if(beads.begin(), beads.end(), shares));
}

Agreement agreement(std::uint64_t right, std::uint64_t hypothesis, std::uint64_t found, std::uint64_t gold) {
  Agreement out;
  out.precision = static_cast<double>(right) / static_cast<double>(std::max<std::uint64_t>(hypothesis, 1));
  out.recall = static_cast<double>(found) / static_cast<double>(std::max<std::uint64_t>(gold, 1));
  const double sum = out.precision + out.recall;
  if (sum > 0) out.f1 = 2 * out.precision * out.recall / sum;
  return out;
}

}  // namespace

MatchCounts& MatchCounts::operator+=(const MatchCounts& other) {
  gold += other.gold;
  hypothesis += other.hypothesis;
  strict += other.strict;
  lax += other.lax;
  lax_found += other.lax_found;
  return *this;
}

MatchCounts count_matches(std::span<const BeadIndices> gold, std::span<const BeadIndices> hypothesis) {
  const std::vector<const BeadIndices*> g = complete(gold), h = complete(hypothesis);
  std::set<BeadIndices> same;
  for (const BeadIndices* bead : g) same.insert(*bead);
  MatchCounts out;
  out.gold = g.size();
  out.hypothesis = h.size();
  out.strict = static_cast<std::uint64_t>(
      std::count_if(h.begin(), h.end(), [&](const BeadIndices* bead) { return same.count(*bead) > 0; }));
  out.lax = count_sharing(h, by_first_side(g));
  out.lax_found = count_sharing(g, by_first_side(h));
  return out;
}

Agreement strict_agreement(const MatchCounts& c) {
  return agreement(c.strict, c.hypothesis, c.strict, c.gold);
}
Agreement lax_agreement(const MatchCounts& c) { return agreement(c.lax, c.hypothesis, c.lax_found, c.gold); }

}  // namespace taraz
