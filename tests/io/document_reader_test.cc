#include "io/document_reader.h"

#include <gtest/gtest.h>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::vector<std::string> blocks_of(const std::string& text, std::size_t least, std::size_t most) {
  BlockReader reader(TextReader(Source::of_bytes("x", text)), least, most);
  std::vector<std::string> out;
  for (std::string block; reader.next(block);) out.push_back(block);
  return out;
}

// All texts of up to 7 characters over a small alphabet, and all small bounds.
TEST(BlockReader, BlocksJoinedGiveTheTextAndStayWithinTheBound) {
  const std::string letters = "a \n\xD8";
  for (std::size_t length = 0; length <= 7; ++length) {
    std::size_t combinations = 1;
    for (std::size_t i = 0; i < length; ++i) combinations *= 4;
    for (std::size_t n = 0; n < combinations; ++n) {
      std::string text;
      for (std::size_t i = 0, k = n; i < length; ++i, k /= 4) {
        text += letters[k % 4];
        if (k % 4 == 3) text += '\xA7';
      }
      for (const std::size_t least : {1u, 3u}) {
        std::string joined;
        for (const std::string& block : blocks_of(text, least, 7)) {
          ASSERT_FALSE(block.empty());
          ASSERT_FALSE(first_invalid_byte(block).has_value());
          joined += block;
        }
        ASSERT_EQ(joined, text);
      }
    }
  }
}

TEST(BlockReader, CutsAfterAnEmptyLineElseAtALineElseAtASpace) {
  EXPECT_EQ(blocks_of("ab\ncd\n\nef\n", 2, 100), (std::vector<std::string>{"ab\ncd\n\n", "ef\n"}));
  EXPECT_EQ(blocks_of("ab\n \t\ncd", 2, 100), (std::vector<std::string>{"ab\n \t\n", "cd"}));
  EXPECT_EQ(blocks_of("abc\ndefgh ij", 2, 8), (std::vector<std::string>{"abc\n", "defgh ", "ij"}));
}

TEST(BlockReader, LargeTextIsReadInBlocksOfWholeParagraphs) {
  std::string text;
  for (int i = 0; i < 30000; ++i)
    text += "A line of a paragraph, number " + std::to_string(i) + (i % 7 == 0 ? "\n\n" : "\n");
  const std::vector<std::string> blocks =
      blocks_of(text, BlockReader::kUsualBlock, BlockReader::kLargestBlock);
  EXPECT_GT(blocks.size(), 3u);
  std::string joined;
  for (const std::string& block : blocks) {
    EXPECT_TRUE(&block == &blocks.back() || block.ends_with("\n\n"));
    EXPECT_LT(block.size(), BlockReader::kUsualBlock + 1000);
    joined += block;
  }
  EXPECT_TRUE(joined == text);
}

std::string message_of(const std::string& text, ReadOptions options = {}) {
  options.way_to_name = "name it as in {}=x";
  try {
    read_document(Source::of_bytes("x", text), options);
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

TEST(ReadDocument, ADoubtfulLanguageIsAnErrorThatSaysHowToNameIt) {
  EXPECT_EQ(message_of(""), "x: no text to tell the language from; name it as in en=x");
  EXPECT_EQ(message_of("1234 -- 56\n"), "x: no text to tell the language from; name it as in en=x");
  EXPECT_NE(message_of("\u0646\u0631").find("name it as in"), std::string::npos);
  EXPECT_EQ(message_of("12", {.language = Language::parse("fa")}), "");
}

TEST(ReadDocument, BlocksOfAFormatArePassedOn) {
  const std::string page =
      "<html><h1>The title of it</h1><p>It is a page of text.</p><p><a>Share</a></p></html>";
  const Document d = read_document(Source::of_bytes("standard input", page), {});
  EXPECT_EQ(d.text(), "The title of it\n\nIt is a page of text.");
  ASSERT_EQ(d.blocks().size(), 2u);
  EXPECT_EQ(d.blocks()[0], (DocumentBlock{{0, 15}, BlockKind::heading}));
  EXPECT_EQ(d.blocks()[1], (DocumentBlock{{17, 38}, BlockKind::paragraph}));
}

TEST(ReadDocument, TheNameThenTheContentTellsTheFormat) {
  const auto text_of = [](const char* name, const std::string& bytes, ReadOptions options = {}) {
    options.language = Language::parse("en");
    return std::string(read_document(Source::of_bytes(name, bytes), options).text());
  };
  EXPECT_EQ(text_of("a.txt", "<html><p>x</p></html>"), "<html><p>x</p></html>");
  EXPECT_EQ(text_of("a.en", "<html><p>x</p></html>"), "x");
  EXPECT_EQ(text_of("-", "# a *b*"), "# a *b*");
  EXPECT_EQ(text_of("-", "# a *b*", {.format = DocumentFormat::markdown}), "a b");
  EXPECT_EQ(text_of("a.html", "<p>x</p>", {.plain_text = true}), "<p>x</p>");
  EXPECT_EQ(text_of("a.tsv", "en\tfa\none\tیک\n"), "one");
  EXPECT_EQ(text_of("a.tsv", "word\tother word\n\"x\ty\n"), "word\n\nother word\n\n\"x\n\ny");
  EXPECT_EQ(text_of("a.csv", "en,fa\n\"one, two\",یک\n"), "one, two");
}

}  // namespace
}  // namespace taraz
