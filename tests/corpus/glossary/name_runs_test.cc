#include "corpus/glossary/name_runs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace taraz {
namespace {

// Names and how often they stand whole, as "United Nations 2".
std::vector<std::string> runs(const std::vector<std::string>& texts, std::uint32_t min_frequency = 2) {
  TermVocabulary vocabulary(Language::parse("en"));
  for (const std::string& text : texts) vocabulary.count(text);
  std::vector<std::vector<TermWord>> words;
  for (const std::string& text : texts) words.push_back(vocabulary.words(text));
  std::vector<std::string> out;
  for (const auto& [keys, places] : find_name_runs(words, vocabulary, min_frequency).names) {
    const Occurrence& o = places.front();
    const ByteSpan span{words[o.text][o.begin].span.begin, words[o.text][o.end - 1].span.end};
    out.push_back(std::string(span.of(texts[o.text])) + " " + std::to_string(places.size()));
  }
  std::sort(out.begin(), out.end());
  return out;
}

using List = std::vector<std::string>;

TEST(NameRuns, AWordThatIsAnEdgeElsewhereBelongsToANameByItsCapital) {
  EXPECT_EQ(runs({"A new house in New York.", "They like New York.", "New York is large."}),
            (List{"New York 3"}));
}

TEST(NameRuns, TitlesBeforeAPersonAreCutOff) {
  EXPECT_EQ(runs({"They asked Senator Jeff Flake and President Rouhani."}),
            (List{"Jeff Flake 1", "Rouhani 1"}));
  EXPECT_EQ(runs({"They asked the Health Secretary again."}), (List{"Health Secretary 1"}));
}

TEST(NameRuns, TheCapitalOfASentenceSaysNothingOfAWordThatIsAlsoSmall) {
  EXPECT_EQ(runs({"Water is clean.", "They drank water."}), List{});
  EXPECT_EQ(runs({"Hopefully Smith came.", "We met Smith."}), (List{"Smith 2"}));
  EXPECT_EQ(runs({"Maryam Rajavi came.", "Maryam Rajavi spoke.", "They thanked Mrs. Rajavi."}),
            (List{"Maryam Rajavi 2", "Rajavi 1"}));
}

TEST(NameRuns, OfBindsWhatComesBackTogether) {
  const std::string a = "We saw the Organization of American Communities here.";
  EXPECT_EQ(runs({a, a}), (List{"Organization of American Communities 2"}));
  EXPECT_EQ(runs({a}), (List{"American Communities 1", "Organization 1"}));
}

TEST(NameRuns, AndJoinsOnlyWhatIsNeverAlone) {
  const std::string together = "He saw Trinidad and Tobago there.",
                    apart = "He saw Ford and Kavanaugh there.";
  EXPECT_EQ(runs({together, together, together}), (List{"Trinidad and Tobago 3"}));
  EXPECT_EQ(runs({apart, apart, apart, "He saw Ford.", "He saw Kavanaugh."}),
            (List{"Ford 4", "Kavanaugh 4"}));
}

TEST(NameRuns, ParticlesWithACapitalAreOfTheName) {
  EXPECT_EQ(runs({"We went to El Salvador today.", "From El Salvador he came."}), (List{"El Salvador 2"}));
}

TEST(NameRuns, HeadlinesSayNothing) {
  EXPECT_EQ(runs({"Police Find Missing Children Near River Bank",
                  "the police find missing children near a river bank"}),
            List{});
}

TEST(NameRuns, HyphensHoldANameTogetherAndHalvesAreNone) {
  EXPECT_EQ(runs({"He met Berners-Lee twice.", "A non-Trump voter came."}), (List{"Berners-Lee 1"}));
}

}  // namespace
}  // namespace taraz
