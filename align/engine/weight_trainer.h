// Learns the weights of the features from practice cases: the likelihood of the right alignments is raised.
#ifndef TARAZ_ALIGN_ENGINE_WEIGHT_TRAINER_H_
#define TARAZ_ALIGN_ENGINE_WEIGHT_TRAINER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "align/engine/block_scores.h"
#include "align/engine/practice_case.h"

namespace taraz {

class ThirdEvidence;

// One pair of a practice case, with the evidence of the second pass and the rates of the right answer.
struct Lesson {
  std::shared_ptr<const PairEvidence> evidence;
  RateShift shift;
  std::vector<Block> gold;  // see PracticeCase::gold
  std::string variant;
  std::size_t pair = 0;                        // which two languages, counted from 0
  std::shared_ptr<const ThirdEvidence> third;  // of the joint search; null for pairs
};

// All pairs of all cases. Searches with `weights` to learn words from the documents, and for `joint` lessons
// again to know what the third documents say.
std::vector<Lesson> make_lessons(const std::vector<PracticeCase>& cases, const std::string& variant,
                                 const AlignOptions& options, const Weights& weights, bool joint);

// What the lesson is scored with; refers to both.
ScoringModel model_of(const Lesson& lesson, const Weights& weights);

struct TrainOptions {
  std::uint32_t epochs = 12;
  double step = 0.05;    // of Adam (Kingma and Ba, 2015)
  double prior = 0.002;  // pull towards the first weights, per lesson
  unsigned threads = 0;
};

// Conditional random field: maximises the sum of ln p(gold) by Adam. Calls `progress(epoch, mean ln p per
// bead)`. Deterministic for any number of threads.
Weights train_weights(std::span<const Lesson> lessons, const Weights& start, const TrainOptions& options,
                      const std::function<void(std::uint32_t, double)>& progress);

// Strict and lax F1 over beads with two full sides, and how many beads of confidence >= 0.9 are right.
struct Marks {
  double gold = 0, found = 0, strict = 0, lax_found = 0, lax_gold = 0, confident = 0, confident_right = 0;
  void add(std::span<const Block> gold_beads, std::span<const Block> found_beads);
  double strict_f1() const { return gold + found > 0 ? 2 * strict / (gold + found) : 0; }
  double lax_f1() const {
    const double p = found > 0 ? lax_found / found : 0;
    const double r = gold > 0 ? lax_gold / gold : 0;
    return p + r > 0 ? 2 * p * r / (p + r) : 0;
  }
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_WEIGHT_TRAINER_H_
