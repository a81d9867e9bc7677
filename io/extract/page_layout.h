// The words of a page as paragraphs, headings, list items and table cells.
#ifndef TARAZ_IO_EXTRACT_PAGE_LAYOUT_H_
#define TARAZ_IO_EXTRACT_PAGE_LAYOUT_H_

#include <string>
#include <vector>

#include "io/extract/page_word.h"
#include "io/extract/text_block.h"
#include "io/extract/visual_order.h"

namespace taraz {

struct PageBlock {
  BlockKind kind = BlockKind::paragraph;
  std::string text;
  double top = 0, bottom = 0;  // on the page
  double size = 0;             // of the font
  bool goes_on = false;        // its last line is full and ends no sentence: the next page may go on
};

// What holds for a whole document.
struct PageStyle {
  Direction direction = Direction::left_to_right;
  double size = 0;  // of most characters
};
PageStyle style_of(const std::vector<std::vector<PageWord>>& pages);

// The blocks of a page in reading order, columns one after the other. O(n log n) in the words but for the
// search for columns, which is O(lines squared).
std::vector<PageBlock> lay_out(const std::vector<PageWord>& words, const PageStyle& style);

// The lines of words, each with its pieces between wide gaps.
struct PagePiece {
  std::vector<std::u32string> drawn;  // characters with their marks, from left to right, spaces between words
  double left = 0, right = 0;
};
struct PageLine {
  std::vector<PagePiece> pieces;  // from left to right
  std::vector<const PageWord*> words;
  double top = 0, bottom = 0;
  double size = 0;  // of most characters
  bool bold = false;

  double left() const { return pieces.front().left; }
  double right() const { return pieces.back().right; }
};
std::vector<PageLine> lines_of_page(const std::vector<const PageWord*>& words);

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_PAGE_LAYOUT_H_
