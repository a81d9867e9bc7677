#include "corpus/evaluate.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace taraz {
namespace {

using Side = std::vector<std::uint32_t>;

bool is_complete(const BeadIndices& bead) {
  return std::all_of(bead.begin(), bead.end(), [](const Side& s) { return !s.empty(); });
}

bool shares(const BeadIndices& a, const BeadIndices& b) {
  for (std::size_t k = 0; k < a.size(); ++k) {
    bool any = false;
    for (std::uint32_t i : a[k])
      for (std::uint32_t j : b[k]) any = any || i == j;
    if (!any) return false;
  }
  return true;
}

// The definition, read off word by word: every bead against every other.
MatchCounts oracle(const std::vector<BeadIndices>& gold, const std::vector<BeadIndices>& hypothesis) {
  MatchCounts c;
  for (const BeadIndices& h : hypothesis) {
    if (!is_complete(h)) continue;
    ++c.hypothesis;
    bool same = false, lax = false;
    for (const BeadIndices& g : gold) {
      same = same || (is_complete(g) && g == h);
      lax = lax || (is_complete(g) && shares(g, h));
    }
    c.strict += same;
    c.lax += lax;
  }
  for (const BeadIndices& g : gold) {
    if (!is_complete(g)) continue;
    ++c.gold;
    c.lax_found += std::any_of(hypothesis.begin(), hypothesis.end(),
                               [&](const BeadIndices& h) { return is_complete(h) && shares(g, h); });
  }
  return c;
}

std::vector<BeadIndices> random_beads(std::mt19937& random, std::size_t sides) {
  std::vector<BeadIndices> beads(random() % 12);
  for (BeadIndices& bead : beads) {
    bead.resize(sides);
    for (Side& side : bead)
      for (std::size_t n = random() % 4; n > 0; --n) side.push_back(random() % 8);
  }
  return beads;
}

TEST(Evaluate, AgreesWithTheDefinition) {
  std::mt19937 random(1);
  for (int i = 0; i < 20000; ++i) {
    const std::size_t sides = 2 + random() % 3;
    const auto gold = random_beads(random, sides);
    auto hypothesis = random_beads(random, sides);
    for (const BeadIndices& g : gold)
      if (random() % 2 == 0) hypothesis.push_back(g);
    ASSERT_EQ(count_matches(gold, hypothesis), oracle(gold, hypothesis)) << i;
  }
}

TEST(Evaluate, ItselfIsPerfect) {
  std::mt19937 random(2);
  for (int i = 0; i < 1000; ++i) {
    const auto gold = random_beads(random, 3);
    const MatchCounts c = count_matches(gold, gold);
    const double expected = c.gold > 0 ? 1.0 : 0.0;
    EXPECT_EQ(strict_agreement(c).f1, expected);
    EXPECT_EQ(lax_agreement(c).precision, expected);
    EXPECT_EQ(lax_agreement(c).recall, expected);
  }
}

TEST(Evaluate, Figures) {
  const std::vector<BeadIndices> gold{{{0}, {0}}, {{1, 2}, {1}}, {{3}, {}}, {{4}, {3}}};
  const std::vector<BeadIndices> hypothesis{{{0}, {0}}, {{1}, {1}}, {{2}, {2}}, {{3}, {}}};
  const MatchCounts c = count_matches(gold, hypothesis);
  EXPECT_EQ(c, (MatchCounts{3, 3, 1, 2, 2}));
  EXPECT_DOUBLE_EQ(strict_agreement(c).f1, 1.0 / 3);
  EXPECT_DOUBLE_EQ(lax_agreement(c).precision, 2.0 / 3);
  EXPECT_EQ(strict_agreement(MatchCounts{}).f1, 0.0);
  MatchCounts twice = c;
  twice += c;
  EXPECT_EQ(twice, (MatchCounts{6, 6, 2, 4, 4}));
}

}  // namespace
}  // namespace taraz
