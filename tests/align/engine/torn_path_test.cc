#include "align/engine/torn_path.h"

#include <gtest/gtest.h>

namespace taraz {
namespace {

// Sure 1-1 beads from (first, second) on, along the diagonal.
void run(std::vector<Block>& out, std::uint32_t first, std::uint32_t second, std::uint32_t length) {
  for (std::uint32_t k = 0; k < length; ++k) out.push_back({first + k, second + k, 1, 1, 0.9F, 0});
}

TEST(TornPath, AWholePathIsLeftAlone) {
  std::vector<Block> likely;
  run(likely, 0, 0, 1000);
  const std::vector<Block> before = likely;
  EXPECT_FALSE(clear_if_torn(likely, 1000, 1000));
  EXPECT_EQ(likely, before);
}

TEST(TornPath, AGapOfOneSideIsNoHole) {
  std::vector<Block> likely;
  run(likely, 0, 0, 500);
  run(likely, 500, 900, 500);
  EXPECT_FALSE(clear_if_torn(likely, 1000, 1400));
}

TEST(TornPath, AnIslandBetweenHolesIsTakenAway) {
  std::vector<Block> likely;
  run(likely, 0, 0, 400);
  const std::size_t left = likely.size();
  run(likely, 450, 600, 5);
  std::vector<Block> right;
  run(right, 800, 800, 200);
  likely.insert(likely.end(), right.begin(), right.end());
  EXPECT_TRUE(clear_if_torn(likely, 1000, 1000));
  ASSERT_EQ(likely.size(), left + right.size());
  EXPECT_EQ(likely[left], right[0]);
}

TEST(TornPath, AHoleAtTheEndCounts) {
  std::vector<Block> likely;
  run(likely, 0, 0, 900);
  EXPECT_TRUE(clear_if_torn(likely, 1000, 1000));
  EXPECT_EQ(likely.size(), 900U);
}

TEST(TornPath, NothingThatHoldsIsNoEvidence) {
  std::vector<Block> likely;
  run(likely, 100, 500, 5);
  EXPECT_FALSE(clear_if_torn(likely, 1000, 1000));
  EXPECT_EQ(likely.size(), 5U);
}

}  // namespace
}  // namespace taraz
