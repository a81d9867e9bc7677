// Scores single pairs of segments that candidate search proposes, and grows the best by their neighbours.
// Tested by tests/align/passages/comparable_finder_test.cc.
#include "align/passages/comparable_finder.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "align/passages/candidate_search.h"
#include "align/passages/document_support.h"

namespace taraz {
namespace {

// What a whole run may cost, about: pairs scored and postings looked at. Below 20,000 segments nothing is
// left out.
constexpr std::size_t kScored = 640'000, kLooked = 250'000'000;

}  // namespace

std::vector<ComparablePair> find_comparable(const ComparableScorer& scorer,
                                            const ComparableOptions& options) {
  const PairEvidence& evidence = scorer.evidence();
  const ComparableModel& model = scorer.model();
  const std::size_t size = std::max<std::size_t>(1, evidence.sides[0].size());
  const auto candidates =
      find_candidates(evidence, {.best = std::clamp<std::size_t>(kScored / size, 8, 32),
                                 .postings = std::clamp<std::size_t>(kLooked / size, 1000, 50000),
                                 .threads = options.threads});
  struct Seed {
    std::uint32_t i, j;
    float score;
  };
  std::vector<Seed> seeds;
  const std::uint32_t n = evidence.sides[0].size(), m = evidence.sides[1].size();
  DocumentSupport support(
      options.document_of ? options.document_of : [](int, std::uint32_t) { return 0U; }, n, m);
  std::vector<std::vector<float>> rivals[2] = {std::vector<std::vector<float>>(n),
                                               std::vector<std::vector<float>>(m)};
  for (std::uint32_t i = 0; i < n; ++i)
    for (const Candidate& c : candidates[i]) {
      if (options.allowed && !options.allowed(i, c.segment)) continue;
      const auto score = static_cast<float>(scorer.score({i, i + 1}, {c.segment, c.segment + 1}));
      if (score <= 0.0F) continue;
      seeds.push_back({i, c.segment, score});
      support.add(i, c.segment, score);
      rivals[0][i].push_back(score);
      rivals[1][c.segment].push_back(score);
    }
  support.count();
  for (auto& side : rivals)
    for (auto& list : side) std::sort(list.rbegin(), list.rend());
  const auto rival_mean = [](const std::vector<float>& list, float own) {  // of the next best three
    float sum = 0.0F;
    std::size_t taken = 0;
    bool skipped = false;
    for (const float s : list) {
      if (!skipped && s == own) {
        skipped = true;
        continue;
      }
      if (taken++ == 3) break;
      sum += s;
    }
    return sum / 3.0F;
  };
  std::vector<ComparablePair> found;
  std::sort(seeds.begin(), seeds.end(), [](const Seed& a, const Seed& b) {
    return a.score != b.score ? a.score > b.score : a.i != b.i ? a.i < b.i : a.j < b.j;
  });
  std::vector<std::vector<std::pair<SegmentRange, SegmentRange>>> taken(n);  // by segments of the first side
  for (const Seed& seed : seeds) {
    ComparablePair p{{seed.i, seed.i + 1}, {seed.j, seed.j + 1}, seed.score, 0.0F, 0.0F, 0.0F};
    const auto overlaps = [&](SegmentRange a, SegmentRange b) {
      for (std::uint32_t i = a.begin; i < a.end; ++i)
        for (const auto& [x, y] : taken[i])
          if (b.begin < y.end && y.begin < b.end) return true;
      return false;
    };
    if (overlaps(p.first, p.second)) continue;
    for (bool grown = true; grown;) {
      grown = false;
      ComparablePair best = p;
      for (int side = 0; side < 2; ++side)
        for (int forward = 0; forward < 2; ++forward) {
          SegmentRange range = side == 0 ? p.first : p.second;
          if (range.size() >= options.longest) continue;
          const std::uint32_t limit = side == 0 ? n : m;
          if (forward == 0 ? range.begin == 0 || !options.adjacent(side, range.begin - 1)
                           : range.end == limit || !options.adjacent(side, range.end - 1))
            continue;
          forward == 0 ? static_cast<void>(--range.begin) : static_cast<void>(++range.end);
          ComparablePair wider = p;
          (side == 0 ? wider.first : wider.second) = range;
          if (overlaps(wider.first, wider.second)) continue;
          wider.score = static_cast<float>(scorer.score(wider.first, wider.second));
          if (wider.score > best.score) best = wider;
        }
      if (best.score > p.score) {
        p = best;
        grown = true;
      }
    }
    p.margin = p.score -
               0.5F * (rival_mean(rivals[0][seed.i], seed.score) + rival_mean(rivals[1][seed.j], seed.score));
    p.support = static_cast<float>(support.of(p.first, p.second));
    p.confidence = static_cast<float>(model.confidence(p.score + p.margin, p.support));
    if (p.confidence < options.min_confidence) continue;
    for (std::uint32_t i = p.first.begin; i < p.first.end; ++i) taken[i].emplace_back(p.first, p.second);
    found.push_back(p);
  }
  std::sort(found.begin(), found.end(), [](const ComparablePair& a, const ComparablePair& b) {
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    return a.first.begin != b.first.begin ? a.first.begin < b.first.begin : a.second.begin < b.second.begin;
  });
  return found;
}

}  // namespace taraz
