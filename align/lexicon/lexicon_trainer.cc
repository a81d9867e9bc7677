// Words are counted as written, then merged by word_keys.h; EM runs over the keys (model1.h); what is left
// after discounting and pruning is the lexicon. Tested by tests/align/lexicon_trainer_test.cc.
#include "align/lexicon/lexicon_trainer.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "align/lexicon/dictionary.h"
#include "align/lexicon/model1.h"
#include "align/lexicon/training_text.h"
#include "align/lexicon/word_keys.h"
#include "text/fold.h"

namespace taraz {
namespace {

constexpr double kLeastShare = 0.5;    // of words in the right script
constexpr double kLongestRatio = 3.5;  // of numbers of words
constexpr std::size_t kRatioFree = 6;  // words by which any pair may differ
constexpr std::size_t kPivotTargets = 16;
constexpr double kLeastPivot = 0.008;

struct Candidate {
  WordId word;
  double probability;
};
using Rows = std::vector<std::vector<Candidate>>;  // of each word of a side

// The likeliest entries, best first.
void cut(std::vector<Candidate>& row, std::size_t longest) {
  std::sort(row.begin(), row.end(), [](const Candidate& x, const Candidate& y) {
    return x.probability != y.probability ? x.probability > y.probability : x.word < y.word;
  });
  if (row.size() > longest) row.resize(longest);
}

// Rows with a share of the way there, back and there again: a translation of a word that shares a translation
// with this one. Words that were seen rarely get the translations of their synonyms so.
Rows with_synonyms(const Rows& there, const Rows& back, const TrainerOptions& options) {
  if (options.synonyms <= 0.0) return there;
  Rows out(there.size());
  std::unordered_map<WordId, double> sum, sources;
  for (std::size_t s = 0; s < there.size(); ++s) {
    sum.clear();
    sources.clear();
    for (const Candidate& t : there[s]) sum[t.word] += (1.0 - options.synonyms) * t.probability;
    for (const Candidate& t : there[s])
      for (const Candidate& b : back[t.word]) sources[b.word] += t.probability * b.probability;
    // In the order of ids, so that sums do not depend on the hash table.
    std::vector<std::pair<WordId, double>> ordered(sources.begin(), sources.end());
    std::sort(ordered.begin(), ordered.end());
    for (const auto& [source, p] : ordered)
      for (const Candidate& t : there[source]) sum[t.word] += options.synonyms * p * t.probability;
    for (const auto& [word, p] : sum)
      if (p >= options.least_probability / 2) out[s].push_back({word, p});
    std::sort(out[s].begin(), out[s].end(),
              [](const Candidate& x, const Candidate& y) { return x.word < y.word; });
  }
  return out;
}

}  // namespace

struct LexiconTrainer::State {
  struct SideState {
    std::string language;
    std::unordered_map<std::string, WordId> ids;
    std::vector<SurfaceForm> forms;
    TokenCorpus corpus;
  };
  std::array<SideState, 2> side;
  std::vector<float> weights;
  std::size_t sentences = 0;  // the first so many of `weights` are running text
  std::vector<bool> running;
  std::unordered_set<std::uint64_t> seen;
  TrainerOptions options;
  TrainerStatistics statistics;

