#include "corpus/glossary/name_stretch.h"

#include <gtest/gtest.h>

#include <string>

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa"), kAr = Language::parse("ar");

// What is heard, and after "+" how many letters before it are proclitics.
std::string heard(const char* name, const Language& language, const std::string& text) {
  TermVocabulary vocabulary(language);
  vocabulary.count(text);
  const auto words = vocabulary.words(text);
  const auto stretch = SoughtName(name, kEn).heard_in(text, words, language);
  if (!stretch) return "";
  const ByteSpan span{words[stretch->begin].span.begin, words[stretch->end - 1].span.end};
  return std::string(span.of(text)) +
         (stretch->proclitics > 0 ? "+" + std::to_string(stretch->proclitics) : "");
}

TEST(NameStretch, TheWholeNameIsHeard) {
  EXPECT_EQ(heard("Jeremy Corbyn", kFa, "دیروز جرمی کوربین به شهر آمد."), "جرمی کوربین");
  EXPECT_EQ(heard("Ri Yong Ho", kAr, "أخبر ري يونغ هو قادة العالم"), "ري يونغ هو");
  EXPECT_EQ(heard("Berners-Lee", kAr, "أضاف بيرنرز لي أمس"), "بيرنرز لي");
}

TEST(NameStretch, ProcliticsAreTold) {
  EXPECT_EQ(heard("Google", kAr, "ليتحدى فيسبوك وجوجل معا"), "وجوجل+1");
  EXPECT_EQ(heard("Ian Poulter", kAr, "على راهم وإيان بولتر في الجولة"), "وإيان بولتر+1");
  EXPECT_EQ(heard("Palu", kAr, "في مدينة بالو أمس"), "بالو");
}

TEST(NameStretch, ANameLeftAsItIsWrittenIsHeard) {
  EXPECT_EQ(heard("Johnny English", kFa, "فیلم Johnny English را دید"), "Johnny English");
}

TEST(NameStretch, AcronymsAreSpelledOut) {
  EXPECT_EQ(heard("CNN", kAr, "قالت سي إن إن أمس"), "سي إن إن");
  EXPECT_EQ(heard("BBC", kFa, "گزارش بی‌بی‌سی را خواند"), "بی‌بی‌سی");
  EXPECT_EQ(heard("FBI", kFa, "از اف بی آی خواست"), "اف بی آی");
}

TEST(NameStretch, NothingIsHeardWhereNothingIs) {
  EXPECT_EQ(heard("Kavanaugh", kFa, "کودکان در باغ بازی کردند و شب به خانه رفتند."), "");
  EXPECT_EQ(heard("CNN", kFa, ""), "");
}

}  // namespace
}  // namespace taraz
