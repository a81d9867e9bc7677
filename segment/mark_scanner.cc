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
inline __m128i is(__m128i v, int byte) { return _mm_cmpeq_epi8(v, _mm_set1_epi8(static_cast<char>(byte))); }
inline __m128i either(__m128i a, __m128i b) { return _mm_or_si128(a, b); }
inline __m128i both(__m128i a, __m128i b) { return _mm_and_si128(a, b); }

template <typename Hit>
std::uint64_t mask_of_64(const char* p, Hit hit) {  // REQUIRES: p[-1] and p[0..64) readable
  std::uint64_t mask = 0;
  for (int k = 0; k < 64; k += 16) {
    const __m128i v = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + k));
    const __m128i before = _mm_loadu_si128(reinterpret_cast<const __m128i*>(p + k - 1));
    mask |= static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(hit(v, before)))) << k;
  }
  return mask;
}

std::uint64_t marks_of_64(const char* p) {
  return mask_of_64(p, [](__m128i v, __m128i before) {
    const __m128i ascii = either(either(is(v, '.'), is(v, '!')), either(is(v, '?'), is(v, ':')));
    const __m128i arabic = either(both(is(v, 0x9F), is(before, 0xD8)), both(is(v, 0x94), is(before, 0xDB)));
    const __m128i general = both(either(either(is(v, 0xA6), is(v, 0xBC)), is(v, 0x82)), is(before, 0x80));
    const __m128i wide = both(either(is(v, 0x81), is(v, 0x9F)), is(before, 0xBC));
    return either(either(ascii, arabic), either(general, wide));
  });
}

std::uint64_t breaks_of_64(const char* p) {
  return mask_of_64(p, [](__m128i v, __m128i before) {
    const __m128i ascii = both(_mm_cmpgt_epi8(v, _mm_set1_epi8(9)), _mm_cmpgt_epi8(_mm_set1_epi8(14), v));
    const __m128i next_line = both(is(v, 0x85), is(before, 0xC2));
    const __m128i separators = both(either(is(v, 0xA8), is(v, 0xA9)), is(before, 0x80));
    return either(ascii, either(next_line, separators));
  });
}
#else
template <typename Hit>
std::uint64_t mask_of_64(const char* p, Hit hit) {
  std::uint64_t mask = 0;
  for (int k = 0; k < 64; ++k)
    mask |= static_cast<std::uint64_t>(
                hit(static_cast<unsigned char>(p[k]), static_cast<unsigned char>(p[k - 1])))
            << k;
  return mask;
}

std::uint64_t marks_of_64(const char* p) {
  return mask_of_64(p, [](unsigned char v, unsigned char before) {
    return v == '.' || v == '!' || v == '?' || v == ':' ||
           (v == 0x9F && (before == 0xD8 || before == 0xBC)) || (v == 0x94 && before == 0xDB) ||
           (v == 0x81 && before == 0xBC) || (before == 0x80 && (v == 0xA6 || v == 0xBC || v == 0x82));
  });
}

std::uint64_t breaks_of_64(const char* p) {
  return mask_of_64(p, [](unsigned char v, unsigned char before) {
    return (v >= 10 && v <= 13) || (v == 0x85 && before == 0xC2) ||
           (before == 0x80 && (v == 0xA8 || v == 0xA9));
  });
}
#endif

}  // namespace

MarkScanner::MarkScanner(std::string_view text, std::size_t begin, std::size_t end, Target target)
    : text_(text), end_(end), mask_(target == Target::marks ? marks_of_64 : breaks_of_64) {
  load(begin);
}

void MarkScanner::load(std::size_t base) {
  base_ = base;
  bits_ = 0;
  if (base >= end_) return;
  if (base > 0 && end_ - base >= kChunk) {
    bits_ = mask_(text_.data() + base);
    return;
  }
  char buffer[kChunk + 1] = {};
  const std::size_t n = std::min(kChunk, end_ - base);
  if (base > 0) buffer[0] = text_[base - 1];
  std::memcpy(buffer + 1, text_.data() + base, n);
  bits_ = mask_(buffer + 1);
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
