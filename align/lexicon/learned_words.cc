// Only rows of words at hand are read, so that a document costs its own size, not that of the batch. Tested
// by tests/align/batch_learner_test.cc.
#include "align/lexicon/learned_words.h"

#include <algorithm>

namespace taraz {

LearnedWords::LearnedWords(Language first, Language second, std::array<std::vector<std::string>, 2> words,
                           Model1Table table)
    : languages_{std::move(first), std::move(second)}, table_(std::move(table)) {
  for (int k = 0; k < 2; ++k)
    for (WordId w = 0; w < words[k].size(); ++w) words_[k].emplace(std::move(words[k][w]), w);
}

WordId LearnedWords::find(Side side, std::string_view key) const {
  const auto at = words_[index(side)].find(key);
  return at == words_[index(side)].end() ? kNoWord : at->second;
}

Model1Table LearnedWords::renumbered(const std::vector<std::string>& first,
                                     const std::vector<std::string>& second, bool swapped) const {
  const std::vector<std::string>& rows = swapped ? second : first;  // words of the table's first side
  const std::vector<std::string>& others = swapped ? first : second;
  struct Link {
    WordId first, second;
    float links;
  };
  std::vector<Link> found;
  Model1Table out;
  out.linked[0].assign(first.size(), 0.0);
  out.linked[1].assign(second.size(), 0.0);
  std::vector<WordId> local(size(Side::second), kNoWord);
  for (WordId w = 0; w < others.size(); ++w)
    if (const WordId id = find(Side::second, others[w]); id != kNoWord) {
      local[id] = w;
      out.linked[swapped ? 0 : 1][w] = table_.linked[1][id];
    }
  for (WordId w = 0; w < rows.size(); ++w) {
    const WordId id = find(Side::first, rows[w]);
    if (id == kNoWord) continue;
    out.linked[swapped ? 1 : 0][w] = table_.linked[0][id];
    for (std::uint32_t c = table_.row[id]; c < table_.row[id + 1]; ++c)
      if (const WordId other = local[table_.second[c]]; other != kNoWord)
        found.push_back(swapped ? Link{other, w, table_.links[c]} : Link{w, other, table_.links[c]});
  }
  std::sort(found.begin(), found.end(), [](const Link& a, const Link& b) {
    return a.first != b.first ? a.first < b.first : a.second < b.second;
  });
  out.row.assign(first.size() + 1, 0);
  for (const Link& l : found) {
    ++out.row[l.first + 1];
    out.second.push_back(l.second);
    out.links.push_back(l.links);
  }
  for (std::size_t w = 0; w < first.size(); ++w) out.row[w + 1] += out.row[w];
  return out;
}

}  // namespace taraz
