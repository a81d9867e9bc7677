#include "align/anchors/anchor_match.h"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace taraz {
namespace {

// A document of one segment a line.
Document document(std::string_view language, const std::vector<std::string>& lines) {
  std::string text;
  std::vector<Segment> segments;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line;
    if (!line.empty())
      segments.push_back({{begin, static_cast<std::uint32_t>(text.size())}, 0, SegmentKind::sentence});
    text += "\n";
  }
  Document d("d", Language::parse(language), text);
  d.set_segments(segments);
  return d;
}

DocumentAnchors anchors(const Document& d) { return {d, AnchorFinder({.language = d.language()})}; }

const std::vector<std::string> kEnglish = {
    "Khomeini spoke in Tehran in 1988.", "Then Boroujerd sold 30,000 books.",
    "There was rain and nothing else.", "Khamenei wrote to https://x.org of Nice things.",
    "It was 12 degrees in Paris."};
const std::vector<std::string> kPersian = {
    "خمینی در سال ۱۹۸۸ در تهران سخن گفت.", "سپس بروجرد ۳۰ هزار کتاب فروخت.", "باران بود و چیزی دیگر نبود.",
    "خامنه‌ای به https://x.org نامه نوشت.", "در پاریس هوا ۱۲ درجه بود."};

class Pair : public testing::Test {
 protected:
  Pair()
      : en_(document("en", kEnglish)),
        fa_(document("fa", kPersian)),
        a_(anchors(en_)),
        b_(anchors(fa_)),
        match_(a_, b_) {}
  Document en_, fa_;
  DocumentAnchors a_, b_;
  AnchorMatcher match_;
};

TEST_F(Pair, TrueSegmentsAgreeMoreThanOthers) {
  for (const std::uint32_t i : {0U, 1U, 3U, 4U})
    for (std::uint32_t k = 0; k < 5; ++k) {
      const double here = match_.compare({i, i + 1}, {k, k + 1}).total_agreement();
      if (i == k) {
        EXPECT_GT(here, 1.0) << i;
      } else {
        EXPECT_LT(here, match_.compare({i, i + 1}, {i, i + 1}).total_agreement()) << i << " " << k;
      }
    }
}

TEST_F(Pair, ContradictionsAreNumbersAndDatesWithoutPartner) {
  const AnchorAgreement same = match_.compare({1, 2}, {1, 2}), other = match_.compare({1, 2}, {4, 5});
  EXPECT_EQ(same.contradiction[static_cast<std::size_t>(AnchorKind::number)], 0.0F);
  EXPECT_GT(other.contradiction[static_cast<std::size_t>(AnchorKind::number)], 1.0F);
  EXPECT_EQ(match_.compare({2, 3}, {2, 3}).total_contradiction(), 0.0);
}

TEST(AnchorMatch, SpelledDigitsAreHardlyMissed) {
  const Document p = document("en", {"They came with three thousand and 7 of us", "It cost three dollars"});
  const Document q = document("fa", {"باران بود", "باران بود"});
  const DocumentAnchors a = anchors(p), b = anchors(q);
  const AnchorMatcher match(a, b);
  const auto number = static_cast<std::size_t>(AnchorKind::number);
  EXPECT_GT(match.compare({0, 1}, {0, 1}).contradiction[number], 2.0F);
  EXPECT_LT(match.compare({1, 2}, {1, 2}).contradiction[number], 0.5F);
}

TEST_F(Pair, ConfusableNamesDoNotMatch) {
  for (const AnchorLink& l : match_.links({0, 5}, {0, 5})) {
    const std::string_view a = l.a.of(en_.text(l.a_segment)), b = l.b.of(fa_.text(l.b_segment));
    EXPECT_FALSE(a == "Khomeini" && b != "خمینی") << b;
    EXPECT_FALSE(a == "Khamenei" && b != "خامنه‌ای") << b;
  }
}

TEST_F(Pair, UnknownNamesAreFoundAmongWordsWithoutCapitals) {
  bool found = false;
  for (const AnchorLink& l : match_.links({1, 2}, {1, 2}))
    found = found || l.b.of(fa_.text(l.b_segment)) == "بروجرد";
  EXPECT_TRUE(found);
}

