#include "corpus/unit_languages.h"

#include <gtest/gtest.h>

#include <array>

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kGb = Language::parse("en-GB"), kFa = Language::parse("fa"),
               kAr = Language::parse("ar");

TranslationUnit unit() {
  return {.id = "1",
          .variants = {{kGb, "b", {}}, {kEn, "e", {}}, {kFa, "f", {}}, {kAr, "", {}}},
          .score = {},
          .kind = "4-3-2-0",
          .document = {},
          .properties = {}};
}

std::string selected(std::vector<Language> languages) {
  TranslationUnit u = unit();
  const bool any = select_languages(u, languages);
  std::string out = any ? "" : "nothing ";
  for (const Variant& v : u.variants) out += v.language.tag() + "=" + v.text + " ";
  return out + u.kind;
}

TEST(SelectLanguages, OrderExactTagsAndRegions) {
  EXPECT_EQ(selected({kFa, kEn}), "fa=f en=e 2-3");
  EXPECT_EQ(selected({kEn, kEn}), "en=e en=b 3-4");
  EXPECT_EQ(selected({kGb, kAr}), "en-GB=b ar= 4-0");
  EXPECT_EQ(selected({kAr}), "nothing ar= 0");
  EXPECT_EQ(selected({Language::parse("ar-EG")}), "nothing ");
}

TEST(KindOfSides, OnlyWhatCountsSegments) {
  EXPECT_EQ(kind_of_sides("2-0-1", 3, std::array<std::size_t, 2>{0, 2}), "2-1");
  EXPECT_EQ(kind_of_sides("comparable", 3, std::array<std::size_t, 2>{0, 2}), "comparable");
  EXPECT_EQ(kind_of_sides("1-1", 3, std::array<std::size_t, 2>{0, 2}), "1-1");
  EXPECT_EQ(kind_of_sides("", 1, std::array<std::size_t, 1>{0}), "");
}

}  // namespace
}  // namespace taraz
