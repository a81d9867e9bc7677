// Idea: in running English a word like "They" or "What" is capitalised at the begin of a sentence only. Where
// one stands behind a word in lower case and goes on in lower case, the end before it was lost: a heading
// that was glued to the text, chat without marks. Behind the first two to six words of a line a few more
// words show that. Titles of works ("the film What Went Wrong") go on with a capital; words that introduce a
// question or cannot end a phrase are in data/segment/unfinished.en.tsv. Own rule; tested by
// tests/segment/sentences_test.cc, "unmarked", and written as SRX in srx_export.cc.
#include "segment/unmarked_breaks.h"

#include <cstdint>
#include <string>

namespace taraz {
namespace {

constexpr std::size_t kShortest = 3, kLongest = 20;  // letters of the word before
constexpr std::size_t kHeadingWords = 6;

bool lower(char c) { return c >= 'a' && c <= 'z'; }
bool upper(char c) { return c >= 'A' && c <= 'Z'; }
bool space(char c) { return c == ' ' || c == '\n'; }
bool word_byte(char c) { return lower(c) || upper(c) || (c >= '0' && c <= '9') || c == '\'' || c == '-'; }

// The class of the word at `i` in the table "unmarked" when it goes on in lower case, else 0.
std::uint8_t sign_at(const SentenceContext& c, std::size_t i, std::size_t end, const SentenceTables& tables) {
  std::size_t k = i + 1;
  while (k < end && lower(c.text[k])) ++k;
  if (k == i + 1 || k >= end || !space(c.text[k])) return 0;
  const std::uint8_t kind = tables.unmarked.find(c.text.substr(i, k - i));
  if (kind == 0) return 0;
  while (k < end && space(c.text[k])) ++k;
  return k < end && lower(c.text[k]) ? kind : 0;
}

bool finished(std::string_view word, const SentenceTables& tables) {
  std::string folded;
  fold_token(word, true, folded);
  return tables.unfinished.find(folded) == 0;
}

// Whether a word in lower case, not an unfinished one, ends at `i`; a bracket may close behind it.
bool lower_word_before(const SentenceContext& c, std::size_t i, const SentenceTables& tables) {
  if (i > c.start && c.text[i - 1] == ')') --i;
  std::size_t k = i;
  while (k > c.start && i - k <= kLongest && lower(c.text[k - 1])) --k;
  if (i - k < kShortest || i - k > kLongest) return false;
  if (k > c.start && !space(c.text[k - 1]) && c.text[k - 1] != '(' && c.text[k - 1] != '"') return false;
  return finished(c.text.substr(k, i - k), tables);
}

// Whether the block begins at c.start, or the sentence before it has a mark at its end.
bool begins_line(const SentenceContext& c) {
  std::size_t i = c.start;
  const auto back_over = [&](CharClass a, CharClass b) {
    while (i > c.low) {
      std::size_t k = i;
      const CharClass kind = previous_class(c.text, k);
      if (kind != a && kind != b) return kind == CharClass::stop || kind == CharClass::strong;
      i = k;
    }
    return true;
  };
  return back_over(CharClass::space, CharClass::space) || back_over(CharClass::closer, CharClass::quote);
}

// Whether [c.start, i) is a heading's two to six words, without any sign between them.
bool heading_before(const SentenceContext& c, std::size_t i, const SentenceTables& tables) {
  std::size_t words = 0, last = c.start;
  for (std::size_t k = c.start; k < i; ++words) {
    if (words == kHeadingWords) return false;
    last = k;
    while (k < i && word_byte(c.text[k])) ++k;
    if (k == last || (k < i && c.text[k] != ' ')) return false;
    if (k < i) ++k;
  }
  return words >= 2 && i - last >= 2 && begins_line(c) && finished(c.text.substr(last, i - last), tables);
}

}  // namespace

std::size_t unmarked_end(const SentenceContext& c, std::size_t end, const SentenceTables& tables) {
  if (tables.unmarked.entries().empty()) return 0;
  for (std::size_t i = c.start + 4; i < end; ++i) {
    if (!upper(c.text[i]) || !space(c.text[i - 1])) continue;
    const std::uint8_t kind = sign_at(c, i, end, tables);
    if (kind == 0) continue;
    std::size_t before = i;
    while (before > c.start && space(c.text[before - 1])) --before;
    if (before == c.start) continue;
    if ((kind == 1 && lower_word_before(c, before, tables)) || heading_before(c, before, tables))
      return before;
  }
  return 0;
}

}  // namespace taraz
