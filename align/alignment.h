// Bead and Alignment: which segments of two or more documents say the same, in order.
#ifndef TARAZ_ALIGN_ALIGNMENT_H_
#define TARAZ_ALIGN_ALIGNMENT_H_

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "text/span.h"

namespace taraz {

// Groups of consecutive segments, one per document, that translate each other; a side may be empty.
struct Bead {
  std::vector<SegmentRange> sides;  // in the order of the documents; not all empty
  double cost = 0.0;                // the engine's: minus the ln odds of the evidence, lower is better
  double confidence = 0.0;          // posterior probability that exactly this bead is right, 0..1

  bool complete() const;            // no side is empty
  std::string kind() const;         // "1-1", "2-1", "0-1", "1-1-2"
  friend bool operator==(const Bead&, const Bead&) = default;
};

// A monotone alignment of N documents.
// Invariant: on every side the ranges of the beads partition [0, segments of that document), in order.
class Alignment {
 public:
  Alignment() = default;
  // Throws Error when the beads do not partition every side. `sizes[k]` is the number of segments of document k.
  static Alignment from_beads(std::vector<Bead> beads, std::vector<std::uint32_t> sizes);

  std::span<const Bead> beads() const { return beads_; }
  std::size_t sides() const { return sizes_.size(); }
  std::uint32_t size(std::size_t side) const { return sizes_[side]; }

 private:
  std::vector<Bead> beads_;
  std::vector<std::uint32_t> sizes_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ALIGNMENT_H_
