// Idea: what a line break means is seen from the page. A line is broken by layout when the first word of the
// next one would not have fitted any more; a paragraph also ends at a larger gap, another font size or an
// indented line. Lines of several pieces with wide gaps between are rows of a table, unless the pieces on
// both sides are as wide as text: then the lines are two columns, read one after the other. A heading is
// larger than the text or bold, and short. Tested by tests/io/extract/page_layout_test.cc and
// real_files_test.cc.
#include "io/extract/page_layout.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kColumnLines = 6;     // the least that make columns
constexpr std::size_t kLongestPage = 1000;  // lines, for the search for columns
constexpr double kColumnWidth = 12;         // of the font size
constexpr std::size_t kHeadingCharacters = 160;

using Words = std::vector<const PageWord*>;

struct Columns {
  std::size_t begin = 0, end = 0;  // lines
  double at = 0;
};

// The lines that a vertical gap divides into two columns of text; begin == end when there are none.
Columns find_columns(const std::vector<PageLine>& lines) {
  Columns best;
  if (lines.size() > kLongestPage) return best;
  std::size_t most = kColumnLines - 1;
  for (const PageLine& candidate : lines)
    for (std::size_t p = 1; p < candidate.pieces.size(); ++p) {
      const double at = (candidate.pieces[p - 1].right + candidate.pieces[p].left) / 2;
      std::size_t begin = 0, split = 0;
      double bottom = 0;
      for (std::size_t i = 0; i <= lines.size(); ++i) {
        bool crossed = i == lines.size(), divided = false;
        if (!crossed) {
          const PageLine& line = lines[i];
          for (std::size_t k = 0; k < line.pieces.size(); ++k) {
            crossed |= line.pieces[k].left < at && line.pieces[k].right > at;
            divided |= k > 0 && line.pieces[k - 1].right <= at && line.pieces[k].left >= at &&
                       line.pieces[k - 1].right - line.pieces[k - 1].left > kColumnWidth * line.size &&
                       line.pieces[k].right - line.pieces[k].left > kColumnWidth * line.size;
          }
          crossed |= split > 0 && line.top - bottom > 3 * line.size;
          bottom = line.bottom;
        }
        if (crossed) {
          if (split > most && split * 2 > i - begin) {
            most = split;
            best = {begin, i, at};
          }
          split = 0;
          continue;
        }
        if (split == 0) begin = i;
        split += divided;
      }
    }
  return best;
}

bool is_bullet(const std::u32string& s) {
  const char32_t c = s.front();
  return c == 0x2022 || c == 0x25E6 || c == 0x25AA || c == 0x25AB || c == 0x25CF || c == 0x25CB ||
         c == 0x25A0 || c == 0x2043 || c == 0x2219 || c == 0xB7 || c == 0xF0B7 || c == 0xF0A7;
}

// "1." "۲)" "(3)" and nothing else.
bool is_number_label(std::string_view s) {
  std::size_t digits = 0, marks = 0;
  for (std::size_t i = 0; i < s.size();) {
    const char32_t c = next_code_point(s, i);
    if ((c >= '0' && c <= '9') || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x660 && c <= 0x669))
      ++digits;
    else if (c == '.' || c == ')' || c == '(' || c == '-')
      ++marks;
    else
      return false;
  }
  return digits > 0 && digits <= 3 && marks > 0 && marks <= 2 &&
         (s.ends_with('.') || s.ends_with(')') || s.ends_with('-'));
}

bool ends_sentence(std::string_view text) {
  while (!text.empty()) {
    std::size_t i = text.size();
    const char32_t c = previous_code_point(text, i);
    if (c == '"' || c == '\'' || c == 0xBB || c == 0x201D || c == 0x2019 || c == ')' || c == ']') {
      text = text.substr(0, i);
      continue;
    }
    return c == '.' || c == '!' || c == '?' || c == ':' || c == 0x061F || c == 0x06D4 || c == 0x2026;
  }
  return true;
}

std::u32string characters_of(const PageLine& line) {
  std::u32string out;
  for (const PageWord* word : line.words) out += word->text;
  return out;
}

// A line with what the rules ask about it. Begin and end are those of reading.
struct Line {
  const PageLine* page;
  Direction direction;
  std::vector<std::string> pieces;  // in reading order
  double begin, end;                // distances from the left edge, or, right to left, from the right one
  double first_word;                // its width
  double gap = 0;                   // the widest between pieces, in font sizes
  bool item = false, row = false, bullet = false;
};

