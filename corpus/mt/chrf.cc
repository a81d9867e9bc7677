// Corpus chrF. Characters without white space; the n-grams of a segment are views, sorted and merged.
// Definition: Popovic 2015, as sacreBLEU 2 computes it (orders that either side lacks are left out of the
// average). Tested by tests/corpus/mt/mt_score_test.cc with the values that sacreBLEU's own tests publish.
#include <algorithm>
#include <vector>

#include "corpus/mt/mt_score.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// A text without white space, and the byte offset of each of its code points and of its end.
struct Characters {
  std::string text;
  std::vector<std::size_t> at;
};

Characters characters(std::string_view text) {
  Characters out;
  out.text.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    if ((is_white_space(c) && c != 0xFEFF) || (c >= 0x1C && c <= 0x1F)) continue;
    out.at.push_back(out.text.size());
    out.text.append(text, start, i - start);
  }
  out.at.push_back(out.text.size());
  return out;
}

std::vector<std::string_view> sorted_n_grams(const Characters& c, std::size_t n) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i + n < c.at.size(); ++i)
    out.push_back(std::string_view(c.text).substr(c.at[i], c.at[i + n] - c.at[i]));
  std::sort(out.begin(), out.end());
  return out;
}

// Size of the multiset intersection of two sorted lists.
std::int64_t common(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::int64_t n = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    const int order = a[i].compare(b[k]);
    n += order == 0;
    if (order <= 0) ++i;
    if (order >= 0) ++k;
  }
  return n;
}

}  // namespace

void ChrF::add(std::string_view hypothesis, std::span<const std::string_view> references) {
  const Characters mine = characters(hypothesis);
  Counts best;
  double best_score = -1.0;
  for (std::string_view reference : references) {
    const Characters theirs = characters(reference);
    Counts counts;
    for (std::size_t k = 0; k < kOrder; ++k) {
      const auto a = sorted_n_grams(mine, k + 1), b = sorted_n_grams(theirs, k + 1);
      counts.hypothesis[k] = b.empty() ? 0 : static_cast<std::int64_t>(a.size());
      counts.reference[k] = static_cast<std::int64_t>(b.size());
      counts.matched[k] = common(a, b);
    }
    if (const double f = f_score(counts); f > best_score) {
      best_score = f;
      best = counts;
    }
  }
  for (std::size_t k = 0; k < kOrder; ++k) {
    counts_.hypothesis[k] += best.hypothesis[k];
    counts_.reference[k] += best.reference[k];
    counts_.matched[k] += best.matched[k];
  }
}

double ChrF::f_score(const Counts& c) const {
  double precision = 0.0, recall = 0.0;
  int orders = 0;
  for (std::size_t k = 0; k < kOrder; ++k) {
    if (c.hypothesis[k] == 0 || c.reference[k] == 0) continue;
    precision += static_cast<double>(c.matched[k]) / static_cast<double>(c.hypothesis[k]);
    recall += static_cast<double>(c.matched[k]) / static_cast<double>(c.reference[k]);
    ++orders;
  }
  if (orders == 0 || precision + recall == 0.0) return 0.0;
  precision /= orders;
  recall /= orders;
  const double square = beta_ * beta_;
  return 100.0 * (1.0 + square) * precision * recall / (square * precision + recall);
}

}  // namespace taraz
