// Paragraphs of documents whose format names blocks. Tested by tests/segment/block_paragraphs_test.cc.
#include <algorithm>

#include "segment/paragraphs.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kHeadingColumns = 160;

bool is_running_text(BlockKind kind) { return kind == BlockKind::paragraph || kind == BlockKind::lines; }

SegmentKind kind_of(BlockKind kind) {
  switch (kind) {
    case BlockKind::heading:
      return SegmentKind::heading;
    case BlockKind::list_item:
    case BlockKind::table_cell:
      return SegmentKind::list_item;
    case BlockKind::boilerplate:
      return SegmentKind::boilerplate;
    default:
      return SegmentKind::sentence;
  }
}

ByteSpan trimmed(std::string_view text, ByteSpan span) {
  const std::string_view inner = trim(span.of(text));
  const auto begin = static_cast<std::uint32_t>(inner.empty() ? span.begin : inner.data() - text.data());
  return {begin, begin + static_cast<std::uint32_t>(inner.size())};
}

}  // namespace

std::vector<Paragraph> find_paragraphs(const Document& document, const SentenceTables& tables) {
  const std::string_view text = document.text();
  const std::span<const DocumentBlock> blocks = document.blocks();
  if (blocks.empty()) return find_paragraphs(text, tables);
  std::vector<Paragraph> out;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < blocks.size();) {
    if (is_running_text(blocks[i].kind)) {
      ByteSpan run = blocks[i].span;
      for (; i < blocks.size() && is_running_text(blocks[i].kind); ++i) run.end = blocks[i].span.end;
      std::uint32_t next = number;
      for (Paragraph p : find_paragraphs(run.of(text), tables)) {
        p.span.begin += run.begin;
        p.span.end += run.begin;
        p.number += number;
        next = p.number + 1;
        out.push_back(p);
      }
      number = next;
      continue;
    }
    const DocumentBlock& block = blocks[i++];
    const ByteSpan span = trimmed(text, block.span);
    if (span.empty()) continue;
    Paragraph p{span, number++, kind_of(block.kind)};
    p.whole = p.kind == SegmentKind::boilerplate ||
              (p.kind == SegmentKind::heading && count_code_points(span.of(text)) <= kHeadingColumns);
    out.push_back(p);
  }
  return out;
}

}  // namespace taraz
