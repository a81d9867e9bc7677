// Idea: an editor that wraps lines puts a break where the next word would not fit any more. So lines that do
// not end a sentence tell: when for most of them the first word of the next line would not have fitted, the
// text is hard-wrapped, and a break without a mark is a space. In text that is not wrapped a line is a
// paragraph, and two lines join only on evidence: a lower-case start, a comma at the end, a word that only
// goes on. Across an empty line the evidence must be stronger: an open quotation that the next paragraph
// closes, or a lower-case start after a long line. Statistics are of each block of lines, and of the whole
// text for blocks of less than kBlockLines lines. Tested by tests/segment/paragraphs_test.cc.
#include "segment/paragraphs.h"

#include <algorithm>
#include <span>
#include <string>

#include "segment/characters.h"
#include "segment/line_kinds.h"
#include "segment/lines.h"
#include "segment/sentence_tables.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using C = CharClass;

constexpr std::uint32_t kWidest = 140;    // columns of a hard-wrapped line
constexpr std::uint32_t kNarrowest = 24;  // of the widest line of a hard-wrapped text
constexpr std::size_t kBlockLines = 4;
constexpr std::uint32_t kLongLine = 60;  // a line of prose, for joins without wrapping
constexpr std::uint32_t kHeadingColumns = 160;
constexpr std::size_t kQuotationBytes = 1000;  // how far an open quotation is looked for

// Whether the lines are hard-wrapped, and how wide.
struct Wrapping {
  bool wrapped = false;
  std::uint32_t width = 0;
};

Wrapping wrapping_of(std::span<const Line> lines) {
  std::vector<std::uint32_t> widths;
  std::size_t long_lines = 0, count = 0;
  for (const Line& line : lines) {
    if (line.empty() || line.boilerplate()) continue;
    ++count;
    if (line.columns > kWidest) {
      ++long_lines;
    } else {
      widths.push_back(line.columns);
    }
  }
  if (widths.size() < 3 || long_lines * 10 > count) return {};
  const auto at = static_cast<std::ptrdiff_t>(widths.size() - 1 - widths.size() / 50);
  std::nth_element(widths.begin(), widths.begin() + at, widths.end());
  const std::uint32_t width = widths[static_cast<std::size_t>(at)];
  std::size_t pairs = 0, full = 0;
  for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
    const Line &a = lines[i], &b = lines[i + 1];
    if (a.empty() || b.empty() || a.ended || a.kind != LineKind::text || b.kind != LineKind::text) continue;
    ++pairs;
    full += a.columns + 1 + b.first_word > width;
  }
  return {width >= kNarrowest && pairs >= 2 && full * 2 >= pairs, width};
}

class Recovery {
 public:
  Recovery(std::string_view text, const SentenceTables& tables)
      : text_(text), tables_(tables), lines_(split_lines(text)) {
    set_line_kinds(text, lines_);
    document_ = wrapping_of(lines_);
  }

  std::vector<Paragraph> run() {
    std::size_t previous = lines_.size();  // the last line of the block before
    for (std::size_t i = 0; i < lines_.size();) {
      if (lines_[i].empty()) {
        ++i;
        continue;
      }
      std::size_t end = i;
      while (end < lines_.size() && !lines_[end].empty()) ++end;
      const std::span<const Line> block(lines_.data() + i, end - i);
      wrap_ = block.size() >= kBlockLines ? wrapping_of(block) : document_;
      if (!wrap_.wrapped && document_.wrapped && block.size() < 2 * kBlockLines) wrap_ = document_;
      if (previous == lines_.size() || !joins_across(lines_[previous], lines_[i], i - previous - 1)) flush();
      add(lines_[i]);
      for (std::size_t k = i + 1; k < end; ++k) {
        if (!joins(lines_[k - 1], lines_[k])) flush();
        add(lines_[k]);
      }
      previous = end - 1;
      i = end;
    }
    flush();
    return std::move(out_);
  }

 private:
  void add(const Line& line) {
    if (count_ == 0) {
      span_ = line.span;
      kind_ = line.kind;
    } else {
      span_.end = line.span.end;
      if (kind_ == LineKind::text && line.kind == LineKind::phrase) kind_ = line.kind;
    }
    ended_ = line.ended;
    colon_ = line.colon;
    columns_ += line.columns + 1;
    ++count_;
  }

  void flush() {
    if (count_ == 0) return;
    Paragraph p{span_, number_++};
    switch (kind_) {
      case LineKind::furniture:
      case LineKind::phrase:
        p.kind = SegmentKind::boilerplate;
        p.whole = true;
        break;
      case LineKind::mark_heading:
        p.kind = SegmentKind::heading;
        break;
      case LineKind::list_item:
        p.kind = SegmentKind::list_item;
        break;
      case LineKind::table_row:
        p.kind = SegmentKind::list_item;
        p.whole = true;
        break;
      case LineKind::text:
        if (!ended_ && columns_ <= kHeadingColumns && !dateline(span_.of(text_)))
          p.kind = SegmentKind::heading;
        break;
    }
    out_.push_back(p);
    count_ = 0;
    columns_ = 0;
  }

