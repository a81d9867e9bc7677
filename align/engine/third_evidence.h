// What a third document says about two others: if i goes with k and k goes with j, then i goes with j.
//
// The likely blocks of (a, c) and (b, c) are composed (the idea of probabilistic consistency in multiple
// sequence alignment: Do et al., ProbCons, 2005). Several third documents add up.
#ifndef TARAZ_ALIGN_ENGINE_THIRD_EVIDENCE_H_
#define TARAZ_ALIGN_ENGINE_THIRD_EVIDENCE_H_

#include <cstdint>
#include <span>
#include <vector>

#include "align/engine/features.h"
#include "align/engine/lattice.h"

namespace taraz {

class ThirdEvidence {
 public:
  ThirdEvidence(std::uint32_t first, std::uint32_t second);

  // Adds one third document of `third` segments. `first_third` are the likely blocks of the first document
  // with it, `second_third` those of the second; both with the third document as their second side.
  // O(blocks).
  void add(std::span<const Block> first_third, std::span<const Block> second_third, std::uint32_t third);

  // Calls add(feature, value) for the features of a block: for the mean segment of it the mass that leads
  // inside (kThirdIn, kThirdInMerged), elsewhere (kThirdOut, kThirdOutMerged) or nowhere (kThirdLack), times
  // the number of segments.
  template <typename Add>
  void features(std::uint32_t first, std::uint32_t m, std::uint32_t second, std::uint32_t n,
                Add&& add_feature) const {
    if (documents_ == 0) return;
    Sums sums;
    for (std::uint32_t k = first; k < first + m; ++k) collect(ways_[0][k], second, second + n, sums);
    for (std::uint32_t k = second; k < second + n; ++k) collect(ways_[1][k], first, first + m, sums);
    const double scale = 1.0 / documents_;
    add_feature(kThirdIn, sums.in * scale);
    add_feature(kThirdInMerged, sums.in_merged * scale);
    add_feature(kThirdOut, sums.out * scale);
    add_feature(kThirdOutMerged, sums.out_merged * scale);
    add_feature(kThirdLack, sums.lack * scale);
    if (m + n > 2) add_feature(kThirdWeakest, sums.weakest * scale);
  }

 private:
  struct Way {
    std::uint32_t to;
    float exact, merged;  // probability of 1-1 and 1-1, and of the rest
  };
  struct Ways {
    std::vector<Way> to;
    float lack = 0;  // goes with the third document, which goes nowhere
  };
  struct Sums {
    double in = 0, in_merged = 0, out = 0, out_merged = 0, lack = 0, weakest = 1;
  };
  static void collect(const Ways& ways, std::uint32_t begin, std::uint32_t end, Sums& sums);
  void add_side(int side, std::span<const Block> mine, std::span<const Block> others, std::uint32_t third);

  std::vector<Ways> ways_[2];
  int documents_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_THIRD_EVIDENCE_H_
