// How numbers are written: digits with separators, and number words with what joins them.
#ifndef TARAZ_ALIGN_ANCHORS_NUMBER_GRAMMAR_H_
#define TARAZ_ALIGN_ANCHORS_NUMBER_GRAMMAR_H_

#include <cstddef>
#include <optional>
#include <string>

#include "align/anchors/decimal.h"
#include "align/anchors/word_roles.h"

namespace taraz {

struct ParsedNumber {
  std::size_t begin = 0;  // words [begin, end)
  std::size_t end = 0;
  Decimal value;
  std::string text;  // value as text when no decimal can hold it: "1/3", an identifier; else empty
  bool ordinal = false;
  bool in_digits = false;     // begins with digits
  bool plain_digits = false;  // one run of digits, nothing else: can be a year, a day
  bool identifier = false;
  bool weak = false;    // one word that is often another
  bool joined = false;  // the first word begins with و
  int digit_count = 0;  // of plain digits

  std::string to_string() const { return text.empty() ? value.to_string() : text; }
};

// The number in digits at a word, with separators, sign and fraction, but no number words after it.
// Rules: three digits after each , ٬ ، ' or thin space group; ٫ is the decimal point; '.' is the decimal
// point, but before exactly three digits in Persian and Arabic text it groups ("1.234.567" does everywhere);
// ',' before one or two digits and '/' in Persian text are decimal points; other '/' is a fraction when the
// first is smaller.
std::optional<ParsedNumber> parse_digits(const RoledWords& words, std::size_t at);

// Whether the mark is the point of "7.55 am".
bool clock_point(const RoledWords& words, std::size_t mark);

// A fraction in words: "two thirds", "سه چهارم", "ثلاثة أرباع", "a third of", "ربع السكان".
struct ParsedFraction {
  int numerator = 0;
  int denominator = 0;
  std::size_t end = 0;  // the word after it
};
std::optional<ParsedFraction> parse_fraction(const RoledWords& words, std::size_t at);

// The longest number at a word: digits or words, magnitudes ("30 thousand", "سی‌هزار", "ألف
// وأربعمائة وأربعة"), halves, ordinals ("هفتاد و ششمین", "السادسة والسبعين"). Nothing when no number begins
// there. O(length).
std::optional<ParsedNumber> parse_number(const RoledWords& words, std::size_t at);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_NUMBER_GRAMMAR_H_
