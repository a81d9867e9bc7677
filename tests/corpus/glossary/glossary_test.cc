#include <gtest/gtest.h>

#include <algorithm>

#include "corpus/glossary/candidates.h"
#include "corpus/glossary/glossary_builder.h"
#include "corpus/glossary/surface_forms.h"
#include "corpus/glossary/term_text.h"

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa"), kAr = Language::parse("ar");

// Own sentences; three names and one term of two words come back in different company.
const char* const kUnits[][3] = {
    {"The United Nations opened an office in Shiraz.", "سازمان ملل متحد دفتری در شیراز گشود.",
     "افتتحت الأمم المتحدة مكتبا في شيراز."},
    {"Yesterday the United Nations asked for more water.", "دیروز سازمان ملل متحد آب بیشتری خواست.",
     "أمس طلبت الأمم المتحدة ماء أكثر."},
    {"The drinking water of Shiraz is clean.", "آب آشامیدنی شیراز پاک است.", "مياه الشرب في شيراز نظيفة."},
    {"She carried drinking water to the school.", "او آب آشامیدنی را به مدرسه برد.",
     "حملت مياه الشرب إلى المدرسة."},
    {"Farhad wrote a letter to the United Nations.",
     "فرهاد نامه‌ای به سازمان ملل متحد نوشت.",
     "كتب فرهاد رسالة للأمم المتحدة."},
    {"In the evening Farhad sold drinking water.", "شب فرهاد آب آشامیدنی فروخت.",
     "في المساء باع فرهاد مياه الشرب."},
    {"The teacher read a long book.", "آموزگار کتاب درازی خواند.", "قرأ المعلم كتابا طويلا."},
    {"The children played in the garden.", "کودکان در باغ بازی کردند.", "لعب الأطفال في الحديقة."},
};

TranslationUnit unit(std::size_t i, std::initializer_list<std::size_t> languages) {
  const Language all[] = {kEn, kFa, kAr};
  TranslationUnit u;
  u.id = std::to_string(i + 1);
  u.document = i < 4 ? "a" : "b";
  for (std::size_t l : languages) u.variants.push_back({all[l], kUnits[i][l], {}});
  return u;
}

std::vector<Concept> build(std::vector<Language> languages, std::initializer_list<std::size_t> columns,
                           unsigned threads = 1) {
  GlossaryOptions options;
  options.threads = threads;
  GlossaryBuilder builder(std::move(languages), options);
  for (std::size_t i = 0; i < std::size(kUnits); ++i) builder.add(unit(i, columns));
  return builder.build();
}

const Concept* with(const std::vector<Concept>& concepts, const std::string& term) {
  for (const Concept& c : concepts)
    if (c.terms[0].term == term) return &c;
  return nullptr;
}

TEST(Glossary, FindsNamesAndTermsOfSeveralWords) {
  const auto concepts = build({kEn, kFa}, {0, 1});
  const Concept* un = with(concepts, "United Nations");
  ASSERT_NE(un, nullptr);
  EXPECT_EQ(un->kind, ConceptKind::name);
  EXPECT_EQ(un->frequency, 3u);
  EXPECT_EQ(un->documents, 2u);
  ASSERT_NE(un->in(kFa), nullptr);
  EXPECT_EQ(un->in(kFa)->term, "سازمان ملل متحد");
  const Concept* water = with(concepts, "drinking water");
  ASSERT_NE(water, nullptr);
  EXPECT_EQ(water->kind, ConceptKind::term);
  EXPECT_EQ(water->in(kFa)->term, "آب آشامیدنی");
  const Concept* farhad = with(concepts, "Farhad");
  ASSERT_NE(farhad, nullptr);
  EXPECT_EQ(farhad->in(kFa)->term, "فرهاد");
  EXPECT_EQ(with(concepts, "The"), nullptr);
}

TEST(Glossary, AConceptHasAllThreeLanguagesAndVariants) {
  const auto concepts = build({kEn, kFa, kAr}, {0, 1, 2});
  const Concept* un = with(concepts, "United Nations");
  ASSERT_NE(un, nullptr);
  ASSERT_NE(un->in(kAr), nullptr);
  EXPECT_EQ(un->in(kAr)->term, "الأمم المتحدة");
  EXPECT_NE(std::find(un->in(kAr)->variants.begin(), un->in(kAr)->variants.end(), "للأمم المتحدة"),
            un->in(kAr)->variants.end());
}

std::vector<Concept> build_pairs(const Language& other,
                                 const std::vector<std::pair<const char*, const char*>>& pairs) {
  GlossaryBuilder builder({kEn, other}, {});
  for (const auto& [a, b] : pairs) {
    TranslationUnit u;
    u.variants = {{kEn, a, {}}, {other, b, {}}};
    builder.add(u);
  }
  return builder.build();
}

