#include "io/review_anchors.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "io/review_data.h"

namespace taraz {
namespace {

struct Mark {
  std::uint32_t begin, end, group, kind;
};

// What web/anchors.js does.
std::vector<std::vector<Mark>> decoded(const std::string& unit, std::size_t columns) {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::vector<std::uint32_t> numbers;
  std::uint32_t value = 0, shift = 0;
  for (const char c : unit) {
    const auto bits = static_cast<std::uint32_t>(digits.find(c));
    value |= (bits & 31) << shift;
    shift += 5;
    if ((bits & 32) != 0) continue;
    numbers.push_back(value);
    value = shift = 0;
  }
  std::vector<std::vector<Mark>> out(columns);
  std::size_t i = 0;
  for (auto& column : out) {
    std::uint32_t at = 0;
    for (std::uint32_t left = numbers.at(i++); left > 0; --left) {
      const std::uint32_t begin = at + numbers.at(i), end = begin + numbers.at(i + 1);
      column.push_back({begin, end, numbers.at(i + 2) / 4, numbers.at(i + 2) % 4});
      at = end;
      i += 3;
    }
  }
  EXPECT_EQ(i, numbers.size());
  return out;
}

std::vector<std::vector<Mark>> marks_of(const std::vector<std::string>& texts,
                                        const std::vector<std::string>& languages) {
  TranslationUnit unit;
  std::vector<Language> columns;
  for (std::size_t c = 0; c < texts.size(); ++c) {
    columns.push_back(Language::parse(languages[c]));
    unit.variants.push_back({columns.back(), texts[c], {}});
  }
  const std::vector<TranslationUnit> units{unit};
  return decoded(review_anchors(units, {columns_of_variants(unit, columns)}, columns), texts.size());
}

TEST(ReviewAnchors, OneNumberInThreeLanguagesIsOneGroup) {
  const auto marks = marks_of({"They sent 30,000 letters.", "۳۰٬۰۰۰ نامه فرستادند.", "أرسلوا ٣٠٬٠٠٠ رسالة."},
                              {"en", "fa", "ar"});
  for (const auto& column : marks) {
    ASSERT_EQ(column.size(), 1u);
    EXPECT_EQ(column[0].group, 1u);
    EXPECT_EQ(column[0].kind, 0u);
  }
  EXPECT_EQ(marks[0][0].begin, 10u);
  EXPECT_EQ(marks[0][0].end, 16u);
  EXPECT_EQ(marks[1][0].begin, 0u);
}

TEST(ReviewAnchors, OffsetsAreUtf16AndMarksDoNotOverlap) {
  const auto marks =
      marks_of({"\U0001F600 7 May 1988, 12 and 13", "\U0001F600 ۱۲ و ۱۳ در ۱۷ اردیبهشت ۱۳۶۷"}, {"en", "fa"});
  for (const auto& column : marks) {
    ASSERT_FALSE(column.empty());
    EXPECT_EQ(column[0].begin, 3u);  // an astral character is two units
    for (std::size_t i = 1; i < column.size(); ++i) EXPECT_LE(column[i - 1].end, column[i].begin);
  }
}

TEST(ReviewAnchors, ANumberWithoutAPartnerIsInNoGroup) {
  const auto marks = marks_of({"See page 5.", "صفحهٔ ۶ را ببینید."}, {"en", "fa"});
  for (const auto& column : marks)
    EXPECT_TRUE(std::any_of(column.begin(), column.end(), [](const Mark& m) { return m.group == 0; }));
}

TEST(ReviewAnchors, TextsWithoutAnchorsGiveNothing) {
  const TranslationUnit unit{
      "1", {{Language::parse("en"), "well", {}}, {Language::parse("fa"), "خوب", {}}}, {}, "", "", {}};
  EXPECT_EQ(review_anchors(std::vector<TranslationUnit>{unit, unit}, {{0, 1}, {0, 1}},
                           {Language::parse("en"), Language::parse("fa")}),
            "");
}

TEST(ReviewAnchors, APageOfNothingButNumbersStaysWithinItsBudget) {
  std::vector<TranslationUnit> units;
  std::vector<std::vector<std::size_t>> places;
  std::size_t text = 0;
  for (int i = 0; i < 6000; ++i) {
    const std::string numbers = std::to_string(i) + " 1 2 3 4 5 6 7 8";
    units.push_back({std::to_string(i),
                     {{Language::parse("en"), numbers, {}}, {Language::parse("fa"), numbers, {}}},
                     {},
                     "",
                     "",
                     {}});
    places.push_back({0, 1});
    text += 2 * numbers.size();
  }
  const std::string anchors = review_anchors(units, places, {Language::parse("en"), Language::parse("fa")});
  EXPECT_LE(anchors.size(), 61'000 + units.size() + text * 13 / 100);
  EXPECT_EQ(std::count(anchors.begin(), anchors.end(), ';'), 5999);
}

}  // namespace
}  // namespace taraz
