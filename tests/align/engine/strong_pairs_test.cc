#include "align/engine/strong_pairs.h"

#include <gtest/gtest.h>

#include "small_worlds.h"

namespace taraz {
namespace {

double score_of(const ScoringModel& model, std::uint32_t i, std::uint32_t j) {
  const FeatureVector f = block_features(model, i, 1, j, 1);
  double content = 0;
  for (std::size_t c = 0; c < kTokenClasses; ++c) {
    const std::size_t hit = content_feature(static_cast<TokenClass>(c), kHitAlone);
    content += (*model.weights)[hit] * f[hit];
  }
  return content < 2 ? 0 : std::max(0.0, weighted(*model.weights, f));
}

TEST(StrongPairs, AreTheHeaviestRisingChain) {
  std::mt19937 random(7);
  for (int world = 0; world < 30; ++world) {
    const std::uint32_t n = 1 + random() % 9;
    const std::uint32_t m = 1 + random() % 9;
    const PairEvidence evidence = test::random_evidence(n, m, random);
    Weights weights = test::random_weights(random);
    weights.values[kWeakestAlone] = 0;
    for (std::size_t c = 0; c < kTokenClasses; ++c)
      weights.values[content_feature(static_cast<TokenClass>(c), kHitAlone)] = 1;
    ScoringModel model;
    model.evidence = &evidence;
    model.weights = &weights;
    std::vector<std::vector<double>> best(n + 1, std::vector<double>(m + 1, 0));
    for (std::uint32_t i = 1; i <= n; ++i)
      for (std::uint32_t j = 1; j <= m; ++j)
        best[i][j] =
            std::max({best[i - 1][j], best[i][j - 1], best[i - 1][j - 1] + score_of(model, i - 1, j - 1)});
    double sum = 0;
    const std::vector<MeetingPoint> pairs = strong_pairs(model, full_corridor(n, m));
    for (std::size_t k = 0; k < pairs.size(); ++k) {
      const double score = score_of(model, pairs[k].first, pairs[k].second);
      EXPECT_GT(score, 0);
      sum += score;
      if (k == 0) continue;
      EXPECT_GT(pairs[k].first, pairs[k - 1].first);
      EXPECT_GT(pairs[k].second, pairs[k - 1].second);
    }
    EXPECT_NEAR(sum, best[n][m], 1e-3);
  }
}

TEST(StrongPairs, StayWithinTheCorridor) {
  std::mt19937 random(8);
  const PairEvidence evidence = test::random_evidence(40, 40, random);
  Weights weights = test::random_weights(random);
  for (std::size_t c = 0; c < kTokenClasses; ++c)
    weights.values[content_feature(static_cast<TokenClass>(c), kHitAlone)] = 1;
  ScoringModel model;
  model.evidence = &evidence;
  model.weights = &weights;
  const Corridor corridor = corridor_along(std::vector<MeetingPoint>{{20, 10, 1}, {21, 30, 1}}, 40, 40, 0);
  const std::vector<MeetingPoint> pairs = strong_pairs(model, corridor);
  EXPECT_FALSE(pairs.empty());
  for (const MeetingPoint& p : pairs) {
    EXPECT_TRUE(corridor.has(p.first, p.second));
    EXPECT_TRUE(corridor.has(p.first + 1, p.second + 1));
  }
}

TEST(StrongPairs, NothingInCommonGivesNone) {
  std::mt19937 random(9);
  PairEvidence evidence = test::random_evidence(20, 20, random);
  auto none = std::make_shared<LinkTable>();
  none->first_link.assign(13, 0);
  evidence.links = std::move(none);
  const Weights weights = test::random_weights(random);
  ScoringModel model;
  model.evidence = &evidence;
  model.weights = &weights;
  EXPECT_TRUE(strong_pairs(model, full_corridor(20, 20)).empty());
}

}  // namespace
}  // namespace taraz