Line line_of(const PageLine& page, const PageStyle& style) {
  const std::u32string text = characters_of(page);
  const bool rtl = has_right_to_left(text) && (style.direction == Direction::right_to_left ||
                                               direction_of(text) == Direction::right_to_left);
  // A line without a letter of its own follows the document.
  const bool plain = direction_of(text) == Direction::left_to_right && !has_right_to_left(text) &&
                     style.direction == Direction::right_to_left;
  const bool turned = rtl || plain;
  Line line{&page, turned ? Direction::right_to_left : Direction::left_to_right, {}, 0, 0, 0};
  for (const PagePiece& piece : page.pieces)
    line.pieces.push_back(logical_order(piece.drawn, line.direction));
  if (turned) std::reverse(line.pieces.begin(), line.pieces.end());
  line.begin = turned ? -page.right() : page.left();
  line.end = turned ? -page.left() : page.right();
  const PageWord& first = turned ? *page.words.back() : *page.words.front();
  line.first_word = first.right() - first.left.front();
  const std::vector<std::u32string>& drawn = turned ? page.pieces.back().drawn : page.pieces.front().drawn;
  const std::u32string& head = turned ? drawn.back() : drawn.front();
  line.bullet = is_bullet(head);
  const std::string& start = line.pieces.front();
  line.item = line.bullet || is_number_label(std::string_view(start).substr(0, start.find(' ')));
  line.row = line.pieces.size() > (line.item ? 2 : 1);
  for (std::size_t k = 1; k < page.pieces.size(); ++k)
    line.gap = std::max(line.gap, (page.pieces[k].left - page.pieces[k - 1].right) / page.size);
  return line;
}

// Whether the break between two lines of one block is the end of a paragraph. `edge`: where lines of the
// block end; `start`: where they begin; `item`: the line with the label of the list item that `a` belongs to.
bool is_break(const Line& a, const Line& b, double start, double edge, const Line* item) {
  const double size = a.page->size;
  if (b.item || a.row || b.row) return true;
  if (edge - a.end > b.first_word + 0.35 * size) return true;
  if (item != nullptr) return b.begin < item->begin - 0.3 * size;
  return b.begin - start > 0.8 * size && a.begin - start < 0.8 * size;
}

void append_line(std::string& text, std::string_view line) {
  constexpr std::string_view kSoftHyphen = "\xC2\xAD";
  if (text.ends_with(kSoftHyphen)) {
    text.resize(text.size() - kSoftHyphen.size());
  } else if (!text.empty()) {
    text += ' ';
  }
  text += line;
}

class Layout {
 public:
  explicit Layout(const PageStyle& style) : style_(style) {}

  void region(const Words& words, int depth) {
    const std::vector<PageLine> lines = lines_of_page(words);
    const Columns columns = depth < 4 ? find_columns(lines) : Columns{};
    if (columns.begin == columns.end) return stack(lines, 0, lines.size());
    stack(lines, 0, columns.begin);
    Words left, right;
    for (std::size_t i = columns.begin; i < columns.end; ++i)
      for (const PageWord* word : lines[i].words)
        (word->right() <= columns.at ? left : right).push_back(word);
    const bool rtl = style_.direction == Direction::right_to_left;
    region(rtl ? right : left, depth + 1);
    region(rtl ? left : right, depth + 1);
    Words below;
    for (std::size_t i = columns.end; i < lines.size(); ++i)
      below.insert(below.end(), lines[i].words.begin(), lines[i].words.end());
    if (!below.empty()) region(below, depth + 1);
  }

  std::vector<PageBlock> take() { return std::move(out_); }

 private:
  // Lines one below the other: cut where the distance or the font changes.
  void stack(const std::vector<PageLine>& lines, std::size_t begin, std::size_t end) {
    std::vector<double> pitches;
    for (std::size_t i = begin + 1; i < end; ++i)
      if (const double pitch = lines[i].top - lines[i - 1].top; pitch > 0 && pitch < 2.4 * lines[i].size)
        pitches.push_back(pitch / lines[i].size);
    double pitch = 1.3;
    if (!pitches.empty()) {
      std::nth_element(pitches.begin(), pitches.begin() + static_cast<std::ptrdiff_t>(pitches.size() / 2),
                       pitches.end());
      pitch = pitches[pitches.size() / 2];
    }
    if (begin == end) return;
    std::vector<Line> block, all;
    for (std::size_t i = begin; i < end; ++i) all.push_back(line_of(lines[i], style_));
    region_begin_ = all[0].begin, region_end_ = all[0].end;
    for (const Line& line : all) {
      if (line.direction != style_.direction) continue;
      region_begin_ = std::min(region_begin_, line.begin);
      region_end_ = std::max(region_end_, line.end);
    }
    for (std::size_t i = begin; i < end; ++i) {
      if (i > begin) {
        const PageLine &a = lines[i - 1], &b = lines[i];
        const bool near = b.bottom - a.bottom < 1.3 * pitch * std::max(a.size, b.size);
        if (!near || std::fabs(a.size - b.size) > 0.08 * a.size || a.bold != b.bold) block_of(block);
      }
      block.push_back(std::move(all[i - begin]));
    }
    block_of(block);
  }

