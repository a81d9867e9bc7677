// Steps: mark the words whose capital is a name's; cut texts into atoms (runs of marked words) and chains of
// atoms with joiners between; count both; split each chain into the longest parts that are names. Tested by
// tests/corpus/glossary/name_runs_test.cc.
#include "corpus/glossary/name_runs.h"

#include <algorithm>
#include <set>
#include <utility>

namespace taraz {
namespace {

using Keys = std::vector<std::uint32_t>;

constexpr std::size_t kLongest = 8;  // words of a name

class RunFinder {
 public:
  RunFinder(const std::vector<std::vector<TermWord>>& texts, const TermVocabulary& vocabulary,
            std::uint32_t min_frequency, const std::set<Keys>& whole)
      : texts_(texts), vocabulary_(vocabulary), min_frequency_(min_frequency), whole_(whole) {}

  NameRuns run() {
    for (const auto& words : texts_)
      for (std::size_t i = 0; i + 1 < words.size(); ++i)
        if (plainly(words[i]) && plainly(words[i + 1])) pairs_.insert({words[i].key, words[i + 1].key});
    for (std::uint32_t t = 0; t < texts_.size(); ++t) {
      out_.named.push_back(mark(texts_[t]));
      cut(t);
    }
    for (const Chain& chain : chains_) count(chain);
    for (const Chain& chain : chains_) split(chain);
    return std::move(out_);
  }

 private:
  using Atom = std::pair<std::uint32_t, std::uint32_t>;  // words [first, second)
  struct Chain {
    std::uint32_t text = 0;
    std::vector<Atom> atoms;
    std::vector<bool> bound;  // atom i + 1 is joined to atom i by a binder
  };

  // "El" in "El Salvador"; "Of" in a headline is none.
  static bool particle(const TermWord& w) { return w.binder && !w.of; }
  // A capital where a capital says something, on a word that a name may hold.
  static bool plainly(const TermWord& w) {
    return w.upper && !w.first && (w.role == TermRole::content || w.capital || w.title || particle(w));
  }

  std::vector<bool> mark(const std::vector<TermWord>& words) const {
    std::vector<bool> out(words.size(), false);
    for (std::size_t i = 0; i < words.size(); ++i) {
      const TermWord& w = words[i];
      if (!w.upper || (w.role != TermRole::content && !w.title)) continue;
      out[i] = !w.first || (vocabulary_.lower_count(w.key) == 0 && !w.title);
      // "New York" at the start of a sentence is what it is inside of one.
      if (!out[i] && i + 1 < words.size()) out[i] = pairs_.count({w.key, words[i + 1].key}) > 0;
    }
    const auto join = [&](std::size_t i, bool before, bool after) {
      const TermWord& w = words[i];
      if (out[i] || !(w.capital || particle(w)) || !w.upper || (!before && !after)) return;
      out[i] = !w.first || (after && pairs_.count({w.key, words[i + 1].key}) > 0);
    };
    for (std::size_t i = words.size(); i-- > 0;)
      join(i, i > 0 && out[i - 1], i + 1 < words.size() && out[i + 1]);
    for (std::size_t i = 0; i < words.size(); ++i)
      join(i, i > 0 && out[i - 1], i + 1 < words.size() && out[i + 1]);
    return out;
  }

  // Without titles before a name; empty when nothing but titles is left.
  Atom trimmed(const std::vector<TermWord>& words, Atom a) const {
    for (std::uint32_t i = a.second; i-- > a.first;)
      if (words[i].title && i + 1 < a.second) {
        a.first = i + 1;
        break;
      }
    const auto counts = [&](const TermWord& w) { return w.role == TermRole::content; };
    if (std::none_of(words.begin() + a.first, words.begin() + a.second, counts)) return {0, 0};
    // The first word of a sentence that may be any word ("Hopefully"), once: the rest is a name in its own
    // right.
    const TermWord& w = words[a.first];
    const auto whole = known_.find(keys(words, a));
    if ((whole == known_.end() || whole->second < 2) && w.first && w.role == TermRole::content &&
        a.second - a.first > 1 && vocabulary_.upper_count(w.key) == 0 && !words[a.first + 1].glued &&
        !words[a.first + 1].first && known_.count(keys(words, {a.first + 1, a.second})) > 0)
      ++a.first;
    return a;
  }

