#include "align/engine/lattice.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <map>
#include <tuple>

#include "align/engine/block_structure.h"
#include "small_worlds.h"

namespace taraz {
namespace {

using Key = std::tuple<std::uint32_t, std::uint32_t, int, int>;

// Every alignment of n and m segments as its blocks, with exp(score) summed: the slow truth.
struct Truth {
  double total = 0;
  std::map<Key, double> blocks;
  std::vector<double> gap[2];
};

Truth enumerate(const ScoringModel& model, std::uint32_t n, std::uint32_t m) {
  Truth truth;
  truth.gap[0].assign(n, 0);
  truth.gap[1].assign(m, 0);
  std::vector<Block> path;
  const std::function<void(std::uint32_t, std::uint32_t)> extend = [&](std::uint32_t i, std::uint32_t j) {
    const double p = std::exp(path_score(model, path));
    truth.total += p;
    std::vector<bool> used[2] = {std::vector<bool>(n), std::vector<bool>(m)};
    for (const Block& b : path) {
      truth.blocks[{b.first, b.second, b.m, b.n}] += p;
      for (std::uint32_t k = 0; k < b.m; ++k) used[0][b.first + k] = true;
      for (std::uint32_t k = 0; k < b.n; ++k) used[1][b.second + k] = true;
    }
    for (int side = 0; side < 2; ++side)
      for (std::size_t k = 0; k < used[side].size(); ++k)
        if (!used[side][k]) truth.gap[side][k] += p;
    for (std::uint32_t a = i; a < n; ++a)
      for (std::uint32_t b = j; b < m; ++b)
        for (const Shape& s : kShapes) {
          if (a + s.first > n || b + s.second > m) continue;
          double lengths[2] = {0, 0};
          for (std::uint32_t k = 0; k < s.first; ++k)
            lengths[0] += model.evidence->sides[0].segments[a + k].length;
          for (std::uint32_t k = 0; k < s.second; ++k)
            lengths[1] += model.evidence->sides[1].segments[b + k].length;
          if (!block_allowed(lengths[0], lengths[1], model.evidence->length_ratio, s.first, s.second))
            continue;
          path.push_back({a, b, s.first, s.second, 0, 0});
          extend(a + s.first, b + s.second);
          path.pop_back();
        }
  };
  extend(0, 0);
  return truth;
}

TEST(Lattice, EqualsTheSumOverAllAlignmentsInSmallWorlds) {
  std::mt19937 random(3);
  for (std::uint32_t n = 0; n <= 4; ++n)
    for (std::uint32_t m = 0; m <= 4; ++m) {
      const PairEvidence evidence = test::random_evidence(n, m, random);
      const Weights weights = test::random_weights(random);
      ScoringModel model;
      model.evidence = &evidence;
      model.weights = &weights;
      model.shift = {{0.3, -0.2}, {0.1, 0.4}, {-0.3, 0.2}};
      const Corridor corridor = full_corridor(n, m);
      const Posteriors got = posteriors(BlockScores(model, corridor), gap_scores(model), corridor, 1e-9F);
      const Truth truth = enumerate(model, n, m);
      EXPECT_NEAR(got.log_total, std::log(truth.total), 1e-3) << n << " x " << m;
      std::map<Key, double> blocks;
      for (const Block& b : got.blocks) blocks[{b.first, b.second, b.m, b.n}] = b.posterior;
      for (const auto& [key, p] : truth.blocks) EXPECT_NEAR(blocks[key], p / truth.total, 1e-3);
      for (int side = 0; side < 2; ++side)
        for (std::size_t k = 0; k < truth.gap[side].size(); ++k)
          EXPECT_NEAR(got.gap[side][k], truth.gap[side][k] / truth.total, 1e-3);
    }
}

TEST(Lattice, EverySegmentIsInABlockOrAGap) {
  std::mt19937 random(4);
  const PairEvidence evidence = test::random_evidence(20, 15, random);
  const Weights weights = test::random_weights(random);
  ScoringModel model;
  model.evidence = &evidence;
  model.weights = &weights;
  const Corridor corridor = full_corridor(20, 15);
  const Posteriors got = posteriors(BlockScores(model, corridor), gap_scores(model), corridor, 1e-12F);
  std::vector<double> sum(20, 0);
  for (const Block& b : got.blocks)
    for (std::uint32_t k = 0; k < b.m; ++k) sum[b.first + k] += b.posterior;
  for (std::uint32_t i = 0; i < 20; ++i) EXPECT_NEAR(sum[i] + got.gap[0][i], 1.0, 1e-3);
}

}  // namespace
}  // namespace taraz
