#include "align/engine/third_evidence.h"

#include <algorithm>

namespace taraz {

ThirdEvidence::ThirdEvidence(std::uint32_t first, std::uint32_t second) {
  ways_[0].resize(first);
  ways_[1].resize(second);
}

void ThirdEvidence::add(std::span<const Block> first_third, std::span<const Block> second_third,
                        std::uint32_t third) {
  add_side(0, first_third, second_third, third);
  add_side(1, second_third, first_third, third);
  ++documents_;
}

void ThirdEvidence::add_side(int side, std::span<const Block> mine, std::span<const Block> others,
                             std::uint32_t third) {
  // Blocks of the other pair by the segments of the third document they hold.
  std::vector<std::vector<std::uint32_t>> at(third);
  std::vector<float> alone(third, 1.0F);
  for (std::uint32_t b = 0; b < others.size(); ++b)
    for (std::uint32_t k = others[b].second; k < others[b].second + others[b].n; ++k) {
      at[k].push_back(b);
      alone[k] -= others[b].posterior;
    }
  std::vector<Way> ways;
  for (const Block& x : mine) {
    ways.clear();
    float lack = 0;
    for (std::uint32_t k = x.second; k < x.second + x.n; ++k) {
      lack += std::max(0.0F, alone[k]) * x.posterior / static_cast<float>(x.n);
      for (const std::uint32_t b : at[k]) {
        const Block& y = others[b];
        const bool exact = x.m == 1 && x.n == 1 && y.m == 1 && y.n == 1;
        // Segments of the third document that both blocks hold share the probability.
        const std::uint32_t low = std::max(x.second, y.second);
        const std::uint32_t high = std::min<std::uint32_t>(x.second + x.n, y.second + y.n);
        const float p = x.posterior * y.posterior / static_cast<float>(high - low);
        for (std::uint32_t j = y.first; j < y.first + y.m; ++j)
          ways.push_back({j, exact ? p : 0, exact ? 0 : p});
      }
    }
    for (std::uint32_t i = x.first; i < x.first + x.m; ++i) {
      Ways& mine_ways = ways_[side][i];
      mine_ways.lack += lack;
      for (const Way& w : ways) {
        const auto same = std::find_if(mine_ways.to.begin(), mine_ways.to.end(),
                                       [&](const Way& o) { return o.to == w.to; });
        if (same == mine_ways.to.end()) {
          mine_ways.to.push_back(w);
        } else {
          same->exact += w.exact;
          same->merged += w.merged;
        }
      }
    }
  }
}

void ThirdEvidence::collect(const Ways& ways, std::uint32_t begin, std::uint32_t end, Sums& sums) {
  double in = 0;
  for (const Way& w : ways.to) {
    const bool inside = w.to >= begin && w.to < end;
    (inside ? sums.in : sums.out) += w.exact;
    (inside ? sums.in_merged : sums.out_merged) += w.merged;
    in += inside ? w.exact + w.merged : -w.exact - w.merged;
  }
  sums.lack += ways.lack;
  sums.weakest = std::min(sums.weakest, std::clamp(in - ways.lack, -1.0, 1.0));
}

}  // namespace taraz
