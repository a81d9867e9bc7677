// Idea: one pair of documents is searched coarse to fine: a corridor from strong pairs, a search in it, words
// learned from what is likely there, and a search again that widens only at its edges; see docs/alignment.md.
// Tests: pair_search_test.cc, aligner_test.cc, torn_path_test.cc.
#include "align/engine/pair_aligner.h"

#include <algorithm>

#include "align/engine/boundaries.h"
#include "align/engine/corridor.h"
#include "align/engine/document_rates.h"
#include "align/engine/evidence_builder.h"
#include "align/engine/pair_search.h"
#include "align/engine/search_corridor.h"
#include "align/engine/torn_path.h"
#include "align/engine/vector_evidence.h"

namespace taraz {
namespace {

constexpr std::uint32_t kShort = 2500;  // segments
// Beads of the first search of long documents: it only finds the path and the words to learn.
constexpr std::uint32_t kFirstLongest = 3;
constexpr std::uint32_t kMostSamples = 3;
constexpr int kMostWidenings = 4;
constexpr int kMostRounds = 5;         // of learning from the whole text once more
constexpr std::size_t kMostWays = 12;  // likely beads for each segment

// Whether at least one row in twenty-five has a likely bead.
bool teaches(const std::vector<Block>& sample, const std::vector<SegmentRange>& rows) {
  std::size_t size = 0;
  for (const SegmentRange& r : rows) size += r.size();
  return static_cast<std::size_t>(std::count_if(
             sample.begin(), sample.end(), [](const Block& b) { return b.posterior >= 0.5F; })) > size / 25;
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
  ScoringModel model;
  model.weights = &weights;
  model.vectors = out.vectors.get();
  model.evidence = evidence.get();
  const bool is_long = std::max(first.size(), second.size()) >= kShort;
  if (is_long) model.longest = kFirstLongest;
  Corridor corridor = first_corridor(model);
  // Where nothing is known of the words, they are learned from samples until they show the way.
  for (std::uint32_t round = 0; is_long && round < kMostSamples && is_wide(corridor); ++round) {
    if (!out.nodes.empty()) confine(corridor, out.nodes);
    std::vector<Block> sample;
    const std::vector<SegmentRange> rows = sample_rows(corridor, round);
    search_rows(model, corridor, rows, options.threads, sample);
    if (!teaches(sample, rows)) break;
    builder.learn(sample);
    build();
    model.evidence = evidence.get();
    corridor = first_corridor(model);
  }
  // What stays wide, or has a hundred ways that are equally good, is searched once, about the diagonal.
  const auto search_diagonal = [&] {
    corridor = narrow_corridor(first.size(), second.size());
    model.longest = kLongestSide;
    if (!out.nodes.empty()) confine(corridor, out.nodes);
    out.likely = likely_blocks(model, corridor, options.threads);
    return out;
  };
  if (is_long && is_wide(corridor)) return search_diagonal();
  if (!out.nodes.empty()) confine(corridor, out.nodes);
  out.likely = likely_blocks(model, corridor, options.threads);
  if (is_long && out.likely.size() / kMostWays > first.size()) return search_diagonal();
  for (int round = 0;; ++round) {
    const double ratio = document_length_ratio(out.likely, *evidence, evidence->length_ratio);
    out.shift = document_rates(out.likely, first.size(), second.size(), weights);
    builder.learn(out.likely);
    build();
    evidence->length_ratio = ratio;
    model.evidence = evidence.get();
    model.shift = out.shift;
    model.longest = kLongestSide;
    corridor = next_corridor(out.likely, first.size(), second.size());
    if (!out.nodes.empty()) confine(corridor, out.nodes);
    out.likely = likely_blocks(model, corridor, options.threads);
    for (int times = 0; times < kMostWidenings && out.nodes.empty(); ++times) {
      const std::vector<SegmentRange> rows = widen_at_edges(corridor, out.likely, times);
      if (rows.empty()) break;
      search_rows(model, corridor, rows, options.threads, out.likely);
    }
    if (!is_long || round == kMostRounds || !clear_if_torn(out.likely, first.size(), second.size())) break;
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
  Corridor corridor =
      next_corridor(search.likely, search.evidence->sides[0].size(), search.evidence->sides[1].size());
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
