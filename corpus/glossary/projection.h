// Where a word sequence of one text is said in its translation.
#ifndef TARAZ_CORPUS_GLOSSARY_PROJECTION_H_
#define TARAZ_CORPUS_GLOSSARY_PROJECTION_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "align/lexicon/word_model.h"
#include "corpus/glossary/term_text.h"

namespace taraz {

// Words and their ids in a WordModel: tokens[k] is id and the TermWord it belongs to (several ids for glued
// words).
struct ModelText {
  struct Token {
    WordId id;
    std::uint32_t word;  // index into the TermWords
  };
  std::vector<Token> tokens;
};

struct Projection {
  std::uint32_t begin = 0, end = 0;  // TermWords of the other text
  double strength = 0.0;             // 0..1: how much of both sides is linked to each other
};

// Word links of one pair of texts: for tokens i, j the geometric mean of the posteriors that i gave j and j
// gave i. `side` of the model is the first text's.
class WordLinks {
 public:
  WordLinks(const WordModel& model, Side side, const ModelText& first, const ModelText& second);

  // The stretch of the second text that words [begin, end) of the first are linked to more than to the rest;
  // nothing when there is none, or a mark or number is inside. Joiners at its ends and edge
  // words that translate none of its words are cut off. `second_words` are the TermWords of the second text.
  // O(tokens * tokens).
  std::optional<Projection> project(std::uint32_t begin, std::uint32_t end,
                                    const std::vector<TermWord>& first_words,
                                    const std::vector<TermWord>& second_words) const;
  // How much words [from, to) of the second text are linked to words outside of [begin, end) of the first:
  // 0..1 a word, the most of all of them.
  double from_outside(std::uint32_t begin, std::uint32_t end, std::uint32_t from, std::uint32_t to) const;

 private:
  float link(std::size_t i, std::size_t j) const { return links_[i * second_.tokens.size() + j]; }
  const ModelText& first_;
  const ModelText& second_;
  std::vector<float> links_;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_PROJECTION_H_
