// All results of a batch in one file.
#ifndef TARAZ_IO_BATCH_JOINED_OUTPUT_H_
#define TARAZ_IO_BATCH_JOINED_OUTPUT_H_

#include <functional>
#include <string>
#include <vector>

#include "io/batch/output_folder.h"
#include "io/unit_writer.h"

namespace taraz {

// Writes the units of the sets `records` that have a result, in their order, each with the id of its set as
// document and numbered through. Columns: `languages`, then the others by tag. Memory: one unit. REQUIRES:
// results of `from` hold text (not beads). Throws Error as readers and writers do. Nothing is done when the
// file is there and of these results already.
void write_joined(const std::string& path, OutputFolder& folder, UnitFormat from,
                  const std::vector<SetRecord>& records, const std::vector<Language>& languages,
                  UnitWriterOptions options, const std::function<void(std::size_t)>& progress);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_JOINED_OUTPUT_H_
