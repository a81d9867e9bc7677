// The statistics of a corpus as JSON, and as one HTML page without scripts.
#ifndef TARAZ_IO_STATISTICS_PAGE_H_
#define TARAZ_IO_STATISTICS_PAGE_H_

#include <string>

#include "corpus/mt/statistics.h"

namespace taraz {

// One object, keys in a fixed order, one line with its line feed.
std::string statistics_json(const CorpusStatistics& statistics);

// A self-contained page: a table and bar charts, readable without colour; `title` is any text.
std::string statistics_html(const CorpusStatistics& statistics, const std::string& title);

}  // namespace taraz

#endif  // TARAZ_IO_STATISTICS_PAGE_H_
