// Values: sacreBLEU 2, test/test_bleu.py and test/test_chrf.py (facts; the sentences are theirs, Apache-2.0).
#include "corpus/mt/mt_score.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

namespace taraz {
namespace {

double bleu(const std::vector<std::string_view>& hypotheses,
            const std::vector<std::vector<std::string_view>>& references) {
  Bleu bleu;
  for (std::size_t i = 0; i < hypotheses.size(); ++i) bleu.add(hypotheses[i], references[i]);
  return bleu.score();
}

double chrf(double beta, const std::vector<std::string_view>& hypotheses,
            const std::vector<std::string_view>& references) {
  ChrF chrf(beta);
  for (std::size_t i = 0; i < hypotheses.size(); ++i) chrf.add(hypotheses[i], {&references[i], 1});
  return chrf.score();
}

TEST(Bleu, AgreesWithPublishedValues) {
  EXPECT_NEAR(bleu({"The dog bit the man.", "It wasn't surprising.", "The man had just bitten him."},
                   {{"The dog bit the man.", "The dog had bit the man."},
                    {"It was not unexpected.", "No one was surprised."},
                    {"The man bit him first.", "The man had bitten the dog."}}),
              48.530827, 1e-6);
  EXPECT_NEAR(bleu({"this is a test"}, {{"this is a test"}}), 100.0, 1e-9);
}

TEST(Bleu, EmptyHypothesesScoreZero) {
  EXPECT_EQ(bleu({"", ""}, {{"a b"}, {"c"}}), 0.0);
  EXPECT_EQ(bleu({}, {}), 0.0);
}

// By hand: 4 unigrams right of 4, 1 of 3 bigrams, no 3-gram of 2, no 4-gram of 1; "exp" halves for each empty
// order.
TEST(Bleu, SmoothsEmptyOrdersByPowersOfTwo) {
  const double by_hand = 100.0 * std::pow(1.0 * (1.0 / 3) * (0.5 / 2) * (0.25 / 1), 0.25);
  EXPECT_NEAR(bleu({"a b d c"}, {{"a b c d"}}), by_hand, 1e-9);
}

TEST(Bleu, TokenisesAsMteval13a) {
  EXPECT_EQ(tokenize_13a("It costs $3.50, e.g. (2-3) & \"more\"."),
            "It costs $ 3.50 , e . g . ( 2 - 3 ) & \" more \" .");
  EXPECT_EQ(tokenize_13a("&quot;a&amp;b&quot; don't\n"), "\" a & b \" don't");
  EXPECT_EQ(tokenize_13a("۳٫۵ درصد، است."), "۳٫۵ درصد، است .");
  EXPECT_EQ(tokenize_13a("wait...1,000,x"), "wait . . . 1,000 , x");
}

TEST(ChrF, AgreesWithPublishedValues) {
  EXPECT_NEAR(chrf(3, {"a"}, {"a"}), 100.0, 1e-4);
  EXPECT_NEAR(chrf(3, {""}, {"reference"}), 0.0, 1e-4);
  EXPECT_NEAR(chrf(3, {"a b c"}, {"abc"}), 100.0, 1e-4);
  EXPECT_NEAR(chrf(3, {"a", "b"}, {"a", "c"}), 50.0, 1e-4);
  EXPECT_NEAR(chrf(3, {"aa"}, {"ab"}), 25.0, 1e-4);
  EXPECT_NEAR(
      chrf(3,
           {" risk assessment must be made of those who are qualified and expertise in the sector - these "
            "are the scientists ."},
           {"risk assessment has to be undertaken by those who are qualified and expert in that area - that "
            "is "
            "the scientists ."}),
      63.361730, 1e-4);
  EXPECT_NEAR(chrf(3, {" Die    Beziehung zwischen  Obama und Netanjahu ist nicht gerade  freundlich. "},
                   {"Das Verhältnis zwischen Obama und Netanyahu ist nicht gerade freundschaftlich."}),
              64.1302698, 1e-4);
  EXPECT_NEAR(chrf(2, {"Co nás nejvíc trápí, protože lékaři si vybírají, kdo bude žít a kdo zemře."},
                   {"Nejvíce smutní jsme z toho, že musíme rozhodovat o tom, kdo bude žít a kdo zemře."}),
              39.14078509, 1e-4);
}

TEST(ChrF, TakesTheBestReferenceOfASegment) {
  ChrF chrf;
  const std::vector<std::string_view> references{"xyz", "abc"};
  chrf.add("abc", references);
  EXPECT_NEAR(chrf.score(), 100.0, 1e-9);
}

// Own sentences; values of sacreBLEU's definitions written down in Python (docs/mt-data.md).
TEST(Bleu, AgreesOnPersianAndOnTwoArabicReferences) {
  const std::vector<std::string_view> fa{"او دیروز ۳٫۵ کیلو سیب خرید.", "هوا امروز بسیار سرد است، نه؟"},
      fa_reference{"او دیروز ۳٫۵ کیلو سیب سرخ خرید.", "هوای امروز خیلی سرد است، نه؟"},
      ar{"اشترت أمس 12.5 كيلوغراما من التفاح.", "الطقس بارد جدا اليوم، أليس كذلك؟"};
  const std::vector<std::vector<std::string_view>> ar_references{
      {"اشترت بالأمس 12.5 كيلوغراما من التفاح الأحمر.", "أمس اشترت 12.5 كيلوغراما من التفاح."},
      {"الجو بارد جدا اليوم، أليس كذلك؟", "الطقس اليوم بارد جدا، صحيح؟"}};
  EXPECT_NEAR(bleu(fa, {{fa_reference[0]}, {fa_reference[1]}}), 47.34986700, 1e-6);
  EXPECT_NEAR(chrf(2, fa, fa_reference), 65.67667275, 1e-6);
  EXPECT_NEAR(bleu(ar, ar_references), 72.55076540, 1e-6);
  ChrF two;
  for (std::size_t i = 0; i < ar.size(); ++i) two.add(ar[i], ar_references[i]);
  EXPECT_NEAR(two.score(), 83.47007854, 1e-6);
}

}  // namespace
}  // namespace taraz
