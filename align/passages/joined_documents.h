// Documents of one language joined to one, so that words, anchors and evidence are made once for a
// collection.
#ifndef TARAZ_ALIGN_PASSAGES_JOINED_DOCUMENTS_H_
#define TARAZ_ALIGN_PASSAGES_JOINED_DOCUMENTS_H_

#include <cstdint>
#include <span>
#include <vector>

#include "align/passages/passage_link.h"
#include "text/document.h"

namespace taraz {

class JoinedDocuments {
 public:
  // `members` are indices into `collection`, all of one language, in rising order. Boilerplate segments are
  // left out. REQUIRES: segmented documents. Throws Error when they are 4 GiB or more together.
  JoinedDocuments(std::span<const Document* const> collection, std::vector<std::uint32_t> members);

  const Document& document() const { return joined_; }
  std::uint32_t size() const { return joined_.size(); }  // segments
  std::uint32_t document_of(std::uint32_t segment) const {
    return owner_[segment];
  }  // index into the collection
  std::uint32_t original(std::uint32_t segment) const {
    return original_[segment];
  }  // its number in its document
  // True when the two neighbours in the joined text are neighbours in one document.
  bool adjacent(std::uint32_t segment) const {  // segment and segment + 1
    return segment + 1 < size() && owner_[segment] == owner_[segment + 1] &&
           original_[segment] + 1 == original_[segment + 1];
  }
  Passage passage(SegmentRange joined) const;

 private:
  std::vector<std::uint32_t> owner_, original_;
  Document joined_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_JOINED_DOCUMENTS_H_
