// Sentence vectors as evidence: how much more alike two blocks are than blocks taken at random (vecalign,
// Thompson and Koehn 2019, normalises so too).
#ifndef TARAZ_ALIGN_ENGINE_VECTOR_EVIDENCE_H_
#define TARAZ_ALIGN_ENGINE_VECTOR_EVIDENCE_H_

#include <cstdint>
#include <vector>

#include "align/engine/vector_table.h"
#include "text/document.h"

namespace taraz {

class VectorEvidence {
 public:
  // Looks up every run of up to 8 segments. The tables must outlive the evidence. Throws Error when the
  // dimensions differ, or when a table knows less than half of the segments of its document. O(segments).
  VectorEvidence(const Document& first, const VectorTable& first_vectors, const Document& second,
                 const VectorTable& second_vectors);

  // Ln odds that the blocks translate each other; 0 where a block has no vector. Rises with the number of
  // segments.
  double log_odds(std::uint32_t first, std::uint32_t m, std::uint32_t second, std::uint32_t n) const;

 private:
  const VectorTable* tables_[2];
  std::vector<std::uint32_t> rows_[2];  // [segment * 8 + length - 1]
  double mean_ = 0;                     // cosine of random pairs
  double deviation_ = 1;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_VECTOR_EVIDENCE_H_
