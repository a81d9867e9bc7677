// SRX 2.0: reading, matching, bounds, and the round trip of a file.
#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "segment/segmenter.h"
#include "segment/srx_export.h"
#include "segment/srx_rules.h"
#include "text/error.h"

namespace taraz {
namespace {

std::string file(const std::string& rules, const std::string& maps, const std::string& cascade = "no") {
  return "<?xml version=\"1.0\"?>\n<srx xmlns=\"http://www.lisa.org/srx20\" version=\"2.0\"><header "
         "segmentsubflows=\"yes\" cascade=\"" +
         cascade + "\"/><body><languagerules>" + rules + "</languagerules><maprules>" + maps +
         "</maprules></body></srx>";
}
std::string rule(const char* breaks, const std::string& before, const std::string& after) {
  return std::string("<rule break=\"") + breaks + "\"><beforebreak>" + before + "</beforebreak><afterbreak>" +
         after + "</afterbreak></rule>";
}
std::string language(const std::string& name, const std::string& rules) {
  return "<languagerule languagerulename=\"" + name + "\">" + rules + "</languagerule>";
}
std::string map(const std::string& pattern, const std::string& name) {
  return "<languagemap languagepattern=\"" + pattern + "\" languagerulename=\"" + name + "\"/>";
}

std::vector<std::string> split(const std::string& srx, const std::string& tag, const std::string& text) {
  SegmentOptions options;
  options.rules = std::make_shared<SrxRules>(read_srx(srx, "test.srx"), "test.srx");
  Document document("d", Language::parse(tag), text);
  Segmenter(options).segment(document);
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < document.size(); ++i) out.emplace_back(document.text(i));
  return out;
}
using Strings = std::vector<std::string>;

std::string message_of(const std::string& srx) {
  try {
    SrxRules rules(read_srx(srx, "test.srx"), "test.srx");
  } catch (const FormatError& e) {
    return e.what();
  }
  return "no error";
}

TEST(Srx, TheFirstRuleThatMatchesAtAPlaceDecides) {
  const std::string no_first = language("R", rule("no", "Mr\\.", "\\s") + rule("yes", "\\.", "\\s"));
  const std::string yes_first = language("R", rule("yes", "\\.", "\\s") + rule("no", "Mr\\.", "\\s"));
  EXPECT_EQ(split(file(no_first, map(".*", "R")), "en", "Mr. X came. He left."),
            (Strings{"Mr. X came.", "He left."}));
  EXPECT_EQ(split(file(yes_first, map(".*", "R")), "en", "Mr. X came. He left."),
            (Strings{"Mr.", "X came.", "He left."}));
}

TEST(Srx, CascadeJoinsTheRulesOfAllMapsThatMatch) {
  const std::string rules =
      language("En", rule("no", "Mr\\.", "\\s")) + language("All", rule("yes", "\\.", "\\s"));
  const std::string maps = map("en.*", "En") + map(".*", "All");
  EXPECT_EQ(split(file(rules, maps, "yes"), "en-GB", "Mr. X. Y."), (Strings{"Mr. X.", "Y."}));
  EXPECT_EQ(split(file(rules, maps, "no"), "en-GB", "Mr. X. Y."), (Strings{"Mr. X. Y."}));
  EXPECT_EQ(split(file(rules, maps, "no"), "fr", "Mr. X. Y."), (Strings{"Mr.", "X.", "Y."}));
}

TEST(Srx, MapsAreMatchedWholeAndInAnyCase) {
  const std::string srx = file(language("R", rule("yes", "\\.", "\\s")), map("EN", "R"));
  EXPECT_EQ(split(srx, "en", "A. B.").size(), 2u);
  EXPECT_EQ(split(srx, "en-GB", "A. B.").size(), 1u);
}

TEST(Srx, AMissingPatternMatchesEverywhere) {
  EXPECT_EQ(
      split(file(language("R", "<rule break=\"yes\"><beforebreak>;</beforebreak></rule>"), map(".*", "R")),
            "en", "a;b;c"),
      (Strings{"a;", "b;", "c"}));
  EXPECT_EQ(
      split(file(language("R", "<rule><afterbreak>;</afterbreak></rule>"), map(".*", "R")), "en", "a;b"),
      (Strings{"a", ";b"}));
  EXPECT_EQ(split(file(language("R", "<rule/>"), map(".*", "R")), "en", "a;b"), (Strings{"a;b"}));
}

TEST(Srx, ForeignElementsAreSkippedAndCdataIsRead) {
  const std::string rules =
      "<languagerule languagerulename=\"R\"><x:note xmlns:x=\"urn:x\"><x:rule/></x:note>"
      "<rule "
      "break=\"yes\"><beforebreak><![CDATA[\\.]]></beforebreak><afterbreak>\\s</afterbreak></rule></"
      "languagerule>";
  EXPECT_EQ(split(file(rules, map(".*", "R")), "en", "A. B.").size(), 2u);
}

TEST(Srx, PlacesAreCodePointsOfAnyPlane) {
  const std::string srx = file(language("R", rule("yes", ".", "")), map(".*", "R"));
  EXPECT_EQ(split(srx, "en", "\U0001F600\u0627a"), (Strings{"\U0001F600", "\u0627", "a"}));
}

TEST(Srx, BrokenFilesAreNamedWithTheirLine) {
  EXPECT_EQ(message_of("<srx version=\"2.0\">\n<body>").substr(0, 11), "test.srx:2:");
  EXPECT_EQ(message_of("<tmx/>"), "test.srx:1: the root is <tmx>, not <srx>; is this an SRX 2.0 file?");
  EXPECT_EQ(message_of("<srx version=\"1.0\"/>"), "test.srx:1: version \"1.0\"; only SRX 2.0 is read");
  EXPECT_EQ(message_of(file(language("R", ""), map(".*", "S"))),
            "test.srx: a languagemap names the rules 'S', which the file does not have");
  EXPECT_EQ(message_of(file(language("R", ""), "")),
            "test.srx: no <languagemap>; no language would have rules");
  EXPECT_EQ(message_of(file(language("R", rule("yes", "(a", "")), map(".*", "R"))),
            "test.srx:2: the pattern '(a' is no regular expression of ICU: U_REGEX_MISMATCHED_PAREN");
  EXPECT_EQ(message_of(file(language("R", rule("yes", "a)", "(b")), map(".*", "R"))),
            "test.srx:2: the pattern 'a)' is no regular expression of ICU: U_REGEX_MISMATCHED_PAREN");
  EXPECT_EQ(message_of(file(language("R", ""), map("[", "R"))),
            "test.srx: the pattern '[' is no regular expression of ICU: U_REGEX_MISSING_CLOSE_BRACKET");
  EXPECT_NE(message_of(""), "no error");
}

TEST(Srx, EntitiesAreNeitherLoadedNorBlownUp) {
  const std::string bomb =
      "<!DOCTYPE srx [<!ENTITY a \"xxxxxxxxxx\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
  const std::string body = file(language("R", rule("yes", "&c;", "")), map(".*", "R"));
  EXPECT_NE(message_of(bomb + body.substr(body.find("<srx"))), "no error");
  const std::string external = file(language("R", rule("yes", "&f;", "")), map(".*", "R"));
  EXPECT_NE(message_of(bomb + external.substr(external.find("<srx"))), "no error");
}

TEST(Srx, ARunawayPatternIsStoppedWithItsLine) {
  const std::string srx = file(language("R", rule("yes", "(?:a+)+b", "")), map(".*", "R"));
  try {
    split(srx, "en", std::string(5000, 'a'));
    FAIL() << "no error";
  } catch (const Error& e) {
    EXPECT_EQ(std::string(e.what()).substr(0, 56),
              "test.srx: the rule of line 2 needs too much time or memo");
  }
}

TEST(Srx, WhatIsWrittenIsReadBack) {
  const SrxDocument own = own_rules_as_srx();
  const SrxDocument again = read_srx(write_srx(own), "own.srx");
  ASSERT_EQ(again.languages.size(), own.languages.size());
  EXPECT_EQ(again.cascade, own.cascade);
  for (std::size_t i = 0; i < own.languages.size(); ++i) {
    ASSERT_EQ(again.languages[i].name, own.languages[i].name);
    ASSERT_EQ(again.languages[i].rules.size(), own.languages[i].rules.size());
    for (std::size_t k = 0; k < own.languages[i].rules.size(); ++k) {
      EXPECT_EQ(again.languages[i].rules[k].breaks, own.languages[i].rules[k].breaks);
      EXPECT_EQ(again.languages[i].rules[k].before, own.languages[i].rules[k].before);
      EXPECT_EQ(again.languages[i].rules[k].after, own.languages[i].rules[k].after);
    }
  }
  ASSERT_EQ(again.maps.size(), own.maps.size());
  for (std::size_t i = 0; i < own.maps.size(); ++i) EXPECT_EQ(again.maps[i].pattern, own.maps[i].pattern);
}

TEST(Srx, OurMapsGiveEveryLanguageOneSetOfRules) {
  const SrxRules rules(own_rules_as_srx(), "own");
  for (const char* tag :
       {"fa", "fa-IR", "ar", "ar-EG", "en", "en-GB", "EN", "FA", "de", "zh-Hans", "fr", "arc"})
    EXPECT_TRUE(rules.knows(tag)) << tag;
}

}  // namespace
}  // namespace taraz
