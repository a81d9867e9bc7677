// Document sets out of any pile of files, by what they say.
#ifndef TARAZ_IO_BATCH_CONTENT_PAIRS_H_
#define TARAZ_IO_BATCH_CONTENT_PAIRS_H_

#include <string>
#include <vector>

#include "io/batch/batch_settings.h"
#include "io/batch/document_set.h"
#include "io/batch/plan.h"

namespace taraz {

// Reads all files, finds their languages, and puts those together that translate each other, at most one of
// each language. A set's id is the first file's path without what all paths begin with and without its
// ending. Files that cannot be read or have no partner are left out, with the reason. Memory: as
// match_collection().
BatchPlan plan_by_content(const std::vector<std::string>& files, const PlanOptions& options,
                          const BatchSettings& settings);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_CONTENT_PAIRS_H_
