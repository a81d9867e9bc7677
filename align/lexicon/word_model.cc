// Words become ids once (with stems, and glued words taken apart, where the lexicon knows them); build()
// intersects the rows of every source with the words at hand and mixes them:
//
//   p(t|s) = d(s) user(t|s) + (1 - d(s)) [ e(s) learned(t|s) + (1 - e(s)) shipped(t|s) ],  e(s) = n(s) /
//   (n(s) + kappa)
//
// n(s): expected links of s in the beads learned from; d(s): kUserShare where the dictionary has s, else 0.
// Equal words and names of equal skeleton fill the gaps. Tested by tests/align/word_model_test.cc.
#include "align/lexicon/word_model.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "align/lexicon/dictionary.h"
#include "align/lexicon/glued_words.h"
#include "align/lexicon/learned_words.h"
#include "align/lexicon/model1.h"
#include "align/lexicon/stem.h"
#include "text/utf8.h"
#include "text/words.h"

namespace taraz {
namespace {

constexpr double kUserShare = 0.6;
constexpr double kKappa = 4.0;     // links at which the document is believed as much as the lexicon
constexpr double kDiscount = 0.6;  // links taken off every learned pair: what is seen once proves nothing
constexpr double kBackgroundWeight = 2000.0;  // words of text that the lexicon's unigrams stand for
constexpr double kUnseen = 1e-6;
constexpr float kEqualOtherScript = 0.8F;  // Latin words in Persian text
constexpr float kEqualSameScript = 0.3F;   // loan words of Persian and Arabic
constexpr std::string_view kTeh = "\xD8\xAA", kHeh = "\xD9\x87";
constexpr float kSameName = 0.5F;
constexpr float kUnknownNull = 0.25F;
// learn() looks at no more cells than this, taking beads evenly from the whole; memory about 4 bytes each and 40 for every distinct pair of words.
constexpr double kMostCells = 30e6;

struct Cell {
  WordId first, second;
  float forward, backward;  // p(second | first), p(first | second)
  friend bool operator<(const Cell& a, const Cell& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  }
};

struct StringHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
};
template <typename Value>
using StringMap = std::unordered_map<std::string, Value, StringHash, std::equal_to<>>;

// The same cells summed; sorted.
void merge(std::vector<Cell>& cells) {
  std::sort(cells.begin(), cells.end());
  std::size_t out = 0;
  for (const Cell& c : cells) {
    if (out > 0 && cells[out - 1].first == c.first && cells[out - 1].second == c.second) {
      cells[out - 1].forward += c.forward;
      cells[out - 1].backward += c.backward;
    } else {
      cells[out++] = c;
    }
  }
  cells.resize(out);
}

}  // namespace

struct WordModel::State {
  struct SideState {
    Language language;
    StringMap<std::vector<WordId>> surface;  // folded word -> ids
    StringMap<WordId> keys;
    std::vector<std::string> words;
    std::vector<WordId> in_lexicon;  // kNoWord: not there
    std::vector<std::uint32_t> counts;
    std::uint64_t total = 0;
    // Of the last build().
    std::vector<std::uint32_t> row;
    std::vector<WordPair> pairs;
    std::vector<float> background, null;
    std::vector<std::uint8_t> covered;
  };
  std::array<SideState, 2> side;
  std::shared_ptr<const Lexicon> lexicon;
  WordModelOptions options;
  std::vector<Dictionary> dictionaries;
  Skeleton skeleton;
  Model1Table learned;
  bool has_learned = false;

  WordId intern(Side which, std::string_view key, WordId in_lexicon) {
    SideState& s = side[index(which)];
    const auto [it, fresh] = s.keys.try_emplace(std::string(key), static_cast<WordId>(s.words.size()));
    if (fresh) {
      s.words.emplace_back(key);
      s.in_lexicon.push_back(in_lexicon);
      s.counts.push_back(0);
    }
    return it->second;
  }

  const std::vector<WordId>& ids_of(Side which, std::string_view folded) {
    SideState& s = side[index(which)];
    if (const auto it = s.surface.find(folded); it != s.surface.end()) return it->second;
    std::vector<WordId> ids;
    if (lexicon) {
      if (const WordId key = lexicon->find_stem(which, folded); key != kNoWord) {
        ids.push_back(intern(which, lexicon->word(which, key), key));
      } else {
        for (const WordId part : glued_words(*lexicon, which, folded))
          ids.push_back(intern(which, lexicon->word(which, part), part));
      }
    }
    if (ids.empty()) ids.push_back(intern(which, plain_stem(s.language.base(), folded), kNoWord));
    return s.surface.emplace(std::string(folded), std::move(ids)).first->second;
  }

