// Which encoding? The candidates are decoded and judged by what comes out.
// Tested by tests/io/encoding_test.cc; figures: docs/input.md.
#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "io/encoding.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::string ask_uchardet(std::string_view bytes) {
  const uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(), bytes.size());
  uchardet_data_end(detector);
  std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return is_encoding_name(name) ? name : std::string();
}

// Share of 16-bit units that text in the scripts of common languages would have, in one byte order.
struct Utf16Evidence {
  std::size_t units = 0;
  std::size_t plausible = 0;  // letters, ASCII, layout
  std::size_t broken = 0;     // unpaired surrogates, controls, U+FFFE
};

Utf16Evidence utf16_evidence(std::string_view bytes, bool big_endian) {
  Utf16Evidence e;
  bool high_before = false;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    const unsigned u = big_endian ? a << 8 | b : b << 8 | a;
    ++e.units;
    const bool high = u >= 0xD800 && u < 0xDC00, low = u >= 0xDC00 && u < 0xE000;
    e.broken += low != high_before || u == 0xFFFE || u == 0xFFFF || u == 0;
    high_before = high;
    e.plausible += (u >= 0x20 && u < 0x7F) || u == '\n' || u == '\r' || u == '\t' ||
                   (u >= 0xA0 && u < 0x250) || (u >= 0x370 && u < 0x780) || (u >= 0x2000 && u < 0x2070) ||
                   (u >= 0xFB50 && u < 0xFE00) || (u >= 0xFE70 && u < 0xFF00) || (low && e.broken == 0);
  }
  return e;
}

// "UTF-16LE", "UTF-16BE" or "". Text in UTF-16 has NUL bytes (spaces, line ends, Latin letters) or, in Arabic
// script, the byte 0x06 at every other place; text in one-byte encodings and UTF-8 has neither.
std::string utf16_without_bom(std::string_view bytes) {
  const std::string_view window =
      bytes.substr(0, std::min<std::size_t>(bytes.size(), 64 * 1024) & ~std::size_t{1});
  if (window.empty()) return "";
  const auto telling = static_cast<std::size_t>(
      std::count_if(window.begin(), window.end(), [](char c) { return c == '\0' || c == '\x06'; }));
  if (telling * 10 < window.size()) return "";
  for (const bool big_endian : {false, true}) {
    const Utf16Evidence e = utf16_evidence(window, big_endian);
    const Utf16Evidence other = utf16_evidence(window, !big_endian);
    // up to 2 in 100 may be broken: the reader names the place then
    if (e.plausible * 10 >= e.units * 9 && e.broken * 50 <= e.units + 49 && e.plausible > other.plausible * 2)
      return big_endian ? "UTF-16BE" : "UTF-16LE";
  }
  return "";
}

struct Utf8Evidence {
  std::size_t sequences = 0;  // well-formed ones of two bytes and more
  std::size_t broken = 0;
};

Utf8Evidence utf8_evidence(std::string_view bytes, bool whole) {
  Utf8Evidence e;
  while (!bytes.empty()) {
    const std::size_t good = first_invalid_byte(bytes).value_or(bytes.size());
    for (std::size_t i = 0; i < good; ++i) e.sequences += static_cast<unsigned char>(bytes[i]) >= 0xC2;
    bytes.remove_prefix(good);
    if (bytes.empty() || (!whole && bytes.size() < 4)) break;
    ++e.broken;
    bytes.remove_prefix(1);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0xC0) == 0x80) bytes.remove_prefix(1);
  }
  return e;
}

}  // namespace

std::string find_encoding(std::string_view head, bool whole) {
  if (const std::string utf16 = utf16_without_bom(head); !utf16.empty()) return utf16;
  const Utf8Evidence utf8 = utf8_evidence(head, whole);
  if (utf8.broken == 0 || utf8.sequences >= 2 * utf8.broken) return "UTF-8";
  return ask_uchardet(head);
}

}  // namespace taraz
