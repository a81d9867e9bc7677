// 64 bytes become a 64-bit mask: bit k is set when byte k ends a mark. A mark of several bytes is known by
// its last two: U+061F is D8 9F, U+06D4 DB 94, U+2026 E2 80 A6, U+203C E2 80 BC, U+3002 E3 80 82, U+FF01 EF
// BC 81, U+FF1F EF BC 9F. So each vector is compared with itself and with the vector one byte earlier. Tested
// against the plain loop by tests/segment/mark_scanner_test.cc.
#include "segment/mark_scanner.h"

#include <algorithm>
#include <bit>
#include <cstring>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

namespace taraz {
namespace {

#if defined(__SSE2__)
std::uint64_t mask_of_64(const char* p) {  // REQUIRES: p[-1] and p[0..64) readable
  const auto is = [](__m128i v, int byte) {
    return _mm_cmpeq_epi8(v, _mm_set1_epi8(static_cast<char>(byte)));
  };
  std::uint64_t mask = 0;
  for (int k = 0; k < 64; k += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + k));
    const __m128i before = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + k - 1));
    __m128i hit = _mm_or_si128(_mm_or_si128(is(v, '.'), is(v, '!')), is(v, '?'));
    hit = _mm_or_si128(hit, is(v, ':'));
    hit = _mm_or_si128(hit, _mm_and_si128(is(v, 0x9F), is(before, 0xD8)));
    hit = _mm_or_si128(hit, _mm_and_si128(is(v, 0x94), is(before, 0xDB)));
    const __m128i general = _mm_or_si128(_mm_or_si128(is(v, 0xA6), is(v, 0xBC)), is(v, 0x82));
    hit = _mm_or_si128(hit, _mm_and_si128(general, is(before, 0x80)));
    const __m128i wide = _mm_or_si128(is(v, 0x81), is(v, 0x9F));
    hit = _mm_or_si128(hit, _mm_and_si128(wide, is(before, 0xBC)));
    mask |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hit))) << k;
  }
  return mask;
}
#else
std::uint64_t mask_of_64(const char* p) {
  std::uint64_t mask = 0;
  for (int k = 0; k < 64; ++k) {
    const auto v = static_cast<unsigned char>(p[k]), before = static_cast<unsigned char>(p[k - 1]);
    const bool hit = v == '.' || v == '!' || v == '?' || v == ':' || (v == 0x9F && before == 0xD8) ||
                     (v == 0x94 && before == 0xDB) || (before == 0xBC && (v == 0x81 || v == 0x9F)) ||
                     (before == 0x80 && (v == 0xA6 || v == 0xBC || v == 0x82));
    mask |= static_cast<std::uint64_t>(hit) << k;
  }
  return mask;
}
#endif

}  // namespace

void MarkScanner::load(std::size_t base) {
  base_ = base;
  bits_ = 0;
  if (base >= end_) return;
  if (base > 0 && end_ - base >= kChunk) {
    bits_ = mask_of_64(text_.data() + base);
    return;
  }
  char buffer[kChunk + 1] = {};
  const std::size_t n = std::min(kChunk, end_ - base);
  if (base > 0) buffer[0] = text_[base - 1];
  std::memcpy(buffer + 1, text_.data() + base, n);
  bits_ = mask_of_64(buffer + 1);
}

std::size_t MarkScanner::next(std::size_t from) {
  if (from >= base_ + kChunk) {
    load(from);
  } else if (from > base_) {
    bits_ &= ~std::uint64_t{0} << (from - base_);
  }
  while (bits_ == 0) {
    if (base_ + kChunk >= end_) return kNone;
    load(base_ + kChunk);
  }
  return base_ + static_cast<std::size_t>(std::countr_zero(bits_));
}

}  // namespace taraz
