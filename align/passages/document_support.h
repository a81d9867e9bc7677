// How much two documents share besides a passage: passages of documents about one thing are likelier to be
// about one thing.
#ifndef TARAZ_ALIGN_PASSAGES_DOCUMENT_SUPPORT_H_
#define TARAZ_ALIGN_PASSAGES_DOCUMENT_SUPPORT_H_

#include <array>
#include <cstdint>
#include <functional>
#include <unordered_map>
#include <vector>

#include "text/span.h"

namespace taraz {

// Every segment votes for the document of the other side in which its best counterpart stands, by how good
// that is, and for others whose best is nearly as good. Immutable once all votes are in.
class DocumentSupport {
 public:
  using DocumentOf = std::function<std::uint32_t(int side, std::uint32_t segment)>;
  DocumentSupport(DocumentOf document_of, std::uint32_t first_size, std::uint32_t second_size);

  // A pair of segments and its score, in nats. Call for all pairs, then count() once.
  void add(std::uint32_t first, std::uint32_t second, float score);
  void count();
  // Share of the votes of the two documents that go to each other, without those of the passages: 0..2.
  double of(SegmentRange first, SegmentRange second) const;

 private:
  struct Vote {
    std::uint32_t document = 0;
    float score = 0.0F;
  };
  double vote(int k, std::uint32_t i, const Vote& vote) const;

  DocumentOf document_of_;
  std::array<std::vector<std::vector<Vote>>, 2> best_;              // of each segment, by document
  std::array<std::unordered_map<std::uint32_t, double>, 2> sizes_;  // segments of each document
  std::array<std::unordered_map<std::uint64_t, double>, 2> votes_;  // of the pairs (own, other)
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_DOCUMENT_SUPPORT_H_
