// The output folder of a batch: lock, state, seals and results, kept in step.
#ifndef TARAZ_IO_BATCH_OUTPUT_FOLDER_H_
#define TARAZ_IO_BATCH_OUTPUT_FOLDER_H_

#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "io/batch/folder_lock.h"
#include "io/batch/record.h"
#include "io/batch/result_files.h"
#include "io/batch/seals.h"
#include "io/batch/state_store.h"

namespace taraz {

// A finished set on its way to the disk.
struct Finished {
  SetRecord record;   // without hash and size of the result
  std::string bytes;  // of the result
};

// OUT/.taraz/{lock,state.sqlite,seals.tsv,lexicon,tmp}. Order of writing, so that a crash between two steps
// costs work at most: result files, seals, database. Not thread-safe. Throws Error as its parts do.
class OutputFolder {
 public:
  // Makes, locks and opens the folder. `ending`: of the results; empty: as the batch before had it.
  OutputFolder(std::string folder, std::string ending);

  StateStore& state() { return *state_; }
  const std::map<std::string, SetRecord>& records() const { return records_; }
  const Seals& seals() const { return seals_; }

  std::string path_of(const std::string& id) const;  // of the result
  // Whether the result of the record is on the disk as it was written.
  bool has_result(const SetRecord& record) const;

  // Writes results and remembers them. A result whose name cannot be made becomes a failed record. Failed
  // records: their former result is removed. Returns the records as they are now.
  std::vector<SetRecord> keep(std::vector<Finished> finished);
  // Removes the result and the memory of a set.
  void forget(const std::string& id);

  // A name below .taraz/tmp, where what a dead process leaves is removed by the next.
  std::string temporary_path(const std::string& name) const { return hidden_ + "/tmp/" + name; }

  // Files below .taraz/lexicon, written whole, and their seal.
  void keep_lexicons(const std::string& key,
                     const std::vector<std::pair<std::string, std::string>>& name_and_bytes);
  void invalidate_lexicons(const std::string& key);
  std::string lexicon_path(const std::string& name) const;

 private:
  void reconcile();
  void remove_result(const SetRecord& record);

  std::string folder_, hidden_, ending_;
  std::unique_ptr<FolderLock> lock_;
  std::unique_ptr<ResultFiles> files_;
  std::unique_ptr<StateStore> state_;
  Seals seals_;
  std::unique_ptr<SealWriter> sealing_;
  std::map<std::string, SetRecord> records_;
};

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_OUTPUT_FOLDER_H_