  void add_lexicon_cells(std::vector<Cell>& cells) const;
  void add_learned_cells(const Model1Table& table, double kappa, double discount,
                         std::vector<Cell>& cells) const;
  Model1Table learn_dictionaries();
  void add_equal_words(std::vector<Cell>& cells) const;
  void add_names(std::vector<Cell>& cells) const;
  void make_rows(const std::vector<Cell>& cells);
};

WordModel::WordModel(const Language& first, const Language& second, const WordModelOptions& options)
    : state_(std::make_unique<State>()) {
  state_->side[0].language = first;
  state_->side[1].language = second;
  state_->options = options;
  if (options.lexicon)
    state_->lexicon = options.lexicon;
  else if (options.shipped)
    state_->lexicon = Lexicon::shipped(first, second);
}
WordModel::~WordModel() = default;
WordModel::WordModel(WordModel&&) noexcept = default;
WordModel& WordModel::operator=(WordModel&&) noexcept = default;

void WordModel::tokenise(Side side, std::string_view text, std::vector<WordId>& ids) {
  tokenise(side, Words(text), ids);
}

void WordModel::tokenise(Side side, const Words& words, std::vector<WordId>& ids,
                         std::vector<std::uint32_t>* positions) {
  State::SideState& s = state_->side[index(side)];
  for (std::uint32_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != WordKind::letters || words[i].folded.empty()) continue;
    for (const WordId id : state_->ids_of(side, words.folded(i))) {
      ids.push_back(id);
      if (positions != nullptr) positions->push_back(i);
      ++s.counts[id];
      ++s.total;
    }
  }
}

void WordModel::add_dictionary(const Dictionary& dictionary) { state_->dictionaries.push_back(dictionary); }
void WordModel::set_skeleton(Skeleton skeleton) { state_->skeleton = std::move(skeleton); }

void WordModel::learn(std::span<const TokenPair> beads) {
  double cells = 0.0;
  for (const TokenPair& b : beads)
    cells += static_cast<double>(b.first.size()) * static_cast<double>(b.second.size());
  const double step = std::max(1.0, cells / kMostCells);
  TokenCorpus first, second;
  std::vector<float> weights;
  for (double at = 0.0; at < static_cast<double>(beads.size()); at += step) {
    const TokenPair& b = beads[static_cast<std::size_t>(at)];
    if (b.first.empty() || b.second.empty() || b.weight <= 0.0) continue;
    first.add(b.first);
    second.add(b.second);
    weights.push_back(static_cast<float>(b.weight));
  }
  Model1Options options;
  options.threads = state_->options.threads;
  state_->learned = learn_model1(
      first, second, weights,
      {static_cast<std::uint32_t>(size(Side::first)), static_cast<std::uint32_t>(size(Side::second))},
      options);
  state_->has_learned = true;
}

std::shared_ptr<const LearnedWords> WordModel::learned() const {
  const State& s = *state_;
  return std::make_shared<LearnedWords>(s.side[0].language, s.side[1].language,
                                        std::array<std::vector<std::string>, 2>{s.side[0].words, s.side[1].words},
                                        s.learned);
}

void WordModel::State::add_lexicon_cells(std::vector<Cell>& cells) const {
  if (!lexicon) return;
  for (const Side from : {Side::first, Side::second}) {
    const SideState& here = side[index(from)];
    const SideState& there = side[index(other(from))];
    std::vector<WordId> local(lexicon->size(other(from)), kNoWord);
    for (WordId w = 0; w < there.words.size(); ++w)
      if (there.in_lexicon[w] != kNoWord) local[there.in_lexicon[w]] = w;
    for (WordId w = 0; w < here.words.size(); ++w) {
      if (here.in_lexicon[w] == kNoWord) continue;
      for (const PackedTranslation t : lexicon->translations(from, here.in_lexicon[w])) {
        const WordId target = local[t.word()];
        if (target == kNoWord) continue;
        if (from == Side::first)
          cells.push_back({w, target, t.probability(), 0.0F});
        else
          cells.push_back({target, w, 0.0F, t.probability()});
      }
    }
  }
}

void WordModel::State::add_learned_cells(const Model1Table& table, double kappa, double discount,
                                         std::vector<Cell>& cells) const {
  for (WordId s = 0; s + 1 < table.row.size(); ++s)
    for (std::uint32_t c = table.row[s]; c < table.row[s + 1]; ++c) {
      const WordId t = table.second[c];
      const double links = table.links[c] - discount;
      if (links <= 0.0) continue;
      cells.push_back({s, t, static_cast<float>(links / (table.linked[0][s] + kappa)),
                       static_cast<float>(links / (table.linked[1][t] + kappa))});
    }
}