// "وبنما" is never seen without its proclitic; the name shows that it has one.
TEST(Glossary, ANameShowsWhatIsAProclitic) {
  const auto concepts = build_pairs(kAr, {{"They know Colombia and Panama.", "يعرفون كولومبيا وبنما."},
                                          {"She left Chile and Panama.", "غادرت تشيلي وبنما."},
                                          {"The water is clean.", "المياه نظيفة."}});
  const Concept* panama = with(concepts, "Panama");
  ASSERT_NE(panama, nullptr);
  EXPECT_EQ(panama->in(kAr)->term, "بنما");
}

// Spelled in several ways, it is one name with variants.
TEST(Glossary, SpellingsOfANameAreVariants) {
  const auto concepts = build_pairs(kFa, {{"He met Jeremy Corbyn.", "او جرمی کوربین را دید."},
                                          {"Then Jeremy Corbyn spoke.", "سپس جرمی کوربین سخن گفت."},
                                          {"We asked Jeremy Corbyn.", "از جرمی کربین پرسیدیم."}});
  const Concept* name = with(concepts, "Jeremy Corbyn");
  ASSERT_NE(name, nullptr);
  EXPECT_EQ(name->in(kFa)->term, "جرمی کوربین");
  EXPECT_EQ(name->in(kFa)->variants, (std::vector<std::string>{"جرمی کربین"}));
  EXPECT_EQ(name->frequency, 3u);
}

// Names of one word have no capitals in Persian; they come from the English side.
TEST(Glossary, FromPersianNamesAreFoundThroughEnglish) {
  const auto concepts = build({kFa, kEn}, {1, 0});
  const Concept* farhad = with(concepts, "فرهاد");
  ASSERT_NE(farhad, nullptr);
  EXPECT_EQ(farhad->kind, ConceptKind::name);
  EXPECT_EQ(farhad->in(kEn)->term, "Farhad");
}

TEST(Glossary, ThreadsDoNotChangeIt) {
  EXPECT_EQ(build({kEn, kFa}, {0, 1}, 1), build({kEn, kFa}, {0, 1}, 4));
}

// A whole book as one unit: its links would take gigabytes. Names are heard all the same.
TEST(Glossary, AUnitOfManyThousandWordsIsNotLinked) {
  std::string english, persian;
  for (int i = 0; i < 1500; ++i) {
    english += "Farhad saw number" + std::string(1, static_cast<char>('a' + i % 26)) + " today. ";
    persian += "فرهاد امروز کتاب" + std::string(i % 7 == 0 ? "ها" : "") + " دید. ";
  }
  const auto concepts =
      build_pairs(kFa, {{english.c_str(), persian.c_str()}, {"Farhad came.", "فرهاد آمد."}});
  const Concept* farhad = with(concepts, "Farhad");
  ASSERT_NE(farhad, nullptr);
  EXPECT_EQ(farhad->in(kFa)->term, "فرهاد");
}

TEST(Glossary, AnEmptyCorpusGivesNothing) {
  GlossaryBuilder builder({kEn, kFa}, {});
  EXPECT_TRUE(builder.build().empty());
}

TEST(TermText, ArabicProcliticsAndArticle) {
  TermVocabulary v(kAr);
  for (const auto& u : kUnits) v.count(u[2]);
  EXPECT_EQ(v.without_proclitics("للأمم"), "الأمم");
  EXPECT_EQ(v.without_proclitics("والأمم"), "الأمم");
  EXPECT_EQ(v.without_proclitics("وبالأمم"), "الأمم");
  EXPECT_EQ(v.without_proclitics("فرهاد"), "فرهاد");
  EXPECT_EQ(v.without_proclitics("بالو"), "بالو");
  EXPECT_EQ(v.without_article("السجناء"), "سجناء");
  const auto a = v.words("الأمم المتحدة"), b = v.words("للأمم المتحدة");
  ASSERT_EQ(a.size(), 2u);
  EXPECT_EQ(a[0].key, b[0].key);
}

TEST(TermText, WordsThatBeginLikeTheArticleKeepIt) {
  TermVocabulary v(kAr);
  EXPECT_EQ(v.without_article("التهاب"), "التهاب");
  EXPECT_EQ(v.without_article("الالتهاب"), "التهاب");
  EXPECT_EQ(v.without_article("الحلق"), "حلق");
}

TEST(TermText, ProcliticsGoWithTheirVowelSigns) {
  TermVocabulary v(kAr);
  v.count("يَسُوعَ");
  EXPECT_EQ(v.without_proclitics("لِيَسُوعَ"), "يَسُوعَ");
}

