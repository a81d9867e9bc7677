// Coarse search: rare types that both documents have give places; the heaviest rising chain of them is the
// spine of the corridor (the idea of Champollion's and hunalign's anchors, with a Fenwick tree instead of a
// square table).
#include "align/engine/corridor.h"

#include <algorithm>
#include <cmath>
#include <utility>

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

CorridorBuilder::CorridorBuilder(std::uint32_t first, std::uint32_t second)
    : second_(second), begin_(first + 1, second + 1), end_(first + 1, 0) {}

void CorridorBuilder::cover(MeetingPoint from, MeetingPoint to, std::uint32_t margin, std::uint32_t widest) {
  const std::int64_t reach = margin;
  const std::int64_t rows = static_cast<std::int64_t>(begin_.size()) - 1;
  const std::int64_t columns = second_;
  const std::int64_t i0 = from.first;
  const std::int64_t j0 = from.second;
  const std::int64_t di = to.first - i0;
  const std::int64_t dj = to.second - j0;
  const std::int64_t half =
      std::min({std::abs(di - dj) + 9 * reach, reach + std::max(di, dj), static_cast<std::int64_t>(widest)});
  for (std::int64_t i = std::max<std::int64_t>(0, i0 - reach); i <= std::min(rows, i0 + di + reach); ++i) {
    const double share =
        di > 0 ? std::clamp(static_cast<double>(i - i0) / static_cast<double>(di), 0.0, 1.0) : 0.5;
    const auto center = j0 + static_cast<std::int64_t>(share * static_cast<double>(dj));
    const std::int64_t left = reach - std::max<std::int64_t>({0, i0 - i, i - i0 - di});
    const std::int64_t low = std::max(center - half, j0 - left);
    const std::int64_t high = std::min(center + half, j0 + dj + left);
    std::uint32_t& begin = begin_[static_cast<std::size_t>(i)];
    std::uint32_t& end = end_[static_cast<std::size_t>(i)];
    begin = std::min(begin, static_cast<std::uint32_t>(std::clamp<std::int64_t>(low, 0, columns)));
    end = std::max(end, static_cast<std::uint32_t>(std::clamp<std::int64_t>(high + 1, 0, columns + 1)));
  }
}

Corridor CorridorBuilder::finish() && {
  begin_.front() = 0;
  end_.back() = second_ + 1;
  for (std::size_t r = begin_.size() - 1; r-- > 0;) begin_[r] = std::min(begin_[r], begin_[r + 1]);
  for (std::size_t r = 1; r < end_.size(); ++r) end_[r] = std::max(end_[r], end_[r - 1]);
  for (std::size_t r = 1; r < begin_.size(); ++r) begin_[r] = std::min(begin_[r], end_[r - 1] - 1);
  return {std::move(begin_), std::move(end_)};
}

Corridor corridor_along(std::span<const MeetingPoint> points, std::uint32_t first, std::uint32_t second,
                        std::uint32_t margin) {
  CorridorBuilder builder(first, second);
  MeetingPoint at;
  for (const MeetingPoint& p : points) {
    builder.cover(at, p, margin);
    at = p;
  }
  builder.cover(at, {first, second, 0}, margin);
  return std::move(builder).finish();
}

}  // namespace taraz
