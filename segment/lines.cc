#include "segment/lines.h"

#include <algorithm>

#include "segment/characters.h"
#include "segment/mark_scanner.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using C = CharClass;

// Offset of the next line break at or after `i`, and the offset behind it.
struct Break {
  std::size_t at, after;
};

class BreakFinder {
 public:
  explicit BreakFinder(std::string_view text)
      : text_(text), scanner_(text, 0, text.size(), MarkScanner::Target::line_breaks) {}

  Break next(std::size_t i) {
    for (;;) {
      const std::size_t hit = scanner_.next(i);
      if (hit == MarkScanner::kNone) return {text_.size(), text_.size()};
      const auto c = static_cast<unsigned char>(text_[hit]);
      if (c == '\r') return {hit, hit + 1 < text_.size() && text_[hit + 1] == '\n' ? hit + 2 : hit + 1};
      if (c < 0x20) return {hit, hit + 1};
      if (c == 0x85) return {hit - 1, hit + 1};
      if (hit >= 2 && text_[hit - 2] == '\xE2') return {hit - 2, hit + 1};
      i = hit + 1;  // another character that ends with the same two bytes
    }
  }

 private:
  std::string_view text_;
  MarkScanner scanner_;
};

void read_start(std::string_view s, Line& line) {
  bool opener = false, first = true;
  for (std::size_t i = 0, steps = 0; i < s.size() && steps < 6; ++steps) {
    const C kind = next_class(s, i);
    if (kind == C::opener || kind == C::quote) {
      opener = true;
      continue;
    }
    if (kind == C::ignorable || (kind == C::space && opener)) continue;
    line.starts_lower = kind == C::lower;
    line.starts_upper = kind == C::upper;
    line.starts_arabic = kind == C::arabic;
    first = false;
    break;
  }
  line.only_opener = first && opener && line.columns <= 4;
}

void read_end(std::string_view s, Line& line) {
  std::size_t i = s.size();
  for (int steps = 0; i > 0 && steps < 16; ++steps) {
    std::size_t k = i;
    const char32_t c = previous_code_point(s, k);
    const C kind = char_class(c);
    if (kind == C::stop || kind == C::strong) {
      line.ended = true;
      return;
    }
    if (kind == C::pause) {
      line.colon = c == ':';
      line.comma = steps == 0 && (c == ',' || c == 0x060C);
      return;
    }
    if (kind == C::closer || kind == C::quote || kind == C::ignorable || kind == C::space ||
        (kind == C::digit && steps > 0)) {
      if (kind == C::digit && s.substr(0, k).find_last_of('[') == s.npos) return;
      i = k;
      continue;
    }
    return;
  }
}

}  // namespace

std::vector<Line> split_lines(std::string_view text) {
  std::vector<Line> lines;
  BreakFinder breaks(text);
  for (std::size_t i = 0; i < text.size();) {
    const Break b = breaks.next(i);
    const std::string_view raw = text.substr(i, b.at - i);
    const std::string_view s = trim(raw);
    Line line;
    const std::size_t at = s.empty() ? i : static_cast<std::size_t>(s.data() - text.data());
    line.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + s.size())};
    if (!s.empty()) {
      line.columns = static_cast<std::uint32_t>(count_code_points(s));
      line.first_word = static_cast<std::uint32_t>(count_code_points(s.substr(0, s.find(' '))));
      line.indent = static_cast<std::uint16_t>(std::min<std::size_t>(at - i, 1000));
      read_start(s, line);
      read_end(s, line);
    }
    lines.push_back(line);
    i = b.after;
  }
  return lines;
}

}  // namespace taraz
