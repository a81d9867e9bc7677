#include "text/fold.h"

#include <gtest/gtest.h>

#include "text/utf8.h"

namespace taraz {
namespace {

TEST(Fold, ArabicAndPersianSpellingsMeet) {
  EXPECT_EQ(fold("كتابي"), fold("کتابی"));
  EXPECT_EQ(fold("أُمَّة"), fold("امه"));
  EXPECT_EQ(fold("می‌رود"), fold("میرود"));
  EXPECT_EQ(fold("۱۲٣"), "123");
}

TEST(Fold, LatinAccentsAndCaseGo) { EXPECT_EQ(fold("Élan “X”"), "elan \"x\""); }

TEST(Fold, MapLeadsBackToTheSource) {
  const std::string text = "aéِ‌b";
  const FoldedText f = fold_with_map(text);
  ASSERT_EQ(f.text, "aeb");
  EXPECT_EQ(f.map.source(0), 0u);
  EXPECT_EQ(f.map.source(1), 1u);
  EXPECT_EQ(f.map.source(2), text.size() - 1);
  EXPECT_EQ(f.map.source(3), text.size());
}

TEST(Fold, IsIdempotent) {
  for (char32_t c = 1; c < 0x20000; ++c) {
    if (c >= 0xD800 && c < 0xE000) continue;
    std::string text;
    append_utf8(text, c);
    const std::string once = fold(text);
    ASSERT_EQ(fold(once), once) << std::hex << static_cast<std::uint32_t>(c);
  }
}

}  // namespace
}  // namespace taraz
