#include "corpus/mt/duplicates.h"

#include <gtest/gtest.h>

#include <random>
#include <set>
#include <string>
#include <vector>

namespace taraz {
namespace {

TEST(HashSet, AgreesWithASetOnRandomNumbers) {
  HashSet ours;
  std::set<std::uint64_t> truth;
  std::mt19937_64 random(7);
  for (int i = 0; i < 20000; ++i) {
    const std::uint64_t value = random() % 15000 + 1;
    ASSERT_EQ(ours.insert(value), truth.insert(value).second);
  }
  EXPECT_EQ(ours.size(), truth.size());
}

TEST(Duplicates, SpellingVariantsAreExact) {
  DuplicateFinder finder(0.0);
  EXPECT_EQ(finder.add("كتابي  خوب"), Seen::no);
  EXPECT_EQ(finder.add("کتابی خوب"), Seen::exact);
  EXPECT_EQ(finder.add("Good Morning"), Seen::no);
  EXPECT_EQ(finder.add(" good morning"), Seen::exact);
  EXPECT_EQ(finder.add("good morning!"), Seen::no);
}

TEST(Duplicates, PunctuationAndDigitsAsideIsNear) {
  DuplicateFinder finder(0.8);
  EXPECT_EQ(finder.add("The report was written in 1988 by seven experts."), Seen::no);
  EXPECT_EQ(finder.add("The report was written, in 2020, by seven experts"), Seen::near);
  EXPECT_EQ(finder.add("Nothing of the kind has ever been said in public."), Seen::no);
}

// A chain of small changes: a filter keeps what is far from all it kept, a test set is protected from every
// link.
TEST(Duplicates, NearOnesAreRememberedOnlyWhenAsked) {
  const std::string middle = " carried seven heavy baskets of red apples over the long stone bridge to the ";
  const std::string first = "the old farmer and her brother" + middle + "market of the town before sunrise";
  const std::string second = "the old farmer and her brother" + middle + "harbour of the city after sunset";
  const std::string third = "a young sailor with his uncle" + middle + "harbour of the city after sunset";
  DuplicateFinder filter(0.5), guard(0.5);
  EXPECT_EQ(filter.add(first), Seen::no);
  EXPECT_EQ(filter.add(second), Seen::near);
  EXPECT_EQ(filter.add(third), Seen::no);
  EXPECT_EQ(guard.add_always(first), Seen::no);
  EXPECT_EQ(guard.add_always(second), Seen::near);
  EXPECT_EQ(guard.look_up(third), Seen::near);
}

TEST(Duplicates, ShortTextsAreComparedExactlyOnly) {
  DuplicateFinder finder(0.5);
  EXPECT_EQ(finder.add("Page 1"), Seen::no);
  EXPECT_EQ(finder.add("Page 2"), Seen::no);
  EXPECT_EQ(finder.add("Page 1"), Seen::exact);
}

std::set<std::string> grams(const std::string& text) {
  std::string letters;
  for (char c : text)
    if (c != ' ') letters += c;
  std::set<std::string> out;
  for (std::size_t i = 0; i + 4 <= letters.size(); ++i) out.insert(letters.substr(i, 4));
  return out;
}

// Against the true Jaccard similarity with every earlier text.
TEST(Duplicates, NearAgreesWithAllPairsOnRandomEdits) {
  std::mt19937 random(11);
  const auto word = [&] {
    std::string w;
    for (unsigned k = 3 + random() % 5; k > 0; --k) w += static_cast<char>('a' + random() % 26);
    return w;
  };
  DuplicateFinder finder(0.7);
  std::vector<std::set<std::string>> earlier;
  int alike = 0, found = 0, different = 0, wrong = 0;
  std::vector<std::vector<std::string>> texts;
  for (int i = 0; i < 420; ++i) {
    std::vector<std::string> words;
    if (i % 3 == 2) {
      words = texts[random() % texts.size()];
      for (unsigned k = random() % 3; k > 0; --k) words[random() % words.size()] = word();
    } else {
      for (int k = 0; k < 25; ++k) words.push_back(word());
    }
    texts.push_back(words);
    std::string text;
    for (const std::string& w : words) text += w + ' ';
    const std::set<std::string> mine = grams(text);
    double best = 0;
    for (const auto& other : earlier) {
      std::size_t common = 0;
      for (const std::string& g : mine) common += other.count(g);
      best = std::max(best,
                      static_cast<double>(common) / static_cast<double>(mine.size() + other.size() - common));
    }
    const Seen seen = finder.add(text);
    earlier.push_back(mine);
    if (best > 0.9) ++alike, found += seen != Seen::no;
    if (best < 0.4) ++different, wrong += seen != Seen::no;
  }
  ASSERT_GT(alike, 40);
  ASSERT_GT(different, 200);
  EXPECT_GE(found, alike * 96 / 100);
  EXPECT_EQ(wrong, 0);
}

}  // namespace
}  // namespace taraz
