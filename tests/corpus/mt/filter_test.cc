#include "corpus/mt/filter.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace taraz {
namespace {

TranslationUnit unit(std::string en, std::string fa, std::optional<double> score = {}) {
  TranslationUnit u;
  u.variants = {{Language::parse("en"), std::move(en), {}}, {Language::parse("fa"), std::move(fa), {}}};
  u.score = score;
  return u;
}

std::string reason(UnitFilter& filter, const TranslationUnit& u) {
  const auto r = filter.judge(u);
  return r ? std::string(name_of(*r)) : "kept";
}

UnitFilter make(DuplicateScope scope = DuplicateScope::pair) {
  return UnitFilter(FilterThresholds::builtin(), scope, {}, [](const Variant& a, const Variant& b) {
    return (a.text.find("1988") != std::string::npos) != (b.text.find("۱۳۶۷") != std::string::npos);
  });
}

TEST(Filter, EachRuleNamesItsReason) {
  UnitFilter f = make();
  EXPECT_EQ(reason(f, unit("They met in the old garden.", "آنها در باغ قدیمی دیدار کردند.")), "kept");
  EXPECT_EQ(reason(f, unit("They met.", "  ")), "empty");
  EXPECT_EQ(reason(f, unit("They met.", "دیدار\uFFFDکردند")), "encoding");
  EXPECT_EQ(reason(f, unit("Version 2 beta", "Version 2 beta")), "identical");
  EXPECT_EQ(reason(f, unit("12, 13 -- 14 (15)", "۱۲، ۱۳ -- ۱۴ (۱۵)")), "few-letters");
  EXPECT_EQ(reason(f, unit("They met in the garden.", "They did meet somewhere.")), "language");
  EXPECT_EQ(reason(f, unit("Copyright © 2020 The Garden", "حق نشر © ۲۰۲۰ باغ")), "boilerplate");
  EXPECT_EQ(reason(f, unit("They met there in 1988.", "آنها سال ۱۳۶۸ آنجا دیدار کردند.")), "anchors");
  EXPECT_EQ(reason(f, unit("They did not meet again.", "دیگر یکدیگر را ندیدند.", 0.2)), "low-confidence");
  EXPECT_EQ(reason(f, unit("They met in the old garden.", "آنها در باغ قديمي ديدار كردند.")), "duplicate");
  EXPECT_EQ(reason(f, unit("They met in the old garden", "آنها، در باغ قدیمی دیدار کردند!")),
            "near-duplicate");
}

TEST(Filter, ADisabledRuleKeeps) {
  UnitFilter f = make();
  f.disable(DropReason::identical);
  f.disable(DropReason::language);
  EXPECT_EQ(reason(f, unit("Version 2 beta", "Version 2 beta")), "kept");
}

TEST(Filter, ScopeOfDuplicates) {
  UnitFilter source = make(DuplicateScope::source), pair = make(DuplicateScope::pair);
  const TranslationUnit a = unit("Good morning to you", "صبح شما بخیر باشد"),
                        b = unit("Good morning to you", "درود بر شما");
  for (UnitFilter* f : {&source, &pair}) EXPECT_EQ(reason(*f, a), "kept");
  EXPECT_EQ(reason(source, b), "duplicate");
  EXPECT_EQ(reason(pair, b), "kept");
}

TEST(Filter, LengthRatioFollowsThePairsOwnDistribution) {
  std::vector<TranslationUnit> sample;
  for (std::size_t i = 0; i < 200; ++i)  // the second side about twice as long
    sample.push_back(unit(std::string(50 + i % 7, 'a'), std::string(100 + i % 11, 'b')));
  UnitFilter f = make(DuplicateScope::none);
  f.disable(DropReason::language);
  f.calibrate(sample);
  EXPECT_EQ(reason(f, unit(std::string(60, 'a'), std::string(125, 'b'))), "kept");
  EXPECT_EQ(reason(f, unit(std::string(60, 'a'), std::string(55, 'b'))), "length-ratio");
  EXPECT_EQ(reason(f, unit(std::string(60, 'a'), std::string(300, 'b'))), "length-ratio");
}

TEST(Filter, EncodingDamageIsSeenAndGoodTextIsNot) {
  EXPECT_TRUE(has_encoding_damage("Ø³Ù„Ø§Ù… Ø¯Ù†ÛŒØ§"));
  EXPECT_TRUE(has_encoding_damage("donâ€™t"));
  EXPECT_TRUE(has_encoding_damage("crÃ¨me brÃ»lÃ©e"));
  EXPECT_TRUE(has_encoding_damage("????? ??? ????"));
  for (const char* good :
       {"crème brûlée", "São Paulo", "Ærø Ø", "سلام دنیا؟", "What?? Really?", "naïve—“quoted”…", "۳٪ «نقل»"})
    EXPECT_FALSE(has_encoding_damage(good)) << good;
}

TEST(Filter, ThresholdErrorsNameTheRow) {
  FilterThresholds t = FilterThresholds::builtin();
  t.change("# mine\nmin-score\t0.9\n", "mine.tsv");
  EXPECT_EQ(t.min_score, 0.9);
  try {
    t.change("\nmin-scor\t1\n", "mine.tsv");
    FAIL();
  } catch (const FormatError& e) {
    EXPECT_STREQ(e.what(), "mine.tsv:2:1: there is no limit 'min-scor'; see data/corpus/filter.tsv");
  }
  EXPECT_THROW(t.change("min-score\thigh\n", "mine.tsv"), FormatError);
}

}  // namespace
}  // namespace taraz
