// UTF-8 at two trust levels: check_utf8 reads anything, everything else REQUIRES valid UTF-8.
// Readers in io/ validate once at the border; past it every string is valid.
#ifndef TARAZ_TEXT_UTF8_H_
#define TARAZ_TEXT_UTF8_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace taraz {

// Offset of the first byte that does not belong to well-formed UTF-8 (Unicode 15, table 3-7), or nothing. O(n).
std::optional<std::size_t> first_invalid_byte(std::string_view bytes);

// Copy with every ill-formed sequence replaced by U+FFFD (one per maximal subpart, as browsers do).
std::string repair_utf8(std::string_view bytes);

// Decodes the code point at `i` and moves `i` past it.
// REQUIRES: text is valid UTF-8, i < text.size() and i is at a code point.
inline char32_t next_code_point(std::string_view text, std::size_t& i) {
  const auto byte = [&](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned char b = byte(i);
  if (b < 0x80) return ++i, b;
  if (b < 0xE0) return i += 2, static_cast<char32_t>((b & 0x1F) << 6 | (byte(i - 1) & 0x3F));
  if (b < 0xF0)
    return i += 3, static_cast<char32_t>((b & 0x0F) << 12 | (byte(i - 2) & 0x3F) << 6 | (byte(i - 1) & 0x3F));
  return i += 4, static_cast<char32_t>((b & 0x07) << 18 | (byte(i - 3) & 0x3F) << 12 | (byte(i - 2) & 0x3F) << 6 |
                                       (byte(i - 1) & 0x3F));
}

// Decodes the code point that ends at `i` and moves `i` to its first byte. REQUIRES: i > 0, as above.
inline char32_t previous_code_point(std::string_view text, std::size_t& i) {
  do --i;
  while ((static_cast<unsigned char>(text[i]) & 0xC0) == 0x80);
  std::size_t k = i;
  return next_code_point(text, k);
}

void append_utf8(std::string& out, char32_t c);
std::size_t count_code_points(std::string_view text);

// White space as layout: Unicode White_Space, and U+FEFF. ZWNJ and ZWJ are not white space.
bool is_white_space(char32_t c);
std::string_view trim(std::string_view text);

// `text` on one line: outer white space removed, every inner run of white space that has a line break in it as
// one space. No other character is changed: two spaces stay two, as a CAT tool reads them from the same file.
std::string on_one_line(std::string_view text);

}  // namespace taraz

#endif  // TARAZ_TEXT_UTF8_H_
