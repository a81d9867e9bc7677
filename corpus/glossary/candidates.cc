// Idea: boundary words and marks cut texts into stretches, every sequence inside a stretch is a candidate;
// frequency, the hold of neighbours on each other, and C-value decide. C-value: log2(1 + words) * (f - mean f
// of the longer candidates that contain it). Tested by tests/corpus/glossary/glossary_test.cc.
#include "corpus/glossary/candidates.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>

namespace taraz {
namespace {

struct Hash {
  std::size_t operator()(const std::vector<std::uint32_t>& keys) const {
    std::size_t h = 1469598103934665603u;
    for (std::uint32_t k : keys) h = (h ^ k) * 1099511628211u;
    return h;
  }
};

double log_likelihood(double k11, double k12, double k21, double k22) {
  const auto h = [](double k, double n) { return k > 0 ? k * std::log(k / n) : 0.0; };
  const double row1 = k11 + k12, row2 = k21 + k22, column1 = k11 + k21, column2 = k12 + k22, n = row1 + row2;
  return 2.0 * (h(k11, row1 * column1 / n) + h(k12, row1 * column2 / n) + h(k21, row2 * column1 / n) +
                h(k22, row2 * column2 / n));
}

class Finder {
 public:
  Finder(const std::vector<std::vector<TermWord>>& texts, const TermVocabulary& vocabulary,
         const CandidateOptions& options)
      : texts_(texts), vocabulary_(vocabulary), options_(options) {}

  std::vector<TermCandidate> run() {
    std::set<std::vector<std::uint32_t>> whole;
    for (const auto& [keys, places] : options_.whole) whole.insert(keys);
    runs_ = find_name_runs(texts_, vocabulary_, options_.min_frequency, whole);
    for (std::uint32_t t = 0; t < texts_.size(); ++t) scan(t);
    for (auto& [keys, occurrences] : glued_)  // "breast-pump" is a form of "breast pump"
      if (const auto it = found_.find(keys); it != found_.end() || options_.single_words) {
        std::vector<Occurrence>& all = found_[keys].occurrences;
        all.insert(all.end(), occurrences.begin(), occurrences.end());
      }
    for (auto& [keys, occurrences] : runs_.names) add_name(keys, std::move(occurrences));
    for (const auto& [keys, places] : options_.whole)
      if (TermCandidate& c = found_[keys]; c.occurrences.empty()) {
        c.occurrences = places;
        c.kind = ConceptKind::name;
      }
    std::vector<TermCandidate> out;
    for (auto& [keys, c] : found_) {
      const bool sure = whole.count(keys) > 0;
      if (c.occurrences.size() < options_.min_frequency && !sure) continue;
      c.keys = keys;
      c.doubtful = c.doubtful && !sure;
      if (sure)
        out.push_back(std::move(c));
      else if (holds_together(c) && !is_fragment(c))
        out.push_back(std::move(c));
    }
    score(out);
    std::erase_if(out, [&](const TermCandidate& c) { return c.termhood <= 0.0 && whole.count(c.keys) == 0; });
    std::sort(out.begin(), out.end(), [](const TermCandidate& a, const TermCandidate& b) {
      return a.termhood != b.termhood ? a.termhood > b.termhood : a.keys < b.keys;
    });
    return out;
  }

 private:
  void scan(std::uint32_t text) {
    const std::vector<TermWord>& words = texts_[text];
    for (std::uint32_t i = 0; i < words.size(); ++i) {
      if (words[i].role == TermRole::barrier) continue;
      ++count_[words[i].key];
      ++total_;
      if (i + 1 < words.size() && words[i + 1].role != TermRole::barrier)
        ++pairs_[pair_key(words[i].key, words[i + 1].key)];
      if (words[i].role != TermRole::content) continue;
      std::vector<std::uint32_t> keys;
      for (std::uint32_t k = i; k < words.size() && keys.size() < options_.longest; ++k) {
        if (words[k].role == TermRole::barrier || words[k].role == TermRole::edge) break;
        keys.push_back(words[k].key);
        if (words[k].role == TermRole::content) consider(text, i, k + 1, keys);
      }
    }
  }

  void consider(std::uint32_t text, std::uint32_t begin, std::uint32_t end,
                const std::vector<std::uint32_t>& keys) {
    const std::vector<TermWord>& words = texts_[text];
    if ((end < words.size() && words[end].glued) || words[begin].glued) return;
    for (std::uint32_t i = begin; i < end; ++i)
      if (runs_.named[text][i] || words[i].role != TermRole::content)
        return;          // "the end of the war" is no term
    bool single = true;  // "yellow-carded" is one word
    for (std::uint32_t i = begin + 1; i < end; ++i) single = single && words[i].glued;
    if (single) {
      if (keys.size() > 1) glued_[keys].push_back({text, begin, end});
      if (keys.size() > 1 || !options_.single_words) return;
    }
    found_[keys].occurrences.push_back({text, begin, end});
  }

