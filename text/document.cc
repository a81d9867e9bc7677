#include "text/document.h"

#include <utility>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {

std::string_view name_of(SegmentKind kind) {
  switch (kind) {
    case SegmentKind::sentence: return "sentence";
    case SegmentKind::heading: return "heading";
    case SegmentKind::list_item: return "list item";
    case SegmentKind::boilerplate: return "boilerplate";
  }
  return "sentence";
}

Document::Document(std::string id, Language language, std::string text)
    : id_(std::move(id)), language_(std::move(language)), text_(std::move(text)) {
  if (text_.size() > 0xFFFFFFF0u) throw Error(id_ + ": a document of 4 GiB or more; split it first");
}

void Document::set_segments(std::vector<Segment> segments) {
  std::uint32_t at = 0, paragraph = 0;
  const auto inside_code_point = [&](std::uint32_t i) {
    return i < text_.size() && (static_cast<unsigned char>(text_[i]) & 0xC0) == 0x80;
  };
  for (const Segment& s : segments) {
    if (s.span.begin < at || s.span.end < s.span.begin || s.span.end > text_.size() || s.paragraph < paragraph ||
        inside_code_point(s.span.begin) || inside_code_point(s.span.end))
      throw Error(id_ + ": segments overlap or are out of order at byte " + std::to_string(s.span.begin));
    at = s.span.end;
    paragraph = s.paragraph;
  }
  segments_ = std::move(segments);
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
