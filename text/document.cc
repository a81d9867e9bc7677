#include "text/document.h"

#include <utility>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {

std::string_view name_of(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::sentence:
      return "sentence";
    case SegmentKind::heading:
      return "heading";
    case SegmentKind::list_item:
      return "list item";
    case SegmentKind::boilerplate:
      return "boilerplate";
  }
  return "sentence";
}

std::string_view name_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::paragraph:
      return "paragraph";
    case BlockKind::heading:
      return "heading";
    case BlockKind::list_item:
      return "list-item";
    case BlockKind::table_cell:
      return "table-cell";
    case BlockKind::caption:
      return "caption";
    case BlockKind::boilerplate:
      return "boilerplate";
    case BlockKind::lines:
      return "lines";
  }
  return "paragraph";
}

namespace {

// Whether `span` of `text` begins at or behind `at`, does not run backwards and cuts no code point.
bool follows(ByteSpan span, std::uint32_t at, std::string_view text) {
  const auto inside_code_point = [&](std::uint32_t i) {
    return i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
  };
  return span.begin >= at && span.end >= span.begin && span.end <= text.size() &&
         !inside_code_point(span.begin) && !inside_code_point(span.end);
}

}  // namespace

Document::Document(std::string id, Language language, std::string text)
    : id_(std::move(id)), language_(std::move(language)), text_(std::move(text)) {
  if (text_.size() > 0xFFFFFFF0u) throw Error(id_ + ": a document of 4 GiB or more; split it first");
}

void Document::set_segments(std::vector<Segment> segments) {
  std::uint32_t at = 0, paragraph = 0;
  for (const Segment& s : segments) {
    if (!follows(s.span, at, text_) || s.paragraph < paragraph)
      throw Error(id_ + ": segments overlap or are out of order at byte " + std::to_string(s.span.begin));
    at = s.span.end;
    paragraph = s.paragraph;
  }
  segments_ = std::move(segments);
}

void Document::set_blocks(std::vector<DocumentBlock> blocks) {
  std::uint32_t at = 0;
  for (const DocumentBlock& b : blocks) {
    if (!follows(b.span, at, text_))
      throw Error(id_ + ": blocks overlap or are out of order at byte " + std::to_string(b.span.begin));
    at = b.span.end;
  }
  blocks_ = std::move(blocks);
}

std::string Document::text_of(SegmentRange range) const {
  std::string out;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (i > range.begin) out += ' ';
    out += on_one_line(text(i));
  }
  return out;
}

}  // namespace taraz
