// Documents into segments by the rules of each script.
#ifndef TARAZ_SEGMENT_SEGMENTER_H_
#define TARAZ_SEGMENT_SEGMENTER_H_

#include <memory>
#include <string>

#include "text/document.h"

namespace taraz {

struct SegmentOptions {
  bool one_per_line = false;  // --segmented: every line is a segment as it is, also an empty one
};

// Splits a document into segments. The segments and the gaps between them (layout only) give the text back.
// Reusable for any number of documents; const calls are thread-safe.
class Segmenter {
 public:
  explicit Segmenter(SegmentOptions options = {});
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  // Sets the segments of `document` by the rules of its language. O(bytes).
  void segment(Document& document) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace taraz

#endif  // TARAZ_SEGMENT_SEGMENTER_H_
