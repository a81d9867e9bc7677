// BLEU and chrF with sacreBLEU's default signatures, so that figures can be compared across papers.
#ifndef TARAZ_CORPUS_MT_MT_SCORE_H_
#define TARAZ_CORPUS_MT_MT_SCORE_H_

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace taraz {

// Corpus BLEU (Papineni et al. 2002; Post 2018), 0..100.
// Signature: case:mixed|eff:no|tok:13a|smooth:exp. Add every segment, then read the score. Not thread-safe.
class Bleu {
 public:
  // `references`: one or more translations of the same segment. O(n log n) in its words.
  // REQUIRES: valid UTF-8; the same number of references for every segment, at least one.
  void add(std::string_view hypothesis, std::span<const std::string_view> references);

  double score() const;
  double brevity_penalty() const;
  std::array<double, 4> precisions() const;  // of 1- to 4-grams, 0..100, smoothed as in the score
  std::int64_t hypothesis_length() const { return hypothesis_length_; }  // in tokens
  std::int64_t reference_length() const { return reference_length_; }    // of the closest references

 private:
  std::array<std::int64_t, 4> correct_{};
  std::array<std::int64_t, 4> total_{};
  std::int64_t hypothesis_length_ = 0;
  std::int64_t reference_length_ = 0;
};

// Corpus chrF (Popovic 2015), 0..100. Signature: case:mixed|eff:yes|nc:6|nw:0|space:no; beta 2 by default.
// With several references each segment counts the one that gives it the best F. Not thread-safe.
class ChrF {
 public:
  explicit ChrF(double beta = 2.0) : beta_(beta) {}
  // REQUIRES: as for Bleu::add.
  void add(std::string_view hypothesis, std::span<const std::string_view> references);
  double score() const { return f_score(counts_); }

 private:
  static constexpr std::size_t kOrder = 6;
  struct Counts {
    std::array<std::int64_t, kOrder> hypothesis{}, reference{}, matched{};
  };
  double f_score(const Counts& counts) const;

  double beta_;
  Counts counts_;
};

// The tokens of mteval-v13a as sacreBLEU computes them, joined by single spaces.
std::string tokenize_13a(std::string_view text);

}  // namespace taraz

#endif  // TARAZ_CORPUS_MT_MT_SCORE_H_
