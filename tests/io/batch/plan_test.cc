#include "io/batch/plan.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "text/error.h"

namespace taraz {
namespace {

class PlanTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "plan_" + std::to_string(::getpid()) + "_" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }
  void file(const std::string& name, const std::string& bytes = "x") {
    std::filesystem::create_directories(std::filesystem::path(folder_ + "/" + name).parent_path());
    std::ofstream(folder_ + "/" + name) << bytes;
  }
  // "id fa=... en=..." of every set, paths below the folder.
  std::vector<std::string> lines(const BatchPlan& plan) const {
    std::vector<std::string> out;
    for (const DocumentSet& set : plan.sets) {
      std::string line = set.id;
      for (const InputFile& f : set.files)
        line += " " + f.language.tag() + "=" + f.path.substr(std::min(f.path.size(), folder_.size() + 1));
      out.push_back(line + (set.problem.empty() ? "" : " !"));
    }
    return out;
  }
  std::string folder_;
};

using Lines = std::vector<std::string>;

TEST_F(PlanTest, LanguageBeforeTheEndingOrAsFirstFolder) {
  file("b.en.txt");
  file("b.fa.html");
  file("deep/er/a.ar.txt.gz");
  file("deep/er/a.en.docx");
  file("fa/news/1.txt");
  file("en/news/1.md");
  file("en/.hidden.txt");
  file(".git/x.en.txt");
  file(".git/x.fa.txt");
  EXPECT_EQ(lines(plan_folder(folder_, {})),
            (Lines{"b en=b.en.txt fa=b.fa.html", "deep/er/a ar=deep/er/a.ar.txt.gz en=deep/er/a.en.docx",
                   "news/1 en=en/news/1.md fa=fa/news/1.txt"}));
}

TEST_F(PlanTest, WordsThatAreNoLanguagesDoNotPart) {
  file("index.min.js");
  file("index.doc.txt");
  file("notes.txt");
  const BatchPlan plan = plan_folder(folder_, {});
  EXPECT_TRUE(plan.sets.empty());
  EXPECT_EQ(plan.left_out.size(), 3U);
  for (const char* yes : {"fa", "en", "pt-BR", "zh_Hant", "fas", "ckb", "FR"})
    EXPECT_TRUE(names_language(yes, {})) << yes;
  for (const char* no : {"min", "doc", "txt", "new", "e", "go1", "xx", ""})
    EXPECT_FALSE(names_language(no, {})) << no;
  EXPECT_TRUE(names_language("min", {Language::parse("min"), Language::parse("en")}));
}

TEST_F(PlanTest, WantedLanguagesInTheWantedOrder) {
  for (const char* l : {"ar", "en", "fa", "de"}) file(std::string("a.") + l + ".txt");
  EXPECT_EQ(lines(plan_folder(folder_, {{Language::parse("fa"), Language::parse("en")}, ""})),
            Lines{"a fa=a.fa.txt en=a.en.txt"});
}

TEST_F(PlanTest, TwoFilesOfOneLanguageAreAProblemOfTheirSet) {
  file("a.en.txt");
  file("a.en.html");
  file("a.fa.txt");
  const BatchPlan plan = plan_folder(folder_, {});
  ASSERT_EQ(plan.sets.size(), 1U);
  EXPECT_NE(plan.sets[0].problem.find("two files in 'en'"), std::string::npos);
}

TEST_F(PlanTest, TheOutputIsNoInput) {
  file("a.en.txt");
  file("a.fa.txt");
  file("out/a.en.txt");
  file("out/a.fa.txt");
  EXPECT_EQ(plan_folder(folder_, {{}, folder_ + "/out"}).sets.size(), 1U);
}

TEST_F(PlanTest, ManifestWithAndWithoutAHead) {
  file("x.txt");
  file("y.txt");
  const auto of = [&](const std::string& text, PlanOptions options = {}) {
    return plan_manifest(Source::of_bytes(folder_ + "/m.tsv", text), options);
  };
  EXPECT_EQ(lines(of("id\ten\tfa\nb\tx.txt\ty.txt\n\n# no\na\ty.txt\tx.txt\n")),
            (Lines{"a en=y.txt fa=x.txt", "b en=x.txt fa=y.txt"}));
  EXPECT_EQ(lines(of("a\tx.txt\ty.txt\n")), Lines{"a =x.txt =y.txt"});
  EXPECT_EQ(lines(of("a\tx.txt\ty.txt\n", {{Language::parse("fa"), Language::parse("en")}, ""})),
            Lines{"a fa=x.txt en=y.txt"});
  EXPECT_EQ(lines(of("id\ten\tfa\na\tx.txt\n")), Lines{"a en=x.txt !"});
  EXPECT_THROW(of("id\ten\tfa\na\tx\ty\na\tx\ty\n"), FormatError);
  EXPECT_THROW(of("id\ten\tfa\na\tx\ty\tz\n"), FormatError);
  EXPECT_THROW(of("a\n"), FormatError);
  EXPECT_THROW(of("\tx\ty\n"), FormatError);
}

TEST(Shards, EverySetIsInExactlyOne) {
  std::vector<int> counts(7);
  for (int k = 0; k < 7000; ++k) ++counts[shard_of("set " + std::to_string(k), 7)];
  for (const int n : counts) EXPECT_NEAR(n, 1000, 150);
}

}  // namespace
}  // namespace taraz
