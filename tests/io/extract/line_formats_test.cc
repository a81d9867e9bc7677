#include <gtest/gtest.h>

#include "io/extract/lines_of.h"
#include "tests/io/extract/block_list.h"
#include "text/error.h"

namespace taraz {
namespace {

BlockList subtitles(const std::string& text) {
  return blocks_of([&](const BlockSink& sink) { read_subtitles(text, "a.srt", sink); });
}
BlockList markdown(const std::string& text) {
  return blocks_of([&](const BlockSink& sink) { read_markdown(text, "a.md", sink); });
}
BlockList po(const std::string& text, const char* language = nullptr) {
  return blocks_of([&](const BlockSink& sink) {
    read_po(text, "a.po", language ? Language::parse(language) : Language(), sink);
  });
}
BlockList csv(const std::string& text, const char* language = nullptr) {
  return blocks_of([&](const BlockSink& sink) {
    read_csv(text, "a.csv", language ? Language::parse(language) : Language(), sink);
  });
}

TEST(LinesOf, EveryKindOfLineEnd) {
  EXPECT_EQ(lines_of("\xEF\xBB\xBF"
                     "a\r\nb\rc\n\nd"),
            (std::vector<std::string_view>{"a", "b", "c", "", "d"}));
  EXPECT_TRUE(lines_of("").empty());
}

TEST(Subtitles, CuesAreJoinedUpToASentenceEnd) {
  EXPECT_EQ(
      subtitles("1\r\n00:00:01,000 --> 00:00:02,000\r\n<i>We went</i>\r\nhome\r\n\r\n2\r\n00:00:03,000 --> "
                "00:00:04,000\r\nand slept.\r\n\r\n3\r\n00:00:05,000 --> 00:00:06,000\r\n{\\an8}Good.\r\n"),
      (BlockList{"paragraph: We went home and slept.", "paragraph: Good."}));
}

TEST(Subtitles, WebVttHeaderNotesAndTurns) {
  EXPECT_EQ(subtitles("WEBVTT - x\n\nNOTE hidden\n\nid\n00:01.000 --> 00:02.000 align:start\n- Who &amp; "
                      "what\n- <v Ali>Me</v>\n"),
            (BlockList{"paragraph: - Who & what", "paragraph: - Me"}));
  EXPECT_THROW(subtitles("no times\n"), FormatError);
}

TEST(Markdown, BlocksAndInlineMarks) {
  EXPECT_EQ(markdown("---\ntitle: x\n---\n# Title #\n\nSome *soft* and **strong** text\nwith a "
                     "[link](http://x.y/z_(1)) and "
                     "`code`.[^1]\n\n* one\n* two_words\n\n> quoted\n\n```c\nint "
                     "a;\n```\n\nUnder\n=====\n\n| a | b |\n|---|---|\n"),
            (BlockList{"heading: Title", "paragraph: Some soft and strong text with a link) and code.",
                       "list-item: one", "list-item: two_words", "paragraph: quoted", "heading: Under",
                       "table-cell: a", "table-cell: b"}));
  EXPECT_EQ(markdown("2 * 3 = 6 and \\*stars\\*"), (BlockList{"paragraph: 2 * 3 = 6 and *stars*"}));
}

TEST(Markdown, SimpleTablesCaptionsAndNotes) {
  EXPECT_EQ(markdown("  Day   New cards\n  ----- ---------\n  Mon   12\n\n  : The week\n\n: no caption\n\n"
                     "[^1]: The note\nends.\n\nTitle here\n----------\n"),
            (BlockList{"table-cell: Day", "table-cell: New cards", "table-cell: Mon", "table-cell: 12",
                       "caption: The week", "paragraph: : no caption", "paragraph: The note ends.",
                       "heading: Title here"}));
}

TEST(Po, SourceAndTranslation) {
  const std::string text =
      "msgid \"\"\nmsgstr \"\"\n\"Language: fa\\n\"\n\n#: a.c:1\nmsgid \"Open \"\n\"file\"\nmsgstr \"باز "
      "کردن\"\n\n#, fuzzy\nmsgid "
      "\"Bad\"\nmsgstr \"بد\"\n\nmsgctxt \"menu\"\nmsgid \"%d day\"\nmsgid_plural \"%d days\"\nmsgstr[0] "
      "\"%d روز\"\nmsgstr[1] \"x\"\n"
      "\n#~ msgid \"old\"\n#~ msgstr \"کهنه\"\n";
  EXPECT_EQ(po(text), (BlockList{"paragraph: Open file", "paragraph: %d day"}));
  EXPECT_EQ(po(text, "fa"), (BlockList{"paragraph: باز کردن", "paragraph: %d روز"}));
  EXPECT_THROW(po(text, "ar"), FormatError);
}

TEST(Po, ErrorsNameTheLine) {
  try {
    po("msgid \"a\"\nnonsense\n");
    FAIL();
  } catch (const FormatError& e) {
    EXPECT_STREQ(e.what(), "a.po:2:1: expected msgid, msgstr or a string in double quotes");
  }
}

TEST(Csv, LanguageColumnsQuotesAndSeparators) {
  const std::string text = "key;en;fa\n1;\"a \"\"b\"\"; c\nd\";سلام\n2;x;\n";
  EXPECT_EQ(csv(text), (BlockList{"table-cell: a \"b\"; c\nd", "table-cell: x"}));
  EXPECT_EQ(csv(text, "fa"), (BlockList{"table-cell: سلام"}));
  EXPECT_THROW(csv(text, "ar"), FormatError);
  EXPECT_EQ(csv("one word,two\n"), (BlockList{"table-cell: one word", "table-cell: two"}));
  EXPECT_THROW(csv("a,\"b\n"), FormatError);
}

}  // namespace
}  // namespace taraz
