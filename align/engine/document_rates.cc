#include "align/engine/document_rates.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace taraz {
namespace {
constexpr double kPrior = 40;  // beads that the usual rates are worth
}

RateShift document_rates(std::span<const Block> blocks, std::uint32_t first, std::uint32_t second,
                         const Weights& weights) {
  std::vector<double> gap[2] = {std::vector<double>(first, 1.0), std::vector<double>(second, 1.0)};
  double beads = 0;
  double merges[2] = {0, 0};
  for (const Block& b : blocks) {
    beads += b.posterior;
    if (b.m > 1) merges[0] += b.posterior;
    if (b.n > 1) merges[1] += b.posterior;
    for (std::uint32_t k = b.first; k < b.first + b.m; ++k) gap[0][k] -= b.posterior;
    for (std::uint32_t k = b.second; k < b.second + b.n; ++k) gap[1][k] -= b.posterior;
  }
  RateShift out;
  const auto shift = [&](double events, double usual) {
    return std::log((events + kPrior * usual) / (beads + kPrior) / usual);
  };
  for (int side = 0; side < 2; ++side) {
    double opens = 0;
    double extends = 0;
    double before = 0;
    for (double p : gap[side]) {
      p = std::clamp(p, 0.0, 1.0);
      opens += p * (1 - before);
      extends += p * before;
      before = p;
    }
    out.open[side] = shift(opens, weights.usual_open);
    out.extend[side] = shift(extends, weights.usual_extend);
    out.merge[side] = shift(merges[side], weights.usual_merge);
  }
  return out;
}

double document_length_ratio(std::span<const Block> blocks, const PairEvidence& evidence, double usual) {
  constexpr double kUsualWorth = 3000;  // code points
  double sums[2] = {kUsualWorth, kUsualWorth * usual};
  for (const Block& b : blocks) {
    if (b.m != 1 || b.n != 1 || b.posterior < 0.5F) continue;
    sums[0] += evidence.sides[0].segments[b.first].length;
    sums[1] += evidence.sides[1].segments[b.second].length;
  }
  return sums[1] / sums[0];
}

}  // namespace taraz
