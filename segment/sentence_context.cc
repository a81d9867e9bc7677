#include "segment/sentence_context.h"

#include <algorithm>

#include "text/utf8.h"

namespace taraz {

using C = CharClass;

std::size_t SentenceContext::skip_space(std::size_t i) const {
  while (i < high) {
    std::size_t k = i;
    if (next_class(text, k) != C::space) break;
    i = k;
  }
  return i;
}

// "?!", "...", ". . .".
MarkRun SentenceContext::run_of_marks(std::size_t i) const {
  MarkRun r;
  r.end = i;
  while (r.end < high) {
    std::size_t k = r.end;
    const char32_t c = next_code_point(text, k);
    const C kind = char_class(c);
    if (kind == C::strong) {
      r.strong = true;
    } else if (kind == C::stop) {
      r.stops += 1;
      r.sign = r.sign || c == 0x2026;
    } else if (c == ' ' && k < high && text[k] == '.' && r.stops > 0 &&
               (k + 1 >= high || !is_alphanumeric(class_at(k + 1)))) {
      // ". . ."
    } else {
      break;
    }
    r.end = k;
  }
  r.ellipsis = r.sign || r.stops > 1;
  r.sign = r.sign && r.stops == 1;
  return r;
}

std::size_t SentenceContext::skip_rule(std::size_t i) const {
  if (i >= high) return i;
  const char sign = text[i];
  if (sign != '*' && sign != '=' && sign != '_' && sign != '-' && sign != '#' && sign != '~') return i;
  const std::size_t end = std::min(text.find_first_not_of(sign, i), high);
  return end - i >= 3 && (end == high || class_at(end) == C::space) ? end : i;
}

// The end of an emoticon ":-)" that stands alone at `i`, or `i`.
std::size_t SentenceContext::skip_emoticon(std::size_t i) const {
  std::size_t k = i;
  if (k >= high || (text[k] != ':' && text[k] != ';' && text[k] != '=')) return i;
  ++k;
  if (k < high && (text[k] == '-' || text[k] == '\'' || text[k] == 'o')) ++k;
  const std::size_t mouth = k;
  while (k < high && k - mouth < 8 && std::string_view(")(DPp]/").find(text[k]) != std::string_view::npos)
    ++k;
  return k > mouth && (k == high || class_at(k) == C::space) ? k : i;
}

// "[12]" or superscript digits at `i`: the end of the footnote mark, or `i`.
std::size_t SentenceContext::skip_footnote(std::size_t i) const {
  std::size_t k = i;
  const char32_t c = next_code_point(text, k);
  if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079) || c == 0x2020 || c == 0x2021)
    return k;
  if (c != '[') return i;
  int digits = 0;
  while (k < high) {
    std::size_t next = k;
    const char32_t d = next_code_point(text, next);
    if (d == ']' && digits > 0) return next;
    if (char_class(d) != C::digit || ++digits > 3) return i;
    k = next;
  }
  return i;
}

std::size_t SentenceContext::skip_closers(std::size_t i, bool& quoted) const {
  while (i < high) {
    std::size_t k = i;
    const char32_t c = next_code_point(text, k);
    const C kind = char_class(c);
    if (kind == C::closer || (kind == C::quote && closes(i, k))) {
      quoted = true;
      i = k;
    } else if (kind == C::ignorable) {
      i = k;
    } else if (const std::size_t f = skip_footnote(i); f != i) {
      i = f;
    } else if (c == ' ' && k < high) {  // " »" in loosely typed text
      std::size_t after = k;
      const char32_t d = next_code_point(text, after);
      if (const std::size_t face = skip_emoticon(k); face != k) {
        i = face;
        continue;
      }
      const bool lone = d == 0xBB || d == 0x201D || d == ')' || d == ']' ||
                        (d == '"' && (after >= high || class_at(after) == C::space));
      if (!lone) break;
      quoted = true;
      i = after;
    } else {
      break;
    }
  }
  return i;
}

// Whether the quotation mark [i, k) behind the marks closes: nothing, a space or a sign follows, or it is the
// second of a pair in this sentence.
bool SentenceContext::closes(std::size_t i, std::size_t k) const {
  if (k >= high || !is_alphanumeric(class_at(k))) return true;
  const std::size_t from = std::max(start, i > kQuoteBytes ? i - kQuoteBytes : 0);
  return std::count(text.begin() + static_cast<std::ptrdiff_t>(from),
                    text.begin() + static_cast<std::ptrdiff_t>(i), text[i]) %
             2 ==
         1;
}

TokenBefore SentenceContext::token_before(std::size_t mark) const {
  TokenBefore b;
  b.begin = b.end = mark;
  const std::size_t floor = std::max(start, low);
  std::size_t i = mark;
  while (i > floor) {
    if (mark - i > kTokenBytes) {
      b.long_token = true;
      break;
    }
    std::size_t k = i;
    const C kind = previous_class(text, k);
    if (is_letter(kind)) {
      ++b.letters;
      if (kind == C::upper) b.all_lower = false;
      if (kind == C::arabic) b.arabic = true;
    } else if (kind == C::digit) {
      ++b.digits;
    } else if (kind == C::stop && text[k] == '.') {
      if (i == mark) break;
      ++b.stops;
    } else if (kind != C::mark && kind != C::ignorable) {
      const bool inner = i != mark && k > floor;
      const bool separator =
          inner && b.digits > 0 && text[k] == '\xD9' && (text[k + 1] == '\xAB' || text[k + 1] == '\xAC');
      const bool joins =
          separator || ((kind == C::quote || kind == C::dash || kind == C::closer) && inner &&
                        (text[k] == '\'' || text[k] == '-' || (kind == C::closer && text[k] == '\xE2')));
      if (!joins) {
        b.previous = kind;
        b.word_start =
            kind == C::space || kind == C::opener || kind == C::quote || kind == C::closer || kind == C::dash;
        break;
      }
    }
    if (b.last == C::other && is_alphanumeric(kind)) b.last = kind;
    i = k;
    b.begin = i;
  }
  return b;
}

WordAfter SentenceContext::word_after(std::size_t i) const {
  WordAfter a;
  std::size_t steps = 0;
  a.word = skip_space(i);
  std::size_t k = a.word;
  while (k < high && steps < 8) {
    std::size_t next = k;
    const C kind = next_class(text, next);
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
  a.first = k < high ? C::other : C::space;
  if (a.sign != C::space && a.first == C::space) a.first = C::other;
  return a;
}

std::string_view SentenceContext::word_at(std::size_t i) const {
  std::size_t k = i;
  while (k < high && k - i < kTokenBytes) {
    std::size_t next = k;
    const C kind = next_class(text, next);
    if (!is_alphanumeric(kind) && kind != C::mark && kind != C::ignorable) break;
    k = next;
  }
  return text.substr(i, k - i);
}

}  // namespace taraz
