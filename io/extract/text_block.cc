#include "io/extract/text_block.h"

#include "text/utf8.h"

namespace taraz {

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

void emit_block(const BlockSink& sink, BlockKind kind, std::string_view text) {
  text = trim(text);
  if (!text.empty()) sink({kind, std::string(text)});
}

}  // namespace taraz
