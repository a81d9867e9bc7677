#include "io/batch/work_queue.h"

#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <new>
#include <thread>

#include "text/error.h"

namespace taraz {
namespace {

std::vector<DocumentSet> sets_of(std::size_t count, std::uint64_t scale) {
  std::vector<DocumentSet> out(count);
  for (std::size_t k = 0; k < count; ++k) {
    out[k].id = "set " + std::to_string(k);
    out[k].bytes = (k * 7919 % 101) * scale;
  }
  return out;
}

std::vector<const DocumentSet*> views(const std::vector<DocumentSet>& sets) {
  std::vector<const DocumentSet*> out;
  for (const DocumentSet& s : sets) out.push_back(&s);
  return out;
}

TEST(WorkQueue, EverySetOnceWhateverTheThreadsAndTheMemory) {
  const auto sets = sets_of(300, 100000);
  for (const unsigned threads : {1U, 2U, 5U})
    for (const std::uint64_t memory : {std::uint64_t{1}, std::uint64_t{1} << 28}) {
      std::map<std::string, int> seen;
      std::atomic<std::uint64_t> in_use{0}, most{0};
      std::atomic<int> at_work{0};
      run_by_size(
          views(sets), {threads, memory},
          [&](const DocumentSet& set) {
            const std::uint64_t now = in_use += memory_of(set);
            const int others = at_work++;
            EXPECT_TRUE(now <= memory || others == 0);
            for (std::uint64_t before = most; before < now && !most.compare_exchange_weak(before, now);) {
            }
            std::this_thread::yield();
            --at_work;
            in_use -= memory_of(set);
            return SetOutcome{};
          },
          [&](std::vector<SetOutcome> outcomes) {
            for (const SetOutcome& o : outcomes) ++seen[o.record.id];
          });
      EXPECT_EQ(seen.size(), sets.size());
      for (const auto& [id, count] : seen) EXPECT_EQ(count, 1) << id;
    }
}

TEST(WorkQueue, TheLargestFirst) {
  const auto sets = sets_of(50, 1000);
  std::vector<std::uint64_t> sizes;
  run_by_size(
      views(sets), {1, 1},
      [&](const DocumentSet& set) {
        sizes.push_back(set.bytes);
        return SetOutcome{};
      },
      [](std::vector<SetOutcome>) {});
  EXPECT_TRUE(std::is_sorted(sizes.rbegin(), sizes.rend()));
}

TEST(WorkQueue, AFailureIsTheSetsOwn) {
  const auto sets = sets_of(30, 1);
  std::size_t failed = 0, taken = 0;
  run_by_size(
      views(sets), {2, 1 << 30},
      [&](const DocumentSet& set) -> SetOutcome {
        if (set.id.ends_with('3')) throw Error("broken");
        if (set.id.ends_with('4')) throw std::bad_alloc();
        return {};
      },
      [&](std::vector<SetOutcome> outcomes) {
        for (const SetOutcome& o : outcomes) {
          ++taken;
          failed += o.record.reason == "broken" || o.record.reason == "out of memory";
        }
      });
  EXPECT_EQ(taken, 30U);
  EXPECT_EQ(failed, 6U);
}

TEST(WorkQueue, WhenWritingFailsTheThreadsEnd) {
  const auto sets = sets_of(500, 1);
  std::atomic<int> worked{0};
  EXPECT_THROW(run_by_size(
                   views(sets), {3, 1 << 30},
                   [&](const DocumentSet&) {
                     ++worked;
                     return SetOutcome{};
                   },
                   [](std::vector<SetOutcome>) { throw Error("disk full"); }),
               Error);
  EXPECT_LT(worked, 500);
}

}  // namespace
}  // namespace taraz
