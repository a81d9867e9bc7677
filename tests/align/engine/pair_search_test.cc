#include "align/engine/pair_search.h"

#include <gtest/gtest.h>

#include "align/engine/evidence_builder.h"
#include "align/engine/search_corridor.h"
#include "small_worlds.h"

namespace taraz {
namespace {

// Two texts with the same words and different gaps and merges.
struct World {
  PairEvidence evidence;
  Weights weights = Weights::load();
  ScoringModel model;

  explicit World(std::uint32_t units) {
    const auto lines = [&](std::uint32_t gone, std::uint32_t merged) {
      std::vector<std::vector<std::uint32_t>> out;
      for (std::uint32_t u = 0; u < units; ++u) {
        if (u % 17 == gone) continue;
        if (u % 13 == merged && !out.empty())
          out.back().push_back(u);
        else
          out.push_back({u});
      }
      return test::invented_lines(out, "n");
    };
    const Document first = test::document_of("de", lines(3, 5));
    const Document second = test::document_of("nl", lines(9, 8));
    evidence = EvidenceBuilder(first, second, {}).build();
    model.evidence = &evidence;
    model.weights = &weights;
  }
  Corridor corridor() const { return first_corridor(model); }
};

TEST(PairSearch, WindowsGiveTheBlocksOfTheWholeLattice) {
  const World world(4500);
  const Corridor corridor = world.corridor();
  const std::vector<Block> whole =
      posteriors(BlockScores(world.model, corridor), gap_scores(world.model), corridor, 0.004F).blocks;
  const std::vector<Block> windows = likely_blocks(world.model, corridor, 1);
  ASSERT_GT(corridor.nodes(), 34000U);  // else there is one window
  ASSERT_EQ(windows.size(), whole.size());
  for (std::size_t k = 0; k < whole.size(); ++k) {
    EXPECT_EQ(windows[k].first, whole[k].first);
    EXPECT_EQ(windows[k].second, whole[k].second);
    EXPECT_NEAR(windows[k].posterior, whole[k].posterior, 1e-3);
  }
}

TEST(PairSearch, SearchingAllRowsAgainChangesNothing) {
  const World world(450);
  const Corridor corridor = world.corridor();
  const std::vector<Block> once = likely_blocks(world.model, corridor, 1);
  std::vector<Block> again = once;
  search_rows(world.model, corridor, std::vector<SegmentRange>{{0, corridor.rows()}}, 1, again);
  EXPECT_EQ(again, once);
}

TEST(PairSearch, SearchingSomeRowsReplacesTheirBlocksOnly) {
  const World world(450);
  const Corridor corridor = world.corridor();
  const std::vector<Block> once = likely_blocks(world.model, corridor, 1);
  std::vector<Block> blocks = once;
  for (Block& b : blocks) b.score = 99;
  search_rows(world.model, corridor, std::vector<SegmentRange>{{50, 60}, {200, 300}}, 2, blocks);
  ASSERT_EQ(blocks.size(), once.size());
  for (std::size_t k = 0; k < blocks.size(); ++k) {
    const std::uint32_t i = once[k].first;
    EXPECT_EQ(blocks[k].first, i);
    EXPECT_EQ(blocks[k].score == 99, !((i >= 50 && i < 60) || (i >= 200 && i < 300)));
  }
}

TEST(SearchCorridor, IsWidenedWhereLikelyBlocksLieAtItsEdge) {
  Corridor corridor = corridor_along({}, 400, 400, 1);
  const std::size_t before = corridor.nodes();
  std::vector<Block> likely;
  for (std::uint32_t i = 0; i < 400; ++i) likely.push_back({i, i, 1, 1, 0.9F, 0});
  EXPECT_TRUE(widen_at_edges(corridor, likely, 0).empty());
  EXPECT_EQ(corridor.nodes(), before);
  likely[200].second = corridor.end[200] - 1;
  const std::vector<SegmentRange> rows = widen_at_edges(corridor, likely, 0);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_LE(rows[0].begin, 200U);
  EXPECT_GT(rows[0].end, 200U);
  EXPECT_GT(corridor.nodes(), before);
  EXPECT_LT(corridor.nodes(), before + 2000);
  EXPECT_TRUE(widen_at_edges(corridor, likely, 1).empty());
}

TEST(SearchCorridor, HoldsEveryLikelyBlock) {
  const World world(400);
  const Corridor corridor = world.corridor();
  const std::vector<Block> likely = likely_blocks(world.model, corridor, 1);
  const Corridor next = next_corridor(likely, corridor.rows(), corridor.end.back() - 1);
  for (const Block& b : likely) {
    EXPECT_TRUE(next.has(b.first, b.second));
    EXPECT_TRUE(next.has(b.first + b.m, b.second + b.n));
  }
}

// Of documents without anything in common, the nodes grow with the lines and no faster.
TEST(SearchCorridor, IsLinearWhereNothingMeets) {
  for (const std::uint32_t n : {3000U, 12000U}) {
    World world(n);
    auto none = std::make_shared<LinkTable>();
    none->first_link.assign(world.evidence.links->first_link.size(), 0);
    world.evidence.links = std::move(none);
    const Corridor first = first_corridor(world.model);
    EXPECT_TRUE(is_wide(first));
    EXPECT_LE(first.nodes(), (2 * kWidest + 2) * n);
    EXPECT_FALSE(is_wide(narrow_corridor(n, n - n / 10)));
    std::size_t sample = 0;
    for (const SegmentRange& r : sample_rows(first, 1)) sample += r.size();
    EXPECT_LE(sample, 2000U);
    EXPECT_GE(sample, 1000U);
  }
}

}  // namespace
}  // namespace taraz
