// Idea: nearly all bytes cannot end a sentence, so a scanner passes over them (segment/mark_scanner.h) and
// the rules look at the few marks only. At a mark they read the run of marks, the closers after it, the token
// before it and the word after it (segment/sentence_context.h), each within a bound, so that the whole is
// linear. Tested by tests/segment/sentences_test.cc (table of cases) and segmenter_laws_test.cc (laws).
#include "segment/sentences.h"

#include <algorithm>
#include <string>

#include "segment/letter_parts.h"
#include "segment/mark_scanner.h"
#include "segment/sentence_context.h"
#include "segment/sentence_tables.h"
#include "segment/unmarked_breaks.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using C = CharClass;

constexpr std::size_t kLinkBytes = 300;  // longest text of a Markdown link that is kept whole

class Finder {
 public:
  Finder(std::string_view text, ByteSpan block, const SentenceTables& tables, std::vector<Sentence>& out)
      : text_(text), lo_(block.begin), hi_(block.end), context_(text, lo_, hi_), tables_(tables), out_(out) {}

  void run() {
    context_.start = context_.skip_space(lo_);
    MarkScanner scanner(text_, lo_, hi_);
    begin_sentence();
    for (std::size_t from = lo_;;) {
      const std::size_t hit = scanner.next(from);
      if (hit == MarkScanner::kNone) break;
      std::size_t mark = hit;
      while ((static_cast<unsigned char>(text_[mark]) & 0xC0) == 0x80) --mark;
      from = hit + 1;
      if (mark < context_.start) continue;
      const C kind = context_.class_at(mark);
      if (kind == C::pause && time_stamp(mark)) continue;
      if (kind != C::stop && kind != C::strong) continue;  // a false candidate
      const std::size_t end = boundary(mark, from);
      if (end == 0) continue;
      emit(end);
      from = std::max(from, end);
      if (const std::size_t rule = context_.skip_rule(context_.start); rule != context_.start) {
        emit(rule);
        from = std::max(from, rule);
      }
      begin_sentence();
    }
    emit(hi_);
  }

 private:
  void emit(std::size_t end) {
    for (std::size_t cut; (cut = unmarked_end(context_, end, tables_)) != 0;) push(cut);
    push(end);
  }

  void push(std::size_t end) {
    std::size_t b = context_.start, e = end;
    while (e > b) {
      std::size_t k = e;
      if (previous_class(text_, k) != C::space) break;
      e = k;
    }
    if (e <= b) return;
    out_.push_back({{static_cast<std::uint32_t>(b), static_cast<std::uint32_t>(e)}, glued_});
    context_.start = context_.skip_space(end);
    glued_ = context_.start == e;
  }

  // A salutation that ends with a comma is a sentence of its own where the next word is capitalised.
  void begin_sentence() {
    if (context_.start >= hi_ || text_[context_.start] < 'A' || text_[context_.start] > 'Z') return;
    bool closing = false;
    if (const std::size_t end = salutation_end(context_, tables_, closing); end != 0) emit(end);
    if (!closing) return;
    if (const std::size_t end = signature_end(context_, tables_); end != 0) emit(end);
  }

  // A mail header's stamp ends a line: "Ann Lee 03/28/2001 05:09 PM".
  bool time_stamp(std::size_t colon) {
    if (colon < context_.start + 9) return false;
    std::size_t begin = 0;
    const std::size_t end = stamp_end(context_, colon, begin);
    if (end == 0) return false;
    if (begin != end) emit(begin);
    emit(end);
    begin_sentence();
    return true;
  }

  bool in(const TokenTable& table, std::size_t word) const {
    token_.clear();
    fold_token(context_.word_at(word), false, token_);
    return table.find(token_) != 0;
  }
  bool is_starter(const WordAfter& a) const {
    return (a.first == C::upper || a.first == C::arabic) && in(tables_.starters, a.word);
  }

  Abbreviation abbreviation(const TokenBefore& b) const {
    if (b.long_token || b.letters == 0 || b.end - b.begin > TokenTable::kLongest) return Abbreviation::none;
    token_.clear();
    fold_token(text_.substr(b.begin, b.end - b.begin), true, token_);
    return static_cast<Abbreviation>(tables_.abbreviations.find(token_));
  }

