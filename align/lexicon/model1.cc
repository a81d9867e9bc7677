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

using Count = std::atomic<std::uint64_t>;

double digamma(double x) {
  double out = 0.0;
  for (; x < 6.0; x += 1.0) out -= 1.0 / x;
  const double f = 1.0 / (x * x);
  return out + std::log(x) - 0.5 / x - f * (1.0 / 12 - f * (1.0 / 120 - f / 252));
}

class Trainer {
 public:
  Trainer(const TokenCorpus& first, const TokenCorpus& second, std::span<const float> weights,
          std::array<std::uint32_t, 2> words, const Model1Options& options)
      : first_(first), second_(second), weights_(weights), words_(words), options_(options) {
    make_cells();
    const double start = 1.0;
    table_.second_given_first.assign(cells(), static_cast<float>(start));
    table_.first_given_second.assign(cells(), static_cast<float>(start));
    links_ = std::vector<Count>(cells());
    backward_links_ = std::vector<Count>(cells());
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
        const double links = 0.5 *
                             (static_cast<double>(links_[c].load(std::memory_order_relaxed)) +
                              static_cast<double>(backward_links_[c].load(std::memory_order_relaxed))) /
                             kUnit;
        table_.links[c] = static_cast<float>(links);
        table_.linked[0][s] += links;
        table_.linked[1][table_.second[c]] += links;
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
    const unsigned threads = std::max(1U, options_.threads);
    if (threads == 1 || size < 1000) return work(0, size);
    constexpr std::size_t kChunk = 256;
    std::atomic<std::size_t> next{0};
    std::vector<std::thread> pool;
    for (unsigned k = 0; k < threads; ++k)
      pool.emplace_back([&] {
        for (std::size_t begin; (begin = next.fetch_add(kChunk)) < size;)
          work(begin, std::min(size, begin + kChunk));
      });
    for (std::thread& t : pool) t.join();
  }

  static void add(Count& count, double value) {
    if (const auto units = static_cast<std::uint64_t>(value * kUnit + 0.5))
      count.fetch_add(units, std::memory_order_relaxed);
  }

  void round(bool uniform, bool agree) {
    for (auto* counts : {&links_, &backward_links_, &null_links_[0], &null_links_[1]})
      for (Count& c : *counts) c.store(0, std::memory_order_relaxed);
    parallel(first_.size(), [&](std::size_t begin, std::size_t end) {
      std::vector<float> forward, backward, prior;
      for (std::size_t i = begin; i < end; ++i)
        if (used(i)) expect(i, uniform, agree, forward, backward, prior);
    });
    maximise(agree);
  }

  // The relative-place prior of position pairs, normalised for neither direction; 1 when there is none.
  void fill_prior(std::size_t m, std::size_t n, std::vector<float>& prior) const {
    prior.assign(m * n, 1.0F);
    if (options_.diagonal <= 0.0) return;
    for (std::size_t a = 0; a < m; ++a)
      for (std::size_t b = 0; b < n; ++b) {
        const double x = (static_cast<double>(a) + 0.5) / static_cast<double>(m),
                     y = (static_cast<double>(b) + 0.5) / static_cast<double>(n);
        prior[a * n + b] = static_cast<float>(std::exp(-options_.diagonal * std::abs(x - y)));
      }
  }