// Entries whose words all are in the documents, at least one on each side; the others cannot help.
Model1Table WordModel::State::learn_dictionaries() {
  TokenCorpus first, second;
  std::vector<float> weights;
  const auto known = [&](Side which, const std::string& phrase) {
    std::vector<WordId> ids;
    const Words words(phrase);
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].kind != WordKind::letters || words[i].folded.empty()) continue;
      const SideState& s = side[index(which)];
      if (const auto surface = s.surface.find(words.folded(i)); surface != s.surface.end()) {
        ids.insert(ids.end(), surface->second.begin(), surface->second.end());
      } else {
        std::vector<std::string> candidates;
        stems(s.language.base(), words.folded(i), candidates);
        candidates.insert(candidates.begin(), std::string(words.folded(i)));
        for (const std::string& c : candidates)
          if (const auto key = s.keys.find(c); key != s.keys.end()) {
            ids.push_back(key->second);
            break;
          }
      }
    }
    return ids;
  };
  for (const Dictionary& d : dictionaries)
    for (const auto& [a, b] : d.entries()) {
      const auto x = known(Side::first, a), y = known(Side::second, b);
      if (x.empty() || y.empty()) continue;
      first.add(x);
      second.add(y);
      weights.push_back(1.0F);
    }
  Model1Options em;
  em.agreement_rounds = 1;
  return learn_model1(
      first, second, weights,
      {static_cast<std::uint32_t>(side[0].words.size()), static_cast<std::uint32_t>(side[1].words.size())},
      em);
}

void WordModel::State::add_equal_words(std::vector<Cell>& cells) const {
  const bool same_script = side[0].language.right_to_left() && side[1].language.right_to_left();
  for (WordId w = 0; w < side[0].words.size(); ++w) {
    const std::string& word = side[0].words[w];
    if (count_code_points(word) < 3) continue;
    const float p =
        same_script && static_cast<unsigned char>(word[0]) >= 0xD8 ? kEqualSameScript : kEqualOtherScript;
    if (const auto same = side[1].keys.find(word); same != side[1].keys.end())
      cells.push_back({w, same->second, p, p});
    // Arabic feminine endings are read as -t or -h in loan words of Persian: hukuma(t) = hokumat.
    if (!same_script || (!word.ends_with(kTeh) && !word.ends_with(kHeh))) continue;
    const std::string twin =
        word.substr(0, word.size() - kTeh.size()) + std::string(word.ends_with(kTeh) ? kHeh : kTeh);
    if (const auto same = side[1].keys.find(twin); same != side[1].keys.end())
      cells.push_back({w, same->second, p, p});
  }
}

void WordModel::State::add_names(std::vector<Cell>& cells) const {
  if (!skeleton) return;
  StringMap<std::vector<WordId>> by_skeleton;
  for (WordId w = 0; w < side[1].words.size(); ++w)
    if (const std::string s = skeleton(side[1].language.base(), side[1].words[w]); !s.empty())
      by_skeleton[s].push_back(w);
  for (WordId w = 0; w < side[0].words.size(); ++w) {
    const std::string s = skeleton(side[0].language.base(), side[0].words[w]);
    if (s.empty()) continue;
    const auto it = by_skeleton.find(s);
    if (it == by_skeleton.end()) continue;
    const float p = kSameName / static_cast<float>(it->second.size());
    for (const WordId t : it->second)
      if (side[0].in_lexicon[w] == kNoWord || side[1].in_lexicon[t] == kNoWord) cells.push_back({w, t, p, p});
  }
}

void WordModel::State::make_rows(const std::vector<Cell>& cells) {
  for (int k = 0; k < 2; ++k) {
    SideState& s = side[k];
    s.row.assign(s.words.size() + 1, 0);
    for (const Cell& c : cells) ++s.row[(k == 0 ? c.first : c.second) + 1];
    for (std::size_t w = 0; w < s.words.size(); ++w) s.row[w + 1] += s.row[w];
    s.pairs.resize(cells.size());
    std::vector<std::uint32_t> next(s.row.begin(), s.row.end() - 1);
    for (const Cell& c : cells) {
      const float forward = std::min(1.0F, c.forward), backward = std::min(1.0F, c.backward);
      if (k == 0)
        s.pairs[next[c.first]++] = {c.second, forward, backward};
      else
        s.pairs[next[c.second]++] = {c.first, backward, forward};
    }
    const Side which = k == 0 ? Side::first : Side::second;
    s.background.resize(s.words.size());
    s.null.resize(s.words.size());
    s.covered.resize(s.words.size());
    for (WordId w = 0; w < s.words.size(); ++w) {
      const WordId key = s.in_lexicon[w];
      const double prior =
          key == kNoWord ? kUnseen : std::max<double>(kUnseen, lexicon->background(which, key));
      s.background[w] = static_cast<float>((s.counts[w] + kBackgroundWeight * prior) /
                                           (static_cast<double>(s.total) + kBackgroundWeight));
      s.null[w] = key == kNoWord ? kUnknownNull : lexicon->null_probability(which, key);
      s.covered[w] =
          s.row[w] < s.row[w + 1] || (key != kNoWord && !lexicon->translations(which, key).empty());
    }
  }
}