  // Whether a number with its stop is the number of a list item: it begins the sentence.
  bool is_list_number(const TokenBefore& b) const {
    return b.begin == context_.start && b.digits <= 3 + 2 * b.stops && b.digits > 0;
  }

  // The end of the sentence at the mark, or 0 when none ends there. `from` moves past what was read.
  std::size_t boundary(std::size_t mark, std::size_t& from) const {
    const MarkRun run = context_.run_of_marks(mark);
    from = std::max(from, run.end);
    bool quoted = false;
    const std::size_t end = context_.skip_closers(run.end, quoted);
    if (end >= hi_) return 0;  // the block ends there anyway
    const C next = context_.class_at(end);
    if (next != C::space && !quoted && !run.strong && mark >= address_end_ &&
        (next == C::lower || next == C::digit))
      if (const std::size_t address = address_end(context_, mark, tables_, address_end_); address != 0)
        return address;
    const TokenBefore b = context_.token_before(mark);
    const bool split = next == C::space ? spaced(run, b, quoted, end) : glued(run, b, quoted, end, next);
    if (!split || inside_link(mark)) return 0;
    return end;
  }

  bool spaced(const MarkRun& run, const TokenBefore& b, bool quoted, std::size_t end) const {
    const WordAfter a = context_.word_after(end);
    if (a.first == C::space) return false;
    if (a.sign == C::pause || a.sign == C::closer) return false;
    if (b.empty() && b.previous == C::opener) return false;  // "(!)", "[...]"
    if (quoted && !a.opened && a.first == C::arabic && in(tables_.attributions, a.word)) return false;
    if (run.strong) return !(quoted && a.first == C::lower);
    if (a.first == C::lower) return !run.ellipsis && !quoted && in_lower_case(b, a);
    if (run.ellipsis) return after_ellipsis(run, b, a);
    return b.empty() || after_stop(b, a);
  }

  // Carelessly typed text goes on in lower case after a stop. It is taken for that when the sentence itself
  // began so, or when the next word is one that begins sentences; never behind an abbreviation or a word of
  // one or two letters.
  bool in_lower_case(const TokenBefore& b, const WordAfter& a) const {
    if (b.stops > 0 || a.sign != C::lower || b.letters + b.digits < 2) return false;
    if (b.letters > 0 && abbreviation(b) != Abbreviation::none) return false;
    const std::string_view rest = text_.substr(a.word, 8);
    if (rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("www.")) return true;
    if (context_.class_at(context_.start) == C::lower) return true;
    if (b.letters < 3 || b.digits > 0 || !b.all_lower) return false;
    if (in(tables_.starters, a.word)) return true;
    if (token_[0] < 'a' || token_[0] > 'z') return false;
    token_[0] = static_cast<char>(token_[0] - 32);
    return tables_.starters.find(token_) != 0;
  }

  bool after_ellipsis(const MarkRun& run, const TokenBefore& b, const WordAfter& a) const {
    if (a.first == C::digit) return false;
    if (a.first != C::arabic) return context_.word_at(a.word) != "I";  // "I" is always a capital: no evidence
    if (run.sign) return a.opened || is_starter(a);  // U+2026 goes on more often than three stops do
    if (b.arabic && b.letters == 1) return false;    // "and ...": something is left out
    if (b.empty()) return a.opened || is_starter(a);
    return !in(tables_.continuations, a.word);
  }

  bool after_stop(const TokenBefore& b, const WordAfter& a) const {
    if (b.letters == 0 && b.digits > 0) {
      if (is_list_number(b)) return false;
      if (a.first == C::digit) return b.digits > 2 || count_code_points(context_.word_at(a.word)) > 2;
      return true;
    }
    const bool single = b.letters == 1 && b.digits == 0;
    if (single && b.begin == context_.start) return false;  // "A. The first item"
    if (single && b.word_start) {
      if (b.last == C::arabic) return false;
      if (b.last == C::upper) return is_starter(a);
    }
    switch (abbreviation(b)) {
      case Abbreviation::never:
        return false;
      case Abbreviation::number:
        return a.first != C::digit;
      case Abbreviation::maybe:
        return is_starter(a);
      case Abbreviation::none:
        break;
    }
    if (b.stops > 0 && b.digits == 0 && b.letters == b.stops + 1) return is_starter(a);  // U.S.A., h.sh.
    return true;
  }

