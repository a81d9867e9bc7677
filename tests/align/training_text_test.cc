#include "align/lexicon/training_text.h"

#include <gtest/gtest.h>

#include "text/fold.h"

namespace taraz {
namespace {

struct Case {
  const char* text;
  std::vector<std::string> words;
};

std::vector<std::string> words(std::string_view language, std::string_view text) {
  double share = 0.0;
  return training_words(language, text, share);
}

TEST(TrainingText, CodesOfProgramsAreNoWords) {
  for (const Case& c : std::vector<Case>{
           {"Open <b>file</b> %s", {"open", "file"}},
           {"&File _Edit Save _As", {"file", "edit", "save", "as"}},
           {"%(count)d files, %1$s of %2", {"files", "of"}},
           {"See https://example.org/a?b=c for {name} or {{int:x}}", {"see", "for", "or"}},
           {"Tom &amp; Ann\\nnext $USER", {"tom", "ann", "next"}},
           {"100 % done, 5 %of", {"done", "of"}},
           {"Print (_P)", {"print"}},
           {"a < b and c", {"a", "b", "and", "c"}},
           {"%", {}},
           {"<", {}},
           {"&", {}},
           {"{", {}},
       })
    EXPECT_EQ(words("en", c.text), c.words) << c.text;
}

TEST(TrainingText, OnlyTheScriptOfTheLanguageCounts) {
  double share = 0.0;
  EXPECT_EQ(training_words("fa", "فایل Debian خوب", share),
            (std::vector<std::string>{fold("فایل"), fold("خوب")}));
  EXPECT_DOUBLE_EQ(share, 2.0 / 3);
  EXPECT_TRUE(training_words("ar", "not translated", share).empty());
  EXPECT_DOUBLE_EQ(share, 0.0);
  EXPECT_EQ(words("fa", "_پرونده"), (std::vector<std::string>{fold("پرونده")}));
}

}  // namespace
}  // namespace taraz
