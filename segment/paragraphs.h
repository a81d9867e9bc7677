// Paragraph recovery: which lines belong together, and what each paragraph is.
#ifndef TARAZ_SEGMENT_PARAGRAPHS_H_
#define TARAZ_SEGMENT_PARAGRAPHS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/document.h"
#include "text/span.h"

namespace taraz {

struct SentenceTables;

struct Paragraph {
  ByteSpan span;                             // without outer white space, never empty; may hold line breaks
  std::uint32_t number = 0;                  // counted from 0, never decreasing
  SegmentKind kind = SegmentKind::sentence;  // heading only when it has no sentence end inside
  bool whole = false;                        // one segment, not to be split: boilerplate, table rows
};

// The paragraphs of a text, in order; between them stands only white space.
// A line is a paragraph unless the text is hard-wrapped there (segment/paragraphs.cc says how that is seen);
// a sentence broken by an empty line is one paragraph. REQUIRES: valid UTF-8 below 4 GiB. O(bytes);
// thread-safe.
std::vector<Paragraph> find_paragraphs(std::string_view text, const SentenceTables& tables);

// The same of a document whose format names blocks: headings, list items, table cells and captions are paragraphs as
// they are (a heading of up to 160 columns whole), boilerplate too; runs of paragraphs and lines are judged
// as above, since web pages put headings and halves of paragraphs there. Without blocks as above.
std::vector<Paragraph> find_paragraphs(const Document& document, const SentenceTables& tables);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_PARAGRAPHS_H_
