// How well an alignment agrees with a gold standard: strict and lax precision and recall, as vecalign scores
// them.
#ifndef TARAZ_CORPUS_EVALUATE_H_
#define TARAZ_CORPUS_EVALUATE_H_

#include <cstdint>
#include <span>
#include <vector>

namespace taraz {

// Segment indices per document, two documents or more, in the order they are written in.
using BeadIndices = std::vector<std::vector<std::uint32_t>>;

// Beads with an empty side do not count. Strict: the same bead. Lax: a bead that shares a segment on every
// side.
struct MatchCounts {
  std::uint64_t gold = 0;        // beads of the gold standard
  std::uint64_t hypothesis = 0;  // beads of the alignment
  std::uint64_t strict = 0;      // beads of the alignment that are in the gold standard
  std::uint64_t lax = 0;         // beads of the alignment that share with a gold bead
  std::uint64_t lax_found = 0;   // gold beads that share with a bead of the alignment

  MatchCounts& operator+=(const MatchCounts& other);
  friend bool operator==(const MatchCounts&, const MatchCounts&) = default;
};

// REQUIRES: all beads have the same number of sides. O(total number of indices), more only where beads
// overlap.
MatchCounts count_matches(std::span<const BeadIndices> gold, std::span<const BeadIndices> hypothesis);

struct Agreement {
  double precision = 0, recall = 0, f1 = 0;  // 0..1; 0 where nothing counts
};
Agreement strict_agreement(const MatchCounts& counts);
Agreement lax_agreement(const MatchCounts& counts);

}  // namespace taraz

#endif  // TARAZ_CORPUS_EVALUATE_H_
