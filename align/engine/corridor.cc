// Coarse search: rare types that both documents have give places; the heaviest rising chain of them is the
// spine of the corridor (the idea of Champollion's and hunalign's anchors, with a Fenwick tree instead of a
// square table).
#include "align/engine/corridor.h"

#include <algorithm>
#include <cmath>

#include "align/engine/evidence.h"

namespace taraz {
namespace {

constexpr std::uint32_t kRare = 12;  // a type that occurs more often says little about where we are
constexpr std::size_t kPlaces = 24;  // places of a row that are looked at, the heaviest

// Segments of each rare type.
std::vector<std::vector<std::uint32_t>> places_of(const SideEvidence& side) {
  std::vector<std::vector<std::uint32_t>> out(side.types->token_class.size());
  for (std::uint32_t i = 0; i < side.size(); ++i)
    for (const std::uint32_t t : side.of(i))
      if (side.types->count[t] <= kRare && side.types->token_class[t] != TokenClass::mark &&
          (out[t].empty() || out[t].back() != i))
        out[t].push_back(i);
  return out;
}

std::vector<MeetingPoint> places(const PairEvidence& e) {
  const auto seconds = places_of(e.sides[1]);
  std::vector<MeetingPoint> out;
  std::vector<MeetingPoint> row;
  for (std::uint32_t i = 0; i < e.sides[0].size(); ++i) {
    row.clear();
    for (const std::uint32_t s : e.sides[0].of(i)) {
      if (e.sides[0].types->count[s] > kRare) continue;
      for (const EvidenceLink& link : e.links_of(s)) {
        if (seconds[link.type].empty()) continue;
        const float ratio = std::max(link.forward, link.backward);
        if (ratio < 8) continue;
        const auto often = static_cast<float>(seconds[link.type].size() * e.sides[0].types->count[s]);
        const float weight = std::log(ratio) / often;
        for (const std::uint32_t j : seconds[link.type]) row.push_back({i, j, weight});
      }
    }
    std::sort(row.begin(), row.end(),
              [](const MeetingPoint& a, const MeetingPoint& b) { return a.second < b.second; });
    std::size_t kept = 0;
    for (std::size_t k = 0; k < row.size(); ++k)
      if (kept > 0 && row[kept - 1].second == row[k].second)
        row[kept - 1].weight += row[k].weight;
      else
        row[kept++] = row[k];
    row.resize(kept);
    if (row.size() > kPlaces) {
      std::nth_element(row.begin(), row.begin() + kPlaces, row.end(),
                       [](const MeetingPoint& a, const MeetingPoint& b) {
                         return a.weight != b.weight ? a.weight > b.weight : a.second < b.second;
                       });
      row.resize(kPlaces);
      std::sort(row.begin(), row.end(),
                [](const MeetingPoint& a, const MeetingPoint& b) { return a.second < b.second; });
    }
    out.insert(out.end(), row.begin(), row.end());
  }
  return out;
}

}  // namespace

std::size_t Corridor::nodes() const {
  std::size_t sum = 0;
  for (std::size_t i = 0; i < begin.size(); ++i) sum += end[i] - begin[i];
  return sum;
}

Corridor full_corridor(std::uint32_t first, std::uint32_t second) {
  return {std::vector<std::uint32_t>(first + 1, 0), std::vector<std::uint32_t>(first + 1, second + 1)};
}

std::vector<MeetingPoint> meeting_points(const PairEvidence& evidence) {
  const std::vector<MeetingPoint> all = places(evidence);
  constexpr std::uint32_t kNobody = 0xFFFFFFFF;
  struct Entry {
    float gain = 0;
    std::uint32_t point = kNobody;
  };
  std::vector<Entry> tree(evidence.sides[1].size() + 1);
  std::vector<std::uint32_t> before(all.size(), kNobody);
  std::vector<float> gains(all.size());
  for (std::size_t k = 0; k < all.size();) {
    std::size_t row_end = k;
    while (row_end < all.size() && all[row_end].first == all[k].first) ++row_end;
    for (std::size_t p = k; p < row_end; ++p) {
      Entry best;
      for (std::uint32_t at = all[p].second; at > 0; at &= at - 1)
        if (tree[at].gain > best.gain) best = tree[at];
      before[p] = best.point;
      gains[p] = best.gain + all[p].weight;
    }
    for (std::size_t p = k; p < row_end; ++p)
      for (std::uint32_t at = all[p].second + 1; at < tree.size(); at += at & (~at + 1))
        if (gains[p] > tree[at].gain) tree[at] = {gains[p], static_cast<std::uint32_t>(p)};
    k = row_end;
  }
  Entry best;
  for (std::uint32_t at = static_cast<std::uint32_t>(tree.size()) - 1; at > 0; at &= at - 1)
    if (tree[at].gain > best.gain) best = tree[at];
  std::vector<MeetingPoint> out;
  for (std::uint32_t p = best.point; p != kNobody; p = before[p]) out.push_back(all[p]);
  std::reverse(out.begin(), out.end());
  return out;
}

Corridor corridor_along(std::span<const MeetingPoint> points, std::uint32_t first, std::uint32_t second,
                        std::uint32_t margin) {
  Corridor out;
  out.begin.assign(first + 1, second + 1);
  out.end.assign(first + 1, 0);
  // Every stretch covers the rectangle between its ends, widened by the margin; a long one that lies on a
  // diagonal covers only a band about the diagonal.
  const auto cover = [&](std::int64_t i0, std::int64_t j0, std::int64_t i1, std::int64_t j1) {
    const std::int64_t di = i1 - i0;
    const std::int64_t dj = j1 - j0;
    const std::int64_t half =
        margin + std::min<std::int64_t>(std::abs(di - dj) + 8 * margin, std::max(di, dj));
    for (std::int64_t i = std::max<std::int64_t>(0, i0 - margin);
         i <= std::min<std::int64_t>(first, i1 + margin); ++i) {
      const double share =
          di > 0 ? std::clamp(static_cast<double>(i - i0) / static_cast<double>(di), 0.0, 1.0) : 0.5;
      const auto center = j0 + static_cast<std::int64_t>(share * static_cast<double>(dj));
      const std::int64_t low = std::max<std::int64_t>(center - half, j0 - margin);
      const std::int64_t high = std::min<std::int64_t>(center + half, j1 + margin);
      out.begin[i] =
          std::min(out.begin[i], static_cast<std::uint32_t>(std::clamp<std::int64_t>(low, 0, second)));
      out.end[i] =
          std::max(out.end[i], static_cast<std::uint32_t>(std::clamp<std::int64_t>(high + 1, 0, second + 1)));
    }
  };
  std::int64_t i = 0;
  std::int64_t j = 0;
  for (const MeetingPoint& p : points) {
    cover(i, j, p.first, p.second);
    i = p.first;
    j = p.second;
  }
  cover(i, j, first, second);
  out.begin[0] = 0;
  out.end[first] = second + 1;
  for (std::uint32_t r = first; r-- > 0;) out.begin[r] = std::min(out.begin[r], out.begin[r + 1]);
  for (std::uint32_t r = 1; r <= first; ++r) out.end[r] = std::max(out.end[r], out.end[r - 1]);
  for (std::uint32_t r = 1; r <= first; ++r) out.begin[r] = std::min(out.begin[r], out.end[r - 1] - 1);
  return out;
}

}  // namespace taraz
