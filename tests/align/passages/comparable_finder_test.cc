#include "align/passages/comparable_finder.h"

#include <gtest/gtest.h>

#include "tests/align/passages/tiny_evidence.h"

namespace taraz {
namespace {

ComparableOptions options(double least) {
  ComparableOptions o;
  o.min_confidence = least;
  o.adjacent = [](int, std::uint32_t) { return true; };
  return o;
}

// Segments 0..9 of unshared words; 3 of the first and 6-7 of the second side share eight words.
PairEvidence story() {
  TinySide a(10), b(10);
  for (std::uint32_t i = 0; i < 10; ++i)
    for (std::uint32_t k = 0; k < 8; ++k) {
      a[i].push_back(100 + i * 8 + k);
      b[i].push_back(200 + i * 8 + k);
    }
  a[3] = {1, 2, 3, 4, 5, 6, 7, 8};
  b[6] = {1, 2, 3, 4, 250, 251};
  b[7] = {5, 6, 7, 8, 252, 253};
  return tiny_evidence(a, b, 300);
}

TEST(ComparableFinder, APassageGrowsOverTheSentencesThatShareIt) {
  const PairEvidence e = story();
  const auto found = find_comparable(e, ComparableModel::load(), options(0.0));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].first, (SegmentRange{3, 4}));
  EXPECT_EQ(found[0].second, (SegmentRange{6, 8}));
}

TEST(ComparableFinder, PassagesDoNotCrossWhatIsNotAdjacent) {
  const PairEvidence e = story();
  ComparableOptions o = options(0.0);
  o.adjacent = [](int, std::uint32_t) { return false; };
  for (const ComparablePair& p : find_comparable(e, ComparableModel::load(), o)) {
    EXPECT_EQ(p.first.size(), 1u);
    EXPECT_EQ(p.second.size(), 1u);
  }
}

TEST(ComparableFinder, ForbiddenPairsAreNotLinked) {
  const PairEvidence e = story();
  ComparableOptions o = options(0.0);
  o.allowed = [](std::uint32_t, std::uint32_t) { return false; };
  EXPECT_TRUE(find_comparable(e, ComparableModel::load(), o).empty());
}

TEST(ComparableScore, MoreSharedWordsScoreHigher) {
  const PairEvidence e = story();
  const ComparableModel m = ComparableModel::load();
  EXPECT_GT(comparable_score(e, m, {3, 4}, {6, 8}), comparable_score(e, m, {3, 4}, {6, 7}));
  EXPECT_EQ(comparable_score(e, m, {0, 1}, {0, 1}), 0.0);
}

}  // namespace
}  // namespace taraz
