// Aligning documents that may tell the same in another order, in part, or not at all.
#ifndef TARAZ_ALIGN_PASSAGES_ANY_ORDER_H_
#define TARAZ_ALIGN_PASSAGES_ANY_ORDER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "align/aligner.h"
#include "align/passages/reordered_document.h"
#include "text/document.h"

namespace taraz {

enum class TextRelation : std::uint8_t {
  parallel,    // translations in the same order
  reordered,   // translations, but passages stand elsewhere
  partial,     // one side translates a part of the other
  comparable,  // no translations: about the same thing at best
};

// How a document stands to the first of its set.
struct DocumentRelation {
  TextRelation relation = TextRelation::parallel;
  std::size_t pieces = 1;  // that were put into the order of the first document
  double matched[2] = {};  // share of the segments of the first document and of this that have a counterpart
};

struct AnyOrderAlignment {
  // The documents as they were aligned: those that were reordered are copies. The alignment's segments are
  // theirs.
  std::vector<std::optional<ReorderedDocument>> reordered;  // one per document; the first stays as it is
  std::vector<DocumentRelation> relations;                  // of documents 1, 2 ... to document 0
  JointAlignment aligned;

  // The document that the alignment is of. REQUIRES: `documents` are those that were aligned.
  std::vector<const Document*> views(std::span<const Document* const> documents) const;
  // Segments of the original document.
  SegmentRange original(std::size_t document, SegmentRange range) const;
};

// Aligns in order, looks at what was left, and where passages of another document stand elsewhere than in the
// first, aligns again with that document in the first one's order; no bead then joins segments that are not
// neighbours in their document. A translation in order gets exactly the alignment of Aligner. Where a
// document is `comparable`, the alignment says nothing and PassageMatcher should. REQUIRES: as Aligner.
AnyOrderAlignment align_in_any_order(std::span<const Document* const> documents, AlignOptions options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_ANY_ORDER_H_
