// Idea: the explanation of target segment j by the source block (i, m) does not depend on the other targets,
// so one table (i, j, m) per side, filled while the block grows, gives every m-n block exactly by adding m +
// n entries. Links are walked once per pair of segments. Test: block_scores_test.cc against block_features.
#include "align/engine/block_scores.h"

#include <algorithm>

#include "align/engine/block_structure.h"
#include "align/engine/explained.h"
#include "align/engine/outside_features.h"

namespace taraz {

const std::array<Shape, kShapeCount> kShapes = {
    {{1, 1}, {1, 2}, {2, 1}, {2, 2}, {1, 3}, {3, 1}, {2, 3}, {3, 2}, {1, 4}, {4, 1}, {3, 3}, {2, 4},
     {4, 2}, {3, 4}, {4, 3}, {4, 4}, {1, 5}, {5, 1}, {1, 6}, {6, 1}, {1, 7}, {7, 1}, {1, 8}, {8, 1}}};

namespace {

struct Hit {
  std::uint16_t first_slot, second_slot;
  float forward, backward;
};

// What one segment earns, given a block of the other side.
struct Earned {
  float alone = 0, member = 0, rate = 0;
};

// Pairs of segments that some block of the corridor holds: rows of the first side, a band of the second each.
struct SegmentBand {
  std::vector<std::uint32_t> begin, end;
  std::vector<std::size_t> row;

  SegmentBand(const Corridor& corridor, std::uint32_t seconds) {
    const std::uint32_t n = corridor.rows();
    row.push_back(0);
    for (std::uint32_t i = 0; i < n; ++i) {
      begin.push_back(corridor.begin[i >= kLongestSide - 1 ? i - (kLongestSide - 1) : 0]);
      end.push_back(std::min(seconds, corridor.end[std::min(n, i + kLongestSide)]));
      row.push_back(row.back() + (end[i] > begin[i] ? end[i] - begin[i] : 0));
    }
  }
  bool has(std::uint32_t i, std::uint32_t j) const { return i < begin.size() && j >= begin[i] && j < end[i]; }
  std::size_t cell(std::uint32_t i, std::uint32_t j) const { return row[i] + j - begin[i]; }
};

class Tables {
 public:
  Tables(const ScoringModel& model, const Corridor& corridor)
      : model_(model), evidence_(*model.evidence), band_(corridor, evidence_.sides[1].size()) {
    for (int s = 0; s < 2; ++s) {
      lengths_[s].push_back(0);
      ends_[s].push_back(0);
      for (const SegmentFacts& f : evidence_.sides[s].segments) {
        lengths_[s].push_back(lengths_[s].back() + f.length);
        ends_[s].push_back(ends_[s].back() + f.ends);
      }
    }
    find_hits();
    earn(0);
    earn(1);
  }

  float score(std::uint32_t i, std::uint32_t m, std::uint32_t j, std::uint32_t n) const {
    const BlockShape b{i,
                       m,
                       j,
                       n,
                       {lengths_[0][i + m] - lengths_[0][i], lengths_[1][j + n] - lengths_[1][j]},
                       {ends_[0][i + m] - ends_[0][i], ends_[1][j + n] - ends_[1][j]}};
    if (!block_allowed(b.length[0], b.length[1], evidence_.length_ratio, m, n)) return BlockScores::kNone;
    if (crosses_boundary(evidence_, i, m, j, n)) return BlockScores::kNone;
    double sum = (*model_.weights)[kRate] * shape_shift(model_.shift, m, n);
    structure_features(evidence_, b,
                       [&](std::size_t f, double value) { sum += (*model_.weights)[f] * value; });
    float weakest = 1;
    for (std::uint32_t k = 0; k < m; ++k) {
      const Earned& e = earned_[0][band_.cell(i + k, j) * kLongestSide + n - 1];
      sum += m > 1 ? e.member : e.alone;
      weakest = std::min(weakest, e.rate);
    }
    for (std::uint32_t k = 0; k < n; ++k) {
      const Earned& e = earned_[1][band_.cell(i, j + k) * kLongestSide + m - 1];
      sum += n > 1 ? e.member : e.alone;
      weakest = std::min(weakest, e.rate);
    }
    sum += (*model_.weights)[m + n == 2 ? kWeakestAlone : kWeakestMember] * weakest;
    outside_features(model_, i, m, j, n,
                     [&](std::size_t f, double value) { sum += (*model_.weights)[f] * value; });
    return static_cast<float>(sum);
  }

 private:
  void find_hits() {
    struct Entry {
      std::uint16_t slot;
      float forward, backward;
      std::uint32_t next;
    };
    constexpr std::uint32_t kEnd = 0xFFFFFFFF;
    std::vector<std::uint32_t> head(evidence_.sides[1].types->token_class.size(), kEnd);
    std::vector<Entry> entries;
    std::vector<std::uint32_t> types;
    first_hit_.reserve(band_.row.back() + 1);
    first_hit_.push_back(0);
    for (std::uint32_t i = 0; i < band_.begin.size(); ++i) {
      entries.clear();
      types.clear();
      const auto tokens = evidence_.sides[0].of(i);
      for (std::size_t k = 0; k < tokens.size(); ++k)
        for (const EvidenceLink& link : evidence_.links_of(tokens[k])) {
          types.push_back(link.type);
          entries.push_back({static_cast<std::uint16_t>(k), link.forward, link.backward, head[link.type]});
          head[link.type] = static_cast<std::uint32_t>(entries.size() - 1);
        }
      for (std::uint32_t j = band_.begin[i]; j < band_.end[i]; ++j) {
        const auto others = evidence_.sides[1].of(j);
        for (std::size_t l = 0; l < others.size(); ++l)
          for (std::uint32_t e = head[others[l]]; e != kEnd; e = entries[e].next)
            hits_.push_back(
                {entries[e].slot, static_cast<std::uint16_t>(l), entries[e].forward, entries[e].backward});
        first_hit_.push_back(hits_.size());
      }
      for (const std::uint32_t t : types) head[t] = kEnd;
    }
  }

