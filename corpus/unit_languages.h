// Choosing some of a unit's languages.
#ifndef TARAZ_CORPUS_UNIT_LANGUAGES_H_
#define TARAZ_CORPUS_UNIT_LANGUAGES_H_

#include <cstddef>
#include <span>
#include <string>

#include "corpus/translation_unit.h"

namespace taraz {

// The part of a kind such as "2-0-1" that belongs to the sides at `places`: "2-1" for 0 and 2. A kind of
// another shape
// ("comparable") stays as it is. `sides` is the number of the unit's variants.
std::string kind_of_sides(const std::string& kind, std::size_t sides, std::span<const std::size_t> places);

// Leaves the variants of `languages`, in their order, each at most once: the one with exactly that tag, or
// else the first whose tag begins with it ("en" takes "en-GB", and the variant is "en" from then on). The
// kind follows. False when nothing with a text is left.
bool select_languages(TranslationUnit& unit, std::span<const Language> languages);

}  // namespace taraz

#endif  // TARAZ_CORPUS_UNIT_LANGUAGES_H_
