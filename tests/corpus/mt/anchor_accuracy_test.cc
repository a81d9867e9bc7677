#include "corpus/mt/anchor_accuracy.h"

#include <gtest/gtest.h>

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa"), kAr = Language::parse("ar");

const KeptAnchors& of(const KeptByKind& k, KeptKind kind) { return k[static_cast<std::size_t>(kind)]; }

TEST(AnchorComparer, NumbersAcrossLanguages) {
  AnchorComparer c;
  const KeptByKind k =
      c.compare("They counted 30,000 books and 250 maps.", kEn, "۳۰ هزار کتاب و ۲۶۰ نقشه شمردند.", kFa);
  EXPECT_EQ(of(k, KeptKind::number).matched, 1u);
  EXPECT_EQ(of(k, KeptKind::number).only_a, 1u);
  EXPECT_EQ(of(k, KeptKind::number).only_b, 1u);
  EXPECT_EQ(c.contradictions("They counted 250 maps.", kEn, "۲۶۰ نقشه شمردند.", kFa), 1);
  EXPECT_EQ(c.contradictions("They counted 250 maps.", kEn, "۲۵۰ نقشه شمردند.", kFa), 0);
  EXPECT_EQ(c.contradictions("They counted 250 maps.", kEn, "نقشه‌ها را شمردند.", kFa),
            0);  // missing, not contradicting
}

TEST(AnchorComparer, DatesAcrossCalendars) {
  AnchorComparer c;
  EXPECT_EQ(c.contradictions("It happened on 8 September 1978.", kEn, "۱۷ شهریور ۱۳۵۷ رخ داد.", kFa), 0);
  EXPECT_EQ(c.contradictions("It happened on 8 September 1978.", kEn, "۱۷ شهریور ۱۳۶۰ رخ داد.", kFa), 1);
  EXPECT_EQ(of(c.compare("in 1988", kEn, "عام 1988", kAr), KeptKind::date).matched, 1u);
}

TEST(AnchorComparer, WeekdaysAndRelativeDaysDoNotContradict) {
  AnchorComparer c;
  EXPECT_EQ(c.contradictions("He said on Thursday that it rained.", kEn, "دیروز گفت که باران آمد.", kFa), 0);
  EXPECT_EQ(c.contradictions("It opened in May 1988.", kEn, "سال ۱۹۸۸ باز شد.", kFa), 0);
}

// Each of these was dropped from ntrex though it is no contradiction.
TEST(AnchorComparer, WhatOnlyLooksLikeAContradictionIsNone) {
  AnchorComparer c;
  // the year inside a date; a small number that is said otherwise
  EXPECT_EQ(c.contradictions("It was in 1953 for two men.", kEn, "در سال 1953 و برای هر دوی آنها بود.", kFa),
            0);
  // other units
  EXPECT_EQ(c.contradictions("A 550 pound pig came.", kEn, "خوک ۲۵۰ کیلوگرمی آمد.", kFa), 0);
  // digits that are read as part of a date
  EXPECT_EQ(c.contradictions("The first win since February's 4-1 and eight points", kEn,
                             "منذ انتصاره 4-1 في فبراير", kAr),
            0);
  EXPECT_EQ(c.contradictions("The 6-foot-6 forward came.", kEn, "المهاجم رقم 6 طوله 6 أقدام.", kAr), 0);
  // and one that is
  EXPECT_EQ(c.contradictions("There were 1,127 cases.", kEn, "وقعت 1197 حالة.", kAr), 1);
}

TEST(AnchorComparer, SwappingTheTextsSwapsTheCounts) {
  AnchorComparer c;
  const std::string_view en = "On 3 May 1999 Khomeini met 45 people of Washington.",
                         fa = "خمینی در واشنگتن ۴۴ نفر را دید.";
  const KeptByKind ab = c.compare(en, kEn, fa, kFa), ba = c.compare(fa, kFa, en, kEn);
  for (std::size_t i = 0; i < kKeptKinds; ++i) {
    EXPECT_EQ(ab[i].matched, ba[i].matched);
    EXPECT_EQ(ab[i].only_a, ba[i].only_b);
    EXPECT_EQ(ab[i].only_b, ba[i].only_a);
  }
}

TEST(AnchorComparer, TheSameTextKeepsEverything) {
  AnchorComparer c;
  for (const KeptAnchors& k : c.compare("On 3 May 1999 Khomeini met 45 people in Washington.", kEn,
                                        "On 3 May 1999 Khomeini met 45 people in Washington.", kEn)) {
    EXPECT_EQ(k.only_a, 0u);
    EXPECT_EQ(k.only_b, 0u);
    EXPECT_EQ(k.kept(), 1.0);
  }
}

}  // namespace
}  // namespace taraz