  void cut(std::uint32_t text) {
    const std::vector<TermWord>& words = texts_[text];
    const std::vector<bool>& named = out_.named[text];
    const auto end_of = [&](std::uint32_t i) {
      while (i < words.size() && named[i]) ++i;
      return i;
    };
    for (std::uint32_t i = 0; i < words.size();) {
      if (!named[i]) {
        ++i;
        continue;
      }
      Chain chain{text, {}, {}};
      for (std::uint32_t begin = i;;) {
        const std::uint32_t end = end_of(begin);
        i = end;
        const bool half = words[begin].glued || (end < words.size() && words[end].glued);  // "non-Trump"
        chain.atoms.push_back(half ? Atom{0, 0} : Atom{begin, end});
        std::uint32_t next = end;
        bool bound = false;
        while (next < words.size() && next < end + 2 && words[next].role == TermRole::joiner && !named[next])
          bound = bound || words[next].binder, ++next;
        if (next == end || next >= words.size() || !named[next]) break;
        chain.bound.push_back(bound);
        begin = next;
      }
      chains_.push_back(std::move(chain));
    }
  }

  static Keys keys(const std::vector<TermWord>& words, Atom a) {
    Keys out;
    for (std::uint32_t i = a.first; i < a.second; ++i) out.push_back(words[i].key);
    return out;
  }

  void count(const Chain& chain) {
    const std::vector<TermWord>& words = texts_[chain.text];
    for (std::size_t i = 0; i < chain.atoms.size(); ++i) {
      if (chain.atoms[i].second == 0) continue;
      ++known_[keys(words, chain.atoms[i])];
      if (chain.atoms.size() == 1) ++alone_[keys(words, chain.atoms[i])];
      for (std::size_t k = i + 1; k < chain.atoms.size() && chain.atoms[k].second > 0; ++k)
        if (chain.atoms[k].second - chain.atoms[i].first <= kLongest)
          ++joined_[keys(words, {chain.atoms[i].first, chain.atoms[k].second})];
    }
  }

  bool is_one(const Chain& chain, std::size_t i, std::size_t k) const {
    const std::vector<TermWord>& words = texts_[chain.text];
    const Keys all = keys(words, {chain.atoms[i].first, chain.atoms[k].second});
    if (whole_.count(all) > 0) return true;
    const auto it = joined_.find(all);
    if (it == joined_.end() || it->second < min_frequency_) return false;
    bool bound = true, free = true;
    for (std::size_t a = i; a <= k; ++a) {
      if (a < k) bound = bound && chain.bound[a];
      free = free && alone_.count(keys(words, chain.atoms[a])) > 0;
    }
    return bound || (!free && it->second > min_frequency_);
  }

  void split(const Chain& chain) {
    const std::vector<TermWord>& words = texts_[chain.text];
    for (std::size_t i = 0; i < chain.atoms.size();) {
      std::size_t last = i;
      if (chain.atoms[i].second > 0)
        for (std::size_t k = chain.atoms.size(); --k > i;)
          if (chain.atoms[k].second > 0 && is_one(chain, i, k)) {
            last = k;
            break;
          }
      const Atom whole =
          last == i ? trimmed(words, chain.atoms[i]) : Atom{chain.atoms[i].first, chain.atoms[last].second};
      if (whole.second > whole.first && whole.second - whole.first <= kLongest)
        out_.names[keys(words, whole)].push_back({chain.text, whole.first, whole.second});
      i = last + 1;
    }
  }

  const std::vector<std::vector<TermWord>>& texts_;
  const TermVocabulary& vocabulary_;
  std::uint32_t min_frequency_;
  const std::set<Keys>& whole_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> pairs_;  // neighbours with plain capitals
  std::vector<Chain> chains_;
  std::map<Keys, std::uint32_t> known_;           // atoms
  std::map<Keys, std::uint32_t> alone_, joined_;  // atoms that are a chain of their own; parts of chains
  NameRuns out_;
};

}  // namespace

NameRuns find_name_runs(const std::vector<std::vector<TermWord>>& texts, const TermVocabulary& vocabulary,
                        std::uint32_t min_frequency, const std::set<std::vector<std::uint32_t>>& whole) {
  return RunFinder(texts, vocabulary, min_frequency, whole).run();
}

}  // namespace taraz
