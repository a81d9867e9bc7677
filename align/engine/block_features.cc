// The reference: a block's features one by one. tests/align/engine/block_scores_test.cc holds the fast scores
// to it.
#include "align/engine/block_scores.h"
#include "align/engine/block_structure.h"
#include "align/engine/explained.h"
#include "align/engine/outside_features.h"

namespace taraz {
namespace {

// Adds what the segments of one side earn, given the block of the other side.
void add_content(const PairEvidence& evidence, int side, std::uint32_t begin, std::uint32_t count,
                 std::uint32_t other_begin, std::uint32_t other_count, FeatureVector& out, double& weakest) {
  const SideEvidence& mine = evidence.sides[side];
  const SideEvidence& others = evidence.sides[1 - side];
  Explainer explainer;
  for (std::uint32_t k = begin; k < begin + count; ++k) {
    explainer.start(mine, k);
    for (std::uint32_t o = other_begin; o < other_begin + other_count; ++o) {
      explainer.widen(others.segments[o]);
      const std::uint32_t first = side == 0 ? k : o;
      const std::uint32_t second = side == 0 ? o : k;
      const auto firsts = evidence.sides[0].of(first);
      const auto seconds = evidence.sides[1].of(second);
      for (std::size_t a = 0; a < firsts.size(); ++a)
        for (const EvidenceLink& link : evidence.links_of(firsts[a]))
          for (std::size_t b = 0; b < seconds.size(); ++b)
            if (seconds[b] == link.type)
              explainer.add(static_cast<std::uint16_t>(side == 0 ? a : b),
                            side == 0 ? link.backward : link.forward);
    }
    const Explanation e = explainer.result();
    for (std::size_t c = 0; c < kTokenClasses; ++c) {
      const auto cls = static_cast<TokenClass>(c);
      out[content_feature(cls, count > 1 ? kHitMember : kHitAlone)] += e.hit[c];
      out[content_feature(cls, count > 1 ? kMissMember : kMissAlone)] += e.miss[c];
    }
    weakest = std::min(weakest, e.rate(explainer.tokens()));
  }
}

}  // namespace

FeatureVector block_features(const ScoringModel& model, std::uint32_t first, std::uint32_t m,
                             std::uint32_t second, std::uint32_t n) {
  FeatureVector out{};
  const PairEvidence& evidence = *model.evidence;
  const double root = std::sqrt(evidence.length_ratio);
  BlockShape b{first, m, second, n, {0, 0}, {0, 0}};
  for (std::uint32_t k = 0; k < m; ++k) {
    b.scaled[0] += evidence.sides[0].segments[first + k].length * root;
    b.ends[0] += evidence.sides[0].segments[first + k].ends;
  }
  for (std::uint32_t k = 0; k < n; ++k) {
    b.scaled[1] += evidence.sides[1].segments[second + k].length / root;
    b.ends[1] += evidence.sides[1].segments[second + k].ends;
  }
  structure_features(evidence, b, [&](std::size_t f, double value) { out[f] += value; });
  double weakest = 1;
  add_content(evidence, 0, first, m, second, n, out, weakest);
  add_content(evidence, 1, second, n, first, m, out, weakest);
  out[m + n == 2 ? kWeakestAlone : kWeakestMember] += weakest;
  out[kRate] += shape_shift(model.shift, m, n);
  outside_features(model, first, m, second, n, [&](std::size_t f, double value) { out[f] += value; });
  return out;
}

FeatureVector gap_features(const ScoringModel& model, int side, std::uint32_t segment, bool opens) {
  FeatureVector out{};
  out[opens ? kNullOpen : kNullExtend] = 1;
  out[kRate] = opens ? model.shift.open[side] : model.shift.extend[side];
  out[kNullLength] = std::log(model.evidence->sides[side].segments[segment].length);
  return out;
}

double weighted(const Weights& weights, const FeatureVector& features) {
  double sum = 0;
  for (std::size_t f = 0; f < kFeatures; ++f) sum += weights[f] * features[f];
  return sum;
}

double shape_shift(const RateShift& shift, std::uint32_t m, std::uint32_t n) {
  return (m > 1 ? shift.merge[0] : 0) + (n > 1 ? shift.merge[1] : 0);
}

}  // namespace taraz