  // "CITY, May 1 /Wire/ -- The text": prose, whatever it ends with.
  static bool dateline(std::string_view s) {
    const std::size_t dashes = s.find(" -- ");
    return dashes != s.npos && dashes < 100 && s.size() - dashes > 40;
  }

  bool in_table(const TokenTable& table, const Line& line) const {
    const std::string_view s = line.span.of(text_);
    std::size_t n = 0;
    while (n < s.size() && n < 64) {
      std::size_t k = n;
      const C kind = next_class(s, k);
      if (!is_letter(kind) && kind != C::mark && kind != C::ignorable) break;
      n = k;
    }
    token_.clear();
    fold_token(s.substr(0, n), false, token_);
    return n > 0 && table.find(token_) != 0;
  }

  // Lines a and b, one right after the other.
  bool joins(const Line& a, const Line& b) const {
    if (b.kind != LineKind::text || a.boilerplate() || a.kind == LineKind::mark_heading ||
        a.kind == LineKind::table_row)
      return false;
    const bool item = a.kind == LineKind::list_item || (count_ > 1 && kind_ == LineKind::list_item);
    if (item && b.indent < 2 && !wrap_.wrapped) return false;
    if (a.only_opener) return true;
    if (wrap_.wrapped) {
      const std::uint32_t needed = a.columns + 1 + b.first_word;
      if (a.ended) return needed > wrap_.width * 85 / 100 && a.columns <= kWidest;
      if (a.colon) return needed > wrap_.width;
      if (b.starts_lower || a.comma) return true;
      if (needed <= wrap_.width * 60 / 100) return false;
      return !(needed <= wrap_.width && b.starts_upper && in_table(tables_.starters, b));
    }
    if (a.ended || a.colon) return false;
    if (item) return true;  // an indented second line
    if (a.columns < 30) return false;
    if (b.starts_lower || a.comma) return true;
    return b.starts_arabic && !b.ended && a.columns >= 40 && a.columns <= kWidest && b.columns <= kWidest &&
           in_table(tables_.continuations, b);
  }

  // Lines a and b with `gap` empty lines between them.
  bool joins_across(const Line& a, const Line& b, std::size_t gap) const {
    if (gap > 2 || b.kind == LineKind::list_item || b.kind == LineKind::mark_heading ||
        b.kind == LineKind::table_row || b.kind == LineKind::furniture || a.kind == LineKind::mark_heading ||
        a.kind == LineKind::table_row || a.kind == LineKind::furniture)
      return false;
    if (a.only_opener) return true;
    if (a.ended || a.colon) return false;
    if (b.starts_lower && in_table(tables_.continuations, b)) return true;
    const bool full =
        a.columns >= kLongLine || (count_ > 1 && wrap_.wrapped && a.columns * 10 >= wrap_.width * 8);
    if (!full || a.boilerplate() || b.boilerplate()) return false;
    if (b.starts_lower || a.comma) return true;
    if (b.starts_arabic && b.columns > 20 && in_table(tables_.continuations, b)) return true;
    return open_quotation(a, b);
  }

  // Whether `a` ends inside a quotation or bracket that `b` closes before it opens one.
  bool open_quotation(const Line& a, const Line& b) const {
    const std::string_view s = a.span.of(text_), t = b.span.of(text_);
    char32_t opener = 0;
    std::size_t i = s.size();
    while (i > 0 && s.size() - i < kQuotationBytes) {
      const char32_t c = previous_code_point(s, i);
      if (c == 0x201D || c == 0xBB || c == ')' || c == ']') break;
      if (c == 0x201C || c == 0xAB || c == '(' || c == '[') {
        opener = c;
        break;
      }
    }
    if (opener == 0) return false;
    const char32_t closer = opener == 0x201C ? 0x201D : opener == 0xAB ? 0xBB : opener == '(' ? ')' : ']';
    for (std::size_t k = 0; k < t.size() && k < kQuotationBytes;) {
      const char32_t c = next_code_point(t, k);
      if (c == closer) return true;
      if (c == opener) return false;
    }
    return false;
  }

  std::string_view text_;
  const SentenceTables& tables_;
  std::vector<Line> lines_;
  Wrapping document_, wrap_;
  std::vector<Paragraph> out_;
  ByteSpan span_;  // of the paragraph being built
  LineKind kind_ = LineKind::text;
  std::uint32_t columns_ = 0, number_ = 0;
  std::size_t count_ = 0;  // lines of it
  bool ended_ = false, colon_ = false;
  mutable std::string token_;
};

}  // namespace

std::vector<Paragraph> find_paragraphs(std::string_view text, const SentenceTables& tables) {
  return Recovery(text, tables).run();
}

}  // namespace taraz