// The way for large documents finds no other links than the way for small ones, and does find names.
TEST_F(Pair, BlockedSearchForNamesIsAPartOfTheFullOne) {
  const AnchorMatcher blocked(a_, b_, {.use_names = true, .most_name_pairs = 0});
  bool found = false;
  for (const AnchorLink& l : blocked.links({1, 2}, {1, 2})) {
    found = found || l.b.of(fa_.text(l.b_segment)) == "بروجرد";
    bool there = false;
    for (const AnchorLink& m : match_.links({1, 2}, {1, 2})) there = there || (m.a == l.a && m.b == l.b);
    EXPECT_TRUE(there);
  }
  EXPECT_TRUE(found);
}

TEST_F(Pair, EmptyRangesAgreeOnNothing) {
  const AnchorAgreement none = match_.compare({2, 2}, {0, 0});
  EXPECT_EQ(none.total_agreement(), 0.0);
  EXPECT_EQ(none.total_contradiction(), 0.0);
}

TEST_F(Pair, SymmetryOfEverything) {
  const AnchorMatcher back(b_, a_);
  for (std::uint32_t i = 0; i <= 5; ++i)
    for (std::uint32_t j = i; j <= 5; ++j)
      for (std::uint32_t k = 0; k <= 5; ++k)
        for (std::uint32_t l = k; l <= 5; ++l) {
          const AnchorAgreement x = match_.compare({i, j}, {k, l}), y = back.compare({k, l}, {i, j});
          EXPECT_EQ(x.agreement, y.agreement);
          EXPECT_EQ(x.contradiction, y.contradiction);
          EXPECT_EQ(x.matched, y.matched);
          EXPECT_EQ(x.unmatched, y.unmatched);
        }
}

// One-to-one: no item in two links, and weights fall.
TEST(AnchorMatch, LinksAreOneToOneAndBestFirst) {
  std::mt19937 random(9);
  const std::vector<std::string> en = {"Iran", "Paris", "12", "30", "Tehran", "and", "London", "1988"};
  const std::vector<std::string> ar = {"إيران", "باريس", "12", "30", "طهران", "قالت", "لندن", "1988"};
  for (int round = 0; round < 200; ++round) {
    std::vector<std::string> a, b;
    for (int s = 0; s < 4; ++s) {
      std::string x = "x", y = "ثم";
      for (int n = 0; n < 5; ++n) x += " " + en[random() % en.size()], y += " " + ar[random() % ar.size()];
      a.push_back(x), b.push_back(y);
    }
    const Document p = document("en", a), q = document("ar", b);
    const DocumentAnchors pa = anchors(p), qa = anchors(q);
    const AnchorMatcher match(pa, qa);
    const std::vector<AnchorLink> links = match.links({0, 4}, {0, 4});
    for (std::size_t i = 0; i < links.size(); ++i) {
      if (i > 0) {
        EXPECT_LE(links[i].weight, links[i - 1].weight);
      }
      for (std::size_t k = 0; k < i; ++k) {
        EXPECT_FALSE(links[i].a_segment == links[k].a_segment && links[i].a == links[k].a);
        EXPECT_FALSE(links[i].b_segment == links[k].b_segment && links[i].b == links[k].b);
      }
    }
  }
}

TEST(AnchorMatch, RareAnchorsWeighMoreThanFrequentOnes) {
  std::vector<std::string> en(20, "Iran is here."), fa(20, "ایران اینجاست.");
  en[7] = "Iran and Paris are here.";
  fa[7] = "ایران و پاریس اینجاست.";
  const Document p = document("en", en), q = document("fa", fa);
  const DocumentAnchors a = anchors(p), b = anchors(q);
  const AnchorMatcher match(a, b);
  const std::vector<AnchorLink> links = match.links({7, 8}, {7, 8});
  ASSERT_GE(links.size(), 2U);
  EXPECT_EQ(links[0].a.of(p.text(7)), "Paris");
  EXPECT_NEAR(links[0].weight, std::log(21.0), 0.01);
  EXPECT_LT(links[1].weight, 0.1);
}

TEST(AnchorMatch, WordsSeenInLowerCaseAreNoNamesInHeadings) {
  const Document p = document("en", {"The Great Massacre Of Prisoners", "a massacre of prisoners"});
  for (const Anchor& x : anchors(p).segment(0)) EXPECT_NE(x.kind, AnchorKind::name) << x.value;
}

TEST(AnchorMatch, EmptyDocumentsMatchNothing) {
  const Document p = document("en", {}), q = document("fa", {"ایران"});
  const DocumentAnchors a = anchors(p), b = anchors(q);
  const AnchorMatcher match(a, b);
  EXPECT_EQ(match.compare({0, 0}, {0, 1}).total_agreement(), 0.0);
  EXPECT_TRUE(match.links({0, 0}, {0, 1}).empty());
}

}  // namespace
}  // namespace taraz
