// The anchors of units for the review page, as web/anchors.js reads them. Internal to io/.
#ifndef TARAZ_IO_REVIEW_ANCHORS_H_
#define TARAZ_IO_REVIEW_ANCHORS_H_

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "corpus/translation_unit.h"

namespace taraz {

// Units separated by ';': for every column the number of marks, and for every mark the distance from the mark
// before, its length (both in UTF-16 units) and 4 * group + kind, in base-64 digits of five bits, lowest
// first. A group gathers what says the same in several columns; group 0 has no partner. Kind: 0 number, 1
// date, 2 name, 3 other. Marks do not overlap. Units without marks are empty; so is the whole when no unit
// has any. `places[i]` are the columns of the variants of unit i.
std::string review_anchors(std::span<const TranslationUnit> units,
                           const std::vector<std::vector<std::size_t>>& places,
                           const std::vector<Language>& columns);

}  // namespace taraz

#endif  // TARAZ_IO_REVIEW_ANCHORS_H_
