// Tested by tests/segment/sentences_test.cc, "letters".
#include "segment/letter_parts.h"

#include <algorithm>

namespace taraz {
namespace {

using C = CharClass;

constexpr std::size_t kFormulaBytes = 60;
constexpr std::size_t kAddressBytes = 300;

bool capitalised_starter(const SentenceContext& c, std::size_t i, const SentenceTables& tables) {
  return i < c.high && c.class_at(i) == C::upper && tables.starters.find(c.word_at(i)) != 0;
}

}  // namespace

std::size_t salutation_end(const SentenceContext& c, const SentenceTables& tables, bool& is_closing) {
  is_closing = false;
  const std::string_view head = c.text.substr(c.start, std::min(kFormulaBytes, c.high - c.start));
  const std::size_t comma = head.find(',');
  if (comma == head.npos || comma < 2) return 0;
  std::size_t words = 1;
  for (std::size_t i = 0; i < comma; ++i) {
    const char b = head[i];
    if (b == ' ') ++words;
    if (!(b == ' ' || b == '.' || b == '\'' || b == '-' || (b >= 'A' && b <= 'Z') || (b >= 'a' && b <= 'z')))
      return 0;
  }
  const std::size_t next = c.skip_space(c.start + comma + 1);
  if (next == c.start + comma + 1 || next >= c.high || c.class_at(next) != C::upper) return 0;
  const std::string_view formula = head.substr(0, comma);
  const std::string_view first = formula.substr(0, formula.find(' ')),
                         last = formula.substr(formula.rfind(' ') + 1);
  const bool greeting =
      (first == "Dear" || first == "Hi" || first == "Hello" || first == "Hey") && words <= 5;
  const bool closing =
      words <= 3 && (last == "regards" || last == "Regards" || last == "Thanks" || last == "Sincerely" ||
                     last == "sincerely" || last == "Cheers" || last == "wishes" || last == "truly" ||
                     formula == "Thank you" || formula == "Love");
  is_closing = closing;
  const bool name = words == 1 && first.size() <= 12 && tables.starters.find(first) == 0 &&
                    c.word_at(next) != "I" && capitalised_starter(c, next, tables);
  return greeting || closing || name ? c.start + comma + 1 : 0;
}

std::size_t address_end(const SentenceContext& c, std::size_t mark, const SentenceTables& tables,
                        std::size_t& token_end) {
  std::size_t begin = mark, end = mark;
  while (begin > c.low && mark - begin<kAddressBytes&& static_cast<unsigned char>(c.text[begin - 1])> ' ')
    --begin;
  while (end < c.high && end - mark<kAddressBytes&& static_cast<unsigned char>(c.text[end])> ' ') ++end;
  token_end = end;
  const std::string_view token = c.text.substr(begin, end - begin);
  const bool mail = token.find('@') != token.npos && token.find('/') == token.npos;
  const bool url = token.find("://") != token.npos || token.starts_with("www.");
  if ((!mail && !url) || end - mark >= kAddressBytes) return 0;
  const char last = token.back();
  if (last == ',' || last == ';' || last == ':' || last == '.' || last == '!' || last == '?') return 0;
  const std::size_t next = c.skip_space(end);
  if (next == end || next >= c.high || c.class_at(next) != C::upper) return 0;
  return mail || capitalised_starter(c, next, tables) ? end : 0;
}

std::size_t stamp_end(const SentenceContext& c, std::size_t colon, std::size_t& begin) {
  const auto digit = [&](std::size_t i) { return i < c.high && c.text[i] >= '0' && c.text[i] <= '9'; };
  if (!digit(colon - 1) || !digit(colon + 1) || !digit(colon + 2)) return 0;
  std::size_t date = colon - 1;
  if (date > c.start && digit(date - 1)) --date;
  if (date < c.start + 7 || c.text[date - 1] != ' ') return 0;
  std::size_t slashes = 0;
  for (--date; date > c.start && (digit(date - 1) || c.text[date - 1] == '/'); --date)
    slashes += c.text[date - 1] == '/';
  if (slashes != 2 || !digit(date) || (date > c.start && c.text[date - 1] != ' ')) return 0;
  std::size_t end = colon + 3;
  if (end < c.high && c.text[end] == ':' && digit(end + 1) && digit(end + 2)) end += 3;
  const std::string_view half = c.text.substr(end, 3);
  if (half == " AM" || half == " PM") end += 3;
  if (end >= c.high || c.text[end] != ' ') return 0;
  const std::size_t next = c.skip_space(end);
  if (next >= c.high || !is_letter(c.class_at(next))) return 0;
  begin = end;
  if (date > c.start + 1) {
    std::size_t word = date - 1;
    while (word > c.start && c.text[word - 1] != ' ') --word;
    if (c.class_at(word) == C::upper ||
        c.text.substr(word, date - 1 - word).find('@') != std::string_view::npos)
      begin = date;
  }
  return end;
}

std::size_t signature_end(const SentenceContext& c, const SentenceTables& tables) {
  std::size_t at = c.start;
  const std::string_view first = c.word_at(at);
  for (int words = 0; words < 4 && at < c.high; ++words) {
    const std::string_view word = c.word_at(at);
    if (c.class_at(at) != C::upper) return 0;
    if (words > 0 && (tables.starters.find(word) != 0 || word == first)) return at;
    std::size_t behind = at + word.size();
    if (behind + 1 < c.high && word.size() == 1 && c.text[behind] == '.') ++behind;
    if (behind >= c.high || c.text[behind] != ' ') return 0;
    at = behind + 1;
  }
  return 0;
}

}  // namespace taraz
