#include <gtest/gtest.h>

#include "tests/io/extract/block_list.h"
#include "text/error.h"

namespace taraz {
namespace {

BlockList html(const std::string& text) {
  return blocks_of([&](const BlockSink& sink) { read_html(text, "page.html", sink); });
}

TEST(Html, BlocksKeepTheirKind) {
  EXPECT_EQ(html("<h1>Title</h1><p>One  <b>two</b>\n three.<ul><li>first<li>second</ul>"
                 "<table><tr><td>a<th>b</table><figure><figcaption>cap</figcaption></figure>"),
            (BlockList{"heading: Title", "paragraph: One two three.", "list-item: first", "list-item: second",
                       "table-cell: a", "table-cell: b", "caption: cap"}));
}

TEST(Html, TheFrameOfAPageIsLeftOut) {
  EXPECT_EQ(html("<head><title>x</title></head><body><nav><a href=#>Home</a></nav><div>Text of the page."
                 "<script>var a = '<p>no</p>';</script></div><aside>ad</aside><footer>©</footer></body>"),
            (BlockList{"paragraph: Text of the page."}));
}

TEST(Html, ArticlesAreTheMainTextWhereTheyAre) {
  const std::string body(600, 'x');
  EXPECT_EQ(
      html("<body><div>Share this</div><article><p>" + body + "</p></article><div>Read more</div></body>"),
      (BlockList{"paragraph: " + body}));
}

TEST(Html, BlocksOfLinksAreBoilerplate) {
  EXPECT_EQ(
      html("<p>A sentence with <a href=x>one link</a> in its middle.</p><p><a>Facebook</a> "
           "<a>Twitter</a></p>"),
      (BlockList{"paragraph: A sentence with one link in its middle.", "boilerplate: Facebook Twitter"}));
}

TEST(Html, TextKeepsJoinersAndEntitiesAndDirection) {
  EXPECT_EQ(html("<p dir=rtl>می&zwnj;رود&nbsp;و می‌آید &amp; &lt;b&gt;</p>"),
            (BlockList{"paragraph: می‌رود\u00A0و می‌آید & <b>"}));
}

TEST(Html, LineBreaksAndPreformattedTextStay) {
  EXPECT_EQ(html("<p>one<br>two</p><pre>a\n  b</pre>"),
            (BlockList{"paragraph: one\ntwo", "paragraph: a\n  b"}));
}

TEST(Html, HiddenTextIsLeftOut) {
  EXPECT_EQ(html("<p>a<span aria-hidden=true>x</span></p><p hidden=hidden>y</p>"),
            (BlockList{"paragraph: a"}));
}

TEST(Html, NotesAreTextTheirMarksAreNot) {
  EXPECT_EQ(
      html("<p>One<sup><a href='#n1'>[1]</a></sup> two<a role=doc-noteref href=n.html>x</a>.</p>"
           "<p>See <a href='#b'>below</a> and <a href='http://a.b/c'>12</a>.</p>"
           "<ol><li role=doc-endnote><p>The note.<a href='#r' role=doc-backlink>\u21A9</a></p></li></ol>"
           "<aside epub:type=footnote><p><a href='#r'>\u06F2</a> Other</p></aside>"),
      (BlockList{"paragraph: One two.", "paragraph: See below and 12.", "paragraph: The note.",
                 "paragraph: Other"}));
}

TEST(Html, BrokenPagesGiveWhatIsThere) {
  EXPECT_EQ(html("<p>a<div>b</b></i></div></section>c"),
            (BlockList{"paragraph: a", "paragraph: b", "paragraph: c"}));
  EXPECT_THROW(html(""), FormatError);
}

TEST(Html, DeepNestingEnds) {
  std::string deep;
  for (int i = 0; i < 100000; ++i) deep += "<div>";
  EXPECT_NO_THROW(html(deep + "x"));
}

TEST(HtmlCharset, IsReadFromTheHead) {
  EXPECT_EQ(html_charset("<meta charset=\"Windows-1256\">"), "windows-1256");
  EXPECT_EQ(html_charset("<META http-equiv=Content-Type content='text/html; charset=iso-8859-6'>"),
            "iso-8859-6");
  EXPECT_EQ(html_charset("<?xml version='1.0' encoding='UTF-8'?>"), "utf-8");
  EXPECT_EQ(html_charset("\xFF\xFE<"), "utf-16le");
  EXPECT_EQ(html_charset("<p>"), "");
}

}  // namespace
}  // namespace taraz
