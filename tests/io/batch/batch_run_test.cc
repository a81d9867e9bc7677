// Laws of whole batches, at the library's face.
#include "io/batch/batch_run.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "io/batch/folder_lock.h"
#include "io/batch/merge.h"
#include "io/batch/plan.h"
#include "text/error.h"

namespace taraz {
namespace {
namespace fs = std::filesystem;

class BatchRunTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = testing::TempDir() + "batch_" + std::to_string(::getpid()) + "_" +
              testing::UnitTest::GetInstance()->current_test_info()->name();
    fs::remove_all(folder_);
    fs::create_directories(folder_ + "/in");
    for (int n = 0; n < 24; ++n) write_set(n);
  }
  void TearDown() override { fs::remove_all(folder_); }

  void write_set(int n, int shift = 0) {
    std::ofstream en(file(n, "en")), fa(file(n, "fa"));
    for (int k = 0; k < 3 + n % 8; ++k) {
      const int v = n * 131 + k * 17 + shift;
      en << "The library bought " << v << " books for " << 2 * v << " students.\n";
      if ((n + k) % 7 != 0) fa << "کتابخانه " << v << " کتاب برای " << 2 * v << " دانشجو خرید.\n";
    }
  }
  std::string file(int n, const std::string& language) const {
    return folder_ + "/in/doc" + std::to_string(n) + "." + language + ".txt";
  }

  BatchReport run(const std::string& out, BatchOptions options = {}) {
    options.output = folder_ + "/" + out;
    BatchListener silent;
    return run_batch(plan_folder(folder_ + "/in", {}), options, silent);
  }
  // Name and bytes of all that users see.
  std::map<std::string, std::string> results(const std::string& out) const {
    std::map<std::string, std::string> found;
    for (fs::recursive_directory_iterator it(folder_ + "/" + out), end; it != end; ++it) {
      if (it->path().filename() == ".taraz") {
        it.disable_recursion_pending();
        continue;
      }
      std::ifstream in(it->path(), std::ios::binary);
      if (it->is_regular_file())
        found[fs::relative(it->path(), folder_ + "/" + out)] = {std::istreambuf_iterator<char>(in), {}};
    }
    return found;
  }
  std::string folder_;
};

BatchOptions with_threads(unsigned threads) {
  BatchOptions out;
  out.queue.threads = threads;
  return out;
}

TEST_F(BatchRunTest, TheSameBytesForAnyNumberOfThreads) {
  EXPECT_EQ(run("one", with_threads(1)).aligned, 24U);
  EXPECT_EQ(run("three", with_threads(3)).aligned, 24U);
  EXPECT_EQ(results("one").size(), 24U);
  EXPECT_EQ(results("one"), results("three"));
  EXPECT_EQ(run("one").unchanged, 24U);
}

TEST_F(BatchRunTest, AChangedDocumentGivesWhatAFreshBatchGives) {
  run("out");
  write_set(5, 1000);
  fs::remove(file(7, "en"));
  run("out");
  run("fresh");
  auto kept = results("out");
  kept.erase("doc7.tsv");  // no longer among the inputs: left alone
  EXPECT_EQ(kept, results("fresh"));
  BatchOptions prune;
  prune.prune = true;
  EXPECT_EQ(run("out", prune).gone, std::vector<std::string>{"doc7"});
  EXPECT_EQ(results("out"), results("fresh"));
}

TEST_F(BatchRunTest, KeptLexiconsSpareTheOthers) {
  run("out");
  write_set(5, 1000);
  BatchOptions keep;
  keep.keep_lexicon = true;
  const BatchReport report = run("out", keep);
  EXPECT_EQ(report.aligned, 1U);
  EXPECT_EQ(report.unchanged, 23U);
}

