// IBM model 1 (Brown and others 1993) for both directions over one set of cells, with the null word; after
// some rounds each on its own, counts are the product of both posteriors ("Alignment by agreement", Liang and
// others 2006). Optionally a prior for the diagonal (Dyer and others 2013). Each word pair that occurs in a
// sentence pair has one cell; the cell number of every pair of positions is written down once, so that a
// round is one pass over an array. Counts are fixed-point integers added atomically, hence exact sums in any
// order: the result does not depend on the number of threads. Tested against a slow oracle in
// tests/align/model1_test.cc.
#include "align/lexicon/model1.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <limits>
#include <thread>

namespace taraz {
namespace {

constexpr double kUnit = 1U << 24;     // of fixed-point counts
constexpr std::size_t kLongest = 200;  // tokens of a sequence that are looked at

constexpr int kDistances = 512;       // steps of the prior's table
constexpr double kNegligible = 1e-4;  // posteriors below it are not counted

using Count = std::atomic<std::uint64_t>;

// Both directions of a cell lie together: one cache miss instead of two.
struct Probabilities {
  float forward = 1.0F, backward = 1.0F;
};
struct Counts {
  Count forward{0}, backward{0};
};

class Trainer {
 public:
  Trainer(const TokenCorpus& first, const TokenCorpus& second, std::span<const float> weights,
          std::array<std::uint32_t, 2> words, const Model1Options& options)
      : first_(first), second_(second), weights_(weights), words_(words), options_(options) {
    make_cells();
    probabilities_.resize(cells());
    for (int i = 0; i < kDistances; ++i)
      diagonal_.push_back(static_cast<float>(std::exp(-options_.diagonal * (i + 0.5) / kDistances)));
    links_ = std::vector<Counts>(cells());
    for (int k = 0; k < 2; ++k) {
      null_[k].assign(words_[k], 1.0F);
      null_links_[k] = std::vector<Count>(words_[k]);
      table_.seen[k].assign(words_[k], 0.0);
    }
    for (std::size_t i = 0; i < first_.size(); ++i) {
      if (weights_[i] <= 0 || first_[i].empty() || second_[i].empty()) continue;
      for (const WordId s : clipped(first_, i)) table_.seen[0][s] += weights_[i];
      for (const WordId t : clipped(second_, i)) table_.seen[1][t] += weights_[i];
    }
  }

  Model1Table run() {
    for (int round = 0; round < options_.rounds; ++round) this->round(round == 0, false);
    for (int round = 0; round < options_.agreement_rounds; ++round) this->round(false, true);
    table_.linked[0].assign(words_[0], 0.0);
    table_.linked[1].assign(words_[1], 0.0);
    table_.links.resize(cells());
    for (WordId s = 0; s < words_[0]; ++s)
      for (std::uint32_t c = table_.row[s]; c < table_.row[s + 1]; ++c) {
        const double links = 0.5 * (value(links_[c].forward) + value(links_[c].backward));
        table_.links[c] = static_cast<float>(links);
        table_.linked[0][s] += links;
        table_.linked[1][table_.second[c]] += links;
      }
    table_.second_given_first.resize(cells());
    table_.first_given_second.resize(cells());
    for (std::size_t c = 0; c < cells(); ++c) {
      table_.second_given_first[c] = probabilities_[c].forward;
      table_.first_given_second[c] = probabilities_[c].backward;
    }
    return std::move(table_);
  }

 private:
  std::size_t cells() const { return table_.second.size(); }

  static std::span<const WordId> clipped(const TokenCorpus& corpus, std::size_t i) {
    return corpus[i].first(std::min(corpus[i].size(), kLongest));
  }
  bool used(std::size_t i) const { return weights_[i] > 0 && !first_[i].empty() && !second_[i].empty(); }

