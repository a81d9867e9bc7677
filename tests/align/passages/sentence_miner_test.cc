#include "align/passages/sentence_miner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <random>

#include "tests/align/passages/tiny_evidence.h"

namespace taraz {
namespace {

// 200 sentences of ten words each; the second side has them shuffled, with half of the words changed.
struct World {
  TinySide first, second;
  std::vector<std::uint32_t> where;  // of each first sentence in the second side
};

World shuffled(unsigned seed) {
  std::mt19937 random(seed);
  World w;
  w.first.resize(200);
  for (auto& s : w.first)
    for (int k = 0; k < 10; ++k) s.push_back(random() % 900);
  std::vector<std::uint32_t> order(200);
  std::iota(order.begin(), order.end(), 0u);
  std::shuffle(order.begin(), order.end(), random);
  w.where.resize(200);
  for (std::uint32_t j = 0; j < 200; ++j) {
    w.second.push_back(w.first[order[j]]);
    for (int k = 0; k < 5; ++k) w.second.back()[static_cast<std::size_t>(2 * k)] = random() % 900;
    w.where[order[j]] = j;
  }
  return w;
}

TEST(SentenceMiner, FindsShuffledSentences) {
  const World w = shuffled(3);
  const auto pairs =
      mine_sentences(tiny_evidence(w.first, w.second, 900), Weights::load(), MiningModel::load(), {});
  std::size_t right = 0;
  for (const MinedPair& p : pairs) right += w.where[p.first] == p.second;
  EXPECT_GE(right, 190u);
  EXPECT_GE(static_cast<double>(right), 0.97 * static_cast<double>(pairs.size()));
}

TEST(SentenceMiner, OneToOneUsesEachSegmentOnce) {
  const World w = shuffled(4);
  std::vector<int> first(200, 0), second(200, 0);
  for (const MinedPair& p : mine_sentences(tiny_evidence(w.first, w.second, 900), Weights::load(),
                                           MiningModel::load(), {.min_confidence = 0.0})) {
    EXPECT_EQ(++first[p.first], 1);
    EXPECT_EQ(++second[p.second], 1);
    EXPECT_GE(p.confidence, 0.0F);
    EXPECT_LE(p.confidence, 1.0F);
  }
}

TEST(SentenceMiner, EmptySidesGiveNothing) {
  EXPECT_TRUE(mine_sentences(tiny_evidence({}, {{1}}, 2), Weights::load(), MiningModel::load(), {}).empty());
  EXPECT_TRUE(mine_sentences(tiny_evidence({{1}}, {}, 2), Weights::load(), MiningModel::load(), {}).empty());
}

}  // namespace
}  // namespace taraz
