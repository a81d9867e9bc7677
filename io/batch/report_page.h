// The page that shows how a batch went.
#ifndef TARAZ_IO_BATCH_REPORT_PAGE_H_
#define TARAZ_IO_BATCH_REPORT_PAGE_H_

#include <string>
#include <vector>

#include "io/batch/record.h"

namespace taraz {

// A self-contained page: failed sets with their reasons, then all others by rising confidence. The same
// records give the same bytes.
std::string batch_report_html(const std::vector<SetRecord>& records, const std::string& title);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_REPORT_PAGE_H_
