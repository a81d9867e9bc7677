#include "align/engine/weight_trainer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "align/engine/third_evidence.h"
#include "small_worlds.h"

namespace taraz {
namespace {

LineAligned invented_text() {
  LineAligned text;
  text.languages = {Language::parse("de"), Language::parse("tr")};
  std::vector<std::vector<std::uint32_t>> units;
  for (std::uint32_t u = 0; u < 120; ++u) {
    units.push_back({u});
    text.documents.push_back("document " + std::to_string(u / 15));
  }
  text.lines = {test::invented_lines(units, "n"), test::invented_lines(units, "r")};
  return text;
}

TEST(PracticeCase, HalvesShareNoDocumentAndLoseNone) {
  const LineAligned text = invented_text();
  const LineAligned even = half_of(text, false);
  const LineAligned odd = half_of(text, true);
  EXPECT_EQ(even.documents.size() + odd.documents.size(), text.documents.size());
  for (const std::string& d : even.documents)
    EXPECT_EQ(std::count(odd.documents.begin(), odd.documents.end(), d), 0) << d;
}

TEST(PracticeCase, CleanCasesAreOneToOne) {
  for (const PracticeCase& c : practice_cases(invented_text(), kSpoilings[0], 3, 1)) {
    const std::vector<Block> gold = c.gold(0, 1);
    ASSERT_EQ(gold.size(), c.documents[0].size());
    for (const Block& b : gold) EXPECT_EQ(b.m + b.n, 2);
  }
}

TEST(PracticeCase, ADroppedUnitWithinMergedOnesLeavesNoRightBead) {
  PracticeCase c;
  c.units = {{{0, 2}, {3}}, {{0}, {1}, {2}, {3}}};
  const std::vector<Block> gold = c.gold(0, 1);
  ASSERT_EQ(gold.size(), 2U);
  EXPECT_EQ(gold[0].posterior, 0.0F);
  EXPECT_EQ(gold[0].n, 3);
  EXPECT_EQ(gold[1].posterior, 1.0F);
}

TEST(PracticeCase, LongMergesTakeUpToFiveLines) {
  std::size_t longest = 0;
  for (const PracticeCase& c : practice_cases(invented_text(), {"merged", 0.5, 0, 0, 0.8, false}, 4, 1))
    for (const auto& units : c.units[0]) longest = std::max(longest, units.size());
  EXPECT_EQ(longest, 5U);
}

TEST(PracticeCase, OddWritingChangesWordsButNoLines) {
  const Spoiling plain{"plain", 0, 0, 0, 0, false};
  const Spoiling odd{"odd", 0, 0, 0, 0, true};
  bool differs = false;
  for (std::uint64_t seed = 1; seed < 20; ++seed) {
    const auto x = practice_cases(invented_text(), plain, 1, seed);
    const auto y = practice_cases(invented_text(), odd, 1, seed);
    ASSERT_EQ(x.size(), y.size());
    for (std::size_t k = 0; k < x.size(); ++k) {
      EXPECT_EQ(x[k].units, y[k].units);
      EXPECT_EQ(x[k].documents[0].text().size(), y[k].documents[0].text().size());  // words are only turned round
      differs = differs || x[k].documents[0].text() != y[k].documents[0].text();
    }
  }
  EXPECT_TRUE(differs);
}

TEST(WeightTrainer, RaisesTheLikelihoodOfTheRightAlignments) {
  const Weights start;  // all 0
  std::vector<Lesson> lessons =
      make_lessons(practice_cases(invented_text(), kSpoilings[1], 4, 1), "noisy", {}, Weights::load(), false);
  std::vector<double> likelihoods;
  TrainOptions options;
  options.epochs = 8;
  options.step = 0.2;
  train_weights(lessons, start, options, [&](std::uint32_t, double p) { likelihoods.push_back(p); });
  ASSERT_EQ(likelihoods.size(), 8U);
  EXPECT_GT(likelihoods.back(), likelihoods.front() + 0.3);
}

TEST(WeightTrainer, MarksCountStrictAndLax) {
  Marks marks;
  marks.add(std::vector<Block>{{0, 0, 1, 1, 1, 0}, {1, 1, 2, 1, 1, 0}},
            std::vector<Block>{{0, 0, 1, 1, 0.95F, 0}, {1, 1, 1, 1, 0.95F, 0}});
  EXPECT_DOUBLE_EQ(marks.strict_f1(), 0.5);
  EXPECT_DOUBLE_EQ(marks.lax_f1(), 1.0);
  EXPECT_DOUBLE_EQ(marks.confident, 2);
  EXPECT_DOUBLE_EQ(marks.confident_right, 1);
}

}  // namespace
}  // namespace taraz
