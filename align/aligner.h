// The alignment engine's face: two to N segmented documents in, one monotone Alignment out.
#ifndef TARAZ_ALIGN_ALIGNER_H_
#define TARAZ_ALIGN_ALIGNER_H_

#include <memory>
#include <span>
#include <vector>

#include "align/alignment.h"
#include "text/document.h"

namespace taraz {

struct AlignOptions {
  bool use_lexicon = true;  // the shipped lexicons; --no-lexicon
  bool use_names = true;    // names across scripts; --no-names
  unsigned threads = 0;     // 0: as many as the machine has; the result is the same
};

// Three and more documents: the beads of all, and the alignments of the pairs (0, 1), (0, 2) ... (1, 2) ...,
// which may be finer: beads of two documents that a third ties together stay apart there.
struct JointAlignment {
  Alignment joint;
  std::vector<Alignment> pairs;
};

// Aligns documents. Reusable; const calls are thread-safe.
class Aligner {
 public:
  explicit Aligner(AlignOptions options = {});
  ~Aligner();

  // REQUIRES: at least two documents, all segmented, none null. Every segment of every document is in exactly
  // one bead, in order; no segments on any side: no beads; segments on one side only: beads of that side
  // alone. Time and memory are linear in the number of segments.
  Alignment align(std::span<const Document* const> documents) const;
  JointAlignment align_jointly(std::span<const Document* const> documents) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ALIGNER_H_
