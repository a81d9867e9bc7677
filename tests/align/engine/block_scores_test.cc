#include "align/engine/block_scores.h"

#include <gtest/gtest.h>

#include "align/engine/block_structure.h"
#include "small_worlds.h"

namespace taraz {
namespace {

TEST(BlockScores, EqualTheFeaturesOneByOne) {
  std::mt19937 random(1);
  for (int world = 0; world < 6; ++world) {
    const PairEvidence evidence = test::random_evidence(11, 10, random);
    const Weights weights = test::random_weights(random);
    ScoringModel model;
    model.evidence = &evidence;
    model.weights = &weights;
    model.shift.merge[0] = 0.5;
    model.shift.merge[1] = -0.25;
    const BlockScores scores(model, full_corridor(11, 10));
    for (std::uint32_t i = 0; i < 11; ++i)
      for (std::uint32_t j = 0; j < 10; ++j)
        for (std::size_t s = 0; s < kShapeCount; ++s) {
          const auto [m, n] = kShapes[s];
          if (i + m > 11 || j + n > 10) {
            EXPECT_EQ(scores.at(i, j, s), BlockScores::kNone);
            continue;
          }
          double lengths[2] = {0, 0};
          for (std::uint32_t k = 0; k < m; ++k) lengths[0] += evidence.sides[0].segments[i + k].length;
          for (std::uint32_t k = 0; k < n; ++k) lengths[1] += evidence.sides[1].segments[j + k].length;
          if (!block_allowed(lengths[0], lengths[1], evidence.length_ratio, m, n)) {
            EXPECT_EQ(scores.at(i, j, s), BlockScores::kNone);
          } else {
            EXPECT_NEAR(scores.at(i, j, s), weighted(weights, block_features(model, i, m, j, n)), 1e-3);
          }
        }
  }
}

TEST(BlockScores, NarrowCorridorGivesTheSameScores) {
  std::mt19937 random(2);
  const PairEvidence evidence = test::random_evidence(30, 30, random);
  const Weights weights = test::random_weights(random);
  ScoringModel model;
  model.evidence = &evidence;
  model.weights = &weights;
  const Corridor narrow = corridor_along({}, 30, 30, 1);
  const BlockScores whole(model, full_corridor(30, 30));
  const BlockScores part(model, narrow);
  for (std::uint32_t i = 0; i <= 30; ++i)
    for (std::uint32_t j = narrow.begin[i]; j < narrow.end[i]; ++j)
      for (std::size_t s = 0; s < kShapeCount; ++s)
        if (narrow.has(i + kShapes[s].first, j + kShapes[s].second)) {
          EXPECT_NEAR(part.at(i, j, s), whole.at(i, j, s), 1e-4);
        } else {
          EXPECT_EQ(part.at(i, j, s), BlockScores::kNone);
        }
}

TEST(BlockScores, NoBlockReachesOverABoundary) {
  std::mt19937 random(5);
  PairEvidence evidence = test::random_evidence(6, 6, random);
  evidence.sides[0].segments[3].boundary = true;
  const Weights weights = test::random_weights(random);
  ScoringModel model;
  model.evidence = &evidence;
  model.weights = &weights;
  const BlockScores scores(model, full_corridor(6, 6));
  EXPECT_EQ(scores.at(2, 0, 2), BlockScores::kNone);  // 2-1 over the boundary
  EXPECT_GT(scores.at(3, 0, 2), BlockScores::kNone);  // 2-1 behind it
}

}  // namespace
}  // namespace taraz
