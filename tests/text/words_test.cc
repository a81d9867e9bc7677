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

}  // namespace
}  // namespace taraz