  WordId intern(int k, const std::string& word) {
    const auto [it, fresh] = side[k].ids.try_emplace(word, static_cast<WordId>(side[k].forms.size()));
    if (fresh) side[k].forms.push_back({word, 0.0, false});
    return it->second;
  }
  void add_sequences(const std::vector<std::string>& a, const std::vector<std::string>& b, double weight,
                     bool text) {
    const std::vector<std::string>* words[2] = {&a, &b};
    std::vector<WordId> ids;
    for (int k = 0; k < 2; ++k) {
      ids.clear();
      for (const std::string& w : *words[k]) {
        ids.push_back(intern(k, w));
        if (text) side[k].forms[ids.back()].count += 1.0;
      }
      side[k].corpus.add(ids);
    }
    weights.push_back(static_cast<float>(weight));
    running.push_back(text);
  }
  bool fresh(std::string_view a, std::string_view b) {
    const std::hash<std::string_view> hash;
    return seen.insert(hash(a) * 0x9E3779B97F4A7C15ULL + hash(b)).second;
  }
  LexiconContent content(const Model1Table& table, const std::array<WordKeys, 2>& keys,
                         const std::array<std::vector<double>, 2>& text_count) const;
};

LexiconTrainer::LexiconTrainer(const Language& first, const Language& second, const TrainerOptions& options)
    : state_(std::make_unique<State>()) {
  state_->side[0].language = first.base();
  state_->side[1].language = second.base();
  state_->options = options;
}
LexiconTrainer::~LexiconTrainer() = default;
const TrainerStatistics& LexiconTrainer::statistics() const { return state_->statistics; }

void LexiconTrainer::add(std::string_view first, std::string_view second, double weight) {
  State& s = *state_;
  double share[2] = {};
  const auto a = training_words(s.side[0].language, first, share[0]);
  const auto b = training_words(s.side[1].language, second, share[1]);
  const double more = static_cast<double>(std::max(a.size(), b.size())),
               less = static_cast<double>(std::min(a.size(), b.size()));
  if (a.empty() || b.empty() || share[0] < kLeastShare || share[1] < kLeastShare || a == b ||
      more > kLongestRatio * less + static_cast<double>(kRatioFree)) {
    ++s.statistics.refused;
    return;
  }
  if (!s.fresh(first, second)) {
    ++s.statistics.repeated;
    return;
  }
  ++s.statistics.pairs;
  s.add_sequences(a, b, weight, true);
}

void LexiconTrainer::add_dictionary(const Dictionary& dictionary, double weight) {
  State& s = *state_;
  for (const auto& [first, second] : dictionary.entries()) {
    double share = 0.0;
    const auto a = training_words(s.side[0].language, first, share);
    const auto b = training_words(s.side[1].language, second, share);
    if (a.empty() || b.empty() || a.size() > 5 || b.size() > 5) continue;
    ++s.statistics.entries;
    s.add_sequences(a, b, weight, false);
    if (a.size() == 1) s.side[0].forms[s.intern(0, a[0])].headword = true;
    if (b.size() == 1) s.side[1].forms[s.intern(1, b[0])].headword = true;
  }
}

void LexiconTrainer::add_pivot(const Lexicon& first, const Lexicon& second, double weight) {
  State& s = *state_;
  // Keys of the pivot language that both lexicons know under one name.
  std::vector<WordId> bridge(first.size(Side::second), kNoWord);
  for (WordId p = 0; p < bridge.size(); ++p)
    bridge[p] = second.find_stem(Side::first, first.word(Side::second, p));
  std::unordered_map<WordId, double> sums;
  for (WordId w = 0; w < first.size(Side::first); ++w) {
    sums.clear();
    for (const PackedTranslation t : first.translations(Side::first, w))
      if (bridge[t.word()] != kNoWord)
        for (const PackedTranslation u : second.translations(Side::first, bridge[t.word()]))
          sums[u.word()] += t.probability() * u.probability();
    std::vector<std::pair<double, WordId>> best;
    for (const auto& [u, p] : sums)
      if (p >= kLeastPivot) best.emplace_back(-p, u);
    std::sort(best.begin(), best.end());
    if (best.size() > kPivotTargets) best.resize(kPivotTargets);
    for (const auto& [p, u] : best) {
      s.add_sequences({std::string(first.word(Side::first, w))}, {std::string(second.word(Side::second, u))},
                      -p * weight, false);
      s.side[0].forms[s.intern(0, std::string(first.word(Side::first, w)))].headword = true;
      s.side[1].forms[s.intern(1, std::string(second.word(Side::second, u)))].headword = true;
      ++s.statistics.entries;
    }
  }
}

LexiconContent LexiconTrainer::train() {
  State& s = *state_;
  std::array<WordKeys, 2> keys;
  std::array<std::vector<double>, 2> text_count;
  for (int k = 0; k < 2; ++k) {
    State::SideState& side = s.side[k];
    keys[k] = choose_keys(side.language, side.forms);
    text_count[k].assign(keys[k].keys.size(), 0.0);
    for (std::size_t i = 0; i < side.corpus.size(); ++i)
      for (std::uint32_t p = side.corpus.begin[i]; p < side.corpus.begin[i + 1]; ++p) {
        WordId& token = side.corpus.tokens[p];
        token = keys[k].key_of[token];
        if (s.running[i]) text_count[k][token] += s.weights[i];
      }
  }
  Model1Options em;
  em.rounds = s.options.rounds;
  em.agreement_rounds = s.options.agreement_rounds;
  em.diagonal = s.options.diagonal;
  em.threads = s.options.threads;
  const Model1Table table = learn_model1(
      s.side[0].corpus, s.side[1].corpus, s.weights,
      {static_cast<std::uint32_t>(keys[0].keys.size()), static_cast<std::uint32_t>(keys[1].keys.size())}, em);
  return s.content(table, keys, text_count);
}

LexiconContent LexiconTrainer::State::content(const Model1Table& table, const std::array<WordKeys, 2>& keys,
                                              const std::array<std::vector<double>, 2>& text_count) const {
  std::array<Rows, 2> rows;
  for (int k = 0; k < 2; ++k) rows[k].resize(keys[k].keys.size());
  for (WordId a = 0; a < keys[0].keys.size(); ++a)
    for (std::uint32_t c = table.row[a]; c < table.row[a + 1]; ++c) {
      const WordId b = table.second[c];
      const double links = table.links[c] - options.discount;
      if (links <= 0.0) continue;
      const double forward = links / (table.linked[0][a] + options.smoothing),
                   backward = links / (table.linked[1][b] + options.smoothing);
      if (std::max(forward, backward) < options.least_probability) continue;
      if (forward >= options.least_probability / 10) rows[0][a].push_back({b, forward});
      if (backward >= options.least_probability / 10) rows[1][b].push_back({a, backward});
    }
  rows = {with_synonyms(rows[0], rows[1], options), with_synonyms(rows[1], rows[0], options)};
  for (auto& side_rows : rows)
    for (auto& row : side_rows) cut(row, options.longest_row);
  // Words without a translation stay only when they are common: they tell a known word from an unknown one.
  constexpr double kCommon = 5.0;
  std::array<std::vector<WordId>, 2> place;
  std::array<double, 2> total{};
  std::array<std::vector<bool>, 2> named;
  for (int k = 0; k < 2; ++k) {
    named[k].assign(keys[k].keys.size(), false);
    for (const double n : text_count[k]) total[k] += n;
  }
  for (int k = 0; k < 2; ++k)
    for (const auto& row : rows[k])
      for (const Candidate& c : row) named[1 - k][c.word] = true;
  LexiconContent out;
  for (int k = 0; k < 2; ++k) {
    out.language[k] = side[k].language;
    place[k].assign(keys[k].keys.size(), kNoWord);
    for (WordId w = 0; w < keys[k].keys.size(); ++w) {
      if (rows[k][w].empty() && !named[k][w] && text_count[k][w] < kCommon) continue;
      place[k][w] = static_cast<WordId>(out.words[k].size());
      LexiconContent::Word word;
      word.text = keys[k].keys[w];
      word.background = (text_count[k][w] + 0.5) / (total[k] + 1.0);
      word.null_probability =
          table.seen[k][w] > 0.0 ? std::clamp(1.0 - table.linked[k][w] / table.seen[k][w], 0.01, 0.99) : 0.25;
      out.words[k].push_back(std::move(word));
    }
  }
  for (int k = 0; k < 2; ++k)
    for (WordId w = 0; w < keys[k].keys.size(); ++w)
      for (const Candidate& c : rows[k][w])
        out.words[k][place[k][w]].translations.push_back({place[1 - k][c.word], c.probability});
  return out;
}

}  // namespace taraz