TEST_F(BatchRunTest, ADocumentThatFailedIsLearnedFromWhenItNoLongerDoes) {
  const std::string path = file(3, "fa");
  std::ifstream in(path, std::ios::binary);
  const std::string good{std::istreambuf_iterator<char>(in), {}};
  run("fresh");
  fs::permissions(path, fs::perms::none);
  std::ofstream(path, std::ios::binary) << std::string("a\0b", 3);
  fs::permissions(path, fs::perms::owner_all);
  std::ofstream(path, std::ios::binary) << std::string("a\0b", 3);
  const BatchReport first = run("out");
  EXPECT_EQ(first.failed, 1U);
  EXPECT_EQ(
      first
          .records[static_cast<std::size_t>(std::find_if(first.records.begin(), first.records.end(),
                                                         [](const SetRecord& r) { return r.failed(); }) -
                                            first.records.begin())]
          .id,
      "doc3");
  std::ofstream(path, std::ios::binary) << good;
  EXPECT_EQ(run("out").failed, 0U);
  EXPECT_EQ(results("out"), results("fresh"));
}

TEST_F(BatchRunTest, AResultThatWasChangedOrRemovedIsMadeAgain) {
  run("out");
  const auto before = results("out");
  std::ofstream(folder_ + "/out/doc1.tsv") << "mine";
  fs::remove(folder_ + "/out/doc2.tsv");
  EXPECT_EQ(run("out").aligned, 2U);
  EXPECT_EQ(results("out"), before);
}

TEST_F(BatchRunTest, ALostOrCutStateFileCostsNothing) {
  run("out");
  const std::string state = folder_ + "/out/.taraz/state.sqlite";
  fs::resize_file(state, fs::file_size(state) / 2);
  EXPECT_EQ(run("out").unchanged, 24U);
  fs::remove(state);
  EXPECT_EQ(run("out").unchanged, 24U);
  fs::remove(folder_ + "/out/.taraz/seals.tsv");
  EXPECT_EQ(run("out").unchanged + run("out").aligned, 24U);
}

TEST_F(BatchRunTest, OneBatchAtATimeInAFolder) {
  fs::create_directories(folder_ + "/out/.taraz");
  const FolderLock lock(folder_ + "/out/.taraz", "out");
  try {
    run("out");
    FAIL();
  } catch (const Error& e) {
    EXPECT_NE(std::string(e.what()).find("another batch works in this folder (process " +
                                         std::to_string(::getpid())),
              std::string::npos)
        << e.what();
  }
}

TEST_F(BatchRunTest, ShardsMergedAreTheWhole) {
  BatchOptions options;
  options.joined = folder_ + "/whole/all.tmx";
  run("whole", options);
  options.joined.clear();
  options.shards = 3;
  std::vector<std::string> parts;
  std::size_t sets = 0;
  for (options.shard = 0; options.shard < 3; ++options.shard) {
    const std::string name = "part" + std::to_string(options.shard);
    sets += run(name, options).records.size();
    parts.push_back(folder_ + "/" + name);
  }
  EXPECT_EQ(sets, 24U);
  BatchListener silent;
  MergeOptions merge;
  merge.output = folder_ + "/merged";
  merge.joined = folder_ + "/merged/all.tmx";
  merge.writer.tool_version = BatchSettings().tool_version;
  EXPECT_EQ(merge_parts(parts, merge, silent).aligned, 24U);
  EXPECT_EQ(results("merged"), results("whole"));
  EXPECT_EQ(merge_parts(parts, merge, silent).unchanged, 24U);
  // The merged folder is one that the batch goes on with.
  EXPECT_EQ(run("merged").unchanged, 24U);
  parts.pop_back();
  EXPECT_THROW(merge_parts(parts, merge, silent), Error);
  parts.push_back(parts[0]);
  EXPECT_THROW(merge_parts(parts, merge, silent), Error);
}

TEST_F(BatchRunTest, ANameThatCannotBeMadeIsAFailureOfItsSet) {
  fs::create_directories(folder_ + "/out/doc4.tsv/x");
  const BatchReport report = run("out");
  EXPECT_EQ(report.failed, 1U);
  EXPECT_EQ(report.aligned, 23U);
}

}  // namespace
}  // namespace taraz