void WordModel::build() {
  State& state = *state_;
  std::vector<Cell> cells;
  state.add_lexicon_cells(cells);
  merge(cells);
  // The share of each source, per word.
  const auto mix = [&](const Model1Table& table, auto share, double kappa, double discount) {
    std::vector<Cell> learned;
    state.add_learned_cells(table, kappa, discount, learned);
    for (Cell& c : cells) {
      const double n = c.first < table.linked[0].size() ? table.linked[0][c.first] : 0.0;
      const double m = c.second < table.linked[1].size() ? table.linked[1][c.second] : 0.0;
      c.forward *= static_cast<float>(1.0 - share(n));
      c.backward *= static_cast<float>(1.0 - share(m));
    }
    for (Cell& c : learned) {
      c.forward *= static_cast<float>(share(table.linked[0][c.first]));
      c.backward *= static_cast<float>(share(table.linked[1][c.second]));
    }
    cells.insert(cells.end(), learned.begin(), learned.end());
    merge(cells);
  };
  const auto by_evidence = [](double n) { return n / (n + kKappa); };
  if (state.options.learned) {
    const LearnedWords& batch = *state.options.learned;
    const bool swapped = batch.language(Side::first).base() != state.side[0].language.base();
    mix(batch.renumbered(state.side[0].words, state.side[1].words, swapped), by_evidence, kKappa, kDiscount);
  }
  if (state.has_learned) mix(state.learned, by_evidence, kDiscount, kDiscount);
  if (!state.dictionaries.empty())
    mix(
        state.learn_dictionaries(), [](double n) { return n > 0.0 ? kUserShare : 0.0; }, 0.0, 0.0);
  if (state.options.equal_words) state.add_equal_words(cells);
  state.add_names(cells);
  merge(cells);
  state.make_rows(cells);
}

std::span<const WordPair> WordModel::translations(Side side, WordId id) const {
  const State::SideState& s = state_->side[index(side)];
  return std::span(s.pairs).subspan(s.row[id], s.row[id + 1] - s.row[id]);
}
bool WordModel::covered(Side side, WordId id) const { return state_->side[index(side)].covered[id] != 0; }
float WordModel::background(Side side, WordId id) const { return state_->side[index(side)].background[id]; }
float WordModel::null_probability(Side side, WordId id) const { return state_->side[index(side)].null[id]; }
std::size_t WordModel::size(Side side) const { return state_->side[index(side)].words.size(); }
std::string_view WordModel::word(Side side, WordId id) const { return state_->side[index(side)].words[id]; }
std::uint32_t WordModel::count(Side side, WordId id) const { return state_->side[index(side)].counts[id]; }
bool WordModel::has_lexicon() const { return state_->lexicon != nullptr; }

namespace {

double one_way(const WordModel& model, Side from, std::span<const WordId> block,
               std::span<const WordId> words, double& covered) {
  constexpr double kLambda = 0.5;
  double score = 0.0;
  const Side to = other(from);
  for (const WordId t : words) {
    if (!model.covered(to, t)) continue;
    double p = 0.0;  // of t given the block: the mean of its words
    for (const WordPair& s : model.translations(to, t))
      for (const WordId b : block)
        if (b == s.word) p += s.backward;
    p /= static_cast<double>(std::max<std::size_t>(1, block.size()));
    const double u = model.background(to, t);
    score += std::log((kLambda * p + (1.0 - kLambda) * u) / u);
    covered += 1.0;
  }
  return score;
}

}  // namespace

double lexical_score(const WordModel& model, std::span<const WordId> first, std::span<const WordId> second) {
  double covered = 0.0;
  const double forward = one_way(model, Side::first, first, second, covered);
  const double backward = one_way(model, Side::second, second, first, covered);
  return covered > 0.0 ? (forward + backward) / covered : 0.0;
}

}  // namespace taraz