  // A single line with gaps that are not very wide is a stretched line of text.
  static void unmake_lonely_rows(std::vector<Line>& lines) {
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const bool beside = (i > 0 && lines[i - 1].row) || (i + 1 < lines.size() && lines[i + 1].row);
      if (lines[i].row && !beside && lines[i].gap < 2 && lines.size() > 1) lines[i].row = false;
    }
  }

  void block_of(std::vector<Line>& lines) {
    if (lines.empty()) return;
    unmake_lonely_rows(lines);
    double start = lines[0].begin, edge = lines[0].end;
    for (const Line& line : lines) {
      start = std::min(start, line.begin);
      edge = std::max(edge, line.end);
    }
    // Short lines that are no narrow column: where the lines of the region end counts.
    const double far = lines[0].direction == style_.direction ? region_end_ : edge;
    if (far - edge > 0.3 * (region_end_ - region_begin_)) edge = far;
    std::size_t first = 0;
    for (std::size_t i = 1; i <= lines.size(); ++i) {
      if (i < lines.size() &&
          !is_break(lines[i - 1], lines[i], start, edge, lines[first].item ? &lines[first] : nullptr))
        continue;
      emit(std::span(lines).subspan(first, i - first), edge);
      first = i;
    }
    lines.clear();
  }

  void emit(std::span<const Line> lines, double edge) {
    const PageLine &top = *lines.front().page, &bottom = *lines.back().page;
    PageBlock block{BlockKind::paragraph, "", top.top, bottom.bottom, top.size, false};
    if (lines.front().row) {
      block.kind = BlockKind::table_cell;
      for (const std::string& cell : lines.front().pieces) {
        block.text = cell;
        out_.push_back(block);
      }
      return;
    }
    for (const Line& line : lines) {
      std::string text;
      for (const std::string& piece : line.pieces) text += (text.empty() ? "" : " ") + piece;
      if (line.bullet && &line == &lines.front()) {
        std::size_t i = 0;
        next_code_point(text, i);
        text.erase(0, i);
      }
      append_line(block.text, trim(text));
    }
    const bool large = top.size > 1.12 * style_.size, text_size = top.size > 0.92 * style_.size;
    if (lines.front().item) {
      block.kind = BlockKind::list_item;
    } else if ((large || (top.bold && text_size && !ends_sentence(block.text))) && lines.size() <= 3 &&
               count_code_points(block.text) <= kHeadingCharacters) {
      block.kind = BlockKind::heading;
    }
    block.goes_on = block.kind == BlockKind::paragraph && !ends_sentence(block.text) &&
                    edge - lines.back().end < 4 * top.size && lines.size() > 1;
    out_.push_back(std::move(block));
  }

  const PageStyle& style_;
  double region_begin_ = 0, region_end_ = 0;  // of the lines of a stack in the direction of the document
  std::vector<PageBlock> out_;
};

}  // namespace

PageStyle style_of(const std::vector<std::vector<PageWord>>& pages) {
  std::map<double, std::size_t> sizes;
  std::u32string letters;
  for (const auto& page : pages)
    for (const PageWord& word : page) {
      sizes[std::round(word.size * 10) / 10] += word.text.size();
      letters += word.text;
    }
  PageStyle style{direction_of(letters), 0};
  std::size_t most = 0;
  for (const auto& [size, count] : sizes)
    if (count > most) most = count, style.size = size;
  return style;
}

std::vector<PageBlock> lay_out(const std::vector<PageWord>& words, const PageStyle& style) {
  Words views;
  for (const PageWord& word : words) views.push_back(&word);
  Layout layout(style);
  layout.region(views, 0);
  return layout.take();
}

}  // namespace taraz
