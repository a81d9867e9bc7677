// Lafferty, McCallum and Pereira (2001): the gradient of ln p(gold) is the gold path's features less the
// expected features. Blocks with a posterior below 0.002 are left out of the expectation. Test:
// weight_trainer_test.cc compares with finite differences.
#include "align/engine/weight_trainer.h"

#include <algorithm>
#include <cmath>

#include "align/engine/document_rates.h"
#include "align/engine/evidence_builder.h"
#include "align/engine/joint_aligner.h"
#include "align/engine/lattice.h"
#include "align/engine/pair_aligner.h"
#include "align/engine/parallel.h"
#include "align/engine/third_evidence.h"

namespace taraz {
namespace {

constexpr std::uint32_t kMargin = 18;

Corridor around(const Lesson& lesson) {
  std::vector<MeetingPoint> points;
  for (const Block& b : lesson.gold)
    if (points.empty() || (b.first > points.back().first && b.second > points.back().second))
      points.push_back({b.first, b.second, 1.0F});
  return corridor_along(points, lesson.evidence->sides[0].size(), lesson.evidence->sides[1].size(), kMargin);
}

bool has_shape(const Block& b) {
  return std::any_of(kShapes.begin(), kShapes.end(),
                     [&](const Shape& s) { return s.first == b.m && s.second == b.n; });
}

void add(FeatureVector& sum, const FeatureVector& x, double times) {
  for (std::size_t f = 0; f < kFeatures; ++f) sum[f] += times * x[f];
}

// Segments where no bead of consecutive segments is right (PracticeCase::gold): nothing is learned there.
struct Unknown {
  std::vector<bool> sides[2];

  explicit Unknown(const Lesson& lesson) {
    for (int k = 0; k < 2; ++k) sides[k].assign(lesson.evidence->sides[k].size(), false);
    for (const Block& b : lesson.gold) {
      if (b.posterior > 0) continue;
      for (std::uint32_t k = 0; k < b.m; ++k) sides[0][b.first + k] = true;
      for (std::uint32_t k = 0; k < b.n; ++k) sides[1][b.second + k] = true;
    }
  }
  bool touches(const Block& b) const {
    for (std::uint32_t k = 0; k < b.m; ++k)
      if (sides[0][b.first + k]) return true;
    for (std::uint32_t k = 0; k < b.n; ++k)
      if (sides[1][b.second + k]) return true;
    return false;
  }
};

// Features of the gold path without its unknown beads; a bead of an unknown shape is passed over as gaps.
FeatureVector gold_features(const ScoringModel& model, const std::vector<Block>& gold) {
  FeatureVector sum{};
  std::uint32_t at[2] = {0, 0};
  const auto skip_to = [&](std::uint32_t i, std::uint32_t j) {
    for (bool opens = true; at[0] < i; ++at[0], opens = false)
      add(sum, gap_features(model, 0, at[0], opens), 1);
    for (bool opens = true; at[1] < j; ++at[1], opens = false)
      add(sum, gap_features(model, 1, at[1], opens), 1);
  };
  for (const Block& b : gold) {
    if (b.posterior > 0 && !has_shape(b)) continue;
    skip_to(b.first, b.second);
    if (b.posterior > 0) add(sum, block_features(model, b.first, b.m, b.second, b.n), 1);
    at[0] += b.m;
    at[1] += b.n;
  }
  skip_to(model.evidence->sides[0].size(), model.evidence->sides[1].size());
  return sum;
}

struct Gradient {
  FeatureVector values{};
  double log_likelihood = 0;
};

Gradient gradient_of(const Lesson& lesson, const Weights& weights) {
  const ScoringModel model = model_of(lesson, weights);
  const Corridor corridor = around(lesson);
  const Posteriors p = posteriors(BlockScores(model, corridor), gap_scores(model), corridor, 0.002F);
  Gradient out;
  out.values = gold_features(model, lesson.gold);
  out.log_likelihood = weighted(weights, out.values) - p.log_total;
  const Unknown unknown(lesson);
  for (const Block& b : p.blocks)
    if (!unknown.touches(b))
      add(out.values, block_features(model, b.first, b.m, b.second, b.n), -b.posterior);
  for (int side = 0; side < 2; ++side)
    for (std::uint32_t k = 0; k < p.gap[side].size(); ++k) {
      if (unknown.sides[side][k]) continue;
      const double open = p.gap_opens[side][k];
      add(out.values, gap_features(model, side, k, true), -open);
      add(out.values, gap_features(model, side, k, false), open - p.gap[side][k]);
    }
  return out;
}

}  // namespace

ScoringModel model_of(const Lesson& lesson, const Weights& weights) {
  ScoringModel model;
  model.evidence = lesson.evidence.get();
  model.weights = &weights;
  model.shift = lesson.shift;
  model.third = lesson.third.get();
  return model;
}

std::vector<Lesson> make_lessons(const std::vector<PracticeCase>& cases, const std::string& variant,
                                 const AlignOptions& options, const Weights& weights, bool joint) {
  std::vector<Lesson> out;
  for (const PracticeCase& c : cases) {
    const std::size_t n = c.documents.size();
    std::vector<std::uint32_t> sizes;
    for (const Document& d : c.documents) sizes.push_back(d.size());
    std::vector<PairSearch> searches;
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b)
        searches.push_back(search_pair(c.documents[a], c.documents[b], options, weights));
    for (std::size_t a = 0; a < n; ++a)
      for (std::size_t b = a + 1; b < n; ++b) {
        Lesson& lesson = out.emplace_back();
        lesson.pair = pair_index(a, b, n);
        lesson.evidence = searches[lesson.pair].evidence;
        lesson.gold = c.gold(a, b);
        std::vector<Block> counted = lesson.gold;
        for (Block& block : counted) block.posterior = 1;
        lesson.shift = document_rates(counted, sizes[a], sizes[b], weights);
        lesson.variant = variant;
        if (joint) lesson.third = std::make_shared<ThirdEvidence>(third_evidence(searches, sizes, a, b));
      }
  }
  return out;
}

