#include "align/engine/boundaries.h"

#include <gtest/gtest.h>

#include "small_worlds.h"
#include "text/error.h"

namespace taraz {
namespace {

TEST(Boundaries, MatchOnFoldedTextWithTheirNumbers) {
  const Document d = test::document_of("fa", {"مقدمه", "ماده ۱۲ - متن", "ماده", "ماده ۱۳"});
  const auto found = find_boundaries(d, "ماده ");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].segment, 1U);
  EXPECT_EQ(found[0].key, "12");
  EXPECT_EQ(found[1].key, "13");
}

TEST(Boundaries, PairByNumberElseInOrder) {
  const auto numbered = paired_boundaries({{0, "1"}, {5, "2"}, {9, "3"}}, {{1, "1"}, {8, "3"}, {11, "4"}});
  ASSERT_EQ(numbered.size(), 2U);
  EXPECT_EQ(numbered[1].first, 9U);
  EXPECT_EQ(numbered[1].second, 8U);
  EXPECT_EQ(paired_boundaries({{2, ""}}, {{3, ""}})[0].second, 3U);
  EXPECT_THROW(paired_boundaries({{2, ""}}, {}), Error);
}

TEST(Boundaries, BadExpressionIsAUsageError) {
  EXPECT_THROW(find_boundaries(test::document_of("en", {"a"}), "("), UsageError);
}

TEST(Boundaries, ConfinedPathsPassTheNodes) {
  Corridor c = full_corridor(10, 12);
  confine(c, {{0, 2, 1}, {4, 7, 1}, {6, 8, 1}});
  EXPECT_EQ(c.begin[0], 0U);
  EXPECT_EQ(c.begin[4], 7U);
  EXPECT_EQ(c.end[3], 8U);
  EXPECT_EQ(c.begin[6], 8U);
  EXPECT_EQ(c.end[5], 9U);
  EXPECT_EQ(c.end[10], 13U);
  for (std::uint32_t i = 1; i <= 10; ++i) EXPECT_LT(c.begin[i], c.end[i - 1]);
}

}  // namespace
}  // namespace taraz