  // For every word of the first side: the sentences it is in, hence its partners; numbers them, and writes
  // the numbers into the matrix of each sentence. O(sum of products of lengths).
  void make_cells() {
    const std::size_t n = first_.size();
    matrix_begin_.assign(n + 1, 0);
    std::vector<std::uint64_t> place_begin(words_[0] + std::size_t{1}, 0);
    for (std::size_t i = 0; i < n; ++i) {
      const std::size_t size = used(i) ? clipped(first_, i).size() * clipped(second_, i).size() : 0;
      matrix_begin_[i + 1] = matrix_begin_[i] + size;
      if (size > 0)
        for (const WordId s : clipped(first_, i)) ++place_begin[s + 1];
    }
    for (std::size_t s = 0; s < words_[0]; ++s) place_begin[s + 1] += place_begin[s];
    struct Place {
      std::uint32_t sentence, position;
    };
    std::vector<Place> places(place_begin.back());
    std::vector<std::uint64_t> next(place_begin.begin(), place_begin.end() - 1);
    for (std::size_t i = 0; i < n; ++i)
      if (used(i))
        for (std::uint32_t p = 0; p < clipped(first_, i).size(); ++p)
          places[next[first_[i][p]]++] = {static_cast<std::uint32_t>(i), p};
    matrix_.resize(matrix_begin_.back());
    table_.row.assign(words_[0] + std::size_t{1}, 0);
    std::vector<std::uint32_t> cell_of(words_[1], 0);
    std::vector<WordId> partners;
    for (WordId s = 0; s < words_[0]; ++s) {
      partners.clear();
      const auto here = std::span(places).subspan(place_begin[s], place_begin[s + 1] - place_begin[s]);
      constexpr std::uint32_t kSeen = std::numeric_limits<std::uint32_t>::max();
      for (const Place& place : here)
        for (const WordId t : clipped(second_, place.sentence))
          if (cell_of[t] != kSeen) {
            cell_of[t] = kSeen;
            partners.push_back(t);
          }
      std::sort(partners.begin(), partners.end());
      for (const WordId t : partners) {
        cell_of[t] = static_cast<std::uint32_t>(table_.second.size());
        table_.second.push_back(t);
      }
      for (const Place& place : here) {
        const auto row = clipped(second_, place.sentence);
        std::uint32_t* out = matrix_.data() + matrix_begin_[place.sentence] + place.position * row.size();
        for (const WordId t : row) *out++ = cell_of[t];
      }
      for (const WordId t : partners) cell_of[t] = 0;
      table_.row[s + 1] = static_cast<std::uint32_t>(table_.second.size());
    }
  }

  template <typename Work>
  void parallel(std::size_t size, Work work) {
    alone_ = options_.threads <= 1 || size < 1000;
    if (alone_) return work(0, size);
    constexpr std::size_t kChunk = 256;
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> pool;
    for (unsigned k = 0; k < options_.threads; ++k)
      pool.emplace_back([&] {
        for (std::size_t begin; (begin = next.fetch_add(kChunk)) < size;)
          work(begin, std::min(size, begin + kChunk));
      });
    for (std::thread& t : pool) t.join();
  }

  // A locked addition takes longer than all the rest: only where threads may meet.
  void add(Count& count, double value) const {
    const auto units = static_cast<std::uint64_t>(value * kUnit + 0.5);
    if (units == 0) return;
    if (alone_)
      count.store(count.load(std::memory_order_relaxed) + units, std::memory_order_relaxed);
    else
      count.fetch_add(units, std::memory_order_relaxed);
  }

  void round(bool uniform, bool agree) {
    for (Counts& c : links_) {
      c.forward.store(0, std::memory_order_relaxed);
      c.backward.store(0, std::memory_order_relaxed);
    }
    for (auto* counts : {&null_links_[0], &null_links_[1]})
      for (Count& c : *counts) c.store(0, std::memory_order_relaxed);
    parallel(first_.size(), [&](std::size_t begin, std::size_t end) {
      Scratch scratch;
      for (std::size_t i = begin; i < end; ++i)
        if (used(i)) expect(i, uniform, agree, scratch);
    });
    maximise(agree);
  }

  struct Scratch {
    std::vector<float> forward, backward, prior, sum;
  };

  // The relative-place prior of position pairs, normalised for neither direction; 1 when there is none.
  void fill_prior(std::size_t m, std::size_t n, std::vector<float>& prior) const {
    prior.assign(m * n, 1.0F);
    if (options_.diagonal <= 0.0) return;
    const float step_a = 1.0F / static_cast<float>(m), step_b = 1.0F / static_cast<float>(n);
    for (std::size_t a = 0; a < m; ++a)
      for (std::size_t b = 0; b < n; ++b) {
        const float distance =
            std::abs((static_cast<float>(a) + 0.5F) * step_a - (static_cast<float>(b) + 0.5F) * step_b);
        prior[a * n + b] = diagonal_[static_cast<std::size_t>(distance * (kDistances - 1))];
      }
  }

