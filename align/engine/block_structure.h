// The features of a block that do not read its words: shape, lengths, sentence ends, paragraphs.
#ifndef TARAZ_ALIGN_ENGINE_BLOCK_STRUCTURE_H_
#define TARAZ_ALIGN_ENGINE_BLOCK_STRUCTURE_H_

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

#include "align/engine/evidence.h"
#include "align/engine/features.h"

namespace taraz {

// How far two lengths disagree, in standard deviations; symmetric. Gale and Church (1993) with a spread that
// grows with the length itself too, since translators are long-winded in proportion. Lengths are scaled to
// the mean of both languages (BlockShape::scaled).
inline double length_z(double x, double y) {
  const double mean = (x + y) / 2 + 1;
  return std::fabs(x - y) / std::sqrt(3 * mean + 0.0225 * mean * mean);
}

// Long blocks of very unequal lengths are not looked at: it saves most of the work and loses nothing.
inline bool scaled_allowed(double x, double y, std::uint32_t m, std::uint32_t n) {
  return std::max(m, n) < 3 || (x < 2.5 * y + 40 && y < 2.5 * x + 40);
}
inline bool block_allowed(double first, double second, double ratio, std::uint32_t m, std::uint32_t n) {
  return scaled_allowed(first * std::sqrt(ratio), second / std::sqrt(ratio), m, n);
}

inline bool crosses_boundary(const PairEvidence& evidence, std::uint32_t first, std::uint32_t m,
                             std::uint32_t second, std::uint32_t n) {
  for (std::uint32_t k = first + 1; k < first + m; ++k)
    if (evidence.sides[0].segments[k].boundary) return true;
  for (std::uint32_t k = second + 1; k < second + n; ++k)
    if (evidence.sides[1].segments[k].boundary) return true;
  return false;
}

// ln of a length, from a table for all but the longest: it is taken for every block.
inline double log_of_length(double length) {
  static const std::vector<float> kTable = [] {
    std::vector<float> table(4096);
    for (std::size_t k = 0; k < table.size(); ++k) table[k] = std::log(static_cast<float>(k) + 1);
    return table;
  }();
  return length < 4095 ? static_cast<double>(kTable[static_cast<std::size_t>(length)]) : std::log(length + 1);
}

// A block with what has been summed over its segments.
struct BlockShape {
  std::uint32_t first, m, second, n;
  double scaled[2];  // lengths, times and over the square root of PairEvidence::length_ratio
  double ends[2];
};

// Calls add(feature, value) for every structural feature that is not 0.
template <typename Add>
void structure_features(const PairEvidence& evidence, const BlockShape& b, Add&& add) {
  const std::uint32_t low = std::min(b.m, b.n);
  const std::uint32_t high = std::max(b.m, b.n);
  const bool multi = high > 1;
  if (low == 1) {
    add(high == 1 ? kShape11 : high == 2 ? kShape12 : high == 3 ? kShape13 : kShape14, 1.0);
    if (high > 4) add(kShapeLonger, high - 4.0);
  } else {
    add(high == 2 ? kShape22 : high == 3 && low == 2 ? kShape23 : kShapeMany, 1.0);
  }
  const double z = length_z(b.scaled[0], b.scaled[1]);
  add(kLength1, std::min(z, 1.0));
  if (z > 1) add(kLength2, std::min(z - 1, 1.0));
  if (z > 2) add(kLength3, std::min(z - 2, 1.0));
  if (z > 3) add(kLengthTail, std::min(z - 3, 7.0));
  if (multi) add(kLengthMulti, std::min(z, 4.0));
  add(kLengthScale, log_of_length(b.scaled[0] + b.scaled[1]));
  const double ends = std::fabs(b.ends[0] - b.ends[1]);
  if (ends > 0) {
    add(kEnds, 1.0);
    if (ends > 1) add(kEndsMore, std::min(ends - 1, 4.0));
    if (multi) add(kEndsMulti, std::min(ends, 3.0));
  }
  const SideEvidence& x = evidence.sides[0];
  const SideEvidence& y = evidence.sides[1];
  int breaks = 0;
  if (x.paragraphs)
    for (std::uint32_t k = 1; k < b.m; ++k)
      breaks += x.segments[b.first + k].paragraph != x.segments[b.first + k - 1].paragraph;
  if (y.paragraphs)
    for (std::uint32_t k = 1; k < b.n; ++k)
      breaks += y.segments[b.second + k].paragraph != y.segments[b.second + k - 1].paragraph;
  if (breaks > 0) add(kBreakInside, static_cast<double>(breaks));
  if (x.paragraphs && y.paragraphs) {
    const bool starts_x = b.first == 0 || x.segments[b.first].paragraph != x.segments[b.first - 1].paragraph;
    const bool starts_y =
        b.second == 0 || y.segments[b.second].paragraph != y.segments[b.second - 1].paragraph;
    if (starts_x != starts_y) add(kStartDiffers, 1.0);
  }
  if (x.segments[b.first].kind != y.segments[b.second].kind) add(kKindDiffers, 1.0);
}

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_BLOCK_STRUCTURE_H_
