#include "align/lexicon/stem.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/fold.h"

namespace taraz {
namespace {

bool is_stem(std::string_view language, std::string_view word, std::string_view stem) {
  std::vector<std::string> found;
  stems(language, fold(word), found);
  return std::find(found.begin(), found.end(), fold(stem)) != found.end();
}

struct Form {
  const char* language;
  const char* word;
  const char* stem;
};

TEST(Stem, FormsLeadToTheirWord) {
  for (const Form& f : {
           Form{"en", "countries", "country"},
           Form{"en", "books", "book"},
           Form{"en", "running", "run"},
           Form{"en", "making", "make"},
           Form{"en", "minister's", "minister"},
           Form{"en", "organised", "organize"},
           Form{"fa", "کتاب‌ها", "کتاب"},
           Form{"fa", "کتاب‌هایشان", "کتاب"},
           Form{"fa", "خانه‌ای", "خانه"},
           Form{"fa", "می‌کردند", "کرد"},
           Form{"fa", "نمی‌کرد", "کرد"},
           Form{"fa", "کردن", "کرد"},
           Form{"fa", "بزرگ‌ترین", "بزرگ"},
           Form{"ar", "وبالكتاب", "كتاب"},
           Form{"ar", "للحكومة", "حكومة"},
           Form{"ar", "حكومتهم", "حكومة"},
           Form{"ar", "جامعات", "جامعة"},
           Form{"ar", "سيكتبون", "كتب"},
       })
    EXPECT_TRUE(is_stem(f.language, f.word, f.stem)) << f.word << " -> " << f.stem;
}

TEST(Stem, NoCandidateIsTheWordItselfNorEmpty) {
  for (const char* language : {"en", "fa", "ar"})
    for (const char* word : {"s", "'s", "ها", "وال", "ing", "می", "bus", "ال", "ة"}) {
      std::vector<std::string> found;
      stems(language, fold(word), found);
      for (const std::string& s : found) {
        EXPECT_FALSE(s.empty());
        EXPECT_NE(s, fold(word));
      }
    }
}

TEST(Stem, PlainStemTakesOffOnlyWhatIsSure) {
  EXPECT_EQ(plain_stem("fa", fold("موشک‌های")), fold("موشک"));
  EXPECT_EQ(plain_stem("ar", fold("والموشك")), fold("موشك"));
  EXPECT_EQ(plain_stem("en", "missiles"), "missile");
  EXPECT_EQ(plain_stem("ar", fold("وزير")), fold("وزير"));
  EXPECT_EQ(plain_stem("en", "glass"), "glass");
  EXPECT_EQ(plain_stem("de", "glasses"), "glasses");
}

}  // namespace
}  // namespace taraz
