// Word translation probabilities by EM: IBM model 1 in both directions, which learn to agree.
#ifndef TARAZ_ALIGN_LEXICON_MODEL1_H_
#define TARAZ_ALIGN_LEXICON_MODEL1_H_

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace taraz {

// Token sequences of one side, one after the other.
struct TokenCorpus {
  std::vector<WordId> tokens;
  std::vector<std::uint32_t> begin{0};  // of each sequence in `tokens`; the last is their number

  void add(std::span<const WordId> sequence) {
    tokens.insert(tokens.end(), sequence.begin(), sequence.end());
    begin.push_back(static_cast<std::uint32_t>(tokens.size()));
  }
  std::size_t size() const { return begin.size() - 1; }
  std::span<const WordId> operator[](std::size_t i) const {
    return std::span(tokens).subspan(begin[i], begin[i + 1] - begin[i]);
  }
};

struct Model1Options {
  int rounds = 4;            // of each direction alone
  int agreement_rounds = 3;  // with the product of both directions' posteriors
  double diagonal = 0.0;     // strength of the prior that words keep their relative place; 0: none
  double null = 0.1;         // prior of being aligned with nothing
  unsigned threads = 1;      // the result is the same
};

// What was learned. The cells of word `s` of the first side are [row[s], row[s+1]), sorted by `second`.
struct Model1Table {
  std::vector<std::uint32_t> row;
  std::vector<WordId> second;
  // Of each cell: p(second | first), p(first | second), and the expected number of links (weighted).
  std::vector<float> second_given_first, first_given_second, links;
  // Of each word of each side: expected links, and occurrences (weighted).
  std::array<std::vector<double>, 2> linked, seen;
};

// REQUIRES: as many sequences on both sides as weights; tokens below words[side]. A pair with an empty side
// is ignored. Time and memory: the sum over pairs of the product of lengths. The same result for any number
// of threads.
Model1Table learn_model1(const TokenCorpus& first, const TokenCorpus& second, std::span<const float> weights,
                         std::array<std::uint32_t, 2> words, const Model1Options& options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_MODEL1_H_
