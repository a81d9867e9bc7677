#include "align/engine/pair_aligner.h"

#include <algorithm>

#include "align/engine/boundaries.h"
#include "align/engine/corridor.h"
#include "align/engine/document_rates.h"
#include "align/engine/evidence_builder.h"
#include "align/engine/pair_search.h"
#include "align/engine/vector_evidence.h"

namespace taraz {
namespace {

// Below this many nodes everything is searched at first.
constexpr std::size_t kFullSearch = 40000;
// Nodes about the path, in the first search and the second, of long documents and of short ones.
constexpr std::uint32_t kFirstMargin = 6;
constexpr std::uint32_t kSecondMargin = 4;
constexpr std::uint32_t kWideMargin = 15;
constexpr std::uint32_t kShort = 2500;  // segments
// Beads of the first search of long documents: it only finds the path and the words to learn.
constexpr std::uint32_t kFirstLongest = 3;
constexpr int kMostPasses = 4;

// Likely blocks that touch the corridor's edge, beyond which a better path may lie.
std::size_t touching(const std::vector<Block>& likely, const Corridor& c) {
  const std::uint32_t columns = c.end[c.rows()];
  const auto edge = [&](std::uint32_t i, std::uint32_t j) {
    return (j > 0 && j == c.begin[i]) || (j + 1 < columns && j + 1 == c.end[i]);
  };
  std::size_t count = 0;
  for (const Block& b : likely)
    count += b.posterior > 0.3F && (edge(b.first, b.second) || edge(b.first + b.m, b.second + b.n));
  return count;
}

Corridor first_corridor(const PairEvidence& evidence) {
  const std::uint32_t n = evidence.sides[0].size();
  const std::uint32_t m = evidence.sides[1].size();
  if ((n + 1ULL) * (m + 1ULL) <= kFullSearch) return full_corridor(n, m);
  return corridor_along(meeting_points(evidence), n, m, std::max(n, m) < kShort ? kWideMargin : kFirstMargin);
}

Corridor second_corridor(const std::vector<Block>& likely, const PairEvidence& evidence,
                         std::uint32_t times = 1) {
  const std::uint32_t n = evidence.sides[0].size();
  const std::uint32_t m = evidence.sides[1].size();
  std::vector<MeetingPoint> points;
  for (const Block& b : likely)
    if (b.posterior > 0.5F &&
        (points.empty() || (b.first > points.back().first && b.second > points.back().second)))
      points.push_back({b.first, b.second, b.posterior});
  return corridor_along(points, n, m, times * (std::max(n, m) < kShort ? kWideMargin : kSecondMargin));
}

}  // namespace

PairSearch search_pair(const Document& first, const Document& second, const AlignOptions& options,
                       const Weights& weights, std::size_t a, std::size_t b) {
  EvidenceOptions evidence_options;
  evidence_options.use_lexicon = options.use_lexicon;
  evidence_options.use_names = options.use_names;
  evidence_options.keep_names = options.explain;
  evidence_options.dictionaries = options.dictionaries;
  evidence_options.learned = options.learned;
  evidence_options.lexicons = options.lexicons;
  evidence_options.threads = options.threads;
  EvidenceBuilder builder(first, second, evidence_options);
  PairSearch out;
  if (!options.boundary.empty())
    out.nodes = paired_boundaries(find_boundaries(first, options.boundary),
                                  find_boundaries(second, options.boundary));
  if (std::max(a, b) < options.vectors.size() && options.vectors[a] && options.vectors[b])
    out.vectors = std::make_shared<VectorEvidence>(first, *options.vectors[a], second, *options.vectors[b]);
  std::shared_ptr<PairEvidence> evidence;
  const auto build = [&] {
    evidence = std::make_shared<PairEvidence>(builder.build());
    for (const MeetingPoint& node : out.nodes) {
      evidence->sides[0].segments[node.first].boundary = true;
      evidence->sides[1].segments[node.second].boundary = true;
    }
    for (const std::size_t k : {a, b})
      if (k < options.joints.size())
        for (const std::uint32_t joint : options.joints[k])
          evidence->sides[k == a ? 0 : 1].segments[joint].boundary = true;
    out.evidence = evidence;
  };
  build();
  const double usual_ratio = evidence->length_ratio;
  Corridor corridor = first_corridor(*evidence);
  const bool is_long = std::max(first.size(), second.size()) >= kShort;
  for (int pass = 0;; ++pass) {
    ScoringModel model;
    model.evidence = evidence.get();
    model.weights = &weights;
    model.shift = out.shift;
    model.vectors = out.vectors.get();
    if (is_long && pass == 0) model.longest = kFirstLongest;
    if (!out.nodes.empty()) confine(corridor, out.nodes);
    out.likely = likely_blocks(model, corridor, options.threads);
    if (pass == 0) {
      out.shift = document_rates(out.likely, first.size(), second.size(), weights);
      const double ratio = document_length_ratio(out.likely, *evidence, usual_ratio);
      builder.learn(out.likely);
      build();
      evidence->length_ratio = ratio;
      corridor = second_corridor(out.likely, *evidence);
    } else if (pass < kMostPasses && out.nodes.empty() &&
               touching(out.likely, corridor) > first.size() / 1000) {
      // Wider, until nothing likely is at the edge.
      corridor = second_corridor(out.likely, *evidence, 2U << pass);
    } else {
      break;
    }
  }
  return out;
}

std::vector<Block> search_again(const PairSearch& search, const ThirdEvidence* third, const Weights& weights,
                                unsigned threads) {
  ScoringModel model;
  model.evidence = search.evidence.get();
  model.weights = &weights;
  model.shift = search.shift;
  model.third = third;
  model.vectors = search.vectors.get();
  Corridor corridor = second_corridor(search.likely, *search.evidence);
  if (!search.nodes.empty()) confine(corridor, search.nodes);
  return likely_blocks(model, corridor, threads);
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
