// Hashes of the documents of many sets, without reading again what has not changed.
#ifndef TARAZ_IO_BATCH_INPUT_HASHES_H_
#define TARAZ_IO_BATCH_INPUT_HASHES_H_

#include <functional>
#include <string>
#include <vector>

#include "io/batch/document_set.h"
#include "io/batch/state_store.h"

namespace taraz {

struct HashedSet {
  const DocumentSet* set = nullptr;
  std::string inputs;             // of languages, kinds of file and contents; names and places do not matter
  std::vector<FileMemory> files;  // as they were when they were hashed

  // Whether the files still are what was hashed, by size and times.
  bool unchanged() const;
};

// In the order of `sets`. What was read is remembered in `state`. A file that cannot be read counts as empty
// of another kind, so that the hash changes when it appears.
std::vector<HashedSet> hash_inputs(const std::vector<const DocumentSet*>& sets, StateStore& state,
                                   unsigned threads, const std::function<void(std::size_t)>& progress);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_INPUT_HASHES_H_
