// The tables of words: regular forms, several words to a row, languages.
#include "align/anchors/word_roles.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace taraz {
namespace {

RoleMatch match(const std::string& language, const std::string& text, Role role, std::size_t word = 0) {
  static std::vector<std::string> texts;  // what the match refers to lives in the table
  texts.push_back(text);
  const Words words(texts.back());
  return RoledWords(words, texts.back(), language.empty() ? Language() : Language::parse(language))
      .match(word, role);
}

TEST(WordRoles, ArabicWordsAreKnownWithProclitics) {
  for (const char* text :
       {"أربعين", "وأربعين", "الأربعين", "والأربعين", "بأربعين", "لأربعين", "بالأربعين", "للأربعين"}) {
    const RoleMatch m = match("ar", text, Role::number);
    ASSERT_TRUE(m) << text;
    EXPECT_EQ(m->value, 40) << text;
  }
  EXPECT_TRUE(match("ar", "والأربعين", Role::number)->has(WordRole::kJoined));
  EXPECT_TRUE(match("ar", "والأربعين", Role::number)->has(WordRole::kArticle));
}

TEST(WordRoles, PersianNumbersAreKnownAsOrdinalsAndWrittenTogether) {
  EXPECT_EQ(match("fa", "هفدهم", Role::ordinal)->value, 17);
  EXPECT_EQ(match("fa", "هفدهمین", Role::ordinal)->value, 17);
  EXPECT_EQ(match("fa", "بیست‌ویکم", Role::ordinal)->value, 21);
  EXPECT_EQ(match("fa", "بیست‌وسوم", Role::ordinal)->value, 23);
  EXPECT_EQ(match("fa", "سی‌هزار", Role::multiple)->value, 30);
  EXPECT_EQ(match("fa", "شهریورماه", Role::month)->value % 16, 6);
  EXPECT_EQ(match("fa", "ژوئیه‌ی", Role::month)->value % 16, 7);
}

TEST(WordRoles, TheLongestRowWins) {
  const RoleMatch rabi = match("ar", "ربيع الأول 1443", Role::month);
  ASSERT_TRUE(rabi);
  EXPECT_EQ(rabi.next, 2U);
  EXPECT_EQ(rabi->value % 16, 3);
  EXPECT_EQ(match("fa", "هجری شمسی", Role::era)->value, static_cast<int>(Era::jalali));
  EXPECT_EQ(match("fa", "هجری", Role::era)->value, static_cast<int>(Era::hijri));
  EXPECT_FALSE(match("ar", "ربيع", Role::month));
}

TEST(WordRoles, ALanguageSeesItsOwnWordsAndEnglishInside) {
  EXPECT_TRUE(match("fa", "ده", Role::number));
  EXPECT_FALSE(match("ar", "ده", Role::number));
  EXPECT_FALSE(match("en", "ده", Role::number));
  EXPECT_TRUE(match("fa", "million", Role::magnitude));
  EXPECT_FALSE(match("de", "million", Role::magnitude));
  EXPECT_TRUE(match("ckb", "میلیون", Role::magnitude));
  EXPECT_TRUE(match("", "پنجاه", Role::number)) << "guessed by پ";
  EXPECT_FALSE(match("", "مئة وخمسة", Role::number, 7));
}

TEST(WordRoles, CandidatesAreWhereADateOrNumberCanBegin) {
  const std::string text = "در سال ۱۳۶۷ و بعد";
  const Words words(text);
  const RoledWords roled(words, text, Language::parse("fa"));
  ASSERT_EQ(roled.candidates().size(), 2U);
  EXPECT_EQ(roled.candidates()[0], 1U);
  EXPECT_EQ(roled.candidates()[1], 2U);
}

}  // namespace
}  // namespace taraz
