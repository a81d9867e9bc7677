// Source: Unicode 15 general categories by ICU 72; the roles of the marks are those of the rules in
// segment/sentences.cc.
#include "segment/characters.h"

#include <unicode/uchar.h>

#include <array>

#include "text/utf8.h"

namespace taraz {
namespace {

bool arabic_script(char32_t c) {
  return (c >= 0x600 && c <= 0x6FF) || (c >= 0x750 && c <= 0x77F) || (c >= 0x870 && c <= 0x8FF) ||
         (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

CharClass by_role(char32_t c) {
  switch (c) {
    case '.':
    case 0x2026:
      return CharClass::stop;
    case '!':
    case '?':
    case 0x061F:
    case 0x06D4:
    case 0x203C:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
      return CharClass::strong;
    case '(':
    case '[':
    case '{':
    case 0xAB:
    case 0x2018:
    case 0x201C:
    case 0x201A:
    case 0x201E:
    case 0x2039:
    case 0xFD3F:
    case 0x300C:
    case 0x300E:
      return CharClass::opener;
    case ')':
    case ']':
    case '}':
    case 0xBB:
    case 0x2019:
    case 0x201D:
    case 0x203A:
    case 0xFD3E:
    case 0x300D:
    case 0x300F:
      return CharClass::closer;
    case '"':
    case '\'':
      return CharClass::quote;
    case ',':
    case ';':
    case ':':
    case 0x060C:
    case 0x061B:
      return CharClass::pause;
    case '-':
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
      return CharClass::dash;
    case 0xAD:
    case 0x200C:
    case 0x200D:
    case 0x200E:
    case 0x200F:
    case 0x061C:
    case 0x2060:
      return CharClass::ignorable;
    case 0x640:
      return CharClass::arabic;
    default:
      break;
  }
  if (c >= 0x202A && c <= 0x202E) return CharClass::ignorable;
  if (c >= 0x2066 && c <= 0x2069) return CharClass::ignorable;
  return CharClass::other;
}

CharClass compute(char32_t c) {
  if (is_white_space(c)) return CharClass::space;
  if (const CharClass role = by_role(c); role != CharClass::other) return role;
  const auto u = static_cast<UChar32>(c);
  const std::uint32_t category = U_MASK(u_charType(u));
  if (category & U_GC_ND_MASK) return CharClass::digit;
  if (category & U_GC_M_MASK) return CharClass::mark;
  if (!(category & U_GC_L_MASK)) return CharClass::other;
  if (arabic_script(c)) return CharClass::arabic;
  if (category & (U_GC_LU_MASK | U_GC_LT_MASK)) return CharClass::upper;
  if (category & U_GC_LL_MASK) return CharClass::lower;
  return CharClass::letter;
}

constexpr char32_t kTableEnd = 0x800;

const std::array<CharClass, kTableEnd>& table() {
  static const std::array<CharClass, kTableEnd> kTable = [] {
    std::array<CharClass, kTableEnd> t{};
    for (char32_t c = 0; c < kTableEnd; ++c) t[c] = compute(c);
    return t;
  }();
  return kTable;
}
const std::array<CharClass, kTableEnd>& kClasses = table();

}  // namespace

CharClass char_class(char32_t c) { return c < kTableEnd ? kClasses[c] : compute(c); }

CharClass next_class(std::string_view text, std::size_t& i) { return char_class(next_code_point(text, i)); }
CharClass previous_class(std::string_view text, std::size_t& i) {
  return char_class(previous_code_point(text, i));
}

}  // namespace taraz
