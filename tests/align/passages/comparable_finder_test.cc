#include "align/passages/comparable_finder.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/align/passages/tiny_evidence.h"

namespace taraz {
namespace {

const ComparableModel kModel = ComparableModel::load();

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
  const auto found = find_comparable(ComparableScorer(e, kModel), options(0.0));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].first, (SegmentRange{3, 4}));
  EXPECT_EQ(found[0].second, (SegmentRange{6, 8}));
}

TEST(ComparableFinder, PassagesDoNotCrossWhatIsNotAdjacent) {
  const PairEvidence e = story();
  ComparableOptions o = options(0.0);
  o.adjacent = [](int, std::uint32_t) { return false; };
  for (const ComparablePair& p : find_comparable(ComparableScorer(e, kModel), o)) {
    EXPECT_EQ(p.first.size(), 1u);
    EXPECT_EQ(p.second.size(), 1u);
  }
}

TEST(ComparableFinder, ForbiddenPairsAreNotLinked) {
  const PairEvidence e = story();
  ComparableOptions o = options(0.0);
  o.allowed = [](std::uint32_t, std::uint32_t) { return false; };
  EXPECT_TRUE(find_comparable(ComparableScorer(e, kModel), o).empty());
}

TEST(ComparableScorer, MoreSharedWordsScoreHigher) {
  const PairEvidence e = story();
  const ComparableScorer scorer(e, kModel);
  EXPECT_GT(scorer.score({3, 4}, {6, 8}), scorer.score({3, 4}, {6, 7}));
  EXPECT_EQ(scorer.score({0, 1}, {0, 1}), 0.0);
}

TEST(ComparableScorer, WhatStandsEverywhereLinksNothing) {
  TinySide a(12), b(12);
  for (std::uint32_t i = 0; i < 12; ++i) {
    a[i] = {1, 10 + i};
    b[i] = {1, 40 + i};
  }
  a[2].push_back(2);
  b[5].push_back(2);
  const PairEvidence e = tiny_evidence(a, b, 60);
  const ComparableScorer scorer(e, kModel);
  EXPECT_GT(scorer.score({2, 3}, {5, 6}), 5.0 * scorer.score({3, 4}, {6, 7}));
}

TEST(ComparableScorer, WhatAlwaysStandsTogetherIsOnePiece) {
  TinySide a(60), b(60);
  for (std::uint32_t i = 0; i < 60; ++i)
    for (std::uint32_t k = 0; k < 6; ++k) {
      a[i].push_back(10 + 6 * i + k);
      b[i].push_back(400 + 6 * i + k);
    }
  for (const std::uint32_t i : {0u, 3u, 6u})
    for (TinySide* side : {&a, &b}) {
      (*side)[i].push_back(1);  // 1 and 2 always together, 3 and 4 in segment 0 alone
      (*side)[i].push_back(2);
      (*side)[i].push_back(3);
      (*side)[i == 0 ? 0 : i + 1].push_back(4);
    }
  const PairEvidence e = tiny_evidence(a, b, 800);
  const ComparableScorer scorer(e, kModel);
  float weight[5] = {};
  for (const SharedTypes& s : scorer.shared({0, 1}, {0, 1})) weight[s.first] = s.weight;
  EXPECT_GT(weight[4], 0.0F);
  EXPECT_LT(std::min(weight[1], weight[2]), 0.5F * weight[4]);
}

}  // namespace
}  // namespace taraz
