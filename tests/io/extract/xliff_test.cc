#include <gtest/gtest.h>

#include "tests/io/extract/block_list.h"
#include "text/error.h"

namespace taraz {
namespace {

BlockList xliff(const std::string& text, const char* language = nullptr) {
  return blocks_of([&](const BlockSink& sink) {
    read_xliff(text, "a.xlf", language ? Language::parse(language) : Language(), sink);
  });
}

constexpr char kOne[] =
    "<xliff version=\"1.2\"><file source-language=\"en-US\" target-language=\"fa\" original=\"x\" "
    "datatype=\"html\"><body>"
    "<trans-unit id=\"1\"><source>Click <g id=\"1\">here</g><bpt id=\"2\">&lt;b></bpt> "
    "now</source><target>اینجا</target>"
    "<alt-trans><target>نه</target></alt-trans></trans-unit></body></file></xliff>";

TEST(Xliff, Version12) {
  EXPECT_EQ(xliff(kOne), (BlockList{"paragraph: Click here now"}));
  EXPECT_EQ(xliff(kOne, "en"), (BlockList{"paragraph: Click here now"}));
  EXPECT_EQ(xliff(kOne, "fa"), (BlockList{"paragraph: اینجا"}));
  try {
    xliff(kOne, "ar");
    FAIL();
  } catch (const FormatError& e) {
    EXPECT_STREQ(e.what(), "a.xlf: no side in 'ar'; the file has en-US, fa");
  }
}

TEST(Xliff, Version20JoinsTheSegmentsOfAUnit) {
  EXPECT_EQ(xliff("<xliff version=\"2.0\" srcLang=\"en\" trgLang=\"ar\"><file id=\"f\"><unit "
                  "id=\"u\"><segment><source>One.</source>"
                  "<target>واحد.</target></segment><segment><source>Two<ph "
                  "id=\"1\"/>.</source><target>اثنان.</target></segment>"
                  "</unit></file></xliff>",
                  "ar"),
            (BlockList{"paragraph: واحد. اثنان."}));
}

TEST(Xliff, TargetsWithoutALanguageAreInTheOneAskedFor) {
  const std::string text =
      "<xliff version=\"1.2\"><file source-language=\"en\"><body><trans-unit id=\"0\" "
      "restype=\"x-gettext-domain-header\"><source>Language: fa</source><target>Language: "
      "fa</target></trans-unit>"
      "<trans-unit id=\"1\"><source>Open</source><target>باز "
      "کردن</target></trans-unit></body></file></xliff>";
  EXPECT_EQ(xliff(text, "fa"), (BlockList{"paragraph: باز کردن"}));
  EXPECT_EQ(xliff(text, "en"), (BlockList{"paragraph: Open"}));
  EXPECT_THROW(
      xliff("<xliff><file source-language=\"en\"><trans-unit><source>a</source></trans-unit></file></xliff>",
            "fa"),
      FormatError);
}

TEST(Xliff, BrokenOrBombedFilesAreErrors) {
  EXPECT_THROW(xliff("<xliff><file>"), FormatError);
  EXPECT_THROW(xliff("<html/>"), FormatError);
  std::string bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\">";
  for (char c = 'b'; c <= 'k'; ++c) {
    bomb += std::string("<!ENTITY ") + c + " \"";
    for (int i = 0; i < 10; ++i) bomb += std::string("&") + static_cast<char>(c - 1) + ";";
    bomb += "\">";
  }
  bomb +=
      "]><xliff><file source-language=\"en\"><trans-unit><source>&k;</source></trans-unit></file></xliff>";
  try {
    EXPECT_TRUE(xliff(bomb).empty());  // the entity is not expanded
  } catch (const FormatError&) {
  }
  std::string deep;
  for (int i = 0; i < 1000; ++i) deep += "<a>";
  EXPECT_THROW(xliff(deep), FormatError);
}

}  // namespace
}  // namespace taraz
