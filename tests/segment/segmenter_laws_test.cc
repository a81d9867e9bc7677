// Laws of the whole segmenter on generated texts: it never loses a byte, whatever the input.
#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "segment/segmenter.h"
#include "text/utf8.h"

namespace taraz {
namespace {

const char* const kLanguages[] = {"fa", "ar", "en", "de", "zh"};

// Empty when segments and gaps give the text back and gaps hold only white space; else what is wrong.
std::string broken_law(const Document& document) {
  std::size_t at = 0;
  for (const Segment& s : document.segments()) {
    if (s.span.empty()) return "empty segment at " + std::to_string(s.span.begin);
    if (!trim(document.text().substr(at, s.span.begin - at)).empty())
      return "text in the gap before " + std::to_string(s.span.begin);
    if (trim(s.span.of(document.text())).size() != s.span.size())
      return "outer white space at " + std::to_string(s.span.begin);
    at = s.span.end;
  }
  if (!trim(document.text().substr(at)).empty()) return "text behind the last segment";
  return "";
}

// Pieces that the rules look at; glued in any order they make the strangest texts.
const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {" ",
                                               " ",
                                               " ",
                                               "\n",
                                               "\n",
                                               "\n\n",
                                               "\r\n",
                                               "\r",
                                               "\t",
                                               "\f",
                                               "\v",
                                               "\xC2\x85",
                                               "\xE2\x80\xA8",
                                               "\xE2\x80\xA9",
                                               "\xC2\xA0",
                                               "\xE2\x80\x8C",
                                               "\xE2\x80\x8F",
                                               "\xEF\xBB\xBF",
                                               ".",
                                               ".",
                                               ".",
                                               "!",
                                               "?",
                                               "\u061F",
                                               "\u06D4",
                                               "\u2026",
                                               "...",
                                               ". . .",
                                               "\u3002",
                                               ",",
                                               "\u060C",
                                               "\u061B",
                                               ":",
                                               "\"",
                                               "'",
                                               "(",
                                               ")",
                                               "[",
                                               "]",
                                               "](",
                                               "\u00AB",
                                               "\u00BB",
                                               "\u201C",
                                               "\u201D",
                                               "[1]",
                                               "-",
                                               "\u2013",
                                               "\u0640\u0640",
                                               "*",
                                               "***",
                                               "#",
                                               "# ",
                                               "- ",
                                               "1. ",
                                               "(a) ",
                                               "\u2022 ",
                                               "|",
                                               "@",
                                               "http://x.org/a.b",
                                               "a@b.org",
                                               "Dr",
                                               "Inc",
                                               "U.S",
                                               "the",
                                               "The",
                                               "said",
                                               "I",
                                               "He",
                                               "word",
                                               "Word",
                                               "WORD",
                                               "1988",
                                               "12",
                                               "\u06F1\u06F2",
                                               "03/28/2001 05:09 PM",
                                               "Thanks, ",
                                               "Dear Ann, ",
                                               "\u0647",
                                               "\u0634",
                                               "\u0642\u0627\u0644",
                                               "\u0623\u0643\u062F\u062A",
                                               "\u0645\u0648\u062C\u0629",
                                               "\u0628\u0627\u0631\u064A\u0633",
                                               "\u0627\u06CC\u0631\u0646\u0627",
                                               "\u06A9\u0647",
                                               "\u0631\u0641\u062A",
                                               "\u0648",
                                               "Copyright \u00A9",
                                               "Tags:",
                                               ":-)",
                                               "\U0001F600",
                                               "\u0301",
                                               "\u064E"};
  return all;
}

TEST(SegmenterLaws, SegmentsAndGapsGiveTheTextBack) {
  std::mt19937 random(20261127);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    const std::size_t n = random() % 60;
    for (std::size_t i = 0; i < n; ++i) text += pieces()[random() % pieces().size()];
    for (const char* language : kLanguages) {
      Document document("law", Language::parse(language), text);
      Segmenter().segment(document);
      ASSERT_EQ(broken_law(document), "") << language << ": " << testing::PrintToString(text);
    }
  }
}