  // No white space after the mark: only with good evidence that it was lost.
  bool glued(const MarkRun& run, const TokenBefore& b, bool quoted, std::size_t end, C next) const {
    if (b.empty() && !quoted && b.previous != C::closer && b.previous != C::quote) return false;
    if (next == C::opener || next == C::quote) return glued_opener(run, b, quoted, end);
    if (next == C::arabic) return glued_arabic(run, b, end);
    if (next == C::letter) return run.strong;
    const bool word =
        b.letters >= 3 && b.digits == 0 && b.stops == 0 && abbreviation(b) == Abbreviation::none;
    if (next == C::digit) return b.arabic && word;
    return next == C::upper && glued_capital(b, quoted, word, end);
  }

  bool glued_opener(const MarkRun& run, const TokenBefore& b, bool quoted, std::size_t end) const {
    std::size_t k = end;
    next_class(text_, k);
    if (k >= hi_ || run.ellipsis) return false;
    const C inside = context_.class_at(k);
    const bool word = b.letters >= 2 && b.stops == 0;
    if (inside == C::upper) return word && b.all_lower && text_[end] != '(' && text_[end] != '[';
    return inside == C::arabic && (word || quoted || run.strong) && abbreviation(b) == Abbreviation::none;
  }

  bool glued_arabic(const MarkRun& run, const TokenBefore& b, std::size_t end) const {
    if (run.strong) return true;
    if (run.ellipsis) return false;
    const std::string_view word = context_.word_at(end);
    const std::size_t behind = end + word.size();
    if (behind < hi_ && text_[behind] == '.' && count_code_points(word) == 1)
      return false;  // a chain of initials
    if (b.letters == 0 && b.digits > 0) return b.digits >= 3 && !is_list_number(b);
    if (b.empty()) return true;  // behind a closer
    return b.arabic && b.letters >= 2 && b.stops == 0 && abbreviation(b) == Abbreviation::none;
  }

  // "ended.The next": a lower-case word before, a capitalised one after, no address.
  bool glued_capital(const TokenBefore& b, bool quoted, bool word, std::size_t end) const {
    const std::string_view next = context_.word_at(end);
    if (next.size() < 2) return false;
    if (!(b.empty() ? quoted || b.previous == C::closer : word && b.all_lower && b.word_start)) return false;
    std::size_t k = end;
    next_class(text_, k);
    for (const std::size_t stop = end + next.size(); k < stop;)
      if (next_class(text_, k) != C::lower) return false;
    if (k >= hi_) return true;
    const C behind = context_.class_at(k);
    return text_[k] != ':' &&
           (behind == C::space || behind == C::pause || behind == C::quote || behind == C::closer);
  }

  // Whether the mark stands in the text of a Markdown link: [text](target).
  bool inside_link(std::size_t mark) const {
    if (link_end_ < mark) link_end_ = std::min(text_.substr(0, hi_).find("](", mark), hi_);
    if (link_end_ >= hi_ || link_end_ - mark > kLinkBytes) return false;
    for (std::size_t i = mark; i > context_.start && mark - i < kLinkBytes; --i) {
      if (text_[i - 1] == ']') return false;
      if (text_[i - 1] == '[')
        return text_.substr(mark, link_end_ - mark).find('[') == std::string_view::npos;
    }
    return false;
  }

  std::string_view text_;
  std::size_t lo_, hi_;
  SentenceContext context_;
  const SentenceTables& tables_;
  std::vector<Sentence>& out_;
  bool glued_ = false;                   // no space before the current sentence
  mutable std::size_t link_end_ = 0;     // the next "](" at or after the last mark asked about
  mutable std::size_t address_end_ = 0;  // end of the last token looked at for an address
  mutable std::string token_;
};

}  // namespace

void find_sentences(std::string_view text, ByteSpan block, const SentenceTables& tables,
                    std::vector<Sentence>& out) {
  Finder(text, block, tables, out).run();
}

}  // namespace taraz
