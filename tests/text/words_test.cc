#include "text/words.h"

#include <gtest/gtest.h>

namespace taraz {
namespace {

std::vector<std::string> words(std::string_view text) {
  const Words w(text);
  std::vector<std::string> out;
  for (std::size_t i = 0; i < w.size(); ++i) out.emplace_back(w.folded(i));
  return out;
}

TEST(Words, SplitLettersDigitsAndMarks) {
  EXPECT_EQ(words("بیش از۱۶۰ تن، don't 3.5%"),
            (std::vector<std::string>{"بیش", "از", "160", "تن", "،", "don't", "3", ".", "5", "%"}));
}

TEST(Words, SpanIsTheWordInTheText) {
  const std::string text = "می‌رود (OIAC)";
  const Words w(text);
  ASSERT_EQ(w.size(), 4u);
  EXPECT_EQ(w[0].span.of(text), "می‌رود");
  EXPECT_TRUE(w[0].arabic);
  EXPECT_TRUE(w[2].upper);
}

// Words of ASCII letters are read byte by byte: they must be what the slow way makes of the same letters
// before a letter that is not ASCII.
TEST(Words, AsciiWordsAreReadAsOthers) {
  EXPECT_EQ(
      words("Abc DEF ghi-jkl don't can\xE2\x80\x99t x1 Caf\xC3\xA9 end"),
      (std::vector<std::string>{"abc", "def", "ghi", "-", "jkl", "don't", "can't", "x", "1", "cafe", "end"}));
  const Words w("Ab c\xC3\xA9");
  EXPECT_TRUE(w[0].upper);
  EXPECT_FALSE(w[1].upper);
  EXPECT_EQ(w[0].kind, WordKind::letters);
  EXPECT_EQ(w[0].span, (ByteSpan{0, 2}));
  // A combining mark belongs to the letter before it.
  EXPECT_EQ(words("cafe\xCC\x81 x"), (std::vector<std::string>{"cafe", "x"}));
}

}  // namespace
}  // namespace taraz
