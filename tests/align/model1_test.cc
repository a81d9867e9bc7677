#include "align/lexicon/model1.h"

#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>

namespace taraz {
namespace {

struct Corpora {
  TokenCorpus first, second;
  std::vector<float> weights;
};

Corpora random_corpora(unsigned seed, std::size_t sentences, std::uint32_t words, std::size_t longest) {
  std::mt19937 random(seed);
  Corpora out;
  for (std::size_t i = 0; i < sentences; ++i) {
    for (TokenCorpus* side : {&out.first, &out.second}) {
      std::vector<WordId> tokens(random() % (longest + 1));
      for (WordId& t : tokens) t = static_cast<WordId>(random() % words);
      side->add(tokens);
    }
    out.weights.push_back(static_cast<float>(1 + random() % 3) / 2.0F);
  }
  return out;
}

using Table = std::map<std::pair<WordId, WordId>, double>;

struct Oracle {
  Table forward, backward;  // p(second | first), p(first | second)
  std::map<WordId, double> null_first, null_second;
};

// The textbook, with maps and doubles; posteriors of both directions multiplied in the later rounds.
Oracle slow_model1(const Corpora& c, const Model1Options& options) {
  Oracle o;
  const auto probability = [](const auto& table, const auto& key, bool uniform) {
    if (uniform) return 1.0;
    const auto it = table.find(key);
    return it == table.end() ? 0.0 : it->second;
  };
  for (int round = 0; round < options.rounds + options.agreement_rounds; ++round) {
    const bool uniform = round == 0, agree = round >= options.rounds;
    Table forward, backward;
    std::map<WordId, double> null_first, null_second;
    for (std::size_t i = 0; i < c.first.size(); ++i) {
      const auto s = c.first[i], t = c.second[i];
      const double odds = options.null / (1 - options.null);
      std::vector<double> f(s.size() * t.size()), b(f);
      for (std::size_t y = 0; y < t.size() && !s.empty(); ++y) {
        const double null = odds * static_cast<double>(s.size()) * probability(o.null_second, t[y], uniform);
        double sum = null;
        for (std::size_t x = 0; x < s.size(); ++x)
          sum += f[x * t.size() + y] = probability(o.forward, std::pair(s[x], t[y]), uniform);
        for (std::size_t x = 0; x < s.size(); ++x) f[x * t.size() + y] /= sum;
        null_second[t[y]] += c.weights[i] * null / sum;
      }
      for (std::size_t x = 0; x < s.size() && !t.empty(); ++x) {
        const double null = odds * static_cast<double>(t.size()) * probability(o.null_first, s[x], uniform);
        double sum = null;
        for (std::size_t y = 0; y < t.size(); ++y)
          sum += b[x * t.size() + y] = probability(o.backward, std::pair(s[x], t[y]), uniform);
        for (std::size_t y = 0; y < t.size(); ++y) b[x * t.size() + y] /= sum;
        null_first[s[x]] += c.weights[i] * null / sum;
      }
      for (std::size_t x = 0; x < s.size(); ++x)
        for (std::size_t y = 0; y < t.size(); ++y) {
          const double p = f[x * t.size() + y], q = b[x * t.size() + y];
          forward[{s[x], t[y]}] += c.weights[i] * (agree ? p * q : p);
          backward[{s[x], t[y]}] += c.weights[i] * (agree ? p * q : q);
        }
    }
    std::map<WordId, double> sum_first, sum_second;
    for (const auto& [pair, n] : forward) sum_first[pair.first] += n;
    for (const auto& [pair, n] : backward) sum_second[pair.second] += n;
    for (auto& [pair, n] : forward) n /= sum_first[pair.first];
    for (auto& [pair, n] : backward) n /= sum_second[pair.second];
    for (auto* null : {&null_first, &null_second}) {
      double total = 0;
      for (const auto& [w, n] : *null) total += n;
      for (auto& [w, n] : *null) n /= total;
    }
    o = {forward, backward, null_first, null_second};
  }
  return o;
}

TEST(Model1, EqualsTheSlowOracleOnSmallWorlds) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    const Corpora c = random_corpora(seed, 12, 5, 4);
    for (const int agreement : {0, 2}) {
      Model1Options options;
      options.rounds = 3;
      options.agreement_rounds = agreement;
      const Model1Table fast = learn_model1(c.first, c.second, c.weights, {5, 5}, options);
      const Oracle slow = slow_model1(c, options);
      ASSERT_EQ(fast.row.size(), 6u);
      std::size_t cells = 0;
      for (WordId s = 0; s < 5; ++s)
        for (std::uint32_t k = fast.row[s]; k < fast.row[s + 1]; ++k, ++cells) {
          const std::pair pair(s, fast.second[k]);
          ASSERT_TRUE(slow.forward.count(pair));
          EXPECT_NEAR(fast.second_given_first[k], slow.forward.at(pair), 2e-3) << seed;
          EXPECT_NEAR(fast.first_given_second[k], slow.backward.at(pair), 2e-3) << seed;
        }
      EXPECT_EQ(cells, slow.forward.size());
    }
  }
}