TEST(SegmenterLaws, EveryTextOfThreePiecesKeepsThem) {
  const std::size_t n = pieces().size();
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      for (std::size_t k = (i + j) % 3; k < n; k += 3) {
        Document document("law", Language::parse(k % 2 == 0 ? "en" : "ar"),
                          pieces()[i] + pieces()[j] + pieces()[k]);
        Segmenter().segment(document);
        ASSERT_EQ(broken_law(document), "") << testing::PrintToString(std::string(document.text()));
      }
}

TEST(SegmenterLaws, SegmentingASegmentAgainLeavesItWhole) {
  std::mt19937 random(7);
  const char* words[] = {"alpha", "beta", "gamma", "delta", "Omega", "Sigma"};
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (int s = 0; s < 5; ++s) {
      text += s == 0 ? "The" : " The";
      for (std::size_t w = 0; w < 3 + random() % 8; ++w) text += std::string(" ") + words[random() % 6];
      text += random() % 4 == 0 ? "?" : ".";
    }
    Document document("law", Language::parse("en"), text);
    Segmenter().segment(document);
    ASSERT_EQ(document.size(), 5u) << text;
    for (std::uint32_t i = 0; i < document.size(); ++i) {
      Document again("law", Language::parse("en"), std::string(document.text(i)));
      Segmenter().segment(again);
      EXPECT_EQ(again.size(), 1u) << again.text();
    }
  }
}

TEST(SegmenterLaws, DroppingBoilerplateRemovesExactlyThatKind) {
  const std::string text = "A heading\n\nOne. Two.\n\nCopyright \u00A9 2020 X\n\n[Facebook](#)\n\nThree.\n";
  Document all("a", Language::parse("en"), text), kept("b", Language::parse("en"), text);
  Segmenter().segment(all);
  Segmenter({.drop_boilerplate = true}).segment(kept);
  std::vector<Segment> expected;
  for (const Segment& s : all.segments())
    if (s.kind != SegmentKind::boilerplate) expected.push_back(s);
  EXPECT_LT(kept.size(), all.size());
  EXPECT_EQ(std::vector<Segment>(kept.segments().begin(), kept.segments().end()), expected);
}

// Linear time is a property: each of these took a quadratic way in some segmenter. A quadratic one would run
// for hours.
TEST(SegmenterLaws, PathologicalTextsEnd) {
  const std::size_t n = 400000;
  const auto repeat = [&](const std::string& s) {
    std::string out;
    while (out.size() < n) out += s;
    return out;
  };
  const std::string texts[] = {repeat("."),
                               repeat(". "),
                               repeat("a."),
                               repeat("\""),
                               repeat(".\""),
                               repeat(".\" "),
                               repeat("("),
                               repeat(".)"),
                               repeat("["),
                               repeat("[a.b"),
                               repeat("](."),
                               repeat("\n"),
                               repeat(" "),
                               repeat("a"),
                               repeat("\u0623"),
                               repeat("\u0629\u0642\u0627\u0644."),
                               repeat("http://a.b"),
                               repeat("a@b."),
                               repeat("\u0640\u0640 "),
                               repeat("1:11 "),
                               repeat("\u201C"),
                               repeat("x \u201C\n\n"),
                               repeat("- "),
                               repeat("- \n"),
                               repeat("\r"),
                               repeat("A, "),
                               repeat("\u06CC."),
                               repeat("...."),
                               repeat(". . "),
                               repeat("1/1/11 1:11 "),
                               repeat("|"),
                               repeat("\t"),
                               repeat("#"),
                               repeat("\u200C"),
                               repeat(".\u200F"),
                               repeat("*** ")};
  for (const std::string& text : texts)
    for (const char* language : {"ar", "en"}) {
      Document document("long", Language::parse(language), text);
      Segmenter().segment(document);
      EXPECT_EQ(broken_law(document), "") << text.substr(0, 20);
    }
}

TEST(SegmenterLaws, AnEmptyTextHasNoSegments) {
  for (const char* text : {"", " ", "\n\n", "\xEF\xBB\xBF", "\xC2\xA0\xE2\x80\xA8"}) {
    Document document("empty", Language::parse("fa"), text);
    Segmenter().segment(document);
    EXPECT_EQ(document.size(), 0u);
  }
}

}  // namespace
}  // namespace taraz
