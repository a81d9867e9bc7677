#include "align/engine/explain.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace taraz {
namespace {

constexpr float kTellingRatio = 8;

// The part of an explanation that a feature belongs to: what stands before its first dot.
std::string part_of(std::size_t feature) {
  const std::string name = feature_name(feature);
  return name.substr(0, name.find('.'));
}

std::vector<std::string> matches_in(const PairEvidence& e, const SegmentRange& first,
                                    const SegmentRange& second) {
  std::set<std::uint32_t> there;
  for (std::uint32_t j = second.begin; j < second.end; ++j)
    there.insert(e.sides[1].of(j).begin(), e.sides[1].of(j).end());
  std::map<std::string, float> found;
  for (std::uint32_t i = first.begin; i < first.end; ++i)
    for (const std::uint32_t type : e.sides[0].of(i))
      for (const EvidenceLink& link : e.links_of(type)) {
        const float ratio = std::max(link.forward, link.backward);
        if (ratio >= kTellingRatio && there.count(link.type) > 0)
          found[e.sides[0].types->name[type] + "=" + e.sides[1].types->name[link.type]] = ratio;
      }
  std::vector<std::pair<float, std::string>> sorted;
  for (const auto& [text, ratio] : found) sorted.emplace_back(-ratio, text);
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::string> out;
  for (auto& [ratio, text] : sorted) out.push_back(std::move(text));
  return out;
}

}  // namespace

std::vector<BeadExplanation> explain(const PairSearch& search, const Alignment& alignment,
                                     const ThirdEvidence* third, const Weights& weights) {
  ScoringModel model;
  model.evidence = search.evidence.get();
  model.weights = &weights;
  model.shift = search.shift;
  model.third = third;
  model.vectors = search.vectors.get();
  std::vector<BeadExplanation> out;
  for (const Bead& bead : alignment.beads()) {
    BeadExplanation& e = out.emplace_back();
    const SegmentRange& x = bead.sides[0];
    const SegmentRange& y = bead.sides[1];
    if (!bead.complete()) {
      const int side = x.empty() ? 1 : 0;
      e.parts.emplace_back("gap", weighted(weights, gap_features(model, side, bead.sides[side].begin, true)));
      continue;
    }
    const FeatureVector features = block_features(model, x.begin, x.size(), y.begin, y.size());
    std::map<std::string, double> parts;
    for (std::size_t f = 0; f < kFeatures; ++f)
      if (features[f] != 0) parts[part_of(f)] += weights[f] * features[f];
    e.parts.assign(parts.begin(), parts.end());
    std::stable_sort(e.parts.begin(), e.parts.end(),
                     [](const auto& a, const auto& b) { return std::fabs(a.second) > std::fabs(b.second); });
    e.matches = matches_in(*search.evidence, x, y);
  }
  return out;
}

}  // namespace taraz
