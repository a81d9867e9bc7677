// The filter's rules on one text alone. Tested by tests/corpus/mt/filter_test.cc.
#include <algorithm>

#include "corpus/mt/filter.h"
#include "text/utf8.h"
#include "text/words.h"

namespace taraz {
namespace {

// Second halves that a Latin-1 or windows-1252 reader makes of the second byte of a UTF-8 pair.
bool is_misread_second_byte(char32_t c) {
  return (c >= 0x80 && c <= 0xBF) || c == 0x152 || c == 0x153 || c == 0x160 || c == 0x161 || c == 0x178 ||
         c == 0x17D || c == 0x17E || c == 0x192 || c == 0x2C6 || c == 0x2DC || (c >= 0x2013 && c <= 0x2022) ||
         c == 0x2026 || c == 0x2030 || c == 0x2039 || c == 0x203A || c == 0x20AC || c == 0x2122;
}

// What such a reader makes of the first byte of an accented letter, or of an Arabic or Persian one.
bool is_misread_first_byte(char32_t c) { return c == 0xC2 || c == 0xC3 || (c >= 0xD8 && c <= 0xDB); }

}  // namespace

bool has_encoding_damage(std::string_view text) {
  std::size_t misread = 0, questions = 0, characters = 0;
  char32_t before = 0;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    if (c == 0xFFFD || (c >= 0x80 && c < 0xA0 && c != 0x85)) return true;
    if (before == 0xE2 && c == 0x20AC) return true;  // a curly quote or a dash, read as windows-1252
    misread += is_misread_first_byte(before) && is_misread_second_byte(c);
    questions += c == '?';
    characters += !is_white_space(c);
    before = c;
  }
  return misread >= 2 || (questions >= 5 && questions * 2 >= characters);
}

double letter_share(std::string_view text) {
  std::size_t letters = 0, all = 0;
  const Words words(text);
  for (const Word& word : words.all()) {
    const std::size_t n = count_code_points(word.span.of(text));
    all += n;
    if (word.kind == WordKind::letters) letters += n;
  }
  return all == 0 ? 0.0 : static_cast<double>(letters) / static_cast<double>(all);
}

double script_share(std::string_view text, const Language& language) {
  static constexpr std::string_view kArabic[] = {"fa", "ar", "ur", "ckb", "ps", "sd", "ug"};
  static constexpr std::string_view kLatin[] = {"en", "fr", "de", "es", "it", "pt",
                                                "nl", "tr", "pl", "cs", "sv", "da"};
  const auto in = [&](const auto& list) {
    return std::find(std::begin(list), std::end(list), language.base()) != std::end(list);
  };
  const bool arabic = in(kArabic);
  if (!arabic && !in(kLatin)) return 1.0;
  std::size_t own = 0, all = 0;
  const Words words(text);
  for (const Word& word : words.all()) {
    if (word.kind != WordKind::letters) continue;
    const std::size_t n = count_code_points(word.span.of(text));
    const char first = words.folded(word).empty() ? ' ' : words.folded(word).front();
    all += n;
    if (arabic ? word.arabic : (first >= 'a' && first <= 'z')) own += n;
  }
  return all == 0 ? 1.0 : static_cast<double>(own) / static_cast<double>(all);
}

}  // namespace taraz
