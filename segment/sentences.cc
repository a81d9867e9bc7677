// Idea: nearly all bytes cannot end a sentence, so a scanner passes over them (segment/mark_scanner.h) and the rules
// look at the few marks only. At a mark they read the run of marks, the closers after it, the token before it and
// the word after it, each within a bound, so that the whole is linear.
// Tested by tests/segment/sentences_test.cc (table of cases) and segmenter_laws_test.cc (laws).
#include "segment/sentences.h"

#include <algorithm>
#include <string>

#include "segment/characters.h"
#include "segment/mark_scanner.h"
#include "segment/sentence_tables.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using C = CharClass;

constexpr std::size_t kTokenBytes = 64;   // what a rule reads of a token
constexpr std::size_t kLinkBytes = 300;   // longest text of a Markdown link that is kept whole
constexpr std::size_t kQuoteBytes = 600;  // how far back quotation marks are counted

// The token that ends before a mark: letters, digits and inner stops, apostrophes, hyphens.
struct Before {
  std::size_t begin = 0;     // of the token; == end when a space or a sign stands before the mark
  std::size_t end = 0;
  int letters = 0, digits = 0, stops = 0;  // counts; letters stop being counted at kTokenBytes
  C last = C::other;         // class of the last letter or digit
  bool long_token = false;   // more than kTokenBytes
  bool all_lower = true;     // letters are lower case ASCII or beyond
  bool arabic = false;
  bool word_start = true;    // a space, an opener or the text's begin stands before it
  C previous = C::space;     // class of what stands before the token
  bool empty() const { return begin == end; }
};

// What follows a boundary candidate.
struct After {
  std::size_t word = 0;      // offset of the first letter or digit behind spaces, openers, dashes
  C first = C::space;        // its class; space: nothing follows
  C sign = C::space;         // class of the first character that is no space
  bool opened = false;       // an opener or a quotation mark stands before the word
};

class Finder {
 public:
  Finder(std::string_view text, ByteSpan block, const SentenceTables& tables, std::vector<Sentence>& out)
      : text_(text), lo_(block.begin), hi_(block.end), tables_(tables), out_(out) {}

  void run() {
    start_ = skip_space(lo_);
    MarkScanner scanner(text_, lo_, hi_);
    for (std::size_t from = lo_;;) {
      const std::size_t hit = scanner.next(from);
      if (hit == MarkScanner::kNone) break;
      std::size_t mark = hit;
      while ((static_cast<unsigned char>(text_[mark]) & 0xC0) == 0x80) --mark;
      from = hit + 1;
      if (mark < start_) continue;
      const C kind = class_at(mark);
      if (kind != C::stop && kind != C::strong) continue;  // a false candidate
      const std::size_t end = boundary(mark, from);
      if (end == 0) continue;
      emit(end);
      from = std::max(from, end);
    }
    emit(hi_);
  }

 private:
  C class_at(std::size_t i) const { return next_class(text_, i); }

  std::size_t skip_space(std::size_t i) const {
    while (i < hi_) {
      std::size_t k = i;
      if (next_class(text_, k) != C::space) break;
      i = k;
    }
    return i;
  }

