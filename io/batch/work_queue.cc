// Tested by tests/io/batch/work_queue_test.cc.
#include "io/batch/work_queue.h"

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <ctime>
#include <exception>
#include <mutex>
#include <new>
#include <thread>

#include "text/error.h"

namespace taraz {
namespace {

constexpr std::uint64_t kBytesPerByte = 40;  // of memory, for a byte of plain text
constexpr std::uint64_t kUnpacked = 8;       // bytes of text in a byte of a compressed file
constexpr std::uint64_t kLeast = std::uint64_t{1} << 20;
constexpr std::size_t kMostWaiting = 128;  // outcomes
constexpr std::uint64_t kMostWaitingBytes = std::uint64_t{64} << 20;
constexpr std::size_t kGroup = 32;  // outcomes written together
constexpr auto kPatience = std::chrono::milliseconds(200);

double thread_seconds() {
  timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

class Queue {
 public:
  Queue(std::vector<const DocumentSet*> sets, std::uint64_t memory)
      : sets_(std::move(sets)), memory_(memory) {
    std::sort(sets_.begin(), sets_.end(), [](const DocumentSet* a, const DocumentSet* b) {
      const std::uint64_t x = memory_of(*a), y = memory_of(*b);
      return x != y ? x > y : a->id < b->id;
    });
    taken_.assign(sets_.size(), false);
  }

  // The largest set that fits beside those at work; null when none is left.
  const DocumentSet* next() {
    std::unique_lock lock(guard_);
    for (;;) {
      while (first_ < sets_.size() && taken_[first_]) ++first_;
      if (stopped_ || first_ == sets_.size()) return nullptr;
      if (waiting_outcomes() < kMostWaiting && waiting_bytes_ < kMostWaitingBytes) {
        std::size_t k = first_;
        if (in_use_ > 0) {
          const std::uint64_t room = memory_ > in_use_ ? memory_ - in_use_ : 0;
          k = static_cast<std::size_t>(
              std::partition_point(sets_.begin() + static_cast<std::ptrdiff_t>(first_), sets_.end(),
                                   [&](const DocumentSet* s) { return memory_of(*s) > room; }) -
              sets_.begin());
          while (k < sets_.size() && taken_[k]) ++k;
        }
        if (k < sets_.size()) {
          taken_[k] = true;
          in_use_ += memory_of(*sets_[k]);
          return sets_[k];
        }
      }
      changed_.wait(lock);
    }
  }

  void finished(SetOutcome outcome) {
    {
      const std::lock_guard lock(guard_);
      in_use_ -= memory_of(*outcome.set);
      waiting_bytes_ += outcome.bytes.size();
      outcomes_.push_back(std::move(outcome));
    }
    changed_.notify_all();
  }

  void worker_left() {
    {
      const std::lock_guard lock(guard_);
      --workers_;
    }
    changed_.notify_all();
  }

  void stop() {
    {
      const std::lock_guard lock(guard_);
      stopped_ = true;
    }
    changed_.notify_all();
  }

  // Some outcomes, once there are enough or some time has passed; none when all is over.
  std::vector<SetOutcome> collect() {
    std::unique_lock lock(guard_);
    changed_.wait(lock, [&] { return !outcomes_.empty() || workers_ == 0; });
    changed_.wait_for(lock, kPatience, [&] {
      return outcomes_.size() >= kGroup || waiting_bytes_ >= kMostWaitingBytes / 4 || workers_ == 0;
    });
    std::vector<SetOutcome> out;
    out.swap(outcomes_);
    waiting_bytes_ = 0;
    lock.unlock();
    changed_.notify_all();
    return out;
  }

  void set_workers(unsigned count) { workers_ = count; }

 private:
  std::size_t waiting_outcomes() const { return outcomes_.size(); }

  std::mutex guard_;
  std::condition_variable changed_;
  std::vector<const DocumentSet*> sets_;
  std::vector<bool> taken_;
  std::size_t first_ = 0;
  std::uint64_t memory_, in_use_ = 0, waiting_bytes_ = 0;
  std::vector<SetOutcome> outcomes_;
  unsigned workers_ = 0;
  bool stopped_ = false;
};

}  // namespace

std::uint64_t memory_of(const DocumentSet& set) {
  std::uint64_t text = 0, packed = 0;
  for (const InputFile& file : set.files)
    for (const char* ending : {".gz", ".docx", ".odt", ".epub", ".pdf"})
      if (file.path.ends_with(ending)) {
        ++packed;
        break;
      }
  text = set.bytes;
  if (packed > 0) text *= kUnpacked;
  return kLeast + text * kBytesPerByte;
}

void run_by_size(std::vector<const DocumentSet*> sets, const QueueOptions& options,
                 const std::function<SetOutcome(const DocumentSet&)>& work,
                 const std::function<void(std::vector<SetOutcome>)>& take) {
  if (sets.empty()) return;
  unsigned threads =
      options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
  threads = static_cast<unsigned>(std::min<std::size_t>(threads, sets.size()));
  Queue queue(std::move(sets), options.memory);
  queue.set_workers(threads);
  const auto run = [&] {
    while (const DocumentSet* set = queue.next()) {
      const double start = thread_seconds();
      SetOutcome outcome;
      try {
        outcome = work(*set);
      } catch (const std::bad_alloc&) {
        outcome.record.reason = "out of memory";
      } catch (const std::exception& e) {
        outcome.record.reason = e.what();
        if (outcome.record.reason.empty()) outcome.record.reason = "failed";
      }
      outcome.set = set;
      outcome.record.id = set->id;
      outcome.seconds = thread_seconds() - start;
      queue.finished(std::move(outcome));
    }
    queue.worker_left();
  };
  std::vector<std::thread> pool;
  for (unsigned t = 0; t < threads; ++t) pool.emplace_back(run);
  std::exception_ptr error;
  try {
    for (std::vector<SetOutcome> some; !(some = queue.collect()).empty();) take(std::move(some));
  } catch (...) {
    error = std::current_exception();
    queue.stop();
  }
  for (std::thread& t : pool) t.join();
  if (error) std::rethrow_exception(error);
}

}  // namespace taraz
