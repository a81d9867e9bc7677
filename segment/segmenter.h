// Documents into segments by the rules of each script.
#ifndef TARAZ_SEGMENT_SEGMENTER_H_
#define TARAZ_SEGMENT_SEGMENTER_H_

#include <memory>
#include <string>

#include "text/document.h"

namespace taraz {

class SrxRules;

struct SegmentOptions {
  bool one_per_line = false;  // --segmented: every line is a segment as it is, also an empty one
  bool drop_boilerplate =
      false;  // --drop boilerplate: leave segments of that kind out; the gaps then hold them
  // --rules: a user's SRX rules decide where sentences end, for every language; paragraphs are found as
  // without them.
  std::shared_ptr<const SrxRules> rules = nullptr;
};

// Splits a document into segments: paragraphs first (segment/paragraphs.h; the blocks of a
// document that has them), then sentences inside each: by
// segment/sentences.h for fa, ar, en and for text of unknown language, by ICU's iterator for all others, or
// by SRX rules. Law: the segments and the gaps between them give the text back; gaps hold only layout white
// space (is_white_space), unless drop_boilerplate is set (and what a
// document has between its blocks). Reusable for any number of documents; const calls
// are thread-safe.
class Segmenter {
 public:
  explicit Segmenter(SegmentOptions options = {});
  ~Segmenter();
  Segmenter(Segmenter&&) noexcept;
  Segmenter& operator=(Segmenter&&) noexcept;

  // Sets the segments of `document` by the rules of its language. O(bytes).
  // Throws FormatError when a table of data/segment/ is broken, Error when a user's rule needs more than the
  // bounds of segment/srx_rules.h.
  void segment(Document& document) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace taraz

#endif  // TARAZ_SEGMENT_SEGMENTER_H_
