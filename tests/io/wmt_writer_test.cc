#include "io/wmt_writer.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa");

TranslationUnit unit(const std::string& document, std::vector<std::pair<Language, std::string>> texts) {
  TranslationUnit u;
  u.document = document;
  for (auto& [language, text] : texts) u.variants.push_back({language, text, {}});
  return u;
}

std::string wmt(const std::vector<TranslationUnit>& units, std::uint64_t* incomplete = nullptr) {
  std::ostringstream out;
  const auto writer = make_wmt_writer(Sink("-", out), {"a&b", kEn, kFa});
  for (const auto& u : units) writer->write(u);
  writer->finish();
  if (incomplete != nullptr) *incomplete = writer->report().incomplete;
  return out.str();
}

TEST(WmtWriter, DocumentsSourcesAndReferences) {
  EXPECT_EQ(wmt({unit("d<1>", {{kEn, "One & two"}, {kFa, "یک"}}), unit("d<1>", {{kEn, "Three"}, {kFa, "سه"}}),
                 unit("", {{kEn, "x"}, {kFa, "y"}})}),
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<dataset id=\"a&amp;b\">\n  <doc id=\"d&lt;1&gt;\" "
            "origlang=\"en\">\n"
            "    <src lang=\"en\">\n      <p>\n        <seg id=\"1\">One &amp; two</seg>\n        <seg "
            "id=\"2\">Three</seg>\n      </p>\n"
            "    </src>\n    <ref lang=\"fa\" translator=\"A\">\n      <p>\n        <seg id=\"1\">یک</seg>\n "
            "       <seg id=\"2\">سه</seg>\n"
            "      </p>\n    </ref>\n  </doc>\n  <doc id=\"1\" origlang=\"en\">\n    <src lang=\"en\">\n     "
            " <p>\n        <seg id=\"1\">x</seg>\n"
            "      </p>\n    </src>\n    <ref lang=\"fa\" translator=\"A\">\n      <p>\n        <seg "
            "id=\"1\">y</seg>\n      </p>\n    </ref>\n"
            "  </doc>\n</dataset>\n");
}

TEST(WmtWriter, SeveralReferencesCoverEverySegment) {
  std::uint64_t incomplete = 0;
  const std::string xml =
      wmt({unit("d", {{kEn, "a"}, {kFa, "1"}, {kFa, "2"}}), unit("d", {{kEn, "b"}, {kFa, "3"}}),
           unit("d", {{kEn, ""}, {kFa, "3"}, {kFa, "4"}})},
          &incomplete);
  EXPECT_NE(xml.find("translator=\"B\""), std::string::npos);
  EXPECT_EQ(xml.find(">b<"), std::string::npos);
  EXPECT_EQ(incomplete, 2u);
}

TEST(WmtWriter, ADocumentThatComesBackGetsAnIdOfItsOwn) {
  const std::string xml = wmt({unit("d", {{kEn, "a"}, {kFa, "1"}}), unit("e", {{kEn, "b"}, {kFa, "2"}}),
                               unit("d", {{kEn, "c"}, {kFa, "3"}})});
  EXPECT_NE(xml.find("<doc id=\"d#2\""), std::string::npos);
}

TEST(MosesWriter, FilesAreParallelLineByLine) {
  const std::string folder = ::testing::TempDir() + "taraz_moses";
  std::filesystem::create_directories(folder);
  const auto writer = make_moses_writer(folder + "/train", {kEn, kFa});
  writer->write(unit("", {{kEn, "One\ntwo"}, {kFa, "یک"}}));
  writer->write(unit("", {{kEn, "x"}, {kFa, " "}}));
  writer->write(unit("", {{kFa, "سه"}, {kEn, "Three"}}));
  writer->finish();
  EXPECT_EQ(writer->report().incomplete, 1u);
  const auto read = [&](const char* name) {
    std::ifstream in(folder + "/" + name, std::ios::binary);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  EXPECT_EQ(read("train.en"), "One two\nThree\n");
  EXPECT_EQ(read("train.fa"), "یک\nسه\n");
  std::filesystem::remove_all(folder);
}

}  // namespace
}  // namespace taraz
