// All pairs by lexical_score(): for each sentence its words' translations are summed into a dense row once,
// then every candidate is a sum over its words. Tested by tests/align/retrieval_test.cc.
#include "align/lexicon/retrieval.h"

#include <algorithm>
#include <cmath>

namespace taraz {
namespace {

constexpr double kLambda = 0.5;  // as in lexical_score()

constexpr double kSharpness = 10.0;

// Adds to scores[i][j] (or [j][i]) the sum of log ratios of the words of `candidates[j]` given `sources[i]`.
void add_direction(const WordModel& model, Side from, std::span<const std::vector<WordId>> sources,
                   std::span<const std::vector<WordId>> candidates, std::vector<float>& scores,
                   bool transposed) {
  const Side to = other(from);
  std::vector<float> p(model.size(to), 0.0F);
  std::vector<WordId> touched;
  const std::size_t n = sources.size();
  for (std::size_t i = 0; i < n; ++i) {
    for (const WordId w : sources[i])
      for (const WordPair& t : model.translations(from, w)) {
        if (p[t.word] == 0.0F) touched.push_back(t.word);
        p[t.word] += t.forward;
      }
    const double length = static_cast<double>(std::max<std::size_t>(1, sources[i].size()));
    for (std::size_t j = 0; j < n; ++j) {
      double sum = 0.0;
      for (const WordId t : candidates[j]) {
        if (!model.covered(to, t)) continue;
        const double u = model.background(to, t);
        sum += std::log(kLambda * p[t] / length / u + (1.0 - kLambda));
      }
      scores[transposed ? j * n + i : i * n + j] += static_cast<float>(sum);
    }
    for (const WordId t : touched) p[t] = 0.0F;
    touched.clear();
  }
}

}  // namespace

RetrievalReport measure_retrieval(const WordModel& model, std::span<const std::vector<WordId>> first,
                                  std::span<const std::vector<WordId>> second) {
  RetrievalReport out;
  const std::size_t n = out.sentences = std::min(first.size(), second.size());
  if (n == 0) return out;
  first = first.first(n);
  second = second.first(n);
  std::vector<float> scores(n * n, 0.0F);
  add_direction(model, Side::first, first, second, scores, false);
  add_direction(model, Side::second, second, first, scores, true);
  std::array<std::vector<double>, 2> covered;
  for (const Side side : {Side::first, Side::second})
    for (const auto& ids : side == Side::first ? first : second)
      covered[index(side)].push_back(static_cast<double>(
          std::count_if(ids.begin(), ids.end(), [&](WordId w) { return model.covered(side, w); })));
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < n; ++j)
      scores[i * n + j] /= static_cast<float>(std::max(1.0, covered[0][i] + covered[1][j]));
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t row_rank = 1, column_rank = 1;
    double row_sum = 0.0, column_sum = 0.0;  // of shares, relative to the true one
    for (std::size_t j = 0; j < n; ++j) {
      row_sum += std::exp(kSharpness * (scores[i * n + j] - scores[i * n + i]));
      column_sum += std::exp(kSharpness * (scores[j * n + i] - scores[i * n + i]));
      if (j != i && scores[i * n + j] >= scores[i * n + i]) ++row_rank;
      if (j != i && scores[j * n + i] >= scores[i * n + i]) ++column_rank;
    }
    out.first +=
        0.5 * ((row_rank == 1 ? 1.0 : 0.0) + (column_rank == 1 ? 1.0 : 0.0)) / static_cast<double>(n);
    out.reciprocal_rank += 0.5 *
                           (1.0 / static_cast<double>(row_rank) + 1.0 / static_cast<double>(column_rank)) /
                           static_cast<double>(n);
    out.surprise += 0.5 * (std::log(row_sum) + std::log(column_sum)) / static_cast<double>(n);
    out.score += scores[i * n + i] / static_cast<double>(n);
  }
  for (const Side side : {Side::first, Side::second}) {
    const auto& here = side == Side::first ? first : second;
    const auto& there = side == Side::first ? second : first;
    double words = 0.0, known = 0.0, explained = 0.0;
    for (std::size_t i = 0; i < n; ++i)
      for (const WordId w : here[i]) {
        words += 1.0;
        known += model.covered(side, w) ? 1.0 : 0.0;
        const auto row = model.translations(side, w);
        explained +=
            std::any_of(row.begin(), row.end(),
                        [&](const WordPair& t) {
                          return std::find(there[i].begin(), there[i].end(), t.word) != there[i].end();
                        })
                ? 1.0
                : 0.0;
      }
    (side == Side::first ? out.known_first : out.known_second) = known / std::max(1.0, words);
    (side == Side::first ? out.explained_first : out.explained_second) = explained / std::max(1.0, words);
  }
  return out;
}

}  // namespace taraz
