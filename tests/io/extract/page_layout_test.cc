#include "io/extract/page_layout.h"

#include <gtest/gtest.h>

#include "io/extract/ligatures.h"
#include "tests/io/extract/block_list.h"

namespace taraz {
namespace {

// A page of words in a font of size 10 whose characters are 5 wide, unless said otherwise.
class Page {
 public:
  Page& word(std::u32string text, double left, double top, double size = 10, std::string font = "Plain") {
    PageWord w;
    for (const char32_t c : text) {
      w.left.push_back(left);
      w.width.push_back(is_arabic_mark(c) ? 0 : size / 2);
      left += w.width.back();
    }
    w.text = std::move(text);
    w.top = top;
    w.bottom = top + 1.2 * size;
    w.size = size;
    w.font = std::move(font);
    words.push_back(std::move(w));
    return *this;
  }
  // Words of a line from `left`, one space wide apart.
  Page& line(const std::u32string& text, double left, double top, double size = 10,
             std::string font = "Plain") {
    for (std::size_t at = 0; at <= text.size();) {
      const std::size_t end = std::min(text.find(U' ', at), text.size());
      if (end > at)
        word(text.substr(at, end - at), left + static_cast<double>(at) * size / 2, top, size, font);
      at = end + 1;
    }
    return *this;
  }
  BlockList blocks() const {
    BlockList out;
    for (const PageBlock& b : lay_out(words, style_of({words})))
      out.push_back(std::string(name_of(b.kind)) + ": " + b.text);
    return out;
  }
  std::vector<PageWord> words;
};

TEST(PageLayout, LinesJoinWhereTheNextWordWouldNotHaveFitted) {
  EXPECT_EQ(Page()
                .line(U"A first line of words that", 50, 100)
                .line(U"goes on and ends.", 50, 112)
                .line(U"Another paragraph that was", 50, 124)
                .line(U"broken by its layout.", 50, 136)
                .blocks(),
            (BlockList{"paragraph: A first line of words that goes on and ends.",
                       "paragraph: Another paragraph that was broken by its layout."}));
}

TEST(PageLayout, GapsIndentsAndFontsEndAParagraph) {
  EXPECT_EQ(Page()
                .line(U"A Heading", 50, 80, 14)
                .line(U"Some words of the first line,", 50, 100)
                .line(U"some more of the second line", 50, 112)
                .line(U"Indented words of a new one", 60, 124)
                .line(U"and its end, far too long a line", 50, 136)
                .line(U"after a gap", 50, 170)
                .blocks(),
            (BlockList{"heading: A Heading",
                       "paragraph: Some words of the first line, some more of the second line",
                       "paragraph: Indented words of a new one and its end, far too long a line",
                       "paragraph: after a gap"}));
}

TEST(PageLayout, ListsAndTables) {
  EXPECT_EQ(Page()
                .line(U"• an item of a list whose words go", 50, 100)
                .line(U"on in a second line", 60, 112)
                .line(U"2. another item", 50, 124)
                .line(U"2.5 is a number at the start", 50, 160)
                .line(U"Day", 50, 200)
                .line(U"New cards", 150, 200)
                .line(U"Monday", 50, 212)
                .line(U"12", 150, 212)
                .blocks(),
            (BlockList{"list-item: an item of a list whose words go on in a second line",
                       "list-item: 2. another item", "paragraph: 2.5 is a number at the start",
                       "table-cell: Day", "table-cell: New cards", "table-cell: Monday", "table-cell: 12"}));
}

TEST(PageLayout, ColumnsAreReadOneAfterTheOther) {
  Page latin, arabic;
  latin.line(U"A title over both of the columns of the page", 50, 80);
  std::u32string left, right;
  for (int i = 0; i < 8; ++i) {
    latin.line(U"left words that fill their column", 50, 112 + 12 * i);
    latin.line(U"right words that fill the other one", 250, 112 + 12 * i);
    arabic.line(U"دنراد یاج پچ نوتس رد هک ییاه‌هژاو", 50, 112 + 12 * i);
    arabic.line(U"دنراد یاج تسار نوتس رد هک ییاه‌هژاو", 250, 112 + 12 * i);
  }
  const BlockList blocks = latin.blocks();
  ASSERT_EQ(blocks.size(), 3u);
  EXPECT_EQ(blocks[0], "paragraph: A title over both of the columns of the page");
  EXPECT_EQ(blocks[1].substr(0, 40), "paragraph: left words that fill their co");
  EXPECT_EQ(blocks[1].find("right"), std::string::npos);
  EXPECT_EQ(blocks[2].substr(0, 40), "paragraph: right words that fill the oth");
  const BlockList turned = arabic.blocks();
  ASSERT_EQ(turned.size(), 2u);
  EXPECT_NE(turned[0].find("راست"), std::string::npos);
  EXPECT_NE(turned[1].find("چپ"), std::string::npos);
}

TEST(PageLayout, RaisedNumbersBehindWordsAreMarksOfNotes) {
  EXPECT_EQ(Page().line(U"He said so.", 50, 100).word(U"12", 105, 98, 6).line(U"Then", 112, 100).blocks(),
            (BlockList{"paragraph: He said so. Then"}));
  EXPECT_EQ(Page().line(U"An area of 20 m", 50, 100).word(U"2", 125, 98, 6).line(U"it is", 135, 100).blocks(),
            (BlockList{"paragraph: An area of 20 m2 it is"}));
}

TEST(PageLayout, MarksComeBehindTheirLetters) {
  // From the left: alef with tanwin before it, dal, ghain.
  EXPECT_EQ(Page().word(U"\u064Bادغ", 50, 100).blocks(), (BlockList{"paragraph: غداً"}));
}

TEST(PageLayout, AFullLastLineWithoutAStopGoesOnOnTheNextPage) {
  const auto last = [](const std::u32string& end) {
    Page page;
    page.line(U"Words of a paragraph that fill", 50, 100).line(end, 50, 112);
    return lay_out(page.words, style_of({page.words})).back();
  };
  EXPECT_TRUE(last(U"two lines and do not end here,").goes_on);
  EXPECT_FALSE(last(U"two lines and they do end now.").goes_on);
  EXPECT_FALSE(last(U"a line").goes_on);
}

TEST(PageLayout, NothingGivesNothing) { EXPECT_EQ(Page().blocks(), BlockList{}); }

TEST(Ligatures, LamAlefIsOneWhereBothAreEquallyWide) {
  const auto word = [](std::u32string text, std::vector<double> widths) {
    PageWord w;
    w.text = std::move(text);
    w.width = std::move(widths);
    w.left.assign(w.text.size(), 0);
    w.size = 10;
    return w;
  };
  // "salam" with a ligature, "al" with letters of their own.
  std::vector<PageWord> words{word(U"ملاس", {5, 3, 3, 6}), word(U"بلاط", {5, 4, 3.3, 6})};
  turn_ligatures(words);
  EXPECT_EQ(words[0].text, U"مالس");
  EXPECT_EQ(words[1].text, U"بلاط");
  // A lam of that width stands elsewhere: no ligature.
  words = {word(U"ملاس", {5, 3, 3, 6}), word(U"بلط", {5, 3, 6})};
  turn_ligatures(words);
  EXPECT_EQ(words[0].text, U"ملاس");
  // lam-alef with tanwin, all in one glyph.
  words = {word(U"لا\u064Bهس", {3, 3, 3, 5, 6})};
  turn_ligatures(words);
  EXPECT_EQ(words[0].text, U"ا\u064Bلهس");
  words = {word(U"الله", {2, 2, 2, 2})};
  turn_ligatures(words);
  EXPECT_EQ(words[0].text, U"هللا");
}

TEST(Ligatures, MarksBehindTheirLettersArePutBeforeThem) {
  PageWord w;
  w.text = U"تب\u064Eت\u0650ك\u064F";
  w.width = {10, 2.4, 1.2, 2.4, 0.9, 3.6, 3.2};
  for (double x = 0; const double width : w.width) w.left.push_back(x), x += width;
  w.size = 10;
  std::vector<PageWord> words{w};
  turn_ligatures(words);
  EXPECT_EQ(words[0].text, U"ت\u064Eب\u0650ت\u064Fك");
}

}  // namespace
}  // namespace taraz
