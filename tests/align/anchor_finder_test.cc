#include "align/anchors/anchor_finder.h"

#include <gtest/gtest.h>

#include <random>

namespace taraz {
namespace {

std::vector<std::string> found(std::string_view language, std::string_view text,
                               AnchorKinds kinds = AnchorKinds::all()) {
  AnchorOptions options{.language = Language::parse(language), .kinds = kinds};
  std::vector<std::string> out;
  for (const Anchor& a : AnchorFinder(options).find(text))
    out.push_back(std::string(name_of(a.kind)) + " " + std::string(a.span.of(text)) + " " + a.value);
  return out;
}
using Found = std::vector<std::string>;
const AnchorKinds kNames = {AnchorKind::name};

TEST(AnchorFinder, KnownNamesInThreeLanguages) {
  EXPECT_EQ(found("en", "He met the National Council of Resistance of Iran (NCRI) in the U.S.", kNames),
            (Found{"name National Council of Resistance of Iran org:ncri", "name NCRI org:ncri",
                   "name U.S. country:US"}));
  EXPECT_EQ(
      found("fa", "شورای ملی مقاومت ایران در آلبانی‌ و عراق", kNames),
      (Found{"name شورای ملی مقاومت ایران org:ncri", "name آلبانی country:AL", "name عراق country:IQ"}));
  EXPECT_EQ(found("ar", "الأمم المتحدة والعراق", kNames),
            (Found{"name الأمم المتحدة org:un", "name العراق country:IQ"}));
}

TEST(AnchorFinder, WhatIsWrittenTogetherIsNoPartOfTheName) {
  EXPECT_EQ(found("ar", "وإيران وبإيران فلإيران للعراق", kNames),
            (Found{"name إيران country:IR", "name إيران country:IR", "name إيران country:IR",
                   "name للعراق country:IQ"}));
  EXPECT_EQ(found("en", "IRAN'S and Iran’s", kNames),
            (Found{"name IRAN country:IR", "name Iran country:IR"}));
  EXPECT_EQ(found("ar", "أستراليا أنا", kNames), Found{"name أستراليا country:AU"});
  EXPECT_EQ(found("en", "Amnesty International’s letter, Amnesty International's", kNames),
            (Found{"name Amnesty International org:amnesty", "name Amnesty International org:amnesty"}));
  EXPECT_EQ(found("en", "Iran's and Iranians", kNames),
            (Found{"name Iran country:IR", "name Iranians people:IR"}));
  EXPECT_EQ(found("fa", "ایرانی‌ها و ایرانیان", kNames),
            (Found{"name ایرانی‌ها people:IR", "name ایرانیان people:IR"}));
  EXPECT_EQ(found("ar", "الإيرانيون والإيرانية", kNames),
            (Found{"name الإيرانيون people:IR", "name الإيرانية people:IR"}));
}

TEST(AnchorFinder, ReservedNamesStayApart) {
  EXPECT_EQ(found("fa", "خمینی و خامنه‌ای، حسن و حسین", kNames),
            (Found{"name خمینی person:khomeini", "name خامنه‌ای person:khamenei",
                   "name حسن given:hassan", "name حسین given:hossein"}));
}

TEST(AnchorFinder, AcronymsOnlyInCapitals) {
  EXPECT_EQ(found("en", "It says who told us that", kNames), Found{});
  EXPECT_EQ(found("en", "the WHO told the US", kNames), (Found{"name WHO org:who", "name US country:US"}));
}

TEST(AnchorFinder, FunctionWordsAreNoNames) {
  EXPECT_EQ(found("fa", "آن که از این جا رفت", kNames), Found{});
  EXPECT_EQ(found("ar", "من على هذا", kNames), Found{});
  EXPECT_EQ(found("ar", "قال علي", kNames), Found{"name علي given:ali"});
}

TEST(AnchorFinder, UnknownNamesByCapitalsAndTitles) {
  EXPECT_EQ(found("en", "then Borzouyeh spoke", kNames), Found{"name Borzouyeh ~brs"});
  EXPECT_EQ(found("en", "However they spoke on Monday", kNames), Found{"name Monday day:monday"});
  EXPECT_EQ(found("fa", "دکتر زرقامی گفت", kNames), Found{"name زرقامی ~srkm"});
}

TEST(AnchorFinder, Patterns) {
  EXPECT_EQ(
      found("en", "See https://example.org/a_(b)?x=1, or www.x.com."),
      (Found{"url https://example.org/a_(b)?x=1 https://example.org/a_(b)?x=1", "url www.x.com www.x.com"}));
  EXPECT_EQ(found("en", "write to First.Last+tag@Example.org."),
            Found{"email First.Last+tag@Example.org first.last+tag@example.org"});
  EXPECT_EQ(found("fa", "تلفن: ‎+۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸", {AnchorKind::phone}),
            Found{"phone +۹۸ ۲۱ ۱۲۳۴ ۵۶۷۸ +982112345678"});
  EXPECT_EQ(found("en", "call 202-555-0143 now", {AnchorKind::phone}),
            Found{"phone 202-555-0143 2025550143"});
  EXPECT_EQ(found("en", "in 1914-1918 and 2021-09-19", {AnchorKind::phone}), Found{});
  EXPECT_EQ(found("fa", "#قتل_عام و #1", {AnchorKind::hashtag}), Found{"hashtag #قتل_عام قتل_عام"});
  EXPECT_EQ(found("fa", "شرکت Siemens و iPhone", {AnchorKind::latin}),
            (Found{"latin Siemens siemens", "latin iPhone iphone"}));
  EXPECT_EQ(found("ar", "قال «نعم هو» ثم", {AnchorKind::quotation}), Found{"quotation «نعم هو» نعم هو"});
  EXPECT_EQ(found("en", "a 5\" pipe", {AnchorKind::quotation}), Found{});
}

TEST(AnchorFinder, References) {
  const AnchorKinds kinds = {AnchorKind::reference};
  EXPECT_EQ(found("en", "under Article 12 and Art. 7(2), chapter five", kinds),
            (Found{"reference Article 12 article:12", "reference Art. 7 article:7"}));
  EXPECT_EQ(found("fa", "ماده ۱۲ و اصل ۱۱۰", kinds),
            (Found{"reference ماده ۱۲ article:12", "reference اصل ۱۱۰ article:110"}));
  EXPECT_EQ(found("ar", "سورة 2 الآية 255", kinds),
            (Found{"reference سورة 2 sura:2", "reference الآية 255 verse:255"}));
  EXPECT_EQ(found("en", "no one", kinds), Found{});
}

TEST(AnchorFinder, NothingInsideAUrlOrPhoneNumber) {
  EXPECT_EQ(found("en", "https://iran.example.org/1988/09/Iran"),
            Found{"url https://iran.example.org/1988/09/Iran https://iran.example.org/1988/09/Iran"});
}

TEST(AnchorFinder, OnlyTheKindsAskedFor) {
  EXPECT_EQ(found("en", "Iran 1988 https://x.org", {AnchorKind::url}),
            Found{"url https://x.org https://x.org"});
}

TEST(AnchorFinder, AppendsAndLeavesTheRestAlone) {
  const AnchorFinder finder({.language = Language::parse("en")});
  std::vector<Anchor> anchors(1);
  anchors[0].value = "kept";
  const std::string text = "Iran and Iraq";
  finder.find(text, Words(text), anchors);
  ASSERT_EQ(anchors.size(), 3U);
  EXPECT_EQ(anchors[0].value, "kept");
}

// Laws over random text of awkward pieces: spans lie in the text at code points, sorted, same input same
// result.
TEST(AnchorFinder, SpansAreSoundInRandomText) {
  const std::vector<std::string> pieces = {"Iran",
                                           "’s",
                                           " ",
                                           "۱۳۶۷",
                                           "/",
                                           ":",
                                           "://",
                                           "@",
                                           "#",
                                           ".",
                                           "+",
                                           "(",
                                           ")",
                                           "-",
                                           "\"",
                                           "«",
                                           "»",
                                           "و",
                                           "لل",
                                           "ال",
                                           "عراق",
                                           "\xE2\x80\x8C",
                                           "\xE2\x80\x8F",
                                           "www",
                                           "com",
                                           "٣",
                                           "آقای",
                                           "Article",
                                           "12",
                                           "é",
                                           "中",
                                           "\xF0\x9F\x98\x80",
                                           "A",
                                           "من",
                                           "‌ها",
                                           "U.S.",
                                           "ّ"};
  std::mt19937 random(4);
  for (const char* language : {"en", "fa", "ar", "zh"}) {
    const AnchorFinder finder({.language = Language::parse(language), .document_day = 18000});
    for (int round = 0; round < 3000; ++round) {
      std::string text;
      for (unsigned n = random() % 14; n > 0; --n) text += pieces[random() % pieces.size()];
      std::uint32_t last = 0;
      for (const Anchor& a : finder.find(text)) {
        ASSERT_LT(a.span.begin, a.span.end) << text;
        ASSERT_LE(a.span.end, text.size()) << text;
        ASSERT_NE(static_cast<unsigned char>(text[a.span.begin]) & 0xC0, 0x80) << text;
        if (a.span.end < text.size()) {
          ASSERT_NE(static_cast<unsigned char>(text[a.span.end]) & 0xC0, 0x80) << text;
        }
        ASSERT_GE(a.span.begin, last) << text;
        ASSERT_GT(a.certainty, 0.0F) << text;
        ASSERT_LE(a.certainty, 1.0F) << text;
        last = a.span.begin;
      }
    }
  }
}

}  // namespace
}  // namespace taraz
