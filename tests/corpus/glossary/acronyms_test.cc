#include "corpus/glossary/acronyms.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "corpus/glossary/glossary_builder.h"

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa"), kAr = Language::parse("ar");

// "NCRI = National Council ..." of every definition.
std::vector<std::string> definitions(const Language& language, const std::string& text) {
  TermVocabulary vocabulary(language);
  vocabulary.count(text);
  const LanguageTexts texts{language, {text}, {vocabulary.words(text)}};
  std::vector<std::string> out;
  for (const AcronymDefinition& d : find_acronym_definitions(texts)) {
    const auto& w = texts.words[0];
    const ByteSpan span{w[d.expansion.begin].span.begin, w[d.expansion.end - 1].span.end};
    out.push_back(std::string(w[d.acronym].span.of(text)) + " = " + std::string(span.of(text)));
  }
  return out;
}

using List = std::vector<std::string>;

TEST(Acronyms, TheExpansionIsTheFewestWordsThatSpellIt) {
  EXPECT_EQ(definitions(kEn, "They saw the National Council of Resistance of Iran (NCRI) there."),
            (List{"NCRI = National Council of Resistance of Iran"}));
  EXPECT_EQ(definitions(kEn, "A special purpose vehicle (SPV) was made."),
            (List{"SPV = special purpose vehicle"}));
  EXPECT_EQ(definitions(kEn, "The Organization for Security and Co-operation in Europe (OSCE) met."),
            (List{"OSCE = Organization for Security and Co-operation in Europe"}));
}

TEST(Acronyms, TheAcronymMayComeFirst) {
  EXPECT_EQ(definitions(kEn, "The IAEA (International Atomic Energy Agency) met."),
            (List{"IAEA = International Atomic Energy Agency"}));
}

TEST(Acronyms, ABracketMayHoldTwo) {
  EXPECT_EQ(definitions(kEn, "Members of the People\u2019s Mojahedin Organization of Iran (PMOI / MEK) met."),
            (List{"PMOI = People\u2019s Mojahedin Organization of Iran",
                  "MEK = People\u2019s Mojahedin Organization of Iran"}));
  EXPECT_EQ(definitions(kEn, "The Mujahedin-e Khalq (MEK) met."), (List{"MEK = Mujahedin-e Khalq"}));
}

TEST(Acronyms, OtherBracketsAreNone) {
  EXPECT_EQ(definitions(kEn, "The minister from Shiraz (USA) came; (NCRI) left."), List{});
  EXPECT_EQ(definitions(kEn, "(NCRI)"), List{});
  EXPECT_EQ(definitions(kEn, ""), List{});
}

TEST(Acronyms, InArabicScriptTheWordsBeforeTheBracketAreIt) {
  EXPECT_EQ(definitions(kFa, "زنی از شورای ملی مقاومت ایران (NCRI) آمد."),
            (List{"NCRI = شورای ملی مقاومت ایران"}));
}

std::vector<Concept> build(std::vector<Language> languages,
                           const std::vector<std::vector<const char*>>& rows) {
  GlossaryBuilder builder(languages, {});
  for (const auto& row : rows) {
    TranslationUnit u;
    for (std::size_t k = 0; k < languages.size(); ++k) u.variants.push_back({languages[k], row[k], {}});
    builder.add(u);
  }
  return builder.build();
}

const std::vector<std::vector<const char*>> kRows{
    {"The National Council of Resistance of Iran (NCRI) published a report.",
     "شورای ملی مقاومت ایران (NCRI) گزارشی منتشر کرد."},
    {"A woman of the NCRI spoke to the press.", "زنی از شورای ملی مقاومت ایران با مطبوعات سخن گفت."},
    {"The NCRI wants free elections.",
     "شورای ملی مقاومت ایران انتخابات آزاد می‌خواهد."},
    {"They read the book in the garden.", "آنها کتاب را در باغ خواندند."}};

// The expansion stands once, the acronym alone later: one concept.
TEST(Acronyms, ExpansionAndAcronymAreOneConcept) {
  const auto concepts = build({kEn, kFa}, kRows);
  ASSERT_EQ(concepts.size(), 1u);
  EXPECT_EQ(concepts[0].terms[0].term, "National Council of Resistance of Iran");
  EXPECT_EQ(concepts[0].terms[0].acronyms, List{"NCRI"});
  EXPECT_EQ(concepts[0].terms[1].term, "شورای ملی مقاومت ایران");
  EXPECT_EQ(concepts[0].terms[1].acronyms, List{"NCRI"});
  EXPECT_EQ(concepts[0].frequency, 3u);
}

// No bracket on the Persian side, and each form only once: together they are two places.
TEST(Acronyms, LongAndShortFormVoteTogether) {
  const auto concepts = build(
      {kEn, kFa}, {{"The National Council of Resistance of Iran (NCRI) published a report.",
                    "شورای ملی مقاومت ایران گزارشی منتشر کرد."},
                   {"The NCRI wants free elections.",
                    "شورای ملی مقاومت ایران انتخابات آزاد می‌خواهد."},
                   {"They read the book in the garden.", "آنها کتاب را در باغ خواندند."}});
  ASSERT_EQ(concepts.size(), 1u);
  EXPECT_EQ(concepts[0].terms[0].acronyms, List{"NCRI"});
  EXPECT_EQ(concepts[0].terms[1].term, "شورای ملی مقاومت ایران");
}

TEST(Acronyms, AlsoFromPersian) {
  std::vector<std::vector<const char*>> rows;
  for (const auto& row : kRows) rows.push_back({row[1], row[0]});
  const auto concepts = build({kFa, kEn}, rows);
  ASSERT_FALSE(concepts.empty());
  EXPECT_EQ(concepts[0].terms[0].term, "شورای ملی مقاومت ایران");
  EXPECT_EQ(concepts[0].terms[0].acronyms, List{"NCRI"});
  EXPECT_EQ(concepts[0].terms[1].term, "National Council of Resistance of Iran");
}

TEST(Acronyms, WithoutLatinLettersOnEitherSide) {
  const char* const arabic[] = {"نشر المجلس الوطني للمقاومة الإيرانية (NCRI) تقريرا.",
                                "تحدثت امرأة من المجلس الوطني للمقاومة الإيرانية إلى الصحافة.",
                                "يريد المجلس الوطني للمقاومة الإيرانية انتخابات حرة.",
                                "قرأوا الكتاب في الحديقة."};
  std::vector<std::vector<const char*>> rows;
  for (std::size_t i = 0; i < kRows.size(); ++i) rows.push_back({kRows[i][1], arabic[i]});
  const auto concepts = build({kFa, kAr}, rows);
  ASSERT_FALSE(concepts.empty());
  EXPECT_EQ(concepts[0].terms[0].term, "شورای ملی مقاومت ایران");
  EXPECT_EQ(concepts[0].terms[0].acronyms, List{"NCRI"});
  EXPECT_EQ(concepts[0].terms[1].term, "المجلس الوطني للمقاومة الإيرانية");
}

}  // namespace
}  // namespace taraz