  // earned_[side][cell(i, j) * 8 + w - 1]: the segment of `side` at the cell, given w segments of the other
  // side from the cell on.
  void earn(int side) {
    const SideEvidence& mine = evidence_.sides[side];
    const SideEvidence& others = evidence_.sides[1 - side];
    earned_[side].resize(band_.row.back() * kLongestSide);
    Explainer explainer;
    for (std::uint32_t i = 0; i < band_.begin.size(); ++i)
      for (std::uint32_t j = band_.begin[i]; j < band_.end[i]; ++j) {
        Earned* out = &earned_[side][band_.cell(i, j) * kLongestSide];
        explainer.start(mine, side == 0 ? i : j);
        const std::uint32_t at = side == 0 ? j : i;
        for (std::uint32_t w = 1; w <= model_.longest && at + w <= others.size(); ++w) {
          const std::uint32_t a = side == 0 ? i : i + w - 1;
          const std::uint32_t b = side == 0 ? j + w - 1 : j;
          if (!band_.has(a, b)) break;
          if (w > 2 && too_long(side, side == 0 ? i : j, at, w)) break;
          explainer.widen(others.segments[at + w - 1]);
          const std::size_t cell = band_.cell(a, b);
          for (std::size_t h = first_hit_[cell]; h < first_hit_[cell + 1]; ++h)
            explainer.add(side == 0 ? hits_[h].first_slot : hits_[h].second_slot,
                          side == 0 ? hits_[h].backward : hits_[h].forward);
          out[w - 1] = weigh(explainer);
        }
      }
  }

  // No allowed block holds segment `mine` beside `w` segments of the other side from `at` on: even three more
  // segments on this side do not fill it.
  bool too_long(int side, std::uint32_t mine, std::uint32_t at, std::uint32_t w) const {
    const auto& lengths = lengths_[side];
    const std::uint32_t low = mine >= 3 ? mine - 3 : 0;
    const std::uint32_t high =
        std::min<std::uint32_t>(mine + 4, static_cast<std::uint32_t>(lengths.size()) - 1);
    const double reach = w > 4 ? lengths[mine + 1] - lengths[mine] : lengths[high] - lengths[low];
    const double root = std::sqrt(side == 0 ? evidence_.length_ratio : 1 / evidence_.length_ratio);
    const double other = (lengths_[1 - side][at + w] - lengths_[1 - side][at]) / root;
    return other > 2.5 * reach * root + 41;
  }

  Earned weigh(const Explainer& explainer) const {
    const Explanation e = explainer.result();
    double alone = 0;
    double member = 0;
    for (std::size_t c = 0; c < kTokenClasses; ++c) {
      const auto cls = static_cast<TokenClass>(c);
      const Weights& w = *model_.weights;
      alone +=
          w[content_feature(cls, kHitAlone)] * e.hit[c] + w[content_feature(cls, kMissAlone)] * e.miss[c];
      member +=
          w[content_feature(cls, kHitMember)] * e.hit[c] + w[content_feature(cls, kMissMember)] * e.miss[c];
    }
    return {static_cast<float>(alone), static_cast<float>(member),
            static_cast<float>(e.rate(explainer.tokens()))};
  }

  const ScoringModel& model_;
  const PairEvidence& evidence_;
  SegmentBand band_;
  std::vector<double> lengths_[2], ends_[2];
  std::vector<Hit> hits_;
  std::vector<std::size_t> first_hit_;
  std::vector<Earned> earned_[2];
};

}  // namespace

BlockScores::BlockScores(const ScoringModel& model, const Corridor& corridor) : begin_(corridor.begin) {
  std::size_t nodes = 0;
  for (std::size_t i = 0; i < corridor.begin.size(); ++i) {
    row_.push_back(nodes);
    nodes += corridor.end[i] - corridor.begin[i];
  }
  scores_.assign(nodes * kShapeCount, kNone);
  const Tables tables(model, corridor);
  for (std::uint32_t i = 0; i < corridor.rows(); ++i)
    for (std::uint32_t j = corridor.begin[i]; j < corridor.end[i]; ++j) {
      float* out = &scores_[(row_[i] + j - begin_[i]) * kShapeCount];
      for (std::size_t s = 0; s < kShapeCount; ++s) {
        const std::uint32_t m = kShapes[s].first;
        const std::uint32_t n = kShapes[s].second;
        if (std::max(m, n) > model.longest) continue;
        if (i + m <= corridor.rows() && corridor.has(i + m, j + n)) out[s] = tables.score(i, m, j, n);
      }
    }
}

}  // namespace taraz
