#include "align/engine/joint_aligner.h"

#include <gtest/gtest.h>

#include "align/engine/practice_case.h"
#include "align/engine/third_evidence.h"

namespace taraz {
namespace {

std::vector<std::vector<float>> sure(const std::vector<std::uint32_t>& sizes) {
  std::vector<std::vector<float>> out;
  for (const std::uint32_t n : sizes) out.emplace_back(n, 0.5F);
  return out;
}

TEST(JointAligner, PairIndexCountsThePairsInOrder) {
  std::size_t k = 0;
  for (std::size_t a = 0; a < 5; ++a)
    for (std::size_t b = a + 1; b < 5; ++b) EXPECT_EQ(pair_index(a, b, 5), k++);
}

TEST(JointAligner, GroupsAreTheConnectedComponentsOfTheRightPairs) {
  LineAligned text;
  text.languages = {Language::parse("en"), Language::parse("fa"), Language::parse("ar")};
  text.lines.resize(3);
  for (int u = 0; u < 60; ++u) {
    text.documents.push_back("d");
    for (auto& lines : text.lines) lines.push_back("line");
  }
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const std::vector<PracticeCase> cases = practice_cases(text, kSpoilings[2], 1, seed);
    ASSERT_EQ(cases.size(), 1U);
    const PracticeCase& c = cases[0];
    std::vector<std::uint32_t> sizes;
    for (const Document& d : c.documents) sizes.push_back(d.size());
    const Alignment joined = join_chains({c.gold(0, 1), c.gold(0, 2), c.gold(1, 2)}, sizes, sure(sizes));
    // Units that a bead holds on one side stand nowhere outside it on another.
    std::vector<int> owner(60, -1);
    int k = 0;
    for (const Bead& bead : joined.beads()) {
      for (std::size_t d = 0; d < 3; ++d)
        for (std::uint32_t i = bead.sides[d].begin; i < bead.sides[d].end; ++i)
          for (const std::uint32_t u : c.units[d][i]) {
            EXPECT_TRUE(owner[u] == -1 || owner[u] == k);
            owner[u] = k;
          }
      ++k;
    }
  }
}

TEST(JointAligner, ABlockThatTwoSurerOnesContradictJoinsNothing) {
  // Segment 0 of the first goes with 1 of the third, 0 of the second with 0 of the third: 0-0 is false.
  const std::vector<std::uint32_t> sizes{1, 1, 2};
  const std::vector<std::vector<Block>> chains{
      {{0, 0, 1, 1, 0.5F, 1}}, {{0, 1, 1, 1, 0.9F, 1}}, {{0, 0, 1, 1, 0.8F, 1}}};
  const auto kept = without_contradictions(chains, sizes);
  EXPECT_TRUE(kept[0].empty());
  EXPECT_EQ(kept[1], chains[1]);
  EXPECT_EQ(kept[2], chains[2]);
  EXPECT_EQ(join_chains(kept, sizes, sure(sizes)).beads().size(), 2U);
}

TEST(JointAligner, MergesAreNoContradiction) {
  const std::vector<std::uint32_t> sizes{1, 2, 2};
  const std::vector<std::vector<Block>> chains{
      {{0, 0, 1, 2, 0.5F, 1}}, {{0, 0, 1, 2, 0.9F, 1}}, {{0, 0, 1, 1, 0.8F, 1}, {1, 1, 1, 1, 0.8F, 1}}};
  EXPECT_EQ(without_contradictions(chains, sizes), chains);
}

TEST(JointAligner, CrossingChainsBecomeOneGroup) {
  // (0,1) says 0-0, (0,2) says 0-0, (1,2) says 0-1: all are one bead with the segment between.
  const std::vector<std::uint32_t> sizes{2, 2, 2};
  const Alignment joined = join_chains(
      {{{0, 0, 1, 1, 0.9F, 1}, {1, 1, 1, 1, 0.9F, 1}}, {{0, 0, 1, 1, 0.9F, 1}}, {{0, 1, 1, 1, 0.8F, 1}}},
      sizes, sure(sizes));
  ASSERT_EQ(joined.beads().size(), 2U);
  EXPECT_EQ(joined.beads()[0].kind(), "1-1-2");
  EXPECT_EQ(joined.beads()[1].kind(), "1-1-0");
  EXPECT_NEAR(joined.beads()[0].confidence, 0.8, 1e-6);
}

TEST(JointAligner, WaitingGroupsAreMerged) {
  // 0 of the first goes with 1 of the second, which waits for 1 of the third, whose 0 goes with 1 of the
  // first.
  const std::vector<std::uint32_t> sizes{2, 2, 2};
  const Alignment joined = join_chains(
      {{{0, 1, 1, 1, 0.9F, 1}}, {{1, 0, 1, 1, 0.9F, 1}}, {{0, 1, 1, 1, 0.9F, 1}}}, sizes, sure(sizes));
  std::uint32_t covered = 0;
  for (const Bead& b : joined.beads())
    for (const SegmentRange& r : b.sides) covered += r.size();
  EXPECT_EQ(covered, 6U);
}

TEST(ThirdEvidence, LeadsThroughTheThirdDocument) {
  ThirdEvidence third(2, 2);
  third.add(std::vector<Block>{{0, 0, 1, 1, 1.0F, 0}, {1, 1, 1, 1, 1.0F, 0}},
            std::vector<Block>{{0, 0, 1, 1, 1.0F, 0}}, 2);
  const auto sum = [&](std::uint32_t i, std::uint32_t j, std::size_t feature) {
    double out = 0;
    third.features(i, 1, j, 1, [&](std::size_t f, double v) { out += f == feature ? v : 0; });
    return out;
  };
  EXPECT_DOUBLE_EQ(sum(0, 0, kThirdIn), 2);    // both segments lead to each other
  EXPECT_DOUBLE_EQ(sum(0, 1, kThirdOut), 1);   // the first leads elsewhere
  EXPECT_DOUBLE_EQ(sum(1, 1, kThirdLack), 1);  // its counterpart leads nowhere
}

}  // namespace
}  // namespace taraz
