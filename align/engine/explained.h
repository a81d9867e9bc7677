// How well the tokens of one segment are explained by a block of the other side.
#ifndef TARAZ_ALIGN_ENGINE_EXPLAINED_H_
#define TARAZ_ALIGN_ENGINE_EXPLAINED_H_

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <vector>

#include "align/engine/evidence.h"

namespace taraz {

// Share of tokens of each class that have a counterpart in a true translation; fixed, the weights do the
// rest.
inline constexpr std::array<double, kTokenClasses> kExplainedShare = {0.6, 0.8, 0.7, 0.7, 0.8, 0.5};

// Ln likelihood ratio of the matched tokens of each class, and how many are not matched.
struct Explanation {
  std::array<double, kTokenClasses> hit{};
  std::array<double, kTokenClasses> miss{};

  // Evidence per token, cut to -1..1: below 0 nothing speaks for the segment.
  double rate(double tokens) const {
    double sum = 0;
    for (std::size_t c = 0; c < kTokenClasses; ++c)
      sum += hit[c] + miss[c] * std::log(1 - kExplainedShare[c]);
    return std::clamp(sum / (tokens + 2), -1.0, 1.0);
  }
};

// Adds up p(token | block) / u(token) for the tokens of one segment while the block grows.
class Explainer {
 public:
  // Starts over with a segment. O(what the last one touched).
  void start(const SideEvidence& side, std::uint32_t segment) {
    for (const std::uint16_t slot : touched_) sums_[slot] = 0;
    touched_.clear();
    block_counts_.fill(0);
    side_ = &side;
    segment_ = segment;
    const std::size_t tokens = side.first_token[segment + 1] - side.first_token[segment];
    if (sums_.size() < tokens) sums_.resize(tokens, 0);
  }
  // The block grows by a segment of the other side.
  void widen(const SegmentFacts& other) {
    for (std::size_t c = 0; c < kTokenClasses; ++c) block_counts_[c] += other.counts[c];
  }
  void add(std::uint16_t slot, float ratio) {
    if (ratio <= 0) return;
    if (sums_[slot] == 0) touched_.push_back(slot);
    sums_[slot] += ratio;
  }
  Explanation result() const {
    Explanation out;
    std::array<double, kTokenClasses> product;
    product.fill(1.0);
    const SegmentFacts& facts = side_->segments[segment_];
    for (std::size_t c = 0; c < kTokenClasses; ++c) out.miss[c] = facts.counts[c];
    const std::uint32_t* tokens = &side_->tokens[side_->first_token[segment_]];
    for (const std::uint16_t slot : touched_) {
      const auto c = static_cast<std::size_t>(side_->types->token_class[tokens[slot]]);
      product[c] *= 1 - kExplainedShare[c] + kExplainedShare[c] * sums_[slot] / (block_counts_[c] + 1);
      if (product[c] > 1e200) out.hit[c] += std::log(product[c]), product[c] = 1;
      out.miss[c] -= 1;
    }
    for (std::size_t c = 0; c < kTokenClasses; ++c)
      if (product[c] != 1.0) out.hit[c] += std::log(product[c]);
    return out;
  }
  double tokens() const { return side_->first_token[segment_ + 1] - side_->first_token[segment_]; }

 private:
  const SideEvidence* side_ = nullptr;
  std::uint32_t segment_ = 0;
  std::vector<float> sums_;
  std::vector<std::uint16_t> touched_;
  std::array<double, kTokenClasses> block_counts_{};
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_EXPLAINED_H_
