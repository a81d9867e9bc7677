// Tested by tests/align/passages/comparable_finder_test.cc.
#include "align/passages/plain_words.h"

#include <algorithm>
#include <string_view>

#include "text/data_tables.h"
#include "text/fold.h"

namespace taraz {

PlainWords plain_words(const Language& language) {
  PlainWords out;
  const std::string base(language.base());
  if (const std::string table = "corpus/stopwords." + base + ".tsv"; has_data_file(table))
    for (const DataRow& row : data_rows(table, 2))
      if (row.cells[1] != "content") out.function.insert(fold(row.cells[0]));
  for (const char* table : {"anchors/number_words.tsv", "anchors/months.tsv", "anchors/time_words.tsv"})
    for (const DataRow& row : data_rows(table, 4)) {
      if (row.cells[0] != base) continue;
      std::string_view rest = row.cells[3];
      while (!rest.empty()) {
        const std::size_t comma = std::min(rest.find(','), rest.size());
        out.time.insert(fold(rest.substr(0, comma)));
        rest.remove_prefix(std::min(rest.size(), comma + 1));
      }
    }
  return out;
}

}  // namespace taraz
