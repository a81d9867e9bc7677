// Document sets handed out to threads, the largest first, as many at once as memory allows.
#ifndef TARAZ_IO_BATCH_WORK_QUEUE_H_
#define TARAZ_IO_BATCH_WORK_QUEUE_H_

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "io/batch/document_set.h"
#include "io/batch/record.h"

namespace taraz {

struct SetOutcome {
  const DocumentSet* set = nullptr;
  SetRecord record;    // id, facts, reason
  std::string bytes;   // of the result, or the beads of the first pass
  double seconds = 0;  // of one thread
};

struct QueueOptions {
  unsigned threads = 0;                           // 0: as many as the machine has
  std::uint64_t memory = std::uint64_t{1} << 30;  // bytes that sets at work may need together, by estimate
};

// What aligning a set needs at most, by the size of its files: measured, see bench/README.md.
std::uint64_t memory_of(const DocumentSet& set);

// Calls work(set) for every set, each once, on several threads; exceptions become the outcome's reason. A set
// that needs more than all memory runs alone. `take` gets the outcomes as they come, several at a time, on
// the calling thread; when it throws, the threads finish what they are at and the exception goes on. Outcomes
// that wait to be taken are few.
void run_by_size(std::vector<const DocumentSet*> sets, const QueueOptions& options,
                 const std::function<SetOutcome(const DocumentSet&)>& work,
                 const std::function<void(std::vector<SetOutcome>)>& take);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_WORK_QUEUE_H_