TEST(Model1, TheSameForAnyNumberOfThreads) {
  const Corpora c = random_corpora(7, 3000, 50, 8);
  Model1Options options;
  options.diagonal = 2.0;
  const Model1Table one = learn_model1(c.first, c.second, c.weights, {50, 50}, options);
  for (const unsigned threads : {2U, 5U}) {
    options.threads = threads;
    const Model1Table many = learn_model1(c.first, c.second, c.weights, {50, 50}, options);
    EXPECT_EQ(many.second_given_first, one.second_given_first);
    EXPECT_EQ(many.first_given_second, one.first_given_second);
    EXPECT_EQ(many.links, one.links);
  }
}

TEST(Model1, ExchangedSidesGiveTheExchangedTable) {
  const Corpora c = random_corpora(3, 200, 12, 6);
  const Model1Table there = learn_model1(c.first, c.second, c.weights, {12, 12}, {});
  const Model1Table back = learn_model1(c.second, c.first, c.weights, {12, 12}, {});
  for (WordId s = 0; s < 12; ++s)
    for (std::uint32_t k = there.row[s]; k < there.row[s + 1]; ++k) {
      const WordId t = there.second[k];
      const auto row = std::span(back.second).subspan(back.row[t], back.row[t + 1] - back.row[t]);
      const auto at = std::find(row.begin(), row.end(), s);
      ASSERT_NE(at, row.end());
      EXPECT_NEAR(back.first_given_second[back.row[t] + static_cast<std::uint32_t>(at - row.begin())],
                  there.second_given_first[k], 1e-3);
    }
}

TEST(Model1, FindsTheDictionaryOfARelabelledCorpus) {
  std::mt19937 random(5);
  Corpora c;
  for (int i = 0; i < 400; ++i) {
    std::vector<WordId> tokens(3 + random() % 5), labels;
    for (WordId& t : tokens) t = static_cast<WordId>(random() % 30);
    for (const WordId t : tokens) labels.push_back(29 - t);
    std::shuffle(labels.begin(), labels.end(), random);
    c.first.add(tokens);
    c.second.add(labels);
    c.weights.push_back(1.0F);
  }
  const Model1Table table = learn_model1(c.first, c.second, c.weights, {30, 30}, {});
  for (WordId s = 0; s < 30; ++s)
    for (std::uint32_t k = table.row[s]; k < table.row[s + 1]; ++k)
      if (table.second[k] == 29 - s) {
        EXPECT_GT(table.second_given_first[k], 0.9F);
      }
}

TEST(Model1, EmptySidesAndNoPairsAreIgnored) {
  const Model1Table none = learn_model1({}, {}, {}, {0, 0}, {});
  EXPECT_TRUE(none.second.empty());
  Corpora c;
  c.first.add(std::vector<WordId>{0, 1});
  c.second.add({});
  c.weights = {1.0F};
  const Model1Table table = learn_model1(c.first, c.second, c.weights, {2, 1}, {});
  EXPECT_TRUE(table.second.empty());
  EXPECT_EQ(table.linked[0], (std::vector<double>{0.0, 0.0}));
}

}  // namespace
}  // namespace taraz
