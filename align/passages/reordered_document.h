// A document whose segments stand in another order, or only some of them.
#ifndef TARAZ_ALIGN_PASSAGES_REORDERED_DOCUMENT_H_
#define TARAZ_ALIGN_PASSAGES_REORDERED_DOCUMENT_H_

#include <cstdint>
#include <span>
#include <vector>

#include "text/document.h"
#include "text/span.h"

namespace taraz {

// A copy of some segments of a document, in an order of one's own. Knows which they were.
class ReorderedDocument {
 public:
  // REQUIRES: numbers of segments of `source`. Throws Error when the copy is 4 GiB or more. O(text).
  ReorderedDocument(const Document& source, std::vector<std::uint32_t> order);
  // The same of pieces that follow each other.
  ReorderedDocument(const Document& source, std::span<const SegmentRange> pieces);

  const Document& document() const { return document_; }
  std::uint32_t original(std::uint32_t segment) const { return order_[segment]; }
  // REQUIRES: neighbours in the copy that are neighbours in the source, in the same order.
  SegmentRange original(SegmentRange range) const;
  // Segments of the copy that do not follow, in the source, the one before them. Rising.
  std::vector<std::uint32_t> joints() const;

 private:
  std::vector<std::uint32_t> order_;
  Document document_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_REORDERED_DOCUMENT_H_
