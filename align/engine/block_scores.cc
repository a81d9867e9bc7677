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
  std::size_t cell(std::uint32_t i, std::uint32_t j) const { return row[i] + j - begin[i]; }
};

// Explainer and its weighing in one, for the many: tables instead of look-ups, only the classes a segment
// has.
class Earner {
 public:
  explicit Earner(const Weights& weights) {
    for (std::size_t c = 0; c < kTokenClasses; ++c) {
      const auto cls = static_cast<TokenClass>(c);
      const double nothing = std::log(1 - kExplainedShare[c]);
      hit_[c] = {weights[content_feature(cls, kHitAlone)], weights[content_feature(cls, kHitMember)], 1};
      miss_[c] = {weights[content_feature(cls, kMissAlone)], weights[content_feature(cls, kMissMember)],
                  nothing};
    }
  }

  void start(const SegmentFacts& segment) {
    for (const std::uint16_t slot : touched_) sums_[slot] = 0;
    touched_.clear();
    classes_.clear();
    class_of_.clear();
    missed_ = {0, 0, 0};
    for (std::size_t c = 0; c < kTokenClasses; ++c) {
      block_counts_[c] = 1;
      if (segment.counts[c] == 0) continue;
      classes_.push_back(static_cast<std::uint8_t>(c));
      class_of_.insert(class_of_.end(), segment.counts[c], static_cast<std::uint8_t>(c));
      for (std::size_t k = 0; k < 3; ++k) missed_[k] += miss_[c][k] * segment.counts[c];
    }
    if (sums_.size() < class_of_.size()) sums_.resize(class_of_.size(), 0);
    per_token_ = 1.0 / (static_cast<double>(class_of_.size()) + 2);
  }
  void widen(const SegmentFacts& other) {
    for (const std::uint8_t c : classes_) block_counts_[c] += other.counts[c];
  }
  void add(std::uint16_t slot, float ratio) {
    if (ratio <= 0) return;
    if (sums_[slot] == 0) {
      touched_.push_back(slot);
      const auto& miss = miss_[class_of_[slot]];
      for (std::size_t k = 0; k < 3; ++k) missed_[k] -= miss[k];
    }
    sums_[slot] += ratio;
  }
  Earned result() {
    std::array<double, 3> sum = missed_;
    if (!touched_.empty()) {
      for (const std::uint8_t c : classes_) {
        product_[c] = 1;
        share_[c] = kExplainedShare[c] / block_counts_[c];
      }
      const auto add_log = [&](std::size_t c) {
        const double log = std::log(product_[c]);
        for (std::size_t k = 0; k < 3; ++k) sum[k] += hit_[c][k] * log;
      };
      for (const std::uint16_t slot : touched_) {
        const std::size_t c = class_of_[slot];
        product_[c] *= 1 - kExplainedShare[c] + share_[c] * sums_[slot];
        if (product_[c] > 1e200) add_log(c), product_[c] = 1;
      }
      for (const std::uint8_t c : classes_)
        if (product_[c] != 1) add_log(c);
    }
    return {static_cast<float>(sum[0]), static_cast<float>(sum[1]),
            static_cast<float>(std::clamp(sum[2] * per_token_, -1.0, 1.0))};
  }

 private:
  // Of each class and of what is to be known of a segment: as a block's only one, as one of several, its
  // rate.
  std::array<std::array<double, 3>, kTokenClasses> hit_, miss_;
  std::vector<std::uint8_t> classes_;   // that the segment has
  std::vector<std::uint8_t> class_of_;  // of each of its tokens
  std::vector<float> sums_;             // of each of its tokens: p(token | block) * count / u(token)
  std::vector<std::uint16_t> touched_;
  std::array<double, 3> missed_{};
  std::array<double, kTokenClasses> block_counts_{}, product_{}, share_{};
  double per_token_ = 0;
};

class Tables {
 public:
  Tables(const ScoringModel& model, const Corridor& corridor)
      : model_(model), evidence_(*model.evidence), band_(corridor, evidence_.sides[1].size()) {
    const double root = std::sqrt(evidence_.length_ratio);
    for (int s = 0; s < 2; ++s) {
      double length = 0;
      double ends = 0;
      lengths_[s].push_back(0);
      ends_[s].push_back(0);
      for (const SegmentFacts& f : evidence_.sides[s].segments) {
        lengths_[s].push_back(length += s == 0 ? f.length * root : f.length / root);
        ends_[s].push_back(ends += f.ends);
      }
      needed_[s].assign(band_.row.back(), 0);
    }
  }

  // Whether there is such a block; then its score will be asked for.
  bool need(std::uint32_t i, std::uint32_t m, std::uint32_t j, std::uint32_t n) {
    const BlockShape b = shape(i, m, j, n);
    if (!scaled_allowed(b.scaled[0], b.scaled[1], m, n) || crosses_boundary(evidence_, i, m, j, n))
      return false;
    for (std::uint32_t k = 0; k < m; ++k)
      needed_[0][band_.cell(i + k, j)] |= static_cast<std::uint8_t>(1U << (n - 1));
    for (std::uint32_t k = 0; k < n; ++k)
      needed_[1][band_.cell(i, j + k)] |= static_cast<std::uint8_t>(1U << (m - 1));
    return true;
  }

