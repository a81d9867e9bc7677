#include "io/extract/visual_order.h"

#include <gtest/gtest.h>

namespace taraz {
namespace {

std::string logical(std::u32string_view drawn, Direction base) {
  std::vector<std::u32string> clusters;
  for (const char32_t c : drawn) {
    if (is_combining_mark(c) && !clusters.empty())
      clusters.back() += c;
    else
      clusters.emplace_back(1, c);
  }
  return logical_order(clusters, base);
}
std::string rtl(std::u32string_view drawn) { return logical(drawn, Direction::right_to_left); }
std::string ltr(std::u32string_view drawn) { return logical(drawn, Direction::left_to_right); }

TEST(VisualOrder, NumbersAndLatinWordsKeepTheirOrder) {
  EXPECT_EQ(rtl(U".دمآ لیس ۱۴۰۲ لاس رد"), "در سال ۱۴۰۲ سیل آمد.");
  EXPECT_EQ(rtl(U"رالد نویلیم ۱۸٫۵"), "۱۸٫۵ میلیون دلار");
  EXPECT_EQ(rtl(U"Open Shelf 2.1 مان"), "نام Open Shelf 2.1");
  EXPECT_EQ(rtl(U".)https://a.org/b-c?d=1 رظنا("), "(انظر https://a.org/b-c?d=1).");
  EXPECT_EQ(rtl(U"۱۴۰۲/۵/۳ خیرات"), "تاریخ ۱۴۰۲/۵/۳");
  EXPECT_EQ(rtl(U"2024-2023 نم"), "من 2023-2024");
  EXPECT_EQ(rtl(U".1"), "1.");
  EXPECT_EQ(rtl(U"٪۵۰ ات"), "تا ۵۰٪");
}

TEST(VisualOrder, BracketsAreReadWhicheverWayTheyAreWritten) {
  EXPECT_EQ(rtl(U"»مالس« )وا("), "(او) «سلام»");
  EXPECT_EQ(rtl(U"«مالس» (وا)"), "(او) «سلام»");
}

TEST(VisualOrder, RightToLeftWordsInALatinLine) {
  EXPECT_EQ(ltr(U"the words باتک and ۵ ات بآ here"), "the words کتاب and آب تا ۵ here");
  EXPECT_EQ(ltr(U"plain (text) 12."), "plain (text) 12.");
}

TEST(VisualOrder, JoinersStayAndFormsBecomeLetters) {
  EXPECT_EQ(rtl(U"دور\u200Cیم"), "می\u200Cرود");
  EXPECT_EQ(rtl(U"\uFEF3\uFEDF\uFEFB"), "لالي");
  EXPECT_EQ(ltr(U"\uFB01ve o\uFB03ce"), "five office");
  EXPECT_EQ(rtl(U"نُآرُق"), "قرُآنُ");
}

TEST(VisualOrder, EmptyLines) {
  EXPECT_EQ(rtl(U""), "");
  EXPECT_EQ(direction_of(U"12"), Direction::left_to_right);
  EXPECT_EQ(direction_of(U"ab سلام"), Direction::right_to_left);
}

}  // namespace
}  // namespace taraz