  void expect(std::size_t i, bool uniform, bool agree, std::vector<float>& forward,
              std::vector<float>& backward, std::vector<float>& prior) {
    const auto s = clipped(first_, i), t = clipped(second_, i);
    const std::size_t m = s.size(), n = t.size();
    const std::uint32_t* cell = matrix_.data() + matrix_begin_[i];
    forward.resize(m * n);
    backward.resize(m * n);
    fill_prior(m, n, prior);
    const double weight = weights_[i];
    // forward: each word of the second side chooses one of the first, or null; backward the other way round.
    for (std::size_t b = 0; b < n; ++b) {
      double sum = 0.0, prior_sum = 0.0;
      for (std::size_t a = 0; a < m; ++a) {
        const std::size_t k = a * n + b;
        const float value = prior[k] * (uniform ? 1.0F : table_.second_given_first[cell[k]]);
        prior_sum += prior[k];
        sum += forward[k] = value;
      }
      const double null =
          options_.null / (1.0 - options_.null) * prior_sum * (uniform ? 1.0 : null_[1][t[b]]);
      const double scale = sum + null > 0.0 ? 1.0 / (sum + null) : 0.0;
      for (std::size_t a = 0; a < m; ++a) forward[a * n + b] = static_cast<float>(forward[a * n + b] * scale);
      add(null_links_[1][t[b]], weight * null * scale);
    }
    for (std::size_t a = 0; a < m; ++a) {
      double sum = 0.0, prior_sum = 0.0;
      for (std::size_t b = 0; b < n; ++b) {
        const std::size_t k = a * n + b;
        const float value = prior[k] * (uniform ? 1.0F : table_.first_given_second[cell[k]]);
        prior_sum += prior[k];
        sum += backward[k] = value;
      }
      const double null =
          options_.null / (1.0 - options_.null) * prior_sum * (uniform ? 1.0 : null_[0][s[a]]);
      const double scale = sum + null > 0.0 ? 1.0 / (sum + null) : 0.0;
      for (std::size_t b = 0; b < n; ++b)
        backward[a * n + b] = static_cast<float>(backward[a * n + b] * scale);
      add(null_links_[0][s[a]], weight * null * scale);
    }
    for (std::size_t k = 0; k < m * n; ++k) {
      const double f = forward[k], b = backward[k];
      if (agree) {
        add(links_[cell[k]], weight * f * b);
      } else {
        add(links_[cell[k]], weight * f);
        add(backward_links_[cell[k]], weight * b);
      }
    }
  }

  // With agreement one count serves both directions.
  void maximise(bool agree) {
    std::array<std::vector<double>, 2> sum{std::vector<double>(words_[0], 0.0),
                                           std::vector<double>(words_[1], 0.0)};
    const auto value = [](const Count& c) {
      return static_cast<double>(c.load(std::memory_order_relaxed)) / kUnit;
    };
    std::array<std::vector<std::uint32_t>, 2> width{std::vector<std::uint32_t>(words_[0], 0),
                                                    std::vector<std::uint32_t>(words_[1], 0)};
    if (agree)
      for (std::size_t c = 0; c < cells(); ++c)
        backward_links_[c].store(links_[c].load(std::memory_order_relaxed), std::memory_order_relaxed);
    for (WordId s = 0; s < words_[0]; ++s)
      for (std::uint32_t c = table_.row[s]; c < table_.row[s + 1]; ++c) {
        sum[0][s] += value(links_[c]);
        sum[1][table_.second[c]] += value(backward_links_[c]);
        ++width[0][s];
        ++width[1][table_.second[c]];
      }
    const double alpha = options_.prior;
    const auto probability = [&](double count, double total, std::uint32_t n) {
      if (alpha > 0.0) return std::exp(digamma(count + alpha) - digamma(total + alpha * n));
      return total > 0.0 ? count / total : 0.0;
    };
    for (WordId s = 0; s < words_[0]; ++s)
      for (std::uint32_t c = table_.row[s]; c < table_.row[s + 1]; ++c) {
        const WordId t = table_.second[c];
        table_.second_given_first[c] =
            static_cast<float>(probability(value(links_[c]), sum[0][s], width[0][s]));
        table_.first_given_second[c] =
            static_cast<float>(probability(value(backward_links_[c]), sum[1][t], width[1][t]));
      }
    for (int k = 0; k < 2; ++k) {
      double total = 0.0;
      for (const Count& c : null_links_[k]) total += value(c);
      for (std::size_t w = 0; w < null_[k].size(); ++w)
        null_[k][w] = static_cast<float>(total > 0.0 ? value(null_links_[k][w]) / total : 0.0);
    }
  }

  const TokenCorpus& first_;
  const TokenCorpus& second_;
  std::span<const float> weights_;
  std::array<std::uint32_t, 2> words_;
  const Model1Options options_;
  Model1Table table_;
  std::vector<std::uint64_t> matrix_begin_;
  std::vector<std::uint32_t> matrix_;  // cell numbers, row by row, of each sentence pair
  std::vector<Count> links_, backward_links_;
  std::array<std::vector<Count>, 2> null_links_;
  std::array<std::vector<float>, 2> null_;  // p(word | nothing)
};

}  // namespace

Model1Table learn_model1(const TokenCorpus& first, const TokenCorpus& second, std::span<const float> weights,
                         std::array<std::uint32_t, 2> words, const Model1Options& options) {
  return Trainer(first, second, weights, words, options).run();
}

}  // namespace taraz
