// Forward-backward (Baum and Welch) in log space over nodes with three states: after a bead, within a gap of
// the first side, within a gap of the second. Test: lattice_test.cc enumerates every path of small worlds.
#include "align/engine/lattice.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace taraz {
namespace {

constexpr double kNever = -1e30;
enum State : std::size_t { kBead, kFirstGap, kSecondGap, kStates };

double log_add(double a, double b) {
  if (a < b) std::swap(a, b);
  if (b <= kNever) return a;
  return b < a - 36 ? a : a + std::log1p(std::exp(b - a));
}

struct Node {
  double at[kStates] = {kNever, kNever, kNever};
  double sum = kNever;  // of the states
  void add_up() { sum = log_add(log_add(at[0], at[1]), at[2]); }
  double total() const { return sum; }
};

class Grid {
 public:
  explicit Grid(const Corridor& c) : corridor_(c), nodes_(c.nodes()) {
    std::size_t sum = 0;
    for (std::size_t i = 0; i < c.begin.size(); ++i) {
      row_.push_back(sum);
      sum += c.end[i] - c.begin[i];
    }
  }
  bool has(std::uint32_t i, std::uint32_t j) const { return corridor_.has(i, j); }
  Node& operator()(std::uint32_t i, std::uint32_t j) { return nodes_[row_[i] + j - corridor_.begin[i]]; }
  const Node& operator()(std::uint32_t i, std::uint32_t j) const {
    return nodes_[row_[i] + j - corridor_.begin[i]];
  }

 private:
  const Corridor& corridor_;
  std::vector<std::size_t> row_;
  std::vector<Node> nodes_;
};

// Adds numbers that are given as logarithms, those far below the largest left out.
class LogSum {
 public:
  void add(double x) {
    if (x <= max_ - 36) return;
    if (x > max_) {
      sum_ = sum_ * std::exp(max_ - x) + 1;
      max_ = x;
    } else {
      sum_ += std::exp(x - max_);
    }
  }
  double value() const { return max_ <= kNever ? kNever : max_ + std::log(sum_); }

 private:
  double max_ = kNever;
  double sum_ = 0;
};

Grid forward(const BlockScores& scores, const GapScores& gaps, const Corridor& c) {
  Grid grid(c);
  for (std::uint32_t i = 0; i <= c.rows(); ++i) {
    for (std::uint32_t j = c.begin[i]; j < c.end[i]; ++j) {
      Node& node = grid(i, j);
      if (i == 0 && j == 0) node.at[kBead] = 0;
      LogSum sum;
      for (std::size_t s = 0; s < kShapeCount; ++s) {
        const Shape shape = kShapes[s];
        if (i < shape.first || j < shape.second || !c.has(i - shape.first, j - shape.second)) continue;
        const float score = scores.at(i - shape.first, j - shape.second, s);
        if (score > BlockScores::kNone) sum.add(grid(i - shape.first, j - shape.second).total() + score);
      }
      if (i + j > 0) node.at[kBead] = sum.value();
      if (i > 0 && c.has(i - 1, j)) {
        const Node& from = grid(i - 1, j);
        node.at[kFirstGap] =
            log_add(from.at[kBead] + gaps.open[0][i - 1], from.at[kFirstGap] + gaps.extend[0][i - 1]);
      }
      if (j > c.begin[i]) {
        const Node& from = grid(i, j - 1);
        node.at[kSecondGap] = log_add(log_add(from.at[kBead], from.at[kFirstGap]) + gaps.open[1][j - 1],
                                      from.at[kSecondGap] + gaps.extend[1][j - 1]);
      }
      node.add_up();
    }
  }
  return grid;
}

}  // namespace

