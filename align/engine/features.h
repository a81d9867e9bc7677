// The features of a bead and their weights. A bead's score is the sum of weight * value, ln odds: the cost is
// its negative. Learned by `taraz train --weights` (align/engine/weight_trainer.h), stored in
// data/engine/weights.tsv.
#ifndef TARAZ_ALIGN_ENGINE_FEATURES_H_
#define TARAZ_ALIGN_ENGINE_FEATURES_H_

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "align/engine/evidence.h"

namespace taraz {

// Features in front of the content features, of which every token class has kContentFeatures.
enum Feature : std::size_t {
  kShape11,
  kShape12,
  kShape13,
  kShape14,
  kShapeLonger,  // 1-1, 1-2, 1-3, 1-4, each segment past 1-4; both ways
  kShape22,
  kShape23,
  kShapeMany,  // 2-2, 2-3, other m-n with m, n > 1
  kNullOpen,
  kNullExtend,
  kNullLength,  // first and later segments of a gap; ln length of one
  kLength1,
  kLength2,
  kLength3,
  kLengthTail,   // |z| up to 1, 1-2, 2-3, past 3: how far lengths disagree
  kLengthScale,  // ln of the bead's mean length
  kLengthMulti,  // |z| up to 4 of beads that are not 1-1
  kEnds,
  kEndsMore,   // sentence ends differ by one; by more, each
  kEndsMulti,  // sentence ends differ in beads that are not 1-1
  kBreakInside,
  kStartDiffers,
  kKindDiffers,  // paragraph inside; only one side begins one; heading beside text
  kRate,         // ln how much commoner gaps or merges are in this document than usual
  kThirdIn,
  kThirdInMerged,
  kThirdOut,
  kThirdOutMerged,  // what third documents say, align/engine/third_evidence.h
  kThirdLack,
  kThirdWeakest,
  kVectors,  // likeness of the sentence vectors, ln odds
  kWeakestAlone,
  kWeakestMember,  // evidence per token of the weakest segment, -1..1: of 1-1, of others
  kContent,
};
// Of each class, for a segment alone on its side and for one of several: log-likelihood ratio of matched
// tokens and number of unmatched ones.
enum ContentFeature : std::size_t { kHitAlone, kMissAlone, kHitMember, kMissMember, kContentFeatures };
inline constexpr std::size_t kFeatures = kContent + kTokenClasses * kContentFeatures;

constexpr std::size_t content_feature(TokenClass token_class, ContentFeature f) {
  return kContent + static_cast<std::size_t>(token_class) * kContentFeatures + f;
}
std::string feature_name(std::size_t feature);  // "shape.1-1", "word.hit"

using FeatureVector = std::array<double, kFeatures>;

struct Weights {
  FeatureVector values{};
  // What is usual: gaps opened, gaps continued and merged sides, each for a bead; with `rate` they adapt to a
  // document.
  double usual_open = 0.07, usual_extend = 0.05, usual_merge = 0.1;

  double operator[](std::size_t f) const { return values[f]; }

  // The table `path` of the data directory: feature, weight. Throws FormatError for an unknown or missing
  // feature.
  static Weights load(std::string_view path = "engine/weights.tsv");
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_FEATURES_H_
