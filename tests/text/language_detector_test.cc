// Accuracy on held-out texts is measured by bench/language_accuracy.cc; here stand the laws and a few clear
// cases.
#include "text/language_detector.h"

#include <gtest/gtest.h>

#include <string>

namespace taraz {
namespace {

std::string detected(const std::string& text) { return detect_language(text).tag(); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
  return text;
}

const std::string kPersian =
    "باران هنوز می‌بارید و ما کنار پنجره نشسته بودیم و به کوچه‌ی خلوت نگاه "
    "می‌کردیم.";

TEST(DetectLanguage, SentencesOfTheKnownLanguages) {
  EXPECT_EQ(detected(kPersian), "fa");
  EXPECT_EQ(detected("كان المطر ينزل على المدينة ونحن نجلس قرب النافذة وننظر إلى الطريق الخالي."), "ar");
  EXPECT_EQ(detected("بارش ابھی تک ہو رہی تھی اور ہم کھڑکی کے پاس بیٹھے خالی گلی کو دیکھ رہے تھے۔"), "ur");
  EXPECT_EQ(
      detected("هێشتا باران دەباری و ئێمە لە تەنیشت پەنجەرەکە دانیشتبووین و سەیری کۆڵانە چۆڵەکەمان دەکرد."),
      "ckb");
  EXPECT_EQ(detected("It was still raining, and we sat by the window looking at the empty lane."), "en");
  EXPECT_EQ(detected("Es regnete noch immer, und wir saßen am Fenster und sahen auf die leere Gasse."), "de");
  EXPECT_EQ(detected("Il pleuvait encore et nous étions assis près de la fenêtre à regarder la ruelle vide."),
            "fr");
  EXPECT_EQ(detected("Дождь всё ещё шёл, и мы сидели у окна и смотрели на пустой переулок."), "ru");
  EXPECT_EQ(detected("הגשם עדיין ירד"), "he");
  EXPECT_EQ(detected("雨还在下，我们坐在窗边"), "zh");
  EXPECT_EQ(detected("雨はまだ降っていた"), "ja");
}

TEST(DetectLanguage, PersianTypedWithArabicLettersOrWithoutZwnjIsPersian) {
  const std::string arabic_letters = replaced(replaced(kPersian, "ی", "ي"), "ک", "ك");
  EXPECT_EQ(detected(arabic_letters), "fa");
  EXPECT_EQ(detected(replaced(kPersian, "\u200C", "")), "fa");
  EXPECT_EQ(detected(replaced(arabic_letters, "\u200C", " ")), "fa");
}

TEST(DetectLanguage, TooLittleOrNoLanguageIsUnknown) {
  for (const char* text : {"", "  \n", "12 / 2024 :-)", "بر", "xqzt wvkj qqpz zzkx wqvj kxzq"})
    EXPECT_EQ(detected(text), "") << text;
}

TEST(DetectLanguage, QuotationsInAnotherScriptDoNotDecide) {
  EXPECT_EQ(detected(kPersian + " Baton Rouge, Tommy Fleetwood"), "fa");
  EXPECT_EQ(detected("The Persian word for rain is باران, and snow is برف, as every child there knows."),
            "en");
}

TEST(GuessLanguages, CertaintiesAreADistributionInOrder) {
  for (const std::string& text : {kPersian, std::string("rain"), std::string("و")}) {
    double sum = 0, before = 1;
    for (const LanguageGuess& g : guess_languages(text)) {
      EXPECT_LE(g.certainty, before + 1e-12);
      sum += before = g.certainty;
    }
    EXPECT_NEAR(sum, 1, 1e-9);
  }
}

TEST(DetectLanguage, LongTextIsSampledFromAllOver) {
  std::string text = "Contents and a preface in English, as some books have it. ";
  for (int i = 0; i < 3000; ++i) text += kPersian + "\n";
  EXPECT_EQ(detected(text), "fa");
  EXPECT_EQ(detected(std::string(200000, '\n') + kPersian), "fa");
}

TEST(Plausibility, TextIsMoreSoThanItsWrongDecoding) {
  EXPECT_GT(plausibility("باران هنوز در شهر بود"), plausibility("ÈÇÑÇä åäæÒ ÏÑ ÔåÑ ÈæÏ") + 1);
  EXPECT_GT(plausibility("Дождь всё ещё шёл"), plausibility("дНФДЭ БЯ╦ ЕЫ╦ Ь╦К") + 1);
}

}  // namespace
}  // namespace taraz
