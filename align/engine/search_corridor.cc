#include "align/engine/search_corridor.h"

#include <algorithm>

#include "align/engine/strong_pairs.h"

namespace taraz {
namespace {

// Below this many nodes everything is searched at first.
constexpr std::size_t kFullSearch = 40000;
// Steps about the path: for strong pairs, the first search and later ones, of long documents and of short
// ones.
struct Margins {
  std::uint32_t coarse, first, next;
};
constexpr Margins kMargins = {10, 3, 2};
constexpr Margins kShortMargins = {12, 6, 4};
constexpr std::uint32_t kShort = 2500;  // segments
// Segments of both sides between strong pairs that are unrelated when the rest of the documents is not.
constexpr std::uint32_t kUnrelated = 200;
constexpr std::size_t kWideRow = 60;  // nodes of a row, on average
constexpr std::uint32_t kNarrow = 16;
constexpr std::uint32_t kSampleRows = 1600;
constexpr std::uint32_t kSampleRun = 100;
// Strong pairs within kNeighbours segments of each other are neighbours; one is trusted that has kFriends.
constexpr std::uint32_t kNeighbours = 24;
constexpr std::uint32_t kFriends = 3;
constexpr std::uint32_t kEdgeRows = 24;  // rows about a widened place that are searched again

const Margins& margins(std::uint32_t first, std::uint32_t second) {
  return std::max(first, second) < kShort ? kShortMargins : kMargins;
}

// The pairs that others near them agree with.
std::vector<MeetingPoint> trusted(const std::vector<MeetingPoint>& pairs) {
  std::vector<MeetingPoint> out;
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const auto near = [&](std::size_t other) {
      const std::uint32_t di =
          other < k ? pairs[k].first - pairs[other].first : pairs[other].first - pairs[k].first;
      const std::uint32_t dj =
          other < k ? pairs[k].second - pairs[other].second : pairs[other].second - pairs[k].second;
      return std::max(di, dj) <= kNeighbours && std::max(di, dj) - std::min(di, dj) <= kNeighbours / 4;
    };
    std::uint32_t friends = 0;
    for (std::size_t d = 1; d <= kFriends; ++d)
      friends += (k >= d && near(k - d)) + (k + d < pairs.size() && near(k + d));
    if (friends >= kFriends) out.push_back(pairs[k]);
  }
  return out;
}

}  // namespace

Corridor first_corridor(const ScoringModel& model) {
  const std::uint32_t n = model.evidence->sides[0].size();
  const std::uint32_t m = model.evidence->sides[1].size();
  if ((n + 1ULL) * (m + 1ULL) <= kFullSearch) return full_corridor(n, m);
  const Margins& margin = margins(n, m);
  const Corridor coarse = corridor_along(meeting_points(*model.evidence), n, m, margin.coarse);
  const std::vector<MeetingPoint> pairs = trusted(strong_pairs(model, coarse));
  const bool dense = pairs.size() > std::min(n, m) / 4;
  CorridorBuilder builder(n, m);
  MeetingPoint at;
  const auto cover = [&](MeetingPoint to) {
    const std::uint32_t di = to.first - at.first;
    const std::uint32_t dj = to.second - at.second;
    if (dense && std::min(di, dj) > kUnrelated) {
      // Strong pairs everywhere but here: no translations, a gap of both sides.
      builder.cover(at, {to.first, at.second, 0}, margin.first);
      builder.cover({to.first, at.second, 0}, to, margin.first);
    } else {
      // Where strong pairs are few, one of them may be wrong: wide again.
      builder.cover(at, to, std::max(di, dj) <= kNeighbours ? margin.first : margin.coarse);
    }
    at = to;
  };
  for (const MeetingPoint& p : pairs) cover(p);
  cover({n, m, 0});
  return std::move(builder).finish();
}

Corridor narrow_corridor(std::uint32_t first, std::uint32_t second) {
  CorridorBuilder builder(first, second);
  builder.cover({}, {first, second, 0}, kNarrow, kNarrow);
  return std::move(builder).finish();
}

bool is_wide(const Corridor& corridor) { return corridor.nodes() / kWideRow > corridor.rows(); }

std::vector<SegmentRange> sample_rows(const Corridor& corridor, std::uint32_t round) {
  std::vector<SegmentRange> out;
  const std::uint32_t rows = corridor.rows();
  const std::uint32_t step = std::max(kSampleRun, rows / (kSampleRows / kSampleRun));
  for (std::uint32_t i = round * kSampleRun % step; i < rows; i += step)
    out.push_back({i, std::min(rows, i + kSampleRun)});
  return out;
}

Corridor next_corridor(std::span<const Block> likely, std::uint32_t first, std::uint32_t second) {
  const std::uint32_t margin = margins(first, second).next;
  CorridorBuilder builder(first, second);
  MeetingPoint at;
  for (const Block& b : likely) {
    const MeetingPoint begin{b.first, b.second, 0};
    const MeetingPoint end{b.first + b.m, b.second + b.n, 0};
    builder.cover(begin, end, margin);
    if (b.posterior <= 0.5F || begin.first < at.first || begin.second < at.second) continue;
    builder.cover(at, begin, margin);
    at = end;
  }
  builder.cover(at, {first, second, 0}, margin);
  return std::move(builder).finish();
}

std::vector<SegmentRange> widen_at_edges(Corridor& c, std::span<const Block> likely, int times) {
  const std::uint32_t rows = c.rows();
  const std::uint32_t columns = c.end[rows];
  const auto edge = [&](std::uint32_t i, std::uint32_t j) {
    return (j > 0 && j == c.begin[i]) || (j + 1 < columns && j + 1 == c.end[i]);
  };
  std::vector<SegmentRange> out;
  for (const Block& b : likely) {
    if (b.posterior <= 0.3F) continue;
    if (!edge(b.first, b.second) && !edge(b.first + b.m, b.second + b.n)) continue;
    const SegmentRange range{b.first > kEdgeRows ? b.first - kEdgeRows : 0,
                             std::min(rows, b.first + kEdgeRows)};
    if (!out.empty() && range.begin <= out.back().end)
      out.back().end = std::max(out.back().end, range.end);
    else
      out.push_back(range);
  }
  const std::uint32_t by = 8U << times;
  for (const SegmentRange& range : out)
    for (std::uint32_t i = range.begin; i <= range.end; ++i) {
      c.begin[i] -= std::min(c.begin[i], by);
      c.end[i] = std::min(columns, c.end[i] + by);
    }
  for (std::uint32_t r = rows; r-- > 0;) c.begin[r] = std::min(c.begin[r], c.begin[r + 1]);
  for (std::uint32_t r = 1; r <= rows; ++r) c.end[r] = std::max(c.end[r], c.end[r - 1]);
  return out;
}

}  // namespace taraz
