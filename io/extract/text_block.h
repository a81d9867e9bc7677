// What a document reader gives: the text of a document block by block, with what the format says about each.
#ifndef TARAZ_IO_EXTRACT_TEXT_BLOCK_H_
#define TARAZ_IO_EXTRACT_TEXT_BLOCK_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace taraz {

enum class BlockKind : std::uint8_t {
  paragraph,  // running text of one paragraph, without line breaks of layout
  heading,
  list_item,
  table_cell,
  caption,
  boilerplate,  // navigation, share links and the like, as far as the format or the link density shows
  lines,        // text whose line breaks may be layout (plain text, PDF): the segmenter recovers paragraphs
};
std::string_view name_of(BlockKind kind);  // "paragraph", "list-item" ...

// A block of text: valid UTF-8, trimmed, not empty.
struct TextBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string text;

  friend bool operator==(const TextBlock&, const TextBlock&) = default;
};

using BlockSink = std::function<void(TextBlock&&)>;

// Hands a block on unless it is empty after trimming.
void emit_block(const BlockSink& sink, BlockKind kind, std::string_view text);

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_TEXT_BLOCK_H_