TEST(TermText, AcronymsThatLookLikeStopWordsAreAcronyms) {
  TermVocabulary v(kEn);
  const auto w = v.words("The WHO told us who came, as the US did.");
  EXPECT_EQ(w[1].role, TermRole::content);
  EXPECT_EQ(w[3].role, TermRole::edge);
  EXPECT_NE(w[1].key, w[4].key);
  EXPECT_EQ(v.words("ALL THE PEOPLE SAID THAT THIS WOULD COME")[1].role, TermRole::joiner);
}

TEST(TermText, MarksAndNumbersAreBarriersAndHyphensGlue) {
  TermVocabulary v(kEn);
  v.count("a");
  const auto w = v.words("Well-known men, 30 women");
  ASSERT_EQ(w.size(), 6u);
  EXPECT_TRUE(w[1].glued);
  EXPECT_EQ(w[3].role, TermRole::barrier);
  EXPECT_EQ(w[4].role, TermRole::barrier);
}

TEST(SurfaceForms, TheMostFrequentBareFormIsCanonical) {
  TermVocabulary v(kEn);
  SurfaceForms forms(v, ConceptKind::term);
  forms.add("Drinking water", true);
  forms.add("drinking  water", false);
  forms.add("Drinking Water", false);
  EXPECT_EQ(forms.canonical(), "drinking water");
  EXPECT_EQ(forms.variants(), (std::vector<std::string>{"Drinking Water"}));
}

TEST(SurfaceForms, ThePossessiveGoesWhenTheBareWordIsSeen) {
  TermVocabulary v(kEn);
  v.count("Martin came to Sainsbury's");
  SurfaceForms martin(v, ConceptKind::name), shop(v, ConceptKind::name);
  martin.add("Martin's", false);
  shop.add("Sainsbury's", false);
  EXPECT_EQ(martin.canonical(), "Martin");
  EXPECT_EQ(shop.canonical(), "Sainsbury's");
}

TEST(SurfaceForms, ShoutedNamesAreCanonicalOnlyWithoutAnother) {
  TermVocabulary v(kEn);
  SurfaceForms forms(v, ConceptKind::name);
  forms.add("NIGEL FARAGE", false);
  forms.add("NIGEL FARAGE", false);
  EXPECT_EQ(forms.canonical(), "NIGEL FARAGE");
  forms.add("Nigel Farage", false);
  EXPECT_EQ(forms.canonical(), "Nigel Farage");
}

TEST(SurfaceForms, TheArticleInsideAnAnnexationStays) {
  TermVocabulary v(kAr);
  SurfaceForms annexation(v, ConceptKind::term), adjective(v, ConceptKind::term);
  annexation.add("مضخة الثدي", false);
  adjective.add("الخلايا المناعية", false);
  EXPECT_EQ(annexation.canonical(), "مضخة الثدي");
  EXPECT_EQ(adjective.canonical(), "خلايا مناعية");
}

TEST(ContextOf, IsCutAtSpaces) {
  const std::string text = "one two three four five six seven";
  EXPECT_EQ(context_of(text, {8, 13}, 100), text);
  EXPECT_EQ(context_of(text, {8, 13}, 15), "…two three four…");
  EXPECT_EQ(context_of("", {0, 0}, 10), "");
}

TEST(MergeApproved, AnApprovedAcronymIsItsExpansion) {
  Concept approved, found;
  approved.terms = {{kEn, "NCRI", {}, 0, ""}, {kFa, "شورا", {}, 0, ""}};
  found.terms = {{kEn, "National Council of Resistance of Iran", {}, 3, "", {"NCRI"}},
                 {kFa, "شورای ملی مقاومت ایران", {}, 3, "", {"NCRI"}}};
  const auto out = merge_approved({approved}, {found});
  ASSERT_EQ(out.size(), 2u);
  EXPECT_EQ(out[1].note, "conflict: approved is شورا");
  approved.terms[1].term = "شورای ملی مقاومت ایران";
  EXPECT_EQ(merge_approved({approved}, {found}).size(), 1u);
}

TEST(MergeApproved, ApprovedTermsWinAndConflictsAreNoted) {
  const auto entry = [](const char* en, const char* fa) {
    Concept c;
    c.terms = {{kEn, en, {}, 1, ""}, {kFa, fa, {}, 1, ""}};
    return c;
  };
  const auto out = merge_approved({entry("Water", "آب")},
                                  {entry("water", "آب"), entry("water", "آبها"), entry("bread", "نان")});
  ASSERT_EQ(out.size(), 3u);
  EXPECT_TRUE(out[0].approved);
  EXPECT_EQ(out[1].note, "conflict: approved is آب");
  EXPECT_EQ(out[2].terms[0].term, "bread");
  EXPECT_EQ(out[2].id, "c3");
}

}  // namespace
}  // namespace taraz
