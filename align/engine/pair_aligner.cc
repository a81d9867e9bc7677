#include "align/engine/pair_aligner.h"

#include <algorithm>

#include "align/engine/corridor.h"
#include "align/engine/document_rates.h"
#include "align/engine/evidence_builder.h"
#include "align/engine/pair_search.h"

namespace taraz {
namespace {

// Below this many nodes everything is searched.
constexpr std::size_t kFullSearch = 40000;
constexpr std::uint32_t kMargin = 12;

Corridor first_corridor(const PairEvidence& evidence) {
  const std::uint32_t n = evidence.sides[0].size();
  const std::uint32_t m = evidence.sides[1].size();
  if ((n + 1ULL) * (m + 1ULL) <= kFullSearch) return full_corridor(n, m);
  return corridor_along(meeting_points(evidence), n, m, kMargin);
}

Corridor second_corridor(const std::vector<Block>& likely, const PairEvidence& evidence) {
  const std::uint32_t n = evidence.sides[0].size();
  const std::uint32_t m = evidence.sides[1].size();
  if ((n + 1ULL) * (m + 1ULL) <= kFullSearch) return full_corridor(n, m);
  std::vector<MeetingPoint> points;
  for (const Block& b : likely)
    if (b.posterior > 0.5F &&
        (points.empty() || (b.first > points.back().first && b.second > points.back().second)))
      points.push_back({b.first, b.second, b.posterior});
  return corridor_along(points, n, m, kMargin);
}

}  // namespace

PairSearch search_pair(const Document& first, const Document& second, const AlignOptions& options,
                       const Weights& weights) {
  EvidenceBuilder builder(
      first, second,
      {.use_lexicon = options.use_lexicon, .use_names = options.use_names, .threads = options.threads});
  auto evidence = std::make_shared<PairEvidence>(builder.build());
  const double usual_ratio = evidence->length_ratio;
  ScoringModel model;
  model.evidence = evidence.get();
  model.weights = &weights;
  PairSearch out;
  Corridor corridor = first_corridor(*evidence);
  for (int pass = 0; pass < 2; ++pass) {
    out.likely = likely_blocks(model, corridor, options.threads);
    if (pass == 1) break;
    builder.learn(out.likely);
    *evidence = builder.build();
    model.shift = document_rates(out.likely, first.size(), second.size(), weights);
    evidence->length_ratio = document_length_ratio(out.likely, *evidence, usual_ratio);
    corridor = second_corridor(out.likely, *evidence);
  }
  out.shift = model.shift;
  out.evidence = std::move(evidence);
  return out;
}

std::vector<Block> search_again(const PairSearch& search, const ThirdEvidence* third, const Weights& weights,
                                unsigned threads) {
  ScoringModel model;
  model.evidence = search.evidence.get();
  model.weights = &weights;
  model.shift = search.shift;
  model.third = third;
  return likely_blocks(model, second_corridor(search.likely, *search.evidence), threads);
}

std::vector<float> gap_probabilities(const std::vector<Block>& likely, int side, std::uint32_t size) {
  std::vector<float> out(size, 1.0F);
  for (const Block& b : likely) {
    const std::uint32_t begin = side == 0 ? b.first : b.second;
    const std::uint32_t count = side == 0 ? b.m : b.n;
    for (std::uint32_t k = begin; k < begin + count; ++k) out[k] -= b.posterior;
  }
  for (float& p : out) p = std::clamp(p, 0.0F, 1.0F);
  return out;
}

Alignment alignment_of(const std::vector<Block>& chain, const std::vector<Block>& likely, std::uint32_t first,
                       std::uint32_t second) {
  const std::vector<float> gap[2] = {gap_probabilities(likely, 0, first),
                                     gap_probabilities(likely, 1, second)};
  std::vector<Bead> beads;
  std::uint32_t i = 0;
  std::uint32_t j = 0;
  const auto skip_to = [&](std::uint32_t to_i, std::uint32_t to_j) {
    for (; i < to_i; ++i) beads.push_back({{{i, i + 1}, {j, j}}, 0.0, gap[0][i]});
    for (; j < to_j; ++j) beads.push_back({{{i, i}, {j, j + 1}}, 0.0, gap[1][j]});
  };
  for (const Block& b : chain) {
    skip_to(b.first, b.second);
    beads.push_back({{{i, i + b.m}, {j, j + b.n}}, -static_cast<double>(b.score), b.posterior});
    i += b.m;
    j += b.n;
  }
  skip_to(first, second);
  return Alignment::from_beads(std::move(beads), {first, second});
}

}  // namespace taraz
