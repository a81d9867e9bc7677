// Tested by tests/align/passages/sentence_miner_test.cc.
#include "align/passages/sentence_miner.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <thread>
#include <utility>

#include "align/passages/candidate_search.h"
#include "text/data_tables.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr std::size_t kRivals = 4;          // next best candidates that make the margin
constexpr float kFloor = -20.0F;            // score of a rival that does not exist
constexpr std::size_t kBudget = 500000000;  // postings looked at in a whole run, about

// The best few scores of a segment.
class Best {
 public:
  void add(float score) {
    if (score <= scores_.back()) return;
    scores_.back() = score;
    for (std::size_t k = scores_.size() - 1; k > 0 && scores_[k] > scores_[k - 1]; --k)
      std::swap(scores_[k], scores_[k - 1]);
  }
  // The best, and the mean of the best few, without one occurrence of `own`.
  std::pair<float, float> rivals(float own) const {
    float sum = 0.0F, best = kFloor;
    std::size_t n = 0;
    bool skipped = false;
    for (const float s : scores_) {
      if (!skipped && s == own) {
        skipped = true;
        continue;
      }
      if (n == kRivals) break;
      best = n == 0 ? s : best;
      sum += s;
      ++n;
    }
    return {best, sum / static_cast<float>(n)};
  }

 private:
  std::array<float, kRivals + 1> scores_ = {kFloor, kFloor, kFloor, kFloor, kFloor};
};

}  // namespace

MiningModel MiningModel::load() {
  MiningModel out;
  std::pair<std::string_view, double*> const fields[] = {
      {"bias", &out.bias}, {"score", &out.score}, {"margin", &out.margin}, {"lead", &out.lead}};
  for (const DataRow& row : data_rows("passages/mining.tsv", 2)) {
    const auto* field = std::find_if(std::begin(fields), std::end(fields),
                                     [&](const auto& f) { return f.first == row.cells[0]; });
    const std::string_view cell = row.cells[1];
    if (field == std::end(fields) ||
        std::from_chars(cell.data(), cell.data() + cell.size(), *field->second).ec != std::errc())
      throw FormatError("data/passages/mining.tsv", row.line, 0,
                        "expected bias, score, margin or lead, and a number");
  }
  return out;
}

std::vector<MinedPair> mine_sentences(const PairEvidence& evidence, const Weights& weights,
                                      const MiningModel& model, const MiningOptions& options) {
  const std::uint32_t n = evidence.sides[0].size(), m = evidence.sides[1].size();
  if (n == 0 || m == 0) return {};
  const auto candidates = find_candidates(
      evidence, {.postings = std::clamp<std::size_t>(kBudget / n, 2000, 100000), .threads = options.threads});
  ScoringModel scoring;
  scoring.evidence = &evidence;
  scoring.weights = &weights;
  std::vector<std::vector<MinedPair>> scored(n);
  const unsigned threads = std::max(1U, std::min<unsigned>(options.threads, n / 64 + 1));
  {
    std::vector<std::jthread> workers;
    for (unsigned w = 0; w < threads; ++w)
      workers.emplace_back([&, w] {
        for (std::uint32_t i = w; i < n; i += threads)
          for (const Candidate& c : candidates[i])
            scored[i].push_back(
                {i, c.segment,
                 static_cast<float>(weighted(weights, block_features(scoring, i, 1, c.segment, 1))), 0, 0,
                 0});
      });
  }
  std::vector<Best> best_first(n), best_second(m);
  for (const auto& list : scored)
    for (const MinedPair& p : list) {
      best_first[p.first].add(p.score);
      best_second[p.second].add(p.score);
    }
  std::vector<MinedPair> pairs;
  for (auto& list : scored)
    for (MinedPair& p : list) {
      const auto [rival_a, mean_a] = best_first[p.first].rivals(p.score);
      const auto [rival_b, mean_b] = best_second[p.second].rivals(p.score);
      p.margin = p.score - 0.5F * (mean_a + mean_b);
      p.lead = p.score - std::max(rival_a, rival_b);
      const double z = model.bias + model.score * p.score + model.margin * p.margin + model.lead * p.lead;
      p.confidence = static_cast<float>(1.0 / (1.0 + std::exp(-z)));
      if (p.confidence >= options.min_confidence) pairs.push_back(p);
    }
  std::sort(pairs.begin(), pairs.end(), [](const MinedPair& a, const MinedPair& b) {
    if (a.confidence != b.confidence) return a.confidence > b.confidence;
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  if (options.one_to_one) {
    std::vector<char> used_first(n, 0), used_second(m, 0);
    std::erase_if(pairs, [&](const MinedPair& p) {
      if (used_first[p.first] != 0 || used_second[p.second] != 0) return true;
      used_first[p.first] = used_second[p.second] = 1;
      return false;
    });
  }
  std::sort(pairs.begin(), pairs.end(), [](const MinedPair& a, const MinedPair& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  return pairs;
}

}  // namespace taraz
