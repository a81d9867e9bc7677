// The table of boundary cases, and laws of find_sentences that need no document.
#include "segment/sentences.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "segment/segmenter.h"
#include "text/document.h"

namespace taraz {
namespace {

const std::string kCut = "\xC2\xA6";

std::vector<std::string> segments_of(const std::string& language, const std::string& text) {
  Document document("test", Language::parse(language), text);
  Segmenter().segment(document);
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < document.size(); ++i) out.emplace_back(document.text(i));
  return out;
}

TEST(Sentences, EndWhereTheTableSaysTheyDo) {
  std::ifstream in(TARAZ_SOURCE_DIR "/tests/segment/sentence_cases.tsv");
  ASSERT_TRUE(in) << "sentence_cases.tsv is missing";
  std::string line;
  int rows = 0;
  while (std::getline(in, line)) {
    if (line.empty() || line[0] == '#') continue;
    ++rows;
    const std::size_t tab = line.find('\t');
    ASSERT_NE(tab, std::string::npos) << line;
    std::string text;
    std::vector<std::string> expected(1);
    for (std::size_t i = tab + 1; i < line.size();) {
      if (line.compare(i, 4, " " + kCut + " ") == 0) {
        text += ' ';
        expected.emplace_back();
        i += 4;
      } else if (line.compare(i, 2, kCut) == 0) {
        expected.emplace_back();
        i += 2;
      } else {
        text += line[i];
        expected.back() += line[i++];
      }
    }
    for (std::string& s : expected)
      while (s.ends_with(' ')) s.pop_back();
    EXPECT_EQ(segments_of(line.substr(0, tab), text), expected) << line;
  }
  EXPECT_GE(rows, 150);
}

TEST(Sentences, DoNotDependOnWhatStandsAfterTheNextSentence) {
  const std::string head = "One two three. Four five six. ";
  const std::vector<std::string> a = segments_of("en", head + "Seven."),
                                 b = segments_of("en", head + "Seven. Eight! Nine?");
  EXPECT_EQ(a[0], b[0]);
  EXPECT_EQ(a[1], b[1]);
}

TEST(Sentences, OfOtherLanguagesComeFromIcuWithItsSuppressions) {
  EXPECT_EQ(segments_of("de", "Das ist z.B. gut. Es regnet.").size(), 2u);
  EXPECT_EQ(segments_of("fr", "M. Dupont parle. Il pleut.").size(), 2u);
  EXPECT_EQ(segments_of("zh", "\u6211\u6765\u4e86\u3002\u4f60\u53bb\u4e86\u3002").size(), 2u);
  EXPECT_EQ(segments_of("ja", "\u6765\u305f\u3002\u884c\u3063\u305f\uff01\u307e\u3060\uff1f").size(), 3u);
  EXPECT_EQ(
      segments_of("hi", "\u0935\u0939 \u0906\u092f\u093e\u0964 \u0935\u0939 \u0917\u092f\u093e\u0964").size(),
      2u);
  EXPECT_EQ(
      segments_of("ur", "\u0648\u06c1 \u0622\u06cc\u0627\u06d4 \u0648\u06c1 \u06af\u06cc\u0627\u06d4").size(),
      2u);
}

TEST(Sentences, CjkStopsCountInOtherTextsToo) {
  EXPECT_EQ(segments_of("en", "\u6211\u6765\u4e86\u3002\u4f60\u53bb\u4e86\u3002").size(), 2u);
}

}  // namespace
}  // namespace taraz
