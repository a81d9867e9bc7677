// The exported SRX splits the table of cases as the code does, but for what SRX cannot say.
#include "segment/srx_export.h"

#include <gtest/gtest.h>

#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "segment/segmenter.h"

namespace taraz {
namespace {

std::vector<std::string> split(const Segmenter& segmenter, const std::string& language,
                               const std::string& text) {
  Document document("d", Language::parse(language), text);
  segmenter.segment(document);
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < document.size(); ++i) out.emplace_back(document.text(i));
  return out;
}

TEST(SrxExport, AgreesWithTheCodeOnTheTableOfCases) {
  SegmentOptions options;
  options.rules = std::make_shared<SrxRules>(own_rules_as_srx(), "own");
  const Segmenter code, exported(options);
  std::ifstream in(TARAZ_SOURCE_DIR "/tests/segment/sentence_cases.tsv");
  ASSERT_TRUE(in);
  std::string line;
  int rows = 0;
  std::vector<std::string> differ;
  while (std::getline(in, line)) {
    const std::size_t tab = line.find('\t');
    if (line.empty() || line[0] == '#' || tab == std::string::npos) continue;
    std::string text = line.substr(tab + 1);
    for (std::size_t at; (at = text.find(" \xC2\xA6 ")) != std::string::npos;) text.replace(at, 4, " ");
    for (std::size_t at; (at = text.find("\xC2\xA6")) != std::string::npos;) text.erase(at, 2);
    ++rows;
    if (split(code, line.substr(0, tab), text) != split(exported, line.substr(0, tab), text))
      differ.push_back(text);
  }
  EXPECT_GE(rows, 150);
  // A heading before a dateline needs the table of places; SRX leaves it whole.
  ASSERT_EQ(differ.size(), 1u) << testing::PrintToString(differ);
  EXPECT_NE(differ[0].find("\u0628\u0627\u0631\u064A\u0633 \u0640\u0640"), std::string::npos) << differ[0];
}

TEST(SrxExport, EveryRuleHasBothPatterns) {
  for (const auto& language : own_rules_as_srx().languages)
    for (const SrxRule& rule : language.rules) {
      EXPECT_FALSE(rule.before.empty());
      EXPECT_FALSE(rule.after.empty());
    }
}

TEST(SrxExport, NoRuleUsesLookBehind) {
  for (const auto& language : own_rules_as_srx().languages)
    for (const SrxRule& rule : language.rules) {
      EXPECT_EQ(rule.before.find("(?<"), std::string::npos);
      EXPECT_EQ(rule.after.find("(?<"), std::string::npos);
    }
}

// Java engines put the first pattern of an exception into a look-behind, whose length must have a bound.
TEST(SrxExport, ExceptionsRepeatNoGroupBeforeTheBreak) {
  for (const auto& language : own_rules_as_srx().languages)
    for (const SrxRule& rule : language.rules) {
      if (rule.breaks) continue;
      for (const char* repeated : {")*", ")+", "){"})
        for (std::size_t at = 0; (at = rule.before.find(repeated, at)) != std::string::npos; ++at)
          EXPECT_EQ(rule.before[at - 1], '\\') << rule.before;
      EXPECT_EQ(rule.before.find("(?="), std::string::npos) << rule.before;
      EXPECT_EQ(rule.before.find("(?!"), std::string::npos) << rule.before;
    }
}

TEST(SrxExport, OmegatFormHoldsEveryRule) {
  const SrxDocument own = own_rules_as_srx();
  const std::string conf = write_omegat_conf(own);
  std::size_t rules = 0, found = 0;
  for (const auto& language : own.languages) rules += language.rules.size();
  for (std::size_t at = 0; (at = conf.find("core.segmentation.Rule\"", at)) != std::string::npos; ++at)
    ++found;
  EXPECT_EQ(found, rules);
}

}  // namespace
}  // namespace taraz
