#include "align/passages/candidate_search.h"

#include <gtest/gtest.h>

#include <random>
#include <set>

#include "tests/align/passages/tiny_evidence.h"

namespace taraz {
namespace {

TinySide random_side(std::mt19937& random, std::size_t segments, std::uint32_t types) {
  TinySide out(segments);
  for (auto& s : out)
    for (unsigned k = 3 + random() % 6; k > 0; --k) s.push_back(random() % types);
  return out;
}

// Against all pairs: with room for every candidate, exactly the segments that share a type are found.
TEST(CandidateSearch, FindsEverySegmentThatSharesAType) {
  std::mt19937 random(5);
  for (int round = 0; round < 20; ++round) {
    const TinySide a = random_side(random, 12, 60), b = random_side(random, 15, 60);
    const auto found = find_candidates(tiny_evidence(a, b, 60), {.best = 1000, .postings = 100000});
    for (std::size_t i = 0; i < a.size(); ++i) {
      std::set<std::uint32_t> expected, got;
      for (std::uint32_t j = 0; j < b.size(); ++j)
        for (const std::uint32_t t : a[i])
          if (std::find(b[j].begin(), b[j].end(), t) != b[j].end()) expected.insert(j);
      for (const Candidate& c : found[i]) got.insert(c.segment);
      EXPECT_EQ(got, expected);
    }
  }
}

TEST(CandidateSearch, IsTheSameForAnyNumberOfThreads) {
  std::mt19937 random(6);
  const PairEvidence e = tiny_evidence(random_side(random, 300, 80), random_side(random, 300, 80), 80);
  const auto one = find_candidates(e, {.best = 5, .threads = 1}),
             four = find_candidates(e, {.best = 5, .threads = 4});
  ASSERT_EQ(one.size(), four.size());
  for (std::size_t i = 0; i < one.size(); ++i) {
    ASSERT_EQ(one[i].size(), four[i].size());
    for (std::size_t k = 0; k < one[i].size(); ++k) EXPECT_EQ(one[i][k].segment, four[i][k].segment);
  }
}

TEST(CandidateSearch, RareTypesComeFirst) {
  // Segment 0 shares the rare type 9 with segment 1 and the common type 0 with all.
  const auto found =
      find_candidates(tiny_evidence({{0, 9}}, {{0, 1}, {0, 9}, {0, 2}, {0, 3}}, 10), {.best = 2});
  ASSERT_EQ(found[0].size(), 2u);
  EXPECT_EQ(found[0][0].segment, 1u);
}

}  // namespace
}  // namespace taraz
