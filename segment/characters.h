// What the rules of segment/ ask about a code point. One table look-up below U+0800, ICU above.
#ifndef TARAZ_SEGMENT_CHARACTERS_H_
#define TARAZ_SEGMENT_CHARACTERS_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace taraz {

enum class CharClass : std::uint8_t {
  other,      // symbols and marks without a part in the rules
  space,      // is_white_space
  ignorable,  // ZWNJ, ZWJ, bidi marks, soft hyphen: as if absent
  digit,      // decimal digits of any script
  lower,      // lower-case letters
  upper,      // upper-case letters
  arabic,     // letters of the Arabic script, and tatweel
  letter,     // letters without case of other scripts
  mark,       // combining marks: belong to the letter before
  stop,       // . and the ellipsis
  strong,     // ! ? and their Arabic, Urdu and double forms: end a sentence by themselves
  opener,     // ( [ { and opening quotation marks
  closer,     // ) ] } and closing quotation marks
  quote,      // " and ': either
  pause,      // , ; : and their Arabic forms
  dash,       // - and the dashes
};

CharClass char_class(char32_t c);

inline bool is_letter(CharClass c) {
  return c == CharClass::lower || c == CharClass::upper || c == CharClass::arabic || c == CharClass::letter;
}
inline bool is_alphanumeric(CharClass c) { return is_letter(c) || c == CharClass::digit; }

// Class of the code point at `i`, moving `i` past it; of the one that ends at `i`, moving `i` to it.
// REQUIRES: valid UTF-8, i < text.size() or i > 0.
CharClass next_class(std::string_view text, std::size_t& i);
CharClass previous_class(std::string_view text, std::size_t& i);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_CHARACTERS_H_
