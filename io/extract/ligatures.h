// Ligatures of the Arabic script in a PDF, whose letters come in the order in which they are read while
// everything else is in the order in which it is drawn.
#ifndef TARAZ_IO_EXTRACT_LIGATURES_H_
#define TARAZ_IO_EXTRACT_LIGATURES_H_

#include <vector>

#include "io/extract/page_word.h"

namespace taraz {

// Turns the letters of ligatures (lam-alef, lillah, Allah) and the marks of one page into the order of
// drawing. O(characters).
void turn_ligatures(std::vector<PageWord>& words);

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_LIGATURES_H_
