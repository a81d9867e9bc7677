#include "align/passages/events.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace taraz
