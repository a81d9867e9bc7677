// How much two passages share that tells of the same thing: pieces of evidence, each counted once.
#ifndef TARAZ_ALIGN_PASSAGES_COMPARABLE_SCORER_H_
#define TARAZ_ALIGN_PASSAGES_COMPARABLE_SCORER_H_

#include <array>
#include <cstdint>
#include <vector>

#include "align/engine/evidence.h"
#include "text/language.h"
#include "text/span.h"

namespace taraz {

// What shared tokens are worth, and how a score becomes a confidence: data/passages/comparable.tsv.
struct ComparableModel {
  std::array<double, kTokenClasses> worth{};  // of the evidence of each class
  double fee = 0.0;                           // of every segment of a passage past the first
  double contradiction = 0.0;                 // where both passages have dates and none agree
  // Whether the passages tell the same; whether the documents are about the same thing.
  double bias = 0.0, score = 0.0;
  double related_bias = 0.0, related_score = 0.0, related_support = 0.0, support_most = 0.0;
  // 0..1. `evidence`: score and margin, in nats; `support`: DocumentSupport::of().
  double confidence(double evidence, double support) const;
  static ComparableModel load();  // throws FormatError naming the row
};

// A type of the first side and its counterpart of the second.
struct SharedTypes {
  std::uint32_t first = 0, second = 0;
  float weight = 0.0F;  // nats, after all discounts
};

// Scores blocks of one pair of sides. Keeps references to both arguments. Const calls are thread-safe.
class ComparableScorer {
 public:
  // The languages of the sides say which words tell nothing; unknown: none. O(tokens).
  ComparableScorer(const PairEvidence& evidence, const ComparableModel& model, const Language& first = {},
                   const Language& second = {});

  const PairEvidence& evidence() const { return evidence_; }
  const ComparableModel& model() const { return model_; }

  // Sum of what is shared, less what long passages share by chance, the fee and contradictions.
  double score(SegmentRange first, SegmentRange second) const;
  // What is shared, heaviest first, ties by type; every type in one piece at most. Types that stand in many
  // segments of their side weigh little, and so do types that always stand together with a heavier one.
  std::vector<SharedTypes> shared(SegmentRange first, SegmentRange second) const;

 private:
  // Segments of each type, rising.
  struct Postings {
    std::vector<std::size_t> begin;
    std::vector<std::uint32_t> segments;
  };

  float link_weight(std::uint32_t type, const EvidenceLink& link) const;
  float likeness(std::uint32_t type, const EvidenceLink& link) const;
  bool full_name(const SharedTypes& shared) const;
  bool frequent(const SharedTypes& shared) const;
  bool same_year(std::uint32_t date, std::uint32_t number) const;
  float together(int side, std::uint32_t a, std::uint32_t b) const;
  bool part_of_name(std::uint32_t word, std::uint32_t name, int side) const;
  std::vector<std::uint32_t> types_of(int side, SegmentRange range) const;

  const PairEvidence& evidence_;
  const ComparableModel& model_;
  Postings postings_[2];
  std::vector<float> rarity_[2];  // of each type, nats
  std::vector<float> worth_[2];   // of each type, by its class and what it is; 0 is left out
  std::array<float, kTokenClasses> totals_[2] = {};  // tokens of each class
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_COMPARABLE_SCORER_H_