Weights train_weights(std::span<const Lesson> lessons, const Weights& start, const TrainOptions& options,
                      const std::function<void(std::uint32_t, double)>& progress) {
  constexpr std::size_t kBatch = 12;
  constexpr double kFade1 = 0.9;
  constexpr double kFade2 = 0.99;
  Weights w = start;
  FeatureVector mean{};
  FeatureVector square{};
  std::size_t steps = 0;
  const std::size_t batches = std::max<std::size_t>(1, (lessons.size() + kBatch - 1) / kBatch);
  for (std::uint32_t epoch = 0; epoch < options.epochs; ++epoch) {
    double likelihood = 0;
    double beads = 0;
    for (std::size_t batch = 0; batch < batches; ++batch) {
      // Batch k takes every `batches`-th lesson, so that each holds all variants and pairs.
      std::vector<const Lesson*> now;
      for (std::size_t k = batch; k < lessons.size(); k += batches) now.push_back(&lessons[k]);
      std::vector<Gradient> gradients(now.size());
      parallel_for(now.size(), options.threads,
                   [&](std::size_t k) { gradients[k] = gradient_of(*now[k], w); });
      FeatureVector sum{};
      for (std::size_t k = 0; k < now.size(); ++k) {
        add(sum, gradients[k].values, 1.0 / static_cast<double>(now.size()));
        likelihood += gradients[k].log_likelihood;
        beads += static_cast<double>(now[k]->gold.size());
      }
      ++steps;
      const double left =
          1 - static_cast<double>(epoch * batches + batch) / static_cast<double>(options.epochs * batches);
      for (std::size_t f = 0; f < kFeatures; ++f) {
        const double g = sum[f] - options.prior * (w[f] - start[f]);
        mean[f] = kFade1 * mean[f] + (1 - kFade1) * g;
        square[f] = kFade2 * square[f] + (1 - kFade2) * g * g;
        if (square[f] == 0) continue;
        const auto n = static_cast<double>(steps);
        w.values[f] += options.step * left * (mean[f] / (1 - std::pow(kFade1, n))) /
                       (std::sqrt(square[f] / (1 - std::pow(kFade2, n))) + 1e-6);
      }
    }
    progress(epoch, likelihood / std::max(1.0, beads));
  }
  return w;
}

void Marks::add(std::span<const Block> gold_beads, std::span<const Block> found_beads) {
  gold += static_cast<double>(gold_beads.size());
  found += static_cast<double>(found_beads.size());
  const auto same = [](const Block& a, const Block& b) {
    return a.first == b.first && a.second == b.second && a.m == b.m && a.n == b.n;
  };
  const auto touch = [](const Block& a, const Block& b) {
    return a.first < b.first + b.m && b.first < a.first + a.m && a.second < b.second + b.n &&
           b.second < a.second + a.n;
  };
  const auto any = [](std::span<const Block> list, const auto& holds) {
    return std::any_of(list.begin(), list.end(), holds);
  };
  for (const Block& b : found_beads) {
    const bool right = any(gold_beads, [&](const Block& g) { return g.posterior > 0 && same(g, b); });
    strict += right;
    lax_found += any(gold_beads, [&](const Block& g) { return touch(g, b); });
    if (b.posterior < 0.9F) continue;
    ++confident;
    confident_right += right;
  }
  for (const Block& g : gold_beads) lax_gold += any(found_beads, [&](const Block& b) { return touch(g, b); });
}

}  // namespace taraz
