// The alignment as the review page holds it: JSON by columns, with what follows from the unit before left
// out. Internal to io/; web/page_data.js reads it.
#ifndef TARAZ_IO_REVIEW_DATA_H_
#define TARAZ_IO_REVIEW_DATA_H_

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "io/review_page.h"

namespace taraz {

// For every variant of the unit its column. Throws Error when one has none.
std::vector<std::size_t> columns_of_variants(const TranslationUnit& unit,
                                             const std::vector<Language>& columns);

// The page's data as JSON that may stand in a <script> element: no '<', U+2028 or U+2029.
std::string review_data(std::span<const TranslationUnit> units, const ReviewPageOptions& options);

// A JSON string of that kind, quotes included.
void append_script_string(std::string& out, std::string_view text);

}  // namespace taraz

#endif  // TARAZ_IO_REVIEW_DATA_H_
