#include "io/extract/text_block.h"

#include "text/utf8.h"

namespace taraz {

void emit_block(const BlockSink& sink, BlockKind kind, std::string_view text) {
  text = trim(text);
  if (!text.empty()) sink({kind, std::string(text)});
}

}  // namespace taraz
