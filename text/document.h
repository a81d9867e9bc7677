// Document and Segment: a document owns its text once, everything else is byte spans into it.
#ifndef TARAZ_TEXT_DOCUMENT_H_
#define TARAZ_TEXT_DOCUMENT_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/span.h"

namespace taraz {

enum class SegmentKind : std::uint8_t { sentence, heading, list_item, boilerplate };
std::string_view name_of(SegmentKind kind);  // "sentence", "heading", "list item", "boilerplate"

struct Segment {
  ByteSpan span;                // of Document::text(), without outer white space
  std::uint32_t paragraph = 0;  // counted from 0, never decreasing
  SegmentKind kind = SegmentKind::sentence;

  friend bool operator==(const Segment&, const Segment&) = default;
};

// What a document format says about a stretch of text.
enum class BlockKind : std::uint8_t {
  paragraph,  // running text of one paragraph, without line breaks of layout
  heading,
  list_item,
  table_cell,
  caption,
  boilerplate,  // navigation, share links and the like, as far as the format or the link density shows
  lines,        // text whose line breaks may be layout (plain text, PDF): the segmenter recovers paragraphs
};
std::string_view name_of(BlockKind kind);  // "paragraph", "heading", "list-item", "table-cell" ...

struct DocumentBlock {
  ByteSpan span;  // of Document::text()
  BlockKind kind = BlockKind::paragraph;

  friend bool operator==(const DocumentBlock&, const DocumentBlock&) = default;
};

// Text with a name, a language, the blocks that its format names and, once segmented, its segments.
// Invariants: text() is valid UTF-8 below 4 GiB; blocks, and segments, are in order, disjoint, begin and end
// on code points. Spans stay valid when a Document moves. Const access is safe from several threads.
class Document {
 public:
  // Throws Error when the text is 4 GiB or more. REQUIRES: valid UTF-8.
  Document(std::string id, Language language, std::string text);

  const std::string& id() const { return id_; }  // usually the path it came from
  const Language& language() const { return language_; }
  std::string_view text() const { return text_; }

  std::span<const Segment> segments() const { return segments_; }
  std::uint32_t size() const { return static_cast<std::uint32_t>(segments_.size()); }
  // REQUIRES: index < size(). The view lives as long as the Document stays where it is.
  std::string_view text(std::uint32_t index) const { return segments_[index].span.of(text_); }
  // The segments of a range on one line, joined by one space; a line break inside becomes one space.
  std::string text_of(SegmentRange range) const;

  // None for plain text. What lies between blocks is layout.
  std::span<const DocumentBlock> blocks() const { return blocks_; }

  // Throw Error when the segments or blocks break the invariants (a bug in the caller, or a user's bad
  // rules).
  void set_segments(std::vector<Segment> segments);
  void set_blocks(std::vector<DocumentBlock> blocks);

 private:
  std::string id_;
  Language language_;
  std::string text_;
  std::vector<DocumentBlock> blocks_;
  std::vector<Segment> segments_;
};

}  // namespace taraz

#endif  // TARAZ_TEXT_DOCUMENT_H_
