#include "corpus/glossary/term_check.h"

#include <gtest/gtest.h>

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa"), kAr = Language::parse("ar");

std::vector<Concept> glossary() {
  std::vector<Concept> out(3);
  out[0].terms = {{kEn, "United Nations", {"UN"}, 0, ""},
                  {kFa, "سازمان ملل متحد", {}, 0, ""},
                  {kAr, "الأمم المتحدة", {}, 0, ""}};
  out[1].terms = {{kEn, "prisoner", {}, 0, ""}, {kFa, "زندانی", {}, 0, ""}, {kAr, "سجين", {"سجناء"}, 0, ""}};
  out[2].terms = {{kEn, "political prisoner", {}, 0, ""}, {kFa, "زندانی سیاسی", {}, 0, ""}};
  return out;
}

std::vector<std::string> missing(const Language& target, const char* source, const char* text) {
  const auto concepts = glossary();
  const TermChecker checker(concepts, kEn, target);
  std::vector<std::string> out;
  for (const TermFinding& f : checker.missing(source, text))
    out.push_back(std::string(f.span.of(source)) + " -> " + f.expected);
  return out;
}

using List = std::vector<std::string>;

TEST(TermCheck, FormsOfATermAreTheTerm) {
  EXPECT_EQ(missing(kFa, "The United Nations saw prisoners.", "سازمان ملل متحد زندانیان را دید."), List{});
  EXPECT_EQ(missing(kAr, "The UN saw the prisoners.", "رأت الأمم المتحدة السجناء."), List{});
  EXPECT_EQ(missing(kAr, "A report to the United Nations.", "تقرير للأمم المتحدة."), List{});
}

TEST(TermCheck, AMissingTranslationIsReportedWithItsSpan) {
  EXPECT_EQ(missing(kFa, "The UN met.", "ملل گرد آمدند."), (List{"UN -> سازمان ملل متحد"}));
}

TEST(TermCheck, TheLongestTermCounts) {
  EXPECT_EQ(missing(kFa, "Political prisoners wrote.", "زندانیان سیاسی نوشتند."), List{});
  EXPECT_EQ(missing(kFa, "Political prisoners wrote.", "زندانیان نوشتند."),
            (List{"Political prisoners -> زندانی سیاسی"}));
}

TEST(TermCheck, NamesAreNoStemsAndAcronymsAreCapitals) {
  std::vector<Concept> concepts(2);
  concepts[0].kind = ConceptKind::name;
  concepts[0].terms = {{kEn, "Nationals", {}, 0, ""}, {kFa, "نشنالز", {}, 0, ""}};
  concepts[1].kind = ConceptKind::name;
  concepts[1].terms = {{kEn, "United States", {}, 0, "", {"US"}}, {kFa, "ایالات متحده", {}, 0, ""}};
  const TermChecker checker(concepts, kEn, kFa);
  EXPECT_TRUE(checker.missing("The National Center told us so.", "مرکز ملی").empty());
  EXPECT_EQ(checker.missing("The Nationals won.", "آنها بردند.").size(), 1u);
  EXPECT_EQ(checker.missing("The US won.", "آنها بردند.").size(), 1u);
  EXPECT_EQ(checker.missing("The US's team won.", "آنها بردند.").size(), 1u);
  EXPECT_TRUE(checker.missing("The US won.", "ایالات متحده برد.").empty());
}

TEST(TermCheck, APersianPluralMayStandApart) {
  std::vector<Concept> concepts(1);
  concepts[0].terms = {{kEn, "federal prosecutor", {}, 0, ""}, {kFa, "دادستان فدرال", {}, 0, ""}};
  EXPECT_TRUE(TermChecker(concepts, kEn, kFa)
                  .missing("Federal prosecutors came.", "دادستان های فدرال آمدند.")
                  .empty());
}

TEST(TermCheck, TextsWithoutTermsAreClean) { EXPECT_EQ(missing(kFa, "Nothing here.", ""), List{}); }

}  // namespace
}  // namespace taraz
