// Idea: named entities, dates and numbers that agree are what cross-lingual story linking rests on (Pouliquen
// et al. 2004; Etchegoyhen and Azpeitia 2016); words count for less, since the texts tell it in their own.
// Every shared type counts once for a passage, however often it is repeated, and rare ones count most, since
// the evidence is a likelihood ratio against the background. Tested by
// tests/align/passages/comparable_finder_test.cc.
#include "align/passages/comparable_finder.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "align/passages/candidate_search.h"
#include "text/data_tables.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr float kLargest = 6.0F;  // nats that one shared type can be worth
constexpr float kCommon =
    1.2F;  // nats of words that translate each other everywhere ("to", "this"): worth nothing

std::vector<std::uint32_t> types_of(const SideEvidence& side, SegmentRange range) {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    for (const std::uint32_t t : side.of(i)) out.push_back(t);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

// Words are worth by how surely they translate each other, anchors by how few segments have them: a number is
// one of few in its text, so its likelihood ratio says little of how rare it is.
float link_weight(const PairEvidence& evidence, std::uint32_t type, const EvidenceLink& link) {
  if (evidence.sides[0].types->token_class[type] == TokenClass::word) {
    const float ratio = std::sqrt(std::max(link.forward, 0.1F) * std::max(link.backward, 0.1F));
    return std::min(kLargest, std::max(0.0F, std::log1p(0.1F * ratio) - kCommon));
  }
  const auto rarity = [&](int side, std::uint32_t t) {
    return std::log((static_cast<float>(evidence.sides[side].size()) + 1.0F) /
                    (static_cast<float>(evidence.sides[side].types->count[t]) + 0.5F));
  };
  return std::clamp(0.5F * (rarity(0, type) + rarity(1, link.type)), 0.0F, kLargest);
}

}  // namespace

ComparableModel ComparableModel::load() {
  ComparableModel out;
  for (const DataRow& row : data_rows("passages/comparable.tsv", 2)) {
    double* field = nullptr;
    if (row.cells[0] == "fee") field = &out.fee;
    if (row.cells[0] == "bias") field = &out.bias;
    if (row.cells[0] == "score") field = &out.score;
    if (row.cells[0] == "margin") field = &out.margin;
    for (std::size_t c = 0; c < kTokenClasses; ++c)
      if (row.cells[0] == name_of(static_cast<TokenClass>(c))) field = &out.worth[c];
    const std::string_view cell = row.cells[1];
    if (field == nullptr || std::from_chars(cell.data(), cell.data() + cell.size(), *field).ec != std::errc())
      throw FormatError("data/passages/comparable.tsv", row.line, 0,
                        "expected a token class, fee, bias, score or margin, and a number");
  }
  return out;
}

double comparable_score(const PairEvidence& evidence, const ComparableModel& model, SegmentRange first,
                        SegmentRange second) {
  const std::vector<std::uint32_t> a = types_of(evidence.sides[0], first),
                                   b = types_of(evidence.sides[1], second);
  // Each type of the second side is explained by its best partner, and each of the first by its own; both
  // count half.
  std::unordered_map<std::uint32_t, float> best_second;
  double sum = 0.0;
  for (const std::uint32_t t : a) {
    float best = 0.0F;
    for (const EvidenceLink& link : evidence.links_of(t)) {
      if (!std::binary_search(b.begin(), b.end(), link.type)) continue;
      const float weight = link_weight(evidence, t, link);
      best = std::max(best, weight);
      float& theirs = best_second[link.type];
      theirs = std::max(theirs, weight);
    }
    sum += 0.5 * best * model.worth[static_cast<std::size_t>(evidence.sides[0].types->token_class[t])];
  }
  // In the order of the types, so that sums do not depend on the hash table.
  for (const std::uint32_t t : b)
    if (const auto it = best_second.find(t); it != best_second.end())
      sum +=
          0.5 * it->second * model.worth[static_cast<std::size_t>(evidence.sides[1].types->token_class[t])];
  const double segments = static_cast<double>(first.size() + second.size()) - 2.0;
  const double types = static_cast<double>(a.size() + b.size());
  return sum * std::sqrt(24.0 / (24.0 + types)) - model.fee * segments;
}

std::vector<ComparablePair> find_comparable(const PairEvidence& evidence, const ComparableModel& model,
                                            const ComparableOptions& options) {
  const auto candidates =
      find_candidates(evidence, {.best = 32, .postings = 50000, .threads = options.threads});
  struct Seed {
    std::uint32_t i, j;
    float score;
  };
  std::vector<Seed> seeds;
  const std::uint32_t n = evidence.sides[0].size(), m = evidence.sides[1].size();
  std::vector<std::vector<float>> rivals[2] = {std::vector<std::vector<float>>(n),
                                               std::vector<std::vector<float>>(m)};
  for (std::uint32_t i = 0; i < n; ++i)
    for (const Candidate& c : candidates[i]) {
      if (options.allowed && !options.allowed(i, c.segment)) continue;
      const auto score =
          static_cast<float>(comparable_score(evidence, model, {i, i + 1}, {c.segment, c.segment + 1}));
      if (score <= 0.0F) continue;
      seeds.push_back({i, c.segment, score});
      rivals[0][i].push_back(score);
      rivals[1][c.segment].push_back(score);
    }
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
    ComparablePair p{{seed.i, seed.i + 1}, {seed.j, seed.j + 1}, seed.score, 0.0F, 0.0F};
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
          wider.score = static_cast<float>(comparable_score(evidence, model, wider.first, wider.second));
          if (wider.score > best.score) best = wider;
        }
      if (best.score > p.score) {
        p = best;
        grown = true;
      }
    }
    p.margin = p.score -
               0.5F * (rival_mean(rivals[0][seed.i], seed.score) + rival_mean(rivals[1][seed.j], seed.score));
    p.confidence = static_cast<float>(
        1.0 / (1.0 + std::exp(-(model.bias + model.score * p.score + model.margin * p.margin))));
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
