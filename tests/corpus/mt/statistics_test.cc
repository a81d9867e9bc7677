#include "corpus/mt/statistics.h"

#include <gtest/gtest.h>

#include <numeric>

namespace taraz {
namespace {

TranslationUnit unit(std::string en, std::string fa, double score) {
  TranslationUnit u;
  u.variants = {{Language::parse("en"), std::move(en), {}}, {Language::parse("fa"), std::move(fa), {}}};
  u.score = score;
  u.kind = u.complete() ? "1-1" : "1-0";
  u.document = "d";
  return u;
}

TEST(Statistics, CountsWhatIsThere) {
  StatisticsCollector c(false);
  c.add(unit("One two, three.", "یک دو سه.", 1.0));
  c.add(unit("One two, three.", "یک دو سه.", 0.95));
  c.add(unit("A line of six words here.", "", 0.05));
  const CorpusStatistics& s = c.result();
  EXPECT_EQ(s.units, 3u);
  EXPECT_EQ(s.complete, 2u);
  EXPECT_EQ(s.documents, 1u);
  EXPECT_EQ(s.duplicates, 1u);
  EXPECT_EQ(s.scores[9], 2u);
  EXPECT_EQ(s.scores[0], 1u);
  EXPECT_EQ(s.kinds.at("1-1"), 2u);
  const LanguageStatistics& en = s.languages.at("en");
  EXPECT_EQ(en.texts, 3u);
  EXPECT_EQ(en.words, 12u);
  EXPECT_EQ(en.longest, 6u);
  EXPECT_EQ(en.distinct_texts, 2u);
  EXPECT_EQ(en.lengths[0], 2u);
  EXPECT_EQ(en.lengths[1], 1u);
  EXPECT_EQ(s.languages.at("fa").texts, 2u);
}

// Law: every histogram adds up to what it is a histogram of.
TEST(Statistics, HistogramsAddUp) {
  StatisticsCollector c(false);
  std::string text;
  for (int i = 0; i < 80; ++i) {
    text += "w ";
    c.add(unit(text, "ک", i / 80.0));
  }
  const CorpusStatistics& s = c.result();
  EXPECT_EQ(std::accumulate(s.scores.begin(), s.scores.end(), std::uint64_t{0}), s.scored);
  for (const auto& [tag, l] : s.languages)
    EXPECT_EQ(std::accumulate(l.lengths.begin(), l.lengths.end(), std::uint64_t{0}), l.texts);
}

}  // namespace
}  // namespace taraz
