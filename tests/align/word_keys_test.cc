#include "align/lexicon/word_keys.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace taraz {
namespace {

std::string key(std::string_view language, const std::vector<SurfaceForm>& forms, std::string_view word) {
  const WordKeys keys = choose_keys(language, forms);
  for (std::size_t i = 0; i < forms.size(); ++i)
    if (forms[i].text == word) return keys.keys[keys.key_of[i]];
  return "?";
}

TEST(WordKeys, FormsJoinAWellAttestedStem) {
  EXPECT_EQ(key("en", {{"walk", 10}, {"walked", 4}}, "walked"), "walk");
  EXPECT_EQ(key("ar", {{fold("قال"), 50}, {fold("وقال"), 30}}, fold("وقال")), fold("قال"));
  EXPECT_EQ(key("fa", {{fold("کتاب"), 5}, {fold("کتاب‌هایش"), 2}}, fold("کتاب‌هایش")),
            fold("کتاب"));
}

TEST(WordKeys, AFrequentWordDoesNotJoinARareOne) {
  EXPECT_EQ(key("ar", {{fold("زير"), 1}, {fold("وزير"), 60}}, fold("وزير")), fold("وزير"));
  EXPECT_EQ(key("ar", {{fold("تاب"), 2}, {fold("كتاب"), 60}}, fold("كتاب")), fold("كتاب"));
}

TEST(WordKeys, HeadwordsStayThemselves) {
  EXPECT_EQ(key("en", {{"meet", 90}, {"meeting", 4, true}}, "meeting"), "meeting");
}

TEST(WordKeys, SureAffixesComeOffUnknownWords) {
  EXPECT_EQ(key("en", {{"missiles", 3}}, "missiles"), "missile");
  EXPECT_EQ(key("ar", {{fold("والصاروخ"), 3}}, fold("والصاروخ")), fold("صاروخ"));
}

TEST(WordKeys, KeysAreDistinctAndEveryFormHasOne) {
  const std::vector<SurfaceForm> forms = {{"books", 2},  {"book", 3},       {"booking", 1, true},
                                          {"booked", 1}, {"news", 9, true}, {"new", 20}};
  const WordKeys keys = choose_keys("en", forms);
  ASSERT_EQ(keys.key_of.size(), forms.size());
  EXPECT_EQ(keys.keys[keys.key_of[0]], "book");
  EXPECT_EQ(keys.key_of[0], keys.key_of[1]);
  EXPECT_EQ(keys.key_of[0], keys.key_of[3]);
  EXPECT_NE(keys.key_of[4], keys.key_of[5]);
  std::vector<std::string> sorted = keys.keys;
  std::sort(sorted.begin(), sorted.end());
  EXPECT_EQ(std::adjacent_find(sorted.begin(), sorted.end()), sorted.end());
}

}  // namespace
}  // namespace taraz