  void add_name(const std::vector<std::uint32_t>& keys, std::vector<Occurrence> occurrences) {
    TermCandidate& c = found_[keys];
    const bool term = c.occurrences.size() > occurrences.size();  // mostly written small
    c.occurrences.insert(c.occurrences.end(), occurrences.begin(), occurrences.end());
    std::size_t capitals = 0;
    c.doubtful = !term;
    for (const Occurrence& o : occurrences) {
      capitals += texts_[o.text][o.begin].capitals;
      for (std::uint32_t i = o.begin; i < o.end; ++i) c.doubtful = c.doubtful && texts_[o.text][i].first;
    }
    if (term) return;
    const bool acronym = keys.size() == 1 && capitals * 2 > occurrences.size();
    c.kind = acronym ? ConceptKind::acronym : ConceptKind::name;
    c.doubtful = c.doubtful && !acronym;
  }

  // All places have the same words on both sides: part of a sentence that stands there several times.
  bool is_fragment(const TermCandidate& c) const {
    if (c.kind != ConceptKind::term || c.keys.size() < 3) return false;
    const auto beside = [&](const Occurrence& o, bool after) -> std::int64_t {
      const std::vector<TermWord>& words = texts_[o.text];
      if (after ? o.end >= words.size() : o.begin == 0) return -1;
      const TermWord& w = words[after ? o.end : o.begin - 1];
      return w.role == TermRole::barrier ? -1 : static_cast<std::int64_t>(w.key);
    };
    for (const bool after : {false, true}) {
      const std::int64_t first = beside(c.occurrences.front(), after);
      for (const Occurrence& o : c.occurrences)
        if (beside(o, after) != first || first < 0) return false;
    }
    return true;
  }

  bool holds_together(const TermCandidate& c) const {
    if (c.kind != ConceptKind::term) return true;
    for (std::size_t i = 0; i + 1 < c.keys.size(); ++i) {
      const auto pair = pairs_.find(pair_key(c.keys[i], c.keys[i + 1]));
      const double both = pair == pairs_.end() ? 0.0 : pair->second;
      const double a = count_.at(c.keys[i]), b = count_.at(c.keys[i + 1]), n = static_cast<double>(total_);
      if (both * n <= a * b || log_likelihood(both, a - both, b - both, n - a - b + both) < kSignificant)
        return false;
    }
    return true;
  }

  // C-value: occurrences inside longer candidates count for less.
  static void score(std::vector<TermCandidate>& list) {
    std::unordered_map<std::vector<std::uint32_t>, std::pair<double, int>, Hash>
        inside;  // sum and number of longer ones
    for (const TermCandidate& c : list)
      for (std::size_t i = 0; i < c.keys.size(); ++i)
        for (std::size_t k = i + 1; k <= c.keys.size(); ++k) {
          if (k - i == c.keys.size()) continue;
          auto& [sum, n] = inside[{c.keys.begin() + static_cast<std::ptrdiff_t>(i),
                                   c.keys.begin() + static_cast<std::ptrdiff_t>(k)}];
          sum += static_cast<double>(c.occurrences.size());
          ++n;
        }
    for (TermCandidate& c : list) {
      double f = static_cast<double>(c.occurrences.size());
      // Occurrences of a name are whole ones already.
      if (const auto it = inside.find(c.keys); it != inside.end() && c.kind == ConceptKind::term)
        f -= it->second.first / it->second.second;
      c.termhood = std::log2(1.0 + static_cast<double>(c.keys.size())) * f;
    }
  }

  static constexpr double kSignificant = 10.83;  // p < .001, one degree of freedom
  static std::uint64_t pair_key(std::uint32_t a, std::uint32_t b) {
    return static_cast<std::uint64_t>(a) << 32 | b;
  }

  const std::vector<std::vector<TermWord>>& texts_;
  const TermVocabulary& vocabulary_;
  const CandidateOptions& options_;
  NameRuns runs_;
  std::map<std::vector<std::uint32_t>, std::vector<Occurrence>> glued_;
  std::map<std::vector<std::uint32_t>, TermCandidate> found_;
  std::unordered_map<std::uint32_t, std::uint32_t> count_;
  std::unordered_map<std::uint64_t, std::uint32_t> pairs_;
  std::size_t total_ = 0;
};

}  // namespace

std::vector<TermCandidate> find_candidates(const std::vector<std::vector<TermWord>>& texts,
                                           const TermVocabulary& vocabulary,
                                           const CandidateOptions& options) {
  return Finder(texts, vocabulary, options).run();
}

}  // namespace taraz
