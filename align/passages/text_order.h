// Whether two aligned texts are translations in one order, and which passages of the second stand elsewhere.
#ifndef TARAZ_ALIGN_PASSAGES_TEXT_ORDER_H_
#define TARAZ_ALIGN_PASSAGES_TEXT_ORDER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "align/aligner.h"
#include "align/alignment.h"
#include "text/document.h"
#include "text/span.h"

namespace taraz {

struct TextOrder {
  // Segments of each side that have a counterpart, in order or not, as a share of those that count
  // (boilerplate does not), 0..1.
  std::array<double, 2> matched{};
  // The segments of the second document in the order of the first, as ranges that follow each other; one
  // range or none: the order is the same.
  std::vector<SegmentRange> pieces;
  // Whether the words of the two languages are known, so that a low share means something.
  bool judged = false;
};

// Looks at what an alignment left without a counterpart or paired without confidence: do passages of one side
// stand elsewhere on the other? A translation in order leaves little, so this costs little.
// REQUIRES: `alignment` is of these two documents, by the engine. O(what was left, and the number of beads);
// of documents of 5,000 segments and more only runs of 4 and more are looked at, up to 2,000 segments a side.
TextOrder find_order(const Document& first, const Document& second, const Alignment& alignment,
                     const AlignOptions& options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_TEXT_ORDER_H_
