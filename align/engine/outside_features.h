// The features of a block that come from outside the two documents: third documents, sentence vectors.
#ifndef TARAZ_ALIGN_ENGINE_OUTSIDE_FEATURES_H_
#define TARAZ_ALIGN_ENGINE_OUTSIDE_FEATURES_H_

#include "align/engine/block_scores.h"
#include "align/engine/third_evidence.h"
#include "align/engine/vector_evidence.h"

namespace taraz {

template <typename Add>
void outside_features(const ScoringModel& model, std::uint32_t first, std::uint32_t m, std::uint32_t second,
                      std::uint32_t n, Add&& add) {
  if (model.third != nullptr)
    model.third->features(first + model.offset[0], m, second + model.offset[1], n, add);
  if (model.vectors != nullptr)
    add(kVectors, model.vectors->log_odds(first + model.offset[0], m, second + model.offset[1], n));
}

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_OUTSIDE_FEATURES_H_
