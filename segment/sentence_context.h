// What the sentence rules read around a mark: the run of marks, closers, the token before, the word after.
// Every reader is bounded (kTokenBytes, kQuoteBytes), so that reading at every mark is linear.
#ifndef TARAZ_SEGMENT_SENTENCE_CONTEXT_H_
#define TARAZ_SEGMENT_SENTENCE_CONTEXT_H_

#include <cstddef>
#include <string_view>

#include "segment/characters.h"

namespace taraz {

// The token that ends before a mark: letters, digits and inner stops, apostrophes, hyphens.
struct TokenBefore {
  std::size_t begin = 0;  // of the token; == end when a space or a sign stands before the mark
  std::size_t end = 0;
  int letters = 0, digits = 0,
      stops = 0;                      // counts; letters stop being counted at SentenceContext::kTokenBytes
  CharClass last = CharClass::other;  // class of the last letter or digit
  bool long_token = false;            // more than that
  bool all_lower = true;              // letters are lower case ASCII or beyond
  bool arabic = false;
  bool word_start = true;                 // a space, an opener or the text's begin stands before it
  CharClass previous = CharClass::space;  // class of what stands before the token
  bool empty() const { return begin == end; }
};

// What follows a boundary candidate.
struct WordAfter {
  std::size_t word = 0;                // offset of the first letter or digit behind spaces, openers, dashes
  CharClass first = CharClass::space;  // its class; space: nothing follows
  CharClass sign = CharClass::space;   // class of the first character that is no space
  bool opened = false;                 // an opener or a quotation mark stands before the word
};

// A run of marks: "?!", "...", ". . .".
struct MarkRun {
  std::size_t end = 0;
  int stops = 0;
  bool strong = false;    // has ! ? or their Arabic and Urdu forms
  bool ellipsis = false;  // two stops or more, or U+2026
  bool sign = false;      // U+2026 alone
};

// One paragraph of a text being read. `start` is the begin of the current sentence, moved by the owner.
class SentenceContext {
 public:
  static constexpr std::size_t kTokenBytes = 64;   // what is read of a token
  static constexpr std::size_t kQuoteBytes = 600;  // how far back quotation marks are counted

  // REQUIRES: valid UTF-8, begin <= end <= whole.size(); the view must outlive this object.
  SentenceContext(std::string_view whole, std::size_t begin, std::size_t end)
      : text(whole), low(begin), high(end), start(begin) {}

  CharClass class_at(std::size_t i) const { return next_class(text, i); }
  bool space_or_end(std::size_t i) const { return i >= high || class_at(i) == CharClass::space; }
  std::size_t skip_space(std::size_t i) const;
  MarkRun run_of_marks(std::size_t mark) const;
  // Behind the marks: closing quotes and brackets, footnote marks, emoticons; `quoted` is set when there is a
  // quote or bracket.
  std::size_t skip_closers(std::size_t i, bool& quoted) const;
  // The end of a rule of signs ("***", "-----") that stands alone at `i`, or `i`.
  std::size_t skip_rule(std::size_t i) const;
  TokenBefore token_before(std::size_t mark) const;
  WordAfter word_after(std::size_t i) const;
  // The word that begins at `i`, cut at kTokenBytes.
  std::string_view word_at(std::size_t i) const;

  const std::string_view text;
  const std::size_t low, high;
  std::size_t start;

 private:
  std::size_t skip_footnote(std::size_t i) const;
  std::size_t skip_emoticon(std::size_t i) const;
  bool closes(std::size_t i, std::size_t k) const;
};

}  // namespace taraz

#endif  // TARAZ_SEGMENT_SENTENCE_CONTEXT_H_
