#include "align/engine/corridor.h"

#include <gtest/gtest.h>

#include <random>

namespace taraz {
namespace {

void expect_valid(const Corridor& c, std::uint32_t first, std::uint32_t second) {
  ASSERT_EQ(c.rows(), first);
  EXPECT_EQ(c.begin[0], 0U);
  EXPECT_EQ(c.end[first], second + 1);
  for (std::uint32_t i = 0; i <= first; ++i) {
    EXPECT_LT(c.begin[i], c.end[i]);
    EXPECT_LE(c.end[i], second + 1);
    if (i == 0) continue;
    EXPECT_GE(c.begin[i], c.begin[i - 1]);
    EXPECT_GE(c.end[i], c.end[i - 1]);
    EXPECT_LT(c.begin[i], c.end[i - 1]);
  }
}

std::vector<MeetingPoint> rising(std::uint32_t first, std::uint32_t second, std::mt19937& random) {
  std::vector<MeetingPoint> out;
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  for (;;) {
    i += 1 + random() % 9;
    j += 1 + random() % 9;
    if (i >= first || j >= second) return out;
    out.push_back({i, j, 1});
  }
}

TEST(Corridor, KeepsItsInvariantsAndHoldsThePoints) {
  std::mt19937 random(1);
  for (int world = 0; world < 200; ++world) {
    const std::uint32_t first = random() % 60;
    const std::uint32_t second = random() % 60;
    const std::vector<MeetingPoint> points = rising(first, second, random);
    const std::uint32_t margin = random() % 4;
    const Corridor c = corridor_along(points, first, second, margin);
    expect_valid(c, first, second);
    for (const MeetingPoint& p : points) EXPECT_TRUE(c.has(p.first, p.second));
  }
}

TEST(Corridor, HoldsTheStepsAboutAPoint) {
  const Corridor c = corridor_along(std::vector<MeetingPoint>{{50, 50, 1}}, 100, 100, 3);
  for (std::uint32_t i = 47; i <= 53; ++i)
    for (std::uint32_t j = 47; j <= 53; ++j)
      EXPECT_TRUE(c.has(i, j) || (i > 50 ? i - 50 : 50 - i) + (j > 50 ? j - 50 : 50 - j) > 3);
}

TEST(Corridor, HoldsAnUnequalStretchWhole) {
  const Corridor c = corridor_along(std::vector<MeetingPoint>{{10, 10, 1}, {50, 15, 1}}, 60, 25, 1);
  for (std::uint32_t i = 10; i <= 50; ++i)
    for (std::uint32_t j = 10; j <= 15; ++j) EXPECT_TRUE(c.has(i, j));
}

TEST(Corridor, NodesGrowWithTheRowsWhereNothingMeets) {
  for (const std::uint32_t n : {2000U, 8000U, 32000U})
    EXPECT_LE(corridor_along({}, n, n / 2, 12).nodes(), (2 * kWidest + 2) * (n + std::size_t{1}));
}

}  // namespace
}  // namespace taraz
