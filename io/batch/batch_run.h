// A batch: document sets in, one result each out, safe to stop at any moment.
//
//   BatchOptions options;
//   options.output = "out";
//   BatchReport report = run_batch(plan_folder("in", {}), options, listener);
#ifndef TARAZ_IO_BATCH_BATCH_RUN_H_
#define TARAZ_IO_BATCH_BATCH_RUN_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "io/batch/batch_settings.h"
#include "io/batch/document_set.h"
#include "io/batch/record.h"
#include "io/batch/work_queue.h"

namespace taraz {

struct BatchOptions {
  std::string output;  // folder; made when it is not there
  BatchSettings settings;
  // Lexicons are learned from the sets first, from at most so many of them (chosen by the hash of the id); 0:
  // none.
  std::size_t learn_from = 5000;
  bool only_learn = false;              // stop when the lexicons are there
  bool keep_lexicon = false;            // use those learned earlier here, whatever has changed since
  bool retry = false;                   // sets that failed before, too
  bool prune = false;                   // remove results of sets that are no longer there
  std::uint32_t shard = 0, shards = 1;  // work only on the sets of this shard, 0-based
  std::string joined;                   // also all results in one file, by its name's format; empty: none
  QueueOptions queue;
};

// All members are called on the thread that called run_batch().
class BatchListener {
 public:
  virtual ~BatchListener() = default;
  // A phase begins: "hash", "first pass", "learn", "align", "join"; so many sets, or bytes of them where
  // known.
  virtual void phase(std::string_view /*name*/, std::size_t /*sets*/, std::uint64_t /*bytes*/) {}
  virtual void progress(std::size_t /*sets*/) {}           // of "hash", "learn" and "join"
  virtual void finished(const SetOutcome& /*outcome*/) {}  // of "first pass" and "align"; bytes are gone
  virtual void remark(const std::string& /*text*/) {}      // for people: a damaged state file ...
};

struct BatchReport {
  std::vector<SetRecord> records;     // of all sets of the shard, by id
  std::size_t aligned = 0;            // in this run
  std::size_t unchanged = 0;          // done before
  std::size_t failed = 0;             // in this run or before
  std::vector<std::string> gone;      // ids with a result, but no longer in the plan
  std::vector<std::string> lexicons;  // paths of the learned lexicons
};

// Does what is missing, and only that: a set whose documents, settings and result are what they were is left
// alone. The results are the same bytes whatever the number of threads, and however often the batch was
// stopped before. A set that fails has a record with the reason and no result; it stops nothing. Throws Error
// when the folder is in use by another batch or cannot be written (disk full ...); what is done is kept then.
BatchReport run_batch(const BatchPlan& plan, const BatchOptions& options, BatchListener& listener);

// ".tsv", ".tmx", ".jsonl", ".beads".
std::string result_ending(UnitFormat format);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_BATCH_RUN_H_
