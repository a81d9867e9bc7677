// A word of a page as a PDF draws it.
#ifndef TARAZ_IO_EXTRACT_PAGE_WORD_H_
#define TARAZ_IO_EXTRACT_PAGE_WORD_H_

#include <string>
#include <vector>

namespace taraz {

// Characters without space between them, from left to right. Measures are in points, from the upper left
// corner.
struct PageWord {
  std::u32string text;
  std::vector<double> left, width;  // of each character
  double top = 0, bottom = 0;
  double size = 0;  // of the font
  std::string font;

  double right() const { return left.back() + width.back(); }
};

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_PAGE_WORD_H_
