// Containers written here by libarchive with the parts that matter; files of real programs:
// real_files_test.cc.
#include <gtest/gtest.h>

#include <map>

#include "io/extract/archive_files.h"
#include "tests/io/extract/block_list.h"
#include "tests/io/extract/zip_writer.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr char kW[] = "<w:document xmlns:w=\"urn:w\"><w:body>";

BlockList docx(const std::string& body, const std::string& styles = "<s/>") {
  const std::string bytes = zip({{"word/document.xml", kW + body + "</w:body></w:document>"},
                                 {"word/styles.xml", styles},
                                 {"[Content_Types].xml", "<x/>"}});
  return blocks_of([&](const BlockSink& sink) { read_docx(bytes, "a.docx", sink); });
}

TEST(Docx, ParagraphsHeadingsListsAndCells) {
  EXPECT_EQ(
      docx("<w:p><w:pPr><w:pStyle w:val=\"Titre1\"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p>"
           "<w:p><w:r><w:t xml:space=\"preserve\">One "
           "</w:t></w:r><w:r><w:t>two</w:t><w:br/><w:t>three</w:t></w:r></w:p>"
           "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/></w:numPr></w:pPr><w:r><w:t>item</w:t></w:r></w:p>"
           "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl>",
           "<w:styles xmlns:w=\"urn:w\"><w:style w:styleId=\"Titre1\"><w:name w:val=\"heading "
           "1\"/></w:style></w:styles>"),
      (BlockList{"heading: Head", "paragraph: One two\nthree", "list-item: item", "table-cell: cell"}));
}

TEST(Docx, AStyleIsWhatTheOneItIsBasedOnIs) {
  EXPECT_EQ(docx("<w:p><w:pPr><w:pStyle w:val=\"Mine\"/></w:pPr><w:r><w:t>Table 1</w:t></w:r></w:p>"
                 "<w:p><w:pPr><w:pStyle w:val=\"Loop\"/><w:outlineLvl "
                 "w:val=\"9\"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>",
                 "<w:styles xmlns:w=\"urn:w\"><w:style w:styleId=\"Mine\"><w:name w:val=\"mine\"/><w:basedOn "
                 "w:val=\"C\"/></w:style><w:style w:styleId=\"C\"><w:name w:val=\"Caption\"/></w:style>"
                 "<w:style w:styleId=\"Loop\"><w:basedOn w:val=\"Loop\"/></w:style></w:styles>"),
            (BlockList{"caption: Table 1", "paragraph: x"}));
}

TEST(Docx, DeletedTextAndFieldCodesAreLeftOut) {
  EXPECT_EQ(docx("<w:p><w:del><w:r><w:delText>gone</w:delText><w:t>gone</w:t></w:r></"
                 "w:del><w:ins><w:r><w:t>new</w:t></w:r>"
                 "</w:ins><w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"),
            (BlockList{"paragraph: new"}));
}

TEST(Docx, WrongContainersAreErrors) {
  const auto read = [](const std::string& bytes) {
    return blocks_of([&](const BlockSink& sink) { read_docx(bytes, "a.docx", sink); });
  };
  EXPECT_THROW(read("no zip"), FormatError);
  EXPECT_THROW(read(zip({{"content.xml", "<a/>"}})), FormatError);
  EXPECT_THROW(docx("<w:p>"), FormatError);
  const std::string whole = zip({{"word/document.xml", kW + std::string("</w:body></w:document>")}});
  for (std::size_t cut = 0; cut < whole.size(); cut += 7)
    EXPECT_THROW(read(whole.substr(0, cut)), FormatError) << cut;
}

TEST(Odt, HeadingsListsNotesAndSpaces) {
  const std::string bytes = zip(
      {{"content.xml",
        "<o:document xmlns:o=\"o\" xmlns:text=\"t\" xmlns:table=\"b\"><o:body><text:h>Head</text:h>"
        "<text:p>One<text:s text:c=\"2\"/>two\n  three<text:note><text:note-citation>1</text:note-citation>"
        "<text:note-body><text:p>the note</text:p></text:note-body></text:note> end.</text:p>"
        "<text:list><text:list-item><text:p>item</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>cell</text:p></table:table-cell>"
        "</table:table-row></table:table></o:body></o:document>"}});
  EXPECT_EQ(blocks_of([&](const BlockSink& sink) { read_odt(bytes, "a.odt", sink); }),
            (BlockList{"heading: Head", "paragraph: One  two three end.", "paragraph: the note",
                       "list-item: item", "table-cell: cell"}));
}

TEST(Odt, StylesMakeTitlesAndCaptions) {
  const std::string bytes =
      zip({{"styles.xml",
            "<o:s xmlns:o=\"o\"><o:style o:family=\"paragraph\" o:name=\"Table\" "
            "o:parent-style-name=\"Caption\"/></o:s>"},
           {"content.xml",
            "<o:d xmlns:o=\"o\"><o:style o:family=\"paragraph\" o:name=\"P1\" "
            "o:parent-style-name=\"Table\"/><o:body><o:p o:style-name=\"Title\">Head</o:p>"
            "<o:p o:style-name=\"P1\">Cap</o:p><o:p o:style-name=\"P2\">Text</o:p></o:body></o:d>"}});
  EXPECT_EQ(blocks_of([&](const BlockSink& sink) { read_odt(bytes, "a.odt", sink); }),
            (BlockList{"heading: Head", "caption: Cap", "paragraph: Text"}));
}

TEST(Epub, ChaptersInTheOrderOfTheSpine) {
  const std::map<std::string, std::string> files{
      {"META-INF/container.xml", "<c><rootfiles><rootfile full-path=\"OPS/p.opf\"/></rootfiles></c>"},
      {"OPS/p.opf",
       "<package><manifest><item id=\"a\" href=\"x/a%20b.xhtml\"/><item id=\"b\" href=\"b.xhtml\"/>"
       "<item id=\"n\" href=\"nav.xhtml\" properties=\"nav\"/></manifest>"
       "<spine><itemref idref=\"n\"/><itemref idref=\"b\"/><itemref idref=\"a\"/></spine></package>"},
      {"OPS/x/a b.xhtml", "<html><body><p>second</p></body></html>"},
      {"OPS/b.xhtml", "<html><body><h1>first</h1></body></html>"}};
  const auto read = [](const std::map<std::string, std::string>& f) {
    const std::string bytes = zip(f);
    return blocks_of([&](const BlockSink& sink) { read_epub(bytes, "a.epub", sink); });
  };
  EXPECT_EQ(read(files), (BlockList{"heading: first", "paragraph: second"}));
  auto missing = files;
  missing.erase("OPS/b.xhtml");
  EXPECT_THROW(read(missing), FormatError);
}

TEST(ArchiveFiles, BombsAreRefused) {
  const std::string bomb = zip({{"word/document.xml", std::string(30 << 20, 'x')}});
  const auto all = [](std::string_view) { return true; };
  EXPECT_THROW(read_archive(bomb, "bomb", all, {.ratio = 100}), FormatError);
  EXPECT_THROW(read_archive(bomb, "bomb", all, {.bytes = 1 << 20}), FormatError);
  EXPECT_THROW(read_archive(zip({{"a", ""}, {"b", ""}}), "many", all, {.files = 1}), FormatError);
}

TEST(Pdf, ABrokenFileIsAnError) {
  EXPECT_THROW(read_pdf("%PDF-1.4 broken", "a.pdf", [](TextBlock&&) {}), Error);
}

}  // namespace
}  // namespace taraz
