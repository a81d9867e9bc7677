// Idea: a longest common subsequence (Hirschberg's table, in a band) whose matches weigh as much as 1-1 beads
// would score. It knows no merges and no gap costs, hence takes a hundredth of the time of the lattice, and
// what it leaves open is searched there. Test: strong_pairs_test.cc against every chain of small worlds.
#include "align/engine/strong_pairs.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "align/engine/block_structure.h"
#include "align/engine/explained.h"

namespace taraz {
namespace {

constexpr double kLeastContent = 2;  // ln odds that words must give: lengths alone prove nothing

// Scores of segment i of the first side beside any of the second, as a 1-1 bead.
class Row {
 public:
  explicit Row(const ScoringModel& model)
      : model_(model),
        evidence_(*model.evidence),
        root_(std::sqrt(evidence_.length_ratio)),
        head_(evidence_.sides[1].types->token_class.size(), kEnd) {
    for (std::size_t c = 0; c < kTokenClasses; ++c) {
      hit_[c] = (*model.weights)[content_feature(static_cast<TokenClass>(c), kHitAlone)];
      miss_[c] = (*model.weights)[content_feature(static_cast<TokenClass>(c), kMissAlone)];
    }
  }

  void start(std::uint32_t i) {
    for (const std::uint32_t t : types_) head_[t] = kEnd;
    types_.clear();
    entries_.clear();
    segment_ = i;
    const auto tokens = evidence_.sides[0].of(i);
    sums_.assign(tokens.size(), 0);
    for (std::size_t k = 0; k < tokens.size(); ++k)
      for (const EvidenceLink& link : evidence_.links_of(tokens[k])) {
        types_.push_back(link.type);
        entries_.push_back({static_cast<std::uint16_t>(k), link.forward, link.backward, head_[link.type]});
        head_[link.type] = static_cast<std::uint32_t>(entries_.size() - 1);
      }
  }

  // 0 where words do not speak for the pair.
  float score(std::uint32_t j) {
    const auto others = evidence_.sides[1].of(j);
    const SegmentFacts& mine = evidence_.sides[0].segments[segment_];
    const SegmentFacts& facts = evidence_.sides[1].segments[j];
    Explained second;
    for (const std::uint32_t type : others) {
      float forward = 0;
      for (std::uint32_t e = head_[type]; e != kEnd; e = entries_[e].next) {
        forward += entries_[e].forward;
        float& sum = sums_[entries_[e].slot];
        if (sum == 0 && entries_[e].backward > 0) touched_.push_back(entries_[e].slot);
        sum += entries_[e].backward;
      }
      if (forward > 0) second.add(class_of(1, type), forward, mine);
    }
    if (touched_.empty() && second.none()) return 0;
    Explained first;
    const auto tokens = evidence_.sides[0].of(segment_);
    for (const std::uint16_t slot : touched_) {
      first.add(class_of(0, tokens[slot]), sums_[slot], facts);
      sums_[slot] = 0;
    }
    touched_.clear();
    double content = 0;
    double missed = 0;
    for (std::size_t c = 0; c < kTokenClasses; ++c) {
      content += hit_[c] * (first.hit(c) + second.hit(c));
      missed += miss_[c] * (mine.counts[c] - first.matched[c] + facts.counts[c] - second.matched[c]);
    }
    if (content < kLeastContent) return 0;
    double sum = content + missed;
    structure_features(
        evidence_, {segment_, 1, j, 1, {mine.length * root_, facts.length / root_}, {mine.ends, facts.ends}},
        [&](std::size_t f, double value) { sum += (*model_.weights)[f] * value; });
    return static_cast<float>(std::max(0.0, sum));
  }

 private:
  static constexpr std::uint32_t kEnd = 0xFFFFFFFF;
  struct Entry {
    std::uint16_t slot;
    float forward, backward;
    std::uint32_t next;
  };
  // Matched tokens of one segment, see Explainer.
  struct Explained {
    std::array<double, kTokenClasses> product;
    std::array<double, kTokenClasses> logs{};
    std::array<int, kTokenClasses> matched{};

    Explained() { product.fill(1.0); }
    void add(std::size_t c, float ratio, const SegmentFacts& other) {
      product[c] *= 1 - kExplainedShare[c] + kExplainedShare[c] * ratio / (other.counts[c] + 1.0);
      if (product[c] > 1e200) logs[c] += std::log(product[c]), product[c] = 1;
      ++matched[c];
    }
    bool none() const {
      return std::all_of(matched.begin(), matched.end(), [](int n) { return n == 0; });
    }
    double hit(std::size_t c) const { return matched[c] > 0 ? logs[c] + std::log(product[c]) : 0; }
  };

  std::size_t class_of(int side, std::uint32_t type) const {
    return static_cast<std::size_t>(evidence_.sides[side].types->token_class[type]);
  }

  const ScoringModel& model_;
  const PairEvidence& evidence_;
  double root_;
  std::array<double, kTokenClasses> hit_, miss_;
  std::vector<std::uint32_t> head_;  // of each type of the second side, its entries
  std::vector<Entry> entries_;       // links of the tokens of the segment
  std::vector<std::uint32_t> types_;
  std::vector<float> sums_;
  std::vector<std::uint16_t> touched_;
  std::uint32_t segment_ = 0;
};

}  // namespace

std::vector<MeetingPoint> strong_pairs(const ScoringModel& model, const Corridor& c) {
  enum Step : std::uint8_t { kUp, kLeft, kPair };
  const std::uint32_t rows = c.rows();
  std::vector<std::uint8_t> steps(c.nodes());
  std::vector<std::size_t> first_node(rows + 1, 0);
  std::vector<float> above;
  std::vector<float> best;
  Row row(model);
  for (std::uint32_t i = 0; i <= rows; ++i) {
    if (i > 0) first_node[i] = first_node[i - 1] + c.end[i - 1] - c.begin[i - 1];
    best.assign(c.end[i] - c.begin[i], 0);
    if (i > 0) row.start(i - 1);
    for (std::uint32_t j = c.begin[i]; j < c.end[i]; ++j) {
      float gain = -1;
      Step step = kUp;
      if (i > 0 && c.has(i - 1, j)) gain = above[j - c.begin[i - 1]];
      if (j > c.begin[i] && best[j - c.begin[i] - 1] > gain) {
        gain = best[j - c.begin[i] - 1];
        step = kLeft;
      }
      if (i > 0 && j > 0 && c.has(i - 1, j - 1)) {
        const float score = row.score(j - 1);
        const float before = above[j - 1 - c.begin[i - 1]];
        if (score > 0 && before + score > gain) {
          gain = before + score;
          step = kPair;
        }
      }
      best[j - c.begin[i]] = std::max(gain, 0.0F);
      steps[first_node[i] + j - c.begin[i]] = step;
    }
    std::swap(above, best);
  }
  std::vector<MeetingPoint> out;
  std::uint32_t i = rows;
  std::uint32_t j = c.end[rows] - 1;
  while (i > 0 || j > 0) {
    const std::uint8_t step = steps[first_node[i] + j - c.begin[i]];
    if (step == kPair) {
      --i, --j;
      out.push_back({i, j, 0});
    } else if (step == kUp && i > 0 && c.has(i - 1, j)) {
      --i;
    } else {
      --j;
    }
  }
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace taraz
