#include "align/engine/decoder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <tuple>

namespace taraz {
namespace {

double gain(const std::vector<Block>& chain, double threshold) {
  double sum = 0;
  for (const Block& b : chain) sum += b.posterior - threshold;
  return sum;
}

double best_gain(const std::vector<Block>& blocks, std::size_t from, std::uint32_t i, std::uint32_t j,
                 double threshold) {
  double best = 0;
  for (std::size_t k = from; k < blocks.size(); ++k) {
    const Block& b = blocks[k];
    if (b.first < i || b.second < j) continue;
    best = std::max(
        best, b.posterior - threshold + best_gain(blocks, k + 1, b.first + b.m, b.second + b.n, threshold));
  }
  return best;
}

TEST(Decoder, FindsTheBestOfAllChains) {
  std::mt19937 random(1);
  for (int world = 0; world < 300; ++world) {
    std::vector<Block> blocks;
    for (std::uint32_t k = random() % 12; k > 0; --k)
      blocks.push_back({static_cast<std::uint32_t>(random() % 5), static_cast<std::uint32_t>(random() % 5),
                        static_cast<std::uint8_t>(1 + random() % 3),
                        static_cast<std::uint8_t>(1 + random() % 3), static_cast<float>(random() % 100) / 100,
                        0});
    std::sort(blocks.begin(), blocks.end(), [](const Block& a, const Block& b) {
      return std::tie(a.first, a.second, a.m, a.n) < std::tie(b.first, b.second, b.m, b.n);
    });
    const std::vector<Block> chain = best_chain(blocks, 0.3);
    EXPECT_NEAR(gain(chain, 0.3), best_gain(blocks, 0, 0, 0, 0.3), 1e-6);
    for (std::size_t k = 1; k < chain.size(); ++k) {
      EXPECT_GE(chain[k].first, chain[k - 1].first + chain[k - 1].m);
      EXPECT_GE(chain[k].second, chain[k - 1].second + chain[k - 1].n);
    }
  }
}

}  // namespace
}  // namespace taraz
