// One pass: each code point has a class (table for the BMP from ICU's general category and script), runs of
// the same class are words. Tested by tests/text/words_test.cc.
#include "text/words.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <array>
#include <memory>

#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

enum Class : std::uint8_t { kSpace, kLatin, kUpperLatin, kArabic, kOther, kDigit, kMark, kExtend };

Class compute(char32_t c) {
  const auto u = static_cast<UChar32>(c);
  if (is_white_space(c)) return kSpace;
  if (u_charType(u) == U_FORMAT_CHAR || u_charType(u) == U_NON_SPACING_MARK ||
      u_charType(u) == U_ENCLOSING_MARK || u_charType(u) == U_COMBINING_SPACING_MARK || c == 0x0640)
    return kExtend;
  if (u_charType(u) == U_DECIMAL_DIGIT_NUMBER) return kDigit;
  if (!u_isalpha(u)) return u_iscntrl(u) ? kSpace : kMark;
  UErrorCode status = U_ZERO_ERROR;
  const UScriptCode script = uscript_getScript(u, &status);
  if (script == USCRIPT_ARABIC) return kArabic;
  if (script == USCRIPT_LATIN) return u_isupper(u) || u_istitle(u) ? kUpperLatin : kLatin;
  return kOther;
}

struct ClassTable {
  std::array<Class, 0x10000> bmp{};
  ClassTable() {
    for (char32_t c = 0; c < 0x10000; ++c) bmp[c] = compute(c);
  }
};

const ClassTable& class_table() {
  static const std::unique_ptr<const ClassTable> table = std::make_unique<const ClassTable>();
  return *table;
}

bool letters(Class c) { return c == kLatin || c == kUpperLatin || c == kArabic || c == kOther; }
bool same_run(Class a, Class b) {
  if (a == kUpperLatin) a = kLatin;
  if (b == kUpperLatin) b = kLatin;
  return a == b;
}

bool ascii_letter(char c) { return static_cast<unsigned char>((c | 0x20) - 'a') < 26; }

// Length of a word of ASCII letters alone that begins at `i` and ends at an ASCII character which cannot go
// on with it; 0 when it is anything else.
std::size_t ascii_word(std::string_view text, std::size_t i) {
  std::size_t end = i;
  while (end < text.size() && ascii_letter(text[end])) ++end;
  if (end == i || (end < text.size() && (text[end] == '\'' || static_cast<unsigned char>(text[end]) >= 0x80)))
    return 0;
  return end - i;
}

}  // namespace

Words::Words(std::string_view text) {
  const ClassTable& table = class_table();
  const auto class_of = [&table](char32_t c) { return c < 0x10000 ? table.bmp[c] : compute(c); };
  words_.reserve(text.size() / 6 + 4);
  folded_.reserve(text.size() + text.size() / 8);
  words_.reserve(text.size() / 6 + 8);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t begin = i;
    if (const std::size_t ascii = ascii_word(text, i); ascii > 0) {
      // The common case of Latin text, done byte by byte: the same word as below.
      Word word;
      word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + ascii)};
      word.upper = static_cast<unsigned char>(text[begin]) < 'a';
      word.folded.begin = static_cast<std::uint32_t>(folded_.size());
      for (std::size_t k = begin; k < begin + ascii; ++k)
        folded_.push_back(static_cast<char>(text[k] | 0x20));
      word.folded.end = static_cast<std::uint32_t>(folded_.size());
      words_.push_back(word);
      i = begin + ascii;
      continue;
    }
    if (text[i] == ' ') {
      ++i;
      continue;
    }
    const Class first = class_of(next_code_point(text, i));
    if (first == kSpace || first == kExtend) continue;
    std::size_t end = i;
    if (first != kMark) {
      for (std::size_t k = i; k < text.size();) {
        const char32_t c = next_code_point(text, k);
        const Class next = class_of(c);
        if (next == kExtend || same_run(first, next)) {
          end = k;
        } else if ((c == '\'' || c == 0x2019) && letters(first) && k < text.size()) {
          std::size_t after = k;
          if (!same_run(first, class_of(next_code_point(text, after)))) break;
          end = after;
          k = after;
        } else {
          break;
        }
      }
    }
    i = end;
    // Format characters at the end (bidi marks, a stray ZWNJ) are not part of the word.
    for (std::size_t k = end; k > begin;) {
      if (class_of(previous_code_point(text, k)) != kExtend) break;
      end = k;
    }
    Word word;
    word.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    word.kind = first == kDigit ? WordKind::digits : first == kMark ? WordKind::mark : WordKind::letters;
    word.upper = first == kUpperLatin || (first == kOther && [&] {
                   std::size_t k = begin;
                   return u_isupper(static_cast<UChar32>(next_code_point(text, k))) != 0;
                 }());
    word.arabic = first == kArabic;
    word.folded.begin = static_cast<std::uint32_t>(folded_.size());
    fold(text.substr(begin, end - begin), folded_);
    word.folded.end = static_cast<std::uint32_t>(folded_.size());
    words_.push_back(word);
  }
}

}  // namespace taraz
