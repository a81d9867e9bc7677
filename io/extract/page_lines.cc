// Words into lines: a word belongs to the line that covers more than half of its height. Raised numbers
// behind a word are marks of notes and left out, as in every other format; those behind a digit or a short
// word ("m2") are text. Tested by tests/io/extract/page_layout_test.cc.
#include <algorithm>
#include <cmath>
#include <map>

#include "io/extract/page_layout.h"

namespace taraz {
namespace {

constexpr double kSpace = 0.1;  // of the font size: the narrowest gap that is a space
constexpr double kPiece = 1.0;  // the narrowest gap that separates cells

struct Drawn {
  std::u32string text;  // a character and its marks
  double left, right, size;
};

bool is_note_sign(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x660 && c <= 0x669) || c == '*' ||
         c == 0x2020 || c == 0x2021 || c == ',';
}

// Whether `word` is raised and small beside `beside`, which is text.
bool is_note_mark(const PageWord& word, const PageWord& beside) {
  if (word.text.size() > 3 || word.size > 0.85 * beside.size ||
      word.bottom > beside.bottom - 0.05 * beside.size)
    return false;
  if (!std::all_of(word.text.begin(), word.text.end(), is_note_sign)) return false;
  const bool digits =
      std::any_of(beside.text.begin(), beside.text.end(), [](char32_t c) { return c >= '0' && c <= '9'; });
  return beside.text.size() >= 3 && !digits;
}

// Whether a mark is drawn together with the character before it: poppler divides the width of a glyph among
// its characters, which are in the order in which they are read.
bool shares_glyph(const PageWord& word, std::size_t mark) {
  const double a = word.width[mark - 1], b = word.width[mark];
  return b > 0 && std::fabs(a - b) < 0.01 * b;
}

void add_word(const PageWord& word, std::vector<Drawn>& out, std::vector<Drawn>& lonely) {
  std::u32string waiting;  // marks of the Arabic script stand before the letter that carries them
  double from = 0;         // where they begin: they take from the letter's share
  const std::size_t first = out.size();
  for (std::size_t i = 0; i < word.text.size(); ++i) {
    const char32_t c = word.text[i];
    if (is_arabic_mark(c) && i > 0 && out.size() > first && shares_glyph(word, i)) {
      out.back().text += c;
      out.back().right = word.left[i] + word.width[i];
    } else if (is_arabic_mark(c)) {
      if (waiting.empty()) from = word.left[i];
      waiting += c;
    } else if (is_combining_mark(c) && out.size() > first) {
      out.back().text += c;
    } else {
      out.push_back({c + waiting, waiting.empty() ? word.left[i] : std::min(from, word.left[i]),
                     word.left[i] + word.width[i], word.size});
      waiting.clear();
    }
  }
  if (waiting.empty()) return;
  if (out.size() > first)
    out.back().text += waiting;
  else
    lonely.push_back({waiting, word.left.front(), word.right(), word.size});
}

void set_look(PageLine& line) {
  std::map<double, std::size_t> sizes;
  std::size_t bold = 0, all = 0;
  for (const PageWord* word : line.words) {
    sizes[std::round(word->size * 10) / 10] += word->text.size();
    all += word->text.size();
    if (word->font.find("Bold") != std::string::npos || word->font.find("bold") != std::string::npos)
      bold += word->text.size();
  }
  std::size_t most = 0;
  for (const auto& [size, count] : sizes)
    if (count > most) most = count, line.size = size;
  line.bold = bold * 10 > all * 9;
}

void set_pieces(PageLine& line) {
  std::sort(line.words.begin(), line.words.end(),
            [](const PageWord* a, const PageWord* b) { return a->left.front() < b->left.front(); });
  std::vector<Drawn> drawn, lonely;
  for (std::size_t i = 0; i < line.words.size(); ++i) {
    const PageWord& word = *line.words[i];
    const bool mark = (i > 0 && is_note_mark(word, *line.words[i - 1])) ||
                      (i + 1 < line.words.size() && is_note_mark(word, *line.words[i + 1]));
    if (!mark) add_word(word, drawn, lonely);
  }
  for (const Drawn& mark : lonely) {
    const double middle = (mark.left + mark.right) / 2;
    const auto distance = [&](const Drawn& d) {
      const bool letter = !is_arabic_mark(mark.text.front()) || has_right_to_left(d.text.substr(0, 1));
      // In the gap between two words a mark belongs to the right one: it stands at the end of its letter.
      return std::max({(d.left - middle) / 2, middle - d.right, 0.0}) + (letter ? 0 : 10 * mark.size);
    };
    const auto carrier = std::min_element(drawn.begin(), drawn.end(),
                                          [&](auto& a, auto& b) { return distance(a) < distance(b); });
    if (carrier != drawn.end()) carrier->text += mark.text;
  }
  for (const Drawn& d : drawn) {
    const double size = std::max(d.size, 1.0);
    const double gap = line.pieces.empty() ? 0 : d.left - line.pieces.back().right;
    if (line.pieces.empty() || gap > kPiece * size) {
      line.pieces.push_back({{}, d.left, d.right});
    } else if (gap > kSpace * size) {
      line.pieces.back().drawn.push_back(U" ");
    }
    line.pieces.back().drawn.push_back(d.text);
    line.pieces.back().right = std::max(line.pieces.back().right, d.right);
  }
}

}  // namespace

std::vector<PageLine> lines_of_page(const std::vector<const PageWord*>& words) {
  std::vector<const PageWord*> sorted = words;
  // Large words first: they make the lines that raised and small ones fall into.
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const PageWord* a, const PageWord* b) { return a->size > b->size; });
  std::map<double, PageLine> lines;  // by the middle of their height
  for (const PageWord* word : sorted) {
    const double middle = (word->top + word->bottom) / 2;
    const auto fits = [&](const PageLine& line) {
      const double common = std::min(line.bottom, word->bottom) - std::max(line.top, word->top);
      return common > 0.5 * std::min(line.bottom - line.top, word->bottom - word->top);
    };
    auto it = lines.lower_bound(middle);
    if ((it == lines.end() || !fits(it->second)) && it != lines.begin()) --it;
    if (it == lines.end() || !fits(it->second)) {
      it = lines.try_emplace(middle).first;
      it->second.top = word->top;
      it->second.bottom = word->bottom;
    }
    it->second.words.push_back(word);
  }
  std::vector<PageLine> out;
  for (auto& [middle, line] : lines) {
    set_look(line);
    set_pieces(line);
    if (!line.pieces.empty()) out.push_back(std::move(line));
  }
  return out;
}

}  // namespace taraz
