#include "align/passages/events.h"

#include <gtest/gtest.h>

#include "align/passages/readable_evidence.h"

namespace taraz {
namespace {

PassageLink link(Passage a, Passage b, double confidence, std::vector<std::string> keys) {
  PassageLink l;
  l.first = a;
  l.second = b;
  l.confidence = confidence;
  for (const std::string& k : keys)
    l.shared.push_back({k.starts_with("1") ? TokenClass::date : TokenClass::name, k, k, 5.0F});
  return l;
}

TEST(Events, LinksOfOneThingAreOneEvent) {
  const std::vector<PassageLink> links{link({0, {3, 4}}, {1, {7, 8}}, 0.9, {"1988", "person:khomeini"}),
                                       link({1, {7, 9}}, {2, {1, 2}}, 0.8, {"1988"})};
  const auto events = group_events(links, 0.5);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].passages, (std::vector<Passage>{{0, {3, 4}}, {1, {7, 9}}, {2, {1, 2}}}));
  EXPECT_EQ(events[0].label, "1988 \u00B7 khomeini");
  EXPECT_EQ(events[0].date, "1988");
  EXPECT_EQ(events[0].confidence, 0.9);
}

TEST(Events, WhatSharesNothingStaysApart) {
  const std::vector<PassageLink> links{link({0, {3, 4}}, {1, {7, 8}}, 0.9, {"1988"}),
                                       link({1, {7, 8}}, {2, {1, 2}}, 0.8, {"place:paris"}),
                                       link({0, {5, 6}}, {2, {9, 10}}, 0.7, {"org:un"})};
  EXPECT_EQ(group_events(links, 0.5).size(), 2u);
}

TEST(Events, WeakLinksMakeNone) {
  EXPECT_TRUE(group_events({link({0, {0, 1}}, {1, {0, 1}}, 0.3, {"x"})}, 0.5).empty());
}

TEST(Events, LabelsAreReadable) {
  PassageLink l = link({0, {3, 4}}, {1, {7, 8}}, 0.9, {});
  l.shared = {{TokenClass::number, "30000", "30000", 4.0F, "30,000", "30,000"},
              {TokenClass::date, "1988-03-21/1989-03-20", "1988-01-01/1988-12-31", 3.0F,
               "1988-03-21/1989-03-20", "1988"},
              {TokenClass::name, "خمینی", "khomeini", 2.0F, "خمینی", "Khomeini"}};
  EXPECT_EQ(group_events({l}, 0.5)[0].label, "30,000 \u00B7 1988 \u00B7 Khomeini");
}

TEST(ReadableEvidence, SpellsAsTheTextDoes) {
  EXPECT_EQ(spelling_of("The National Council, of Iran.", "national council"), "National Council");
  EXPECT_EQ(spelling_of("Many prisoners wrote", "prisoner"), "prisoners");
  EXPECT_EQ(spelling_of("Nothing here", "khomeini"), "khomeini");
  EXPECT_EQ(spelling_of("", ""), "");
  EXPECT_EQ(readable_number("30000"), "30,000");
  EXPECT_EQ(readable_number("1988"), "1988");
  EXPECT_EQ(readable_number("1234567.5"), "1,234,567.5");
  EXPECT_EQ(readable_date("1988-01-01/1988-12-31"), "1988");
  EXPECT_EQ(readable_date("1980-01-01/1989-12-31"), "1980\u20131989");
  EXPECT_EQ(readable_date("2019-11-01/2019-11-30"), "2019-11");
  EXPECT_EQ(readable_date("1988-03-21/1989-03-20"), "1988-03-21/1989-03-20");
  EXPECT_EQ(readable_date("2020-09-21"), "2020-09-21");
  EXPECT_EQ(readable_date("--09"), "--09");
}

}  // namespace
}  // namespace taraz
