// The parts of a batch joined into one output folder.
#ifndef TARAZ_IO_BATCH_MERGE_H_
#define TARAZ_IO_BATCH_MERGE_H_

#include <string>
#include <vector>

#include "io/batch/batch_run.h"
#include "io/unit_writer.h"

namespace taraz {

struct MergeOptions {
  std::string output;    // folder
  std::string joined;    // as BatchOptions::joined
  bool partial = false;  // also when parts lack or have not ended
  // Of results of workers, and of the joined file.
  UnitFormat format = UnitFormat::tsv;
  UnitWriterOptions writer;
};

// `parts`: output folders of batches, or files of worker results, not both. All folders of one batch with
// --shard give what the batch without it gives, byte for byte, and a folder that `taraz batch` goes on with.
// Folders without shards are simply put together. Started again it does what is missing. Throws Error: a
// shard lacks or has not ended, shards of different batches or settings, one id with two results, damaged
// results; FormatError for worker results.
BatchReport merge_parts(const std::vector<std::string>& parts, const MergeOptions& options,
                        BatchListener& listener);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_MERGE_H_