  void expect(std::size_t i, bool uniform, bool agree, Scratch& scratch) {
    const auto s = clipped(first_, i), t = clipped(second_, i);
    const std::size_t m = s.size(), n = t.size();
    const std::uint32_t* cell = matrix_.data() + matrix_begin_[i];
    fill_prior(m, n, scratch.prior);
    std::vector<float>&forward = scratch.forward, &backward = scratch.backward;
    forward.resize(m * n);
    backward.resize(m * n);
    // forward: each word of the second side chooses one of the first, or null; backward the other way round.
    scratch.sum.assign(2 * n, 0.0F);
    float* const sum = scratch.sum.data();
    float* const prior_sum = sum + n;
    const double weight = weights_[i], null_odds = options_.null / (1.0 - options_.null);
    for (std::size_t a = 0; a < m; ++a) {
      double row_sum = 0.0, row_prior = 0.0;
      for (std::size_t b = 0; b < n; ++b) {
        const std::size_t k = a * n + b;
        const Probabilities p = uniform ? Probabilities{} : probabilities_[cell[k]];
        const float prior = scratch.prior[k];
        sum[b] += forward[k] = prior * p.forward;
        prior_sum[b] += prior;
        row_sum += backward[k] = prior * p.backward;
        row_prior += prior;
      }
      const double null = null_odds * row_prior * (uniform ? 1.0 : null_[0][s[a]]);
      const auto scale = static_cast<float>(row_sum + null > 0.0 ? 1.0 / (row_sum + null) : 0.0);
      for (std::size_t b = 0; b < n; ++b) backward[a * n + b] *= scale;
      add(null_links_[0][s[a]], weight * null * scale);
    }
    for (std::size_t b = 0; b < n; ++b) {
      const double null = null_odds * prior_sum[b] * (uniform ? 1.0 : null_[1][t[b]]);
      const double scale = sum[b] + null > 0.0 ? 1.0 / (sum[b] + null) : 0.0;
      add(null_links_[1][t[b]], weight * null * scale);
      sum[b] = static_cast<float>(scale);
    }
    for (std::size_t a = 0; a < m; ++a)
      for (std::size_t b = 0; b < n; ++b) {
        const std::size_t k = a * n + b;
        const double f = forward[k] * sum[b], r = backward[k];
        if (agree) {
          if (f * r >= kNegligible) add(links_[cell[k]].forward, weight * f * r);
        } else {
          if (f >= kNegligible) add(links_[cell[k]].forward, weight * f);
          if (r >= kNegligible) add(links_[cell[k]].backward, weight * r);
        }
      }
  }

  static double value(const Count& c) {
    return static_cast<double>(c.load(std::memory_order_relaxed)) / kUnit;
  }

  // With agreement one count serves both directions.
  void maximise(bool agree) {
    if (agree)
      for (Counts& c : links_)
        c.backward.store(c.forward.load(std::memory_order_relaxed), std::memory_order_relaxed);
    std::vector<double> first_sum(words_[0], 0.0), second_sum(words_[1], 0.0);
    for_each_cell([&](WordId s, WordId t, std::uint32_t c) {
      first_sum[s] += value(links_[c].forward);
      second_sum[t] += value(links_[c].backward);
    });
    for_each_cell([&](WordId s, WordId t, std::uint32_t c) {
      const auto share = [](double count, double total) {
        return static_cast<float>(total > 0.0 ? count / total : 0.0);
      };
      probabilities_[c] = {share(value(links_[c].forward), first_sum[s]),
                           share(value(links_[c].backward), second_sum[t])};
    });
    for (int k = 0; k < 2; ++k) {
      double total = 0.0;
      for (const Count& c : null_links_[k]) total += value(c);
      for (std::size_t w = 0; w < null_[k].size(); ++w)
        null_[k][w] = static_cast<float>(total > 0.0 ? value(null_links_[k][w]) / total : 0.0);
    }
  }

  template <typename Work>
  void for_each_cell(Work work) const {
    for (WordId s = 0; s < words_[0]; ++s)
      for (std::uint32_t c = table_.row[s]; c < table_.row[s + 1]; ++c) work(s, table_.second[c], c);
  }

  const TokenCorpus& first_;
  const TokenCorpus& second_;
  std::span<const float> weights_;
  std::array<std::uint32_t, 2> words_;
  const Model1Options options_;
  bool alone_ = true;  // no other thread adds counts
  Model1Table table_;
  std::vector<std::uint64_t> matrix_begin_;
  std::vector<std::uint32_t> matrix_;  // cell numbers, row by row, of each sentence pair
  std::vector<Probabilities> probabilities_;
  std::vector<Counts> links_;
  std::vector<float> diagonal_;  // the prior by distance
  std::array<std::vector<Count>, 2> null_links_;
  std::array<std::vector<float>, 2> null_;  // p(word | nothing)
};

}  // namespace

Model1Table learn_model1(const TokenCorpus& first, const TokenCorpus& second, std::span<const float> weights,
                         std::array<std::uint32_t, 2> words, const Model1Options& options) {
  return Trainer(first, second, weights, words, options).run();
}

}  // namespace taraz
