// Idea: a text that is a translation has likely beads nearly everywhere. Long holes on both sides at once
// mean that the words learned so far did not show the way there, and a few beads far apart between holes are
// chance: with them taken away, the next search is led by what holds. Own rule; tested by
// tests/align/engine/torn_path_test.cc.
#include "align/engine/torn_path.h"

#include <algorithm>

#include "align/engine/corridor.h"

namespace taraz {
namespace {

constexpr std::uint32_t kHole = 30;  // segments without a bead on both sides

// A stretch of likely beads without a hole: its rows, and how dense it is.
struct Stretch {
  MeetingPoint begin, end;
  std::uint32_t beads = 0;
  // Few beads far apart are chance: a path that lost its way.
  bool holds() const {
    return beads >= kHole && 2 * beads >= std::max(end.first - begin.first, end.second - begin.second);
  }
};

// The stretches between holes, where both texts go on for kHole segments or more without a likely bead.
std::vector<Stretch> stretches_of(const std::vector<Block>& likely) {
  std::vector<Stretch> out;
  for (const Block& b : likely) {
    if (b.posterior < 0.5F) continue;
    const MeetingPoint begin{b.first, b.second, 0}, end{b.first + b.m, b.second + b.n, 0};
    if (!out.empty() && (begin.first < out.back().end.first || begin.second < out.back().end.second))
      continue;
    if (out.empty() ||
        std::min(begin.first - out.back().end.first, begin.second - out.back().end.second) >= kHole)
      out.push_back({begin, begin});
    out.back().end = end;
    ++out.back().beads;
  }
  return out;
}

}  // namespace

bool clear_if_torn(std::vector<Block>& likely, std::uint32_t first, std::uint32_t second) {
  std::vector<Stretch> stretches = stretches_of(likely);
  std::erase_if(stretches, [](const Stretch& s) { return !s.holds(); });
  if (stretches.empty()) return false;
  std::uint32_t lost = 0;
  MeetingPoint at;
  const auto hole_before = [&](MeetingPoint next) {
    const std::uint32_t hole = std::min(next.first - at.first, next.second - at.second);
    if (hole >= kHole) lost += hole;
  };
  for (const Stretch& s : stretches) {
    hole_before(s.begin);
    at = s.end;
  }
  hole_before({first, second, 0});
  if (lost <= std::min(first, second) / 50) return false;
  std::erase_if(likely, [&](const Block& b) {
    return std::none_of(stretches.begin(), stretches.end(), [&](const Stretch& s) {
      return b.first >= s.begin.first && b.first < s.end.first && b.second >= s.begin.second &&
             b.second < s.end.second;
    });
  });
  return true;
}

}  // namespace taraz
