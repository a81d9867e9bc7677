// The cheapest path over the code points; a piece costs -ln of its share of running text. Short pieces must
// be common words, so that an unknown name is not chopped up. A long run is a sentence that lost its spaces:
// any number of pieces, and names between them. Tested by tests/align/glued_words_test.cc.
#include "align/lexicon/glued_words.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kMostPieces = 3;
constexpr std::size_t kLongRun = 15;  // letters; a longer run may be a whole sentence without spaces
constexpr std::size_t kLongestRun = 2000;
constexpr std::size_t kLongestPiece = 14;
// What letters of a run cost that no known word explains: the beginning of such a stretch, every letter.
constexpr double kUnknown = 10.0;
constexpr double kUnknownLetter = 2.5;

// -ln of the share a word of this many letters must have to be taken for a piece.
double dearest(std::size_t letters) { return letters <= 2 ? 6.0 : letters == 3 ? 7.5 : 11.5; }

// Byte offsets of the code points, and the end.
std::vector<std::size_t> letters_of(std::string_view folded) {
  std::vector<std::size_t> at;
  for (std::size_t i = 0; i < folded.size(); next_code_point(folded, i)) at.push_back(i);
  at.push_back(folded.size());
  return at;
}

// A known word that may be a piece and what it costs, or kNoWord.
WordId piece_of(const Lexicon& lexicon, Side side, std::string_view piece, std::size_t letters,
                double& cost) {
  const WordId word = letters >= 5 ? lexicon.find_stem(side, piece) : lexicon.find(side, piece);
  if (word == kNoWord) return kNoWord;
  cost = -std::log(lexicon.background(side, word));
  return cost > dearest(letters) ? kNoWord : word;
}

// The known words of a long run, whatever is between them; nothing when they are less than half of it.
std::vector<WordId> words_of_run(const Lexicon& lexicon, Side side, std::string_view folded,
                                 const std::vector<std::size_t>& at) {
  const std::size_t n = at.size() - 1;
  struct Best {
    double cost[2] = {std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    std::size_t from[2] = {0, 0};
    int before[2] = {0, 0};  // state
    WordId word = kNoWord;
  };
  enum { kKnown, kStrange };  // what ends here
  std::vector<Best> best(n + 1);
  best[0].cost[kKnown] = 0.0;
  for (std::size_t begin = 0; begin < n; ++begin) {
    const int state = best[begin].cost[kStrange] < best[begin].cost[kKnown] ? kStrange : kKnown;
    for (const int from : {kKnown, kStrange}) {
      const double cost = best[begin].cost[from] + (from == kKnown ? kUnknown : 0.0) + kUnknownLetter;
      if (cost >= best[begin + 1].cost[kStrange]) continue;
      best[begin + 1].cost[kStrange] = cost;
      best[begin + 1].from[kStrange] = begin;
      best[begin + 1].before[kStrange] = from;
    }
    for (std::size_t end = begin + 2; end <= std::min(n, begin + kLongestPiece); ++end) {
      double cost = 0;
      const WordId word =
          piece_of(lexicon, side, folded.substr(at[begin], at[end] - at[begin]), end - begin, cost);
      if (word == kNoWord || best[begin].cost[state] + cost >= best[end].cost[kKnown]) continue;
      best[end].cost[kKnown] = best[begin].cost[state] + cost;
      best[end].from[kKnown] = begin;
      best[end].before[kKnown] = state;
      best[end].word = word;
    }
  }
  std::vector<WordId> out;
  std::size_t known = 0;
  int state = best[n].cost[kStrange] < best[n].cost[kKnown] ? kStrange : kKnown;
  for (std::size_t end = n; end > 0;) {
    const Best& b = best[end];
    if (state == kKnown) {
      out.push_back(b.word);
      known += end - b.from[kKnown];
    }
    end = b.from[state];
    state = b.before[state];
  }
  if (2 * known < n) return {};
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace

std::vector<WordId> glued_words(const Lexicon& lexicon, Side side, std::string_view folded) {
  const std::string_view language = lexicon.language(side);
  if ((language != "fa" && language != "ar") || folded.size() > 2 * kLongestRun) return {};
  const std::vector<std::size_t> at = letters_of(folded);
  const std::size_t n = at.size() - 1;
  if (n < 5) return {};
  if (n >= kLongRun) return words_of_run(lexicon, side, folded, at);
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
      double cost = 0;
      const WordId word =
          piece_of(lexicon, side, folded.substr(at[begin], at[end] - at[begin]), end - begin, cost);
      if (word == kNoWord) continue;
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