  void emit(std::size_t end) {
    std::size_t b = start_, e = end;
    while (e > b) {
      std::size_t k = e;
      if (previous_class(text_, k) != C::space) break;
      e = k;
    }
    if (e <= b) return;
    out_.push_back({{static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)}, glued_});
    start_ = skip_space(end);
    glued_ = start_ == e;
  }

  // Consumes the run of marks that begins at `i`: "?!", "...", ". . .".
  struct Run {
    std::size_t end;
    int stops = 0;
    bool strong = false, ellipsis = false;
  };
  Run run_of_marks(std::size_t i) const {
    Run r{i};
    while (r.end < hi_) {
      std::size_t k = r.end;
      const char32_t c = next_code_point(text_, k);
      const C kind = char_class(c);
      if (kind == C::strong) {
        r.strong = true;
      } else if (kind == C::stop) {
        r.stops += 1;
        r.ellipsis = r.ellipsis || c == 0x2026;
      } else if (c == ' ' && k < hi_ && text_[k] == '.' && r.stops > 0 && !letter_or_digit(k + 1)) {
        // ". . ."
      } else {
        break;
      }
      r.end = k;
    }
    r.ellipsis = r.ellipsis || r.stops > 1;
    return r;
  }
  bool letter_or_digit(std::size_t i) const { return i < hi_ && is_alphanumeric(class_at(i)); }

  // "[12]" or superscript digits at `i`: the end of the footnote mark, or `i`.
  std::size_t skip_footnote(std::size_t i) const {
    std::size_t k = i;
    const char32_t c = next_code_point(text_, k);
    if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079) || c == 0x2020 || c == 0x2021) return k;
    if (c != '[') return i;
    int digits = 0;
    while (k < hi_) {
      std::size_t next = k;
      const char32_t d = next_code_point(text_, next);
      if (d == ']' && digits > 0) return next;
      if (char_class(d) != C::digit || ++digits > 3) return i;
      k = next;
    }
    return i;
  }

  // Closing quotes and brackets, footnote marks and a space-separated closer after the marks.
  std::size_t skip_closers(std::size_t i, bool& quoted) const {
    while (i < hi_) {
      std::size_t k = i;
      const char32_t c = next_code_point(text_, k);
      const C kind = char_class(c);
      if (kind == C::closer || (kind == C::quote && closes(i, k))) {
        quoted = true;
        i = k;
      } else if (kind == C::ignorable) {
        i = k;
      } else if (const std::size_t f = skip_footnote(i); f != i) {
        i = f;
      } else if (c == ' ' && k < hi_) {  // " »" in loosely typed text
        std::size_t after = k;
        const char32_t d = next_code_point(text_, after);
        const bool lone = d == 0xBB || d == 0x201D || d == ')' || d == ']' ||
                          (d == '"' && (after >= hi_ || class_at(after) == C::space));
        if (!lone) break;
        quoted = true;
        i = after;
      } else {
        break;
      }
    }
    return i;
  }

  // Whether the quotation mark [i, k) behind the marks closes: nothing, a space or a sign follows, or it is the second
  // of a pair in this sentence.
  bool closes(std::size_t i, std::size_t k) const {
    if (k >= hi_ || !is_alphanumeric(class_at(k))) return true;
    const std::size_t from = std::max(start_, i > kQuoteBytes ? i - kQuoteBytes : 0);
    return std::count(text_.begin() + static_cast<std::ptrdiff_t>(from), text_.begin() + static_cast<std::ptrdiff_t>(i),
                      text_[i]) % 2 == 1;
  }

  Before before(std::size_t mark) const {
    Before b;
    b.begin = b.end = mark;
    const std::size_t floor = std::max(start_, lo_);
    std::size_t i = mark;
    while (i > floor) {
      if (mark - i > kTokenBytes) {
        b.long_token = true;
        break;
      }
      std::size_t k = i;
      const C kind = previous_class(text_, k);
      if (is_letter(kind)) {
        ++b.letters;
        if (kind == C::upper) b.all_lower = false;
        if (kind == C::arabic) b.arabic = true;
      } else if (kind == C::digit) {
        ++b.digits;
      } else if (kind == C::stop && text_[k] == '.') {
        if (i == mark) break;
        ++b.stops;
      } else if (kind != C::mark && kind != C::ignorable) {
        const bool joins = (kind == C::quote || kind == C::dash || kind == C::closer) && i != mark && k > floor &&
                           (text_[k] == '\'' || text_[k] == '-' || (kind == C::closer && text_[k] == '\xE2'));
        if (!joins) {
          b.previous = kind;
          b.word_start = kind == C::space || kind == C::opener || kind == C::quote || kind == C::closer || kind == C::dash;
          break;
        }
      }
      if (b.last == C::other && is_alphanumeric(kind)) b.last = kind;
      i = k;
      b.begin = i;
    }
    return b;
  }

  After after(std::size_t i) const {
    After a;
    std::size_t steps = 0;
    a.word = skip_space(i);
    std::size_t k = a.word;
    while (k < hi_ && steps < 8) {
      std::size_t next = k;
      const C kind = next_class(text_, next);
      if (a.sign == C::space && kind != C::ignorable) a.sign = kind;
      if (is_alphanumeric(kind)) {
        a.word = k;
        a.first = kind;
        return a;
      }
      a.opened = a.opened || kind == C::opener || kind == C::quote;
      if (kind == C::space && steps > 0) ++steps;
      ++steps;
      k = next;
    }
    a.first = k < hi_ ? C::other : C::space;
    if (a.sign != C::space && a.first == C::space) a.first = C::other;
    return a;
  }

  // The word that begins at `i`, cut at kTokenBytes.
  std::string_view word_at(std::size_t i) const {
    std::size_t k = i;
    while (k < hi_ && k - i < kTokenBytes) {
      std::size_t next = k;
      const C kind = next_class(text_, next);
      if (!is_alphanumeric(kind) && kind != C::mark && kind != C::ignorable) break;
      k = next;
    }
    return text_.substr(i, k - i);
  }
  bool is_starter(const After& a) const {
    if (a.first != C::upper && a.first != C::arabic) return false;
    token_.clear();
    fold_token(word_at(a.word), false, token_);
    return tables_.starters.find(token_) != 0;
  }

  Abbreviation abbreviation(const Before& b) const {
    if (b.long_token || b.letters == 0 || b.end - b.begin > TokenTable::kLongest) return Abbreviation::none;
    token_.clear();
    fold_token(text_.substr(b.begin, b.end - b.begin), true, token_);
    return static_cast<Abbreviation>(tables_.abbreviations.find(token_));
  }

  // Whether a number with its stop is the number of a list item: it begins the sentence.
  bool is_list_number(const Before& b) const { return b.begin == start_ && b.digits <= 3 + 2 * b.stops && b.digits > 0; }

  // The end of the sentence at the mark, or 0 when none ends there. `from` moves past what was read.
  std::size_t boundary(std::size_t mark, std::size_t& from) const {
    const Run run = run_of_marks(mark);
    from = std::max(from, run.end);
    bool quoted = false;
    const std::size_t end = skip_closers(run.end, quoted);
    if (end >= hi_) return 0;  // the block ends there anyway
    const C next = class_at(end);
    const Before b = before(mark);
    const bool split = next == C::space ? spaced(run, b, quoted, end) : glued(run, b, quoted, end, next);
    if (!split || inside_link(mark)) return 0;
    return end;
  }

  bool spaced(const Run& run, const Before& b, bool quoted, std::size_t end) const {
    const After a = after(end);
    if (a.first == C::space) return false;
    if (a.sign == C::pause || a.sign == C::closer) return false;
    if (b.empty() && b.previous == C::opener) return false;  // "(!)", "[...]"
    if (run.strong) return !(quoted && a.first == C::lower);
    if (a.first == C::lower) return false;
    if (run.ellipsis) return after_ellipsis(b, a);
    if (b.empty() && a.first == C::other) return true;
    return after_stop(b, a);
  }

  bool after_ellipsis(const Before& b, const After& a) const {
    if (a.first == C::digit) return false;
    if (a.first != C::arabic) return true;
    if (b.arabic && b.letters == 1) return false;  // "and ...": something is left out
    if (b.empty()) return a.opened || is_starter(a);
    token_.clear();
    fold_token(word_at(a.word), false, token_);
    return tables_.continuations.find(token_) == 0;
  }

  bool after_stop(const Before& b, const After& a) const {
    if (b.empty()) return true;
    if (b.letters == 0 && b.digits > 0) {
      if (is_list_number(b)) return false;
      if (a.first == C::digit) return b.digits > 2 || word_at(a.word).size() > 4;
      return true;
    }
    const bool list_letter = b.begin == start_ && b.letters == 1 && b.digits == 0;
    if (list_letter) return false;
    if (b.letters == 1 && b.digits == 0 && b.word_start) {
      if (b.last == C::arabic) return false;
      if (b.last == C::upper) return is_starter(a);
    }
    switch (abbreviation(b)) {
      case Abbreviation::never: return false;
      case Abbreviation::number: return a.first != C::digit;
      case Abbreviation::maybe: return is_starter(a);
      case Abbreviation::none: break;
    }
    if (b.stops > 0 && b.digits == 0 && b.letters == b.stops + 1) return is_starter(a);  // U.S.A., h.sh.
    return true;
  }

  // No white space after the mark: only with good evidence that it was lost.
  bool glued(const Run& run, const Before& b, bool quoted, std::size_t end, C next) const {
    if (b.empty() && !quoted && b.previous != C::closer && b.previous != C::quote) return false;
    if (next == C::opener || next == C::quote) {
      std::size_t k = end;
      next_class(text_, k);
      if (k >= hi_ || (class_at(k) != C::arabic && class_at(k) != C::upper)) return false;
      const bool word = b.letters >= 2 && b.stops == 0;
      if (class_at(k) == C::upper) return word && b.all_lower && !run.ellipsis && text_[end] != '(' && text_[end] != '[';
      return (word || quoted || run.strong) && !run.ellipsis && abbreviation(b) == Abbreviation::none;
    }
    const std::string_view word = word_at(end);
    if (next == C::arabic) {
      if (run.strong) return true;
      if (run.ellipsis) return false;
      const bool one_letter = count_code_points(word) == 1;
      if (one_letter && end + word.size() < hi_ && text_[end + word.size()] == '.') return false;
      if (b.letters == 0 && b.digits > 0) return b.digits >= 3 && !is_list_number(b);
      if (b.empty()) return true;  // behind a closer
      return b.arabic && b.letters >= 2 && b.stops == 0 && abbreviation(b) == Abbreviation::none;
    }
    if (next == C::digit)
      return b.arabic && b.letters >= 3 && b.digits == 0 && b.stops == 0 && abbreviation(b) == Abbreviation::none;
    if (next != C::upper || word.size() < 2) return false;
    const bool before_word = b.empty() ? quoted || b.previous == C::closer
                                       : b.letters >= 3 && b.digits == 0 && b.stops == 0 && b.all_lower && b.word_start;
    if (!before_word) return false;
    std::size_t k = end;
    next_class(text_, k);
    for (const std::size_t stop = end + word.size(); k < stop;)
      if (const C kind = next_class(text_, k); kind != C::lower) return false;
    if (k < hi_ && !(class_at(k) == C::space || class_at(k) == C::pause || class_at(k) == C::quote || class_at(k) == C::closer))
      return false;
    if (k < hi_ && text_[k] == ':') return false;
    return b.empty() || abbreviation(b) == Abbreviation::none;
  }

  // Whether the mark stands in the text of a Markdown link: [text](target).
  bool inside_link(std::size_t mark) const {
    if (link_end_ < mark) {
      link_end_ = text_.substr(0, hi_).find("](", mark);
      if (link_end_ == std::string_view::npos) link_end_ = hi_;
    }
    if (link_end_ >= hi_ || link_end_ - mark > kLinkBytes) return false;
    for (std::size_t i = mark; i > start_ && mark - i < kLinkBytes; --i) {
      if (text_[i - 1] == ']') return false;
      if (text_[i - 1] == '[') return text_.substr(mark, link_end_ - mark).find('[') == std::string_view::npos;
    }
    return false;
  }

  std::string_view text_;
  std::size_t lo_, hi_;
  const SentenceTables& tables_;
  std::vector<Sentence>& out_;
  std::size_t start_ = 0;        // of the sentence being read
  bool glued_ = false;
  mutable std::size_t link_end_ = 0;  // the next "](" at or after the last mark asked about
  mutable std::string token_;
};

}  // namespace

void find_sentences(std::string_view text, ByteSpan block, const SentenceTables& tables, std::vector<Sentence>& out) {
  Finder(text, block, tables, out).run();
}

}  // namespace taraz
