// The cheapest path over the code points; a piece costs -ln of its share of running text. Short pieces must
// be common words, so that an unknown name is not chopped up. Tested by tests/align/glued_words_test.cc.
#include "align/lexicon/glued_words.h"

#include <cmath>
#include <limits>

#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kMostPieces = 3;
constexpr std::size_t kLongest = 40;  // code points; longer runs are no words

// -ln of the share a word of this many letters must have to be taken for a piece.
double dearest(std::size_t letters) { return letters <= 2 ? 6.0 : letters == 3 ? 7.5 : 11.5; }

}  // namespace

std::vector<WordId> glued_words(const Lexicon& lexicon, Side side, std::string_view folded) {
  const std::string_view language = lexicon.language(side);
  if ((language != "fa" && language != "ar") || folded.size() > 2 * kLongest) return {};
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < folded.size(); next_code_point(folded, i)) at.push_back(i);
  at.push_back(folded.size());
  const std::size_t n = at.size() - 1;
  if (n < 5) return {};
  struct Best {
    double cost = std::numeric_limits<double>::infinity();
    std::size_t from = 0;
    WordId word = kNoWord;
  };
  std::vector<std::vector<Best>> best(kMostPieces + 1, std::vector<Best>(n + 1));
  best[0][0].cost = 0.0;
  for (std::size_t begin = 0; begin < n; ++begin)
    for (std::size_t end = begin + 2; end <= n; ++end) {
      if (begin == 0 && end == n) continue;
      const std::string_view piece = folded.substr(at[begin], at[end] - at[begin]);
      const WordId word = end - begin >= 5 ? lexicon.find_stem(side, piece) : lexicon.find(side, piece);
      if (word == kNoWord) continue;
      const double cost = -std::log(lexicon.background(side, word));
      if (cost > dearest(end - begin)) continue;
      for (std::size_t k = 0; k < kMostPieces; ++k)
        if (best[k][begin].cost + cost < best[k + 1][end].cost)
          best[k + 1][end] = {best[k][begin].cost + cost, begin, word};
    }
  for (std::size_t k = 2; k <= kMostPieces; ++k) {
    if (best[k][n].word == kNoWord) continue;
    std::vector<WordId> out(k);
    for (std::size_t end = n, piece = k; piece > 0; end = best[piece][end].from, --piece)
      out[piece - 1] = best[piece][end].word;
    return out;
  }
  return {};
}

}  // namespace taraz