  void fill() {
    find_hits();
    earn(0);
    earn(1);
  }

  float score(std::uint32_t i, std::uint32_t m, std::uint32_t j, std::uint32_t n) const {
    const Weights& weights = *model_.weights;
    double sum = weights[kRate] * shape_shift(model_.shift, m, n);
    structure_features(evidence_, shape(i, m, j, n),
                       [&](std::size_t f, double value) { sum += weights[f] * value; });
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
    sum += weights[m + n == 2 ? kWeakestAlone : kWeakestMember] * weakest;
    outside_features(model_, i, m, j, n, [&](std::size_t f, double value) { sum += weights[f] * value; });
    return static_cast<float>(sum);
  }

 private:
  BlockShape shape(std::uint32_t i, std::uint32_t m, std::uint32_t j, std::uint32_t n) const {
    return {i,
            m,
            j,
            n,
            {lengths_[0][i + m] - lengths_[0][i], lengths_[1][j + n] - lengths_[1][j]},
            {ends_[0][i + m] - ends_[0][i], ends_[1][j + n] - ends_[1][j]}};
  }

  // Calls see(cell) for the cells from (i, j) on that the widest needed block reaches.
  template <typename See>
  void walk(int side, std::uint32_t i, std::uint32_t j, See&& see) const {
    const std::uint8_t widths = needed_[side][band_.cell(i, j)];
    for (std::uint32_t w = 0; widths >> w != 0; ++w)
      see(side == 0 ? band_.cell(i, j + w) : band_.cell(i + w, j));
  }

  void find_hits() {
    std::vector<bool> used(band_.row.back());
    for (std::uint32_t i = 0; i < band_.begin.size(); ++i)
      for (std::uint32_t j = band_.begin[i]; j < band_.end[i]; ++j)
        for (int side = 0; side < 2; ++side) walk(side, i, j, [&](std::size_t cell) { used[cell] = true; });
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
        if (used[band_.cell(i, j)]) {
          const auto others = evidence_.sides[1].of(j);
          for (std::size_t l = 0; l < others.size(); ++l)
            for (std::uint32_t e = head[others[l]]; e != kEnd; e = entries[e].next)
              hits_.push_back(
                  {entries[e].slot, static_cast<std::uint16_t>(l), entries[e].forward, entries[e].backward});
        }
        first_hit_.push_back(hits_.size());
      }
      for (const std::uint32_t t : types) head[t] = kEnd;
    }
  }

  // earned_[side][cell(i, j) * 8 + w - 1]: the segment of `side` at the cell, given w segments of the other
  // side from the cell on.
  void earn(int side) {
    const SideEvidence& others = evidence_.sides[1 - side];
    earned_[side].resize(band_.row.back() * kLongestSide);
    Earner earner(*model_.weights);
    for (std::uint32_t i = 0; i < band_.begin.size(); ++i)
      for (std::uint32_t j = band_.begin[i]; j < band_.end[i]; ++j) {
        std::uint8_t widths = needed_[side][band_.cell(i, j)];
        if (widths == 0) continue;
        Earned* out = &earned_[side][band_.cell(i, j) * kLongestSide];
        earner.start(evidence_.sides[side].segments[side == 0 ? i : j]);
        std::uint32_t at = side == 0 ? j : i;
        walk(side, i, j, [&](std::size_t cell) {
          earner.widen(others.segments[at++]);
          for (std::size_t h = first_hit_[cell]; h < first_hit_[cell + 1]; ++h)
            earner.add(side == 0 ? hits_[h].first_slot : hits_[h].second_slot,
                       side == 0 ? hits_[h].backward : hits_[h].forward);
          if (widths & 1U) *out = earner.result();
          ++out;
          widths >>= 1U;
        });
      }
  }

  const ScoringModel& model_;
  const PairEvidence& evidence_;
  SegmentBand band_;
  std::vector<double> lengths_[2], ends_[2];  // sums from the beginning, lengths scaled
  std::vector<std::uint8_t> needed_[2];  // of each cell, a bit for each number of segments of the other side
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
  Tables tables(model, corridor);
  const auto for_each_block = [&](auto&& visit) {
    for (std::uint32_t i = 0; i < corridor.rows(); ++i)
      for (std::uint32_t j = corridor.begin[i]; j < corridor.end[i]; ++j) {
        float* out = &scores_[(row_[i] + j - begin_[i]) * kShapeCount];
        for (std::size_t s = 0; s < kShapeCount; ++s)
          visit(i, kShapes[s].first, j, kShapes[s].second, out[s]);
      }
  };
  for_each_block([&](std::uint32_t i, std::uint32_t m, std::uint32_t j, std::uint32_t n, float& score) {
    if (std::max(m, n) <= model.longest && i + m <= corridor.rows() && corridor.has(i + m, j + n) &&
        tables.need(i, m, j, n))
      score = 0;
  });
  tables.fill();
  for_each_block([&](std::uint32_t i, std::uint32_t m, std::uint32_t j, std::uint32_t n, float& score) {
    if (score > kNone) score = tables.score(i, m, j, n);
  });
}

}  // namespace taraz