Posteriors posteriors(const BlockScores& scores, const GapScores& gaps, const Corridor& c, float floor) {
  const Grid alpha = forward(scores, gaps, c);
  const std::uint32_t rows = c.rows();
  const std::uint32_t columns = c.end[rows] - 1;
  Posteriors out;
  out.log_total = alpha(rows, columns).total();
  out.gap[0].assign(rows, 0);
  out.gap[1].assign(columns, 0);
  out.gap_opens[0].assign(rows, 0);
  out.gap_opens[1].assign(columns, 0);
  const double cut = std::log(static_cast<double>(floor));
  Grid beta(c);
  for (std::uint32_t i = rows + 1; i-- > 0;)
    for (std::uint32_t j = c.end[i]; j-- > c.begin[i];) {
      Node& node = beta(i, j);
      const double total = alpha(i, j).total() - out.log_total;
      LogSum sum;
      if (i == rows && j == columns) sum.add(0);
      const float* block = scores.node(i, j);
      for (std::size_t s = 0; s < kShapeCount; ++s) {
        if (block[s] <= BlockScores::kNone) continue;
        const double rest = block[s] + beta(i + kShapes[s].first, j + kShapes[s].second).at[kBead];
        sum.add(rest);
        const double posterior = total + rest;
        if (posterior > cut)
          out.blocks.push_back({i, j, kShapes[s].first, kShapes[s].second,
                                static_cast<float>(std::min(1.0, std::exp(posterior))), block[s]});
      }
      // What may follow any state: a bead or the end.
      const double onward = sum.value();
      const Node& reached = alpha(i, j);
      const auto gap = [&](int side, std::uint32_t segment, double at, double step, bool opens) {
        const double p = std::exp(std::min(0.0, at + step - out.log_total));
        out.gap[side][segment] += static_cast<float>(p);
        if (opens) out.gap_opens[side][segment] += static_cast<float>(p);
      };
      LogSum states[kStates];
      for (LogSum& state : states) state.add(onward);
      if (i < rows && c.has(i + 1, j)) {
        const double next = beta(i + 1, j).at[kFirstGap];
        states[kBead].add(gaps.open[0][i] + next);
        states[kFirstGap].add(gaps.extend[0][i] + next);
        gap(0, i, reached.at[kBead], gaps.open[0][i] + next, true);
        gap(0, i, reached.at[kFirstGap], gaps.extend[0][i] + next, false);
      }
      if (j + 1 < c.end[i]) {
        const double next = beta(i, j + 1).at[kSecondGap];
        states[kBead].add(gaps.open[1][j] + next);
        states[kFirstGap].add(gaps.open[1][j] + next);
        states[kSecondGap].add(gaps.extend[1][j] + next);
        gap(1, j, log_add(reached.at[kBead], reached.at[kFirstGap]), gaps.open[1][j] + next, true);
        gap(1, j, reached.at[kSecondGap], gaps.extend[1][j] + next, false);
      }
      for (std::size_t s = 0; s < kStates; ++s) node.at[s] = states[s].value();
    }
  std::sort(out.blocks.begin(), out.blocks.end(), [](const Block& a, const Block& b) {
    return std::tie(a.first, a.second, a.m, a.n) < std::tie(b.first, b.second, b.m, b.n);
  });
  return out;
}

GapScores gap_scores(const ScoringModel& model) {
  GapScores out;
  for (int side = 0; side < 2; ++side)
    for (std::uint32_t k = 0; k < model.evidence->sides[side].size(); ++k) {
      const double open = weighted(*model.weights, gap_features(model, side, k, true));
      const double extend = weighted(*model.weights, gap_features(model, side, k, false));
      out.open[side].push_back(static_cast<float>(open));
      out.extend[side].push_back(static_cast<float>(extend));
    }
  return out;
}

double path_score(const ScoringModel& model, const std::vector<Block>& blocks) {
  double sum = 0;
  std::uint32_t at[2] = {0, 0};
  const auto skip_to = [&](int side, std::uint32_t to) {
    for (bool opens = true; at[side] < to; ++at[side], opens = false)
      sum += weighted(*model.weights, gap_features(model, side, at[side], opens));
  };
  for (const Block& b : blocks) {
    skip_to(0, b.first);
    skip_to(1, b.second);
    sum += weighted(*model.weights, block_features(model, b.first, b.m, b.second, b.n));
    at[0] += b.m;
    at[1] += b.n;
  }
  skip_to(0, model.evidence->sides[0].size());
  skip_to(1, model.evidence->sides[1].size());
  return sum;
}

}  // namespace taraz
