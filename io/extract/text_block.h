// What a document reader gives: the text of a document block by block, with what the format says about each.
#ifndef TARAZ_IO_EXTRACT_TEXT_BLOCK_H_
#define TARAZ_IO_EXTRACT_TEXT_BLOCK_H_

#include <functional>
#include <string>
#include <string_view>

#include "text/document.h"

namespace taraz {

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
