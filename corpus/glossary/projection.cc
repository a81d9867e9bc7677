// Phrase projection by word links, as phrase extraction does it (Och and Ney 2004), but soft: each word of
// the other text is worth what links it to the phrase less what links it to other words less a small fee; the
// stretch of the greatest sum (Bentley 1984) is the phrase. Tested by tests/corpus/glossary/glossary_test.cc.
#include "corpus/glossary/projection.h"

#include <algorithm>
#include <cmath>

namespace taraz {
namespace {

constexpr float kNothing = 0.02F;  // probability mass of being linked to no word
constexpr double kFee = 0.12;      // of a word that nothing is linked to
constexpr double kStays = 0.5;     // link of an edge word
constexpr double kWeakest = 0.2;   // strength below which a projection says nothing

}  // namespace

WordLinks::WordLinks(const WordModel& model, Side side, const ModelText& first, const ModelText& second)
    : first_(first), second_(second), links_(first.tokens.size() * second.tokens.size(), 0.0F) {
  const std::size_t n = first.tokens.size(), m = second.tokens.size();
  std::vector<float> forward(n * m, 0.0F), backward(n * m, 0.0F), by_second(m, kNothing),
      by_first(n, kNothing);
  for (std::size_t i = 0; i < n; ++i) {
    const auto row = model.translations(side, first.tokens[i].id);
    for (std::size_t j = 0; j < m; ++j) {
      const auto cell = std::lower_bound(row.begin(), row.end(), second.tokens[j].id,
                                         [](const WordPair& p, WordId id) { return p.word < id; });
      if (cell == row.end() || cell->word != second.tokens[j].id) continue;
      // Words that are repeated are linked to the one in the like place.
      const double distance = std::abs(static_cast<double>(i + 1) / static_cast<double>(n + 1) -
                                       static_cast<double>(j + 1) / static_cast<double>(m + 1));
      const auto near = static_cast<float>(std::exp(-2.0 * distance));
      forward[i * m + j] = cell->forward * near;
      backward[i * m + j] = cell->backward * near;
      by_second[j] += cell->forward * near;
      by_first[i] += cell->backward * near;
    }
  }
  for (std::size_t i = 0; i < n; ++i)
    for (std::size_t j = 0; j < m; ++j)
      links_[i * m + j] = std::sqrt(forward[i * m + j] / by_second[j] * (backward[i * m + j] / by_first[i]));
}

double WordLinks::from_outside(std::uint32_t begin, std::uint32_t end, std::uint32_t from,
                               std::uint32_t to) const {
  std::vector<double> by_word(to - from, 0.0);
  for (std::size_t j = 0; j < second_.tokens.size(); ++j) {
    const std::uint32_t word = second_.tokens[j].word;
    if (word < from || word >= to) continue;
    for (std::size_t i = 0; i < first_.tokens.size(); ++i)
      if (first_.tokens[i].word < begin || first_.tokens[i].word >= end) by_word[word - from] += link(i, j);
  }
  return by_word.empty() ? 0.0 : *std::max_element(by_word.begin(), by_word.end());
}

std::optional<Projection> WordLinks::project(std::uint32_t begin, std::uint32_t end,
                                             const std::vector<TermWord>& first_words,
                                             const std::vector<TermWord>& second_words) const {
  std::vector<double> inside(second_words.size(), 0.0), value(second_words.size(), -kFee);
  const auto within = [&](std::size_t i) {
    return first_.tokens[i].word >= begin && first_.tokens[i].word < end;
  };
  for (std::size_t j = 0; j < second_.tokens.size(); ++j)
    for (std::size_t i = 0; i < first_.tokens.size(); ++i) {
      const double l = link(i, j);
      value[second_.tokens[j].word] += within(i) ? l : -l;
      if (within(i)) inside[second_.tokens[j].word] += l;
    }
  for (std::size_t w = 0; w < second_words.size(); ++w)
    if (second_words[w].role == TermRole::barrier) value[w] = -100.0;
  double best = 0.0, sum = 0.0;
  std::size_t from = 0, best_from = 0, best_to = 0;
  for (std::size_t w = 0; w < value.size(); ++w) {
    if (sum <= 0.0) {
      sum = 0.0;
      from = w;
    }
    sum += value[w];
    if (sum > best) best = sum, best_from = from, best_to = w + 1;
  }
  // Edge words stay when they translate a word of the phrase: «هفته» of Fashion Week.
  const auto drops = [&](std::size_t w) {
    return second_words[w].role == TermRole::joiner ||
           (second_words[w].role != TermRole::content && inside[w] < kStays);
  };
  while (best_from < best_to && drops(best_from)) ++best_from;
  while (best_to > best_from && drops(best_to - 1)) --best_to;
  if (best_from == best_to || best_to - best_from > 2 * (end - begin) + 2) return std::nullopt;

  double covered = 0.0, needed = 0.0, explained = 0.0, content = 0.0;
  std::vector<double> by_word(end - begin, 0.0);
  for (std::size_t i = 0; i < first_.tokens.size(); ++i)
    if (within(i))
      for (std::size_t j = 0; j < second_.tokens.size(); ++j)
        if (second_.tokens[j].word >= best_from && second_.tokens[j].word < best_to)
          by_word[first_.tokens[i].word - begin] += link(i, j);
  for (std::uint32_t w = begin; w < end; ++w)
    if (first_words[w].role == TermRole::content) needed += 1.0, covered += std::min(1.0, by_word[w - begin]);
  for (std::size_t w = best_from; w < best_to; ++w)
    if (second_words[w].role == TermRole::content) content += 1.0, explained += std::min(1.0, inside[w]);
  if (needed == 0.0 || content == 0.0) return std::nullopt;
  Projection out{static_cast<std::uint32_t>(best_from), static_cast<std::uint32_t>(best_to),
                 std::sqrt(covered / needed * (explained / content))};
  if (out.strength < kWeakest) return std::nullopt;
  return out;
}

}  // namespace taraz
