#include "text/utf8.h"

#include <cstdint>
#include <cstring>

namespace taraz {
namespace {

// Length of the well-formed sequence at the start of `s`, or 0; `bad` is then the length of its maximal subpart.
std::size_t well_formed(std::string_view s, std::size_t& bad) {
  const auto byte = [&](std::size_t k) { return k < s.size() ? static_cast<unsigned char>(s[k]) : 0u; };
  const unsigned b = byte(0);
  bad = 1;
  if (b < 0x80) return 1;
  if (b < 0xC2 || b > 0xF4) return 0;
  unsigned low = 0x80, high = 0xBF;
  if (b == 0xE0) low = 0xA0;
  if (b == 0xED) high = 0x9F;
  if (b == 0xF0) low = 0x90;
  if (b == 0xF4) high = 0x8F;
  const std::size_t n = b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
  for (std::size_t k = 1; k < n; ++k) {
    if (byte(k) < low || byte(k) > high) return bad = k, 0;
    low = 0x80, high = 0xBF;
  }
  return n;
}

}  // namespace

std::optional<std::size_t> first_invalid_byte(std::string_view s) {
  std::size_t i = 0, bad = 0;
  while (i < s.size()) {
    std::uint64_t eight;
    if (i + 8 <= s.size() && (std::memcpy(&eight, s.data() + i, 8), (eight & 0x8080808080808080u) == 0)) {
      i += 8;
      continue;
    }
    const std::size_t n = well_formed(s.substr(i), bad);
    if (n == 0) return i;
    i += n;
  }
  return std::nullopt;
}

std::string repair_utf8(std::string_view s) {
  std::string out;
  out.reserve(s.size());
  std::size_t i = 0, bad = 0;
  while (i < s.size()) {
    if (const std::size_t n = well_formed(s.substr(i), bad); n > 0) {
      out.append(s, i, n);
      i += n;
    } else {
      out += "\xEF\xBF\xBD";
      i += bad;
    }
  }
  return out;
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&](char32_t b) { out += static_cast<char>(static_cast<unsigned char>(b)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6), put(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  } else {
    put(0xF0 | c >> 18), put(0x80 | (c >> 12 & 0x3F)), put(0x80 | (c >> 6 & 0x3F)), put(0x80 | (c & 0x3F));
  }
}

std::size_t count_code_points(std::string_view text) {
  std::size_t n = 0;
  for (char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return n;
}

bool is_white_space(char32_t c) {
  return c == ' ' || (c >= 9 && c <= 13) || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0, end = text.size();
  while (begin < end) {
    std::size_t k = begin;
    if (!is_white_space(next_code_point(text, k))) break;
    begin = k;
  }
  while (end > begin) {
    std::size_t k = end;
    if (!is_white_space(previous_code_point(text, k))) break;
    end = k;
  }
  return text.substr(begin, end - begin);
}

std::string on_one_line(std::string_view text) {
  text = trim(text);
  std::string out;
  out.reserve(text.size());
  std::size_t i = 0;
  while (i < text.size()) {
    const std::size_t start = i;
    if (!is_white_space(next_code_point(text, i))) {
      out.append(text, start, i - start);
      continue;
    }
    bool breaks = false;
    std::size_t k = start;
    char32_t c = next_code_point(text, k);
    for (;;) {
      breaks = breaks || c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C;
      i = k;
      if (k >= text.size() || !is_white_space(c = next_code_point(text, k))) break;
    }
    if (breaks)
      out += ' ';
    else
      out.append(text, start, i - start);
  }
  return out;
}

}  // namespace taraz
