// WordModel: the words of two documents at hand and how likely they translate each other, from every source
// of word knowledge: the shipped lexicon, the user's dictionary, names, equal words, and the documents
// themselves.
//
// Use: make one per pair of documents (or batch); tokenise every segment of both sides; then build(). After a
// first alignment, learn() from its beads and build() again. Rows hold only words that occur in the
// documents, so they are short.
//
//   WordModel words(fa, en, {});
//   words.tokenise(Side::first, document.text(i), ids);   // for every segment of both sides
//   words.build();
//   for (const WordPair& p : words.translations(Side::first, ids[k])) ... p.word, p.forward, p.backward
#ifndef TARAZ_ALIGN_LEXICON_WORD_MODEL_H_
#define TARAZ_ALIGN_LEXICON_WORD_MODEL_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "text/language.h"

namespace taraz {

class Dictionary;    // align/lexicon/dictionary.h
class LearnedWords;  // align/lexicon/learned_words.h
class Words;         // text/words.h

// One cell of the table, seen from a word of one side.
struct WordPair {
  WordId word;     // on the other side
  float forward;   // p(other word | this word), 0..1
  float backward;  // p(this word | other word)
};

// A pair of token sequences that translate each other, for learning.
struct TokenPair {
  std::span<const WordId> first;
  std::span<const WordId> second;
  double weight = 1.0;  // confidence, 0..1
};

struct WordModelOptions {
  bool shipped = true;  // the lexicon shipped for the pair, where there is one
  std::shared_ptr<const Lexicon>
      lexicon;  // another lexicon file in its place; sides in the order of the model
  // Learned from other documents of the batch; of the model's languages in either order. May be null.
  std::shared_ptr<const LearnedWords> learned;
  bool equal_words = true;  // a word written the same on both sides translates itself
  unsigned threads = 1;     // for learn(); the result is the same
};

// Not thread-safe while it changes; const access is. Ids are given in the order of first occurrence.
class WordModel {
 public:
  WordModel(const Language& first, const Language& second, const WordModelOptions& options);
  ~WordModel();
  WordModel(WordModel&&) noexcept;
  WordModel& operator=(WordModel&&) noexcept;

  // Appends the ids of the words of one segment to `ids`. Only words of letters count (no digits, no
  // punctuation: those are anchors). Forms of one word have the same id; words glued together become several
  // ids. When `positions` is given, it gets for every id the index of its word in `words`. Counts the words
  // as seen (background()).
  void tokenise(Side side, std::string_view text, std::vector<WordId>& ids);
  void tokenise(Side side, const Words& words, std::vector<WordId>& ids,
                std::vector<std::uint32_t>* positions = nullptr);

  // A user's dictionary; its words take the first place in the mixture.
  void add_dictionary(const Dictionary& dictionary);
  // Words of equal skeleton are taken as the same name where nothing better is known. An empty skeleton
  // matches nothing. The function gets the base language tag and the folded word.
  using Skeleton = std::function<std::string(std::string_view language, std::string_view folded)>;
  void set_skeleton(Skeleton skeleton);
  // Learns translation probabilities of the tokens by EM on beads (ids of tokenise()); replaces what was
  // learned before. Mixed in by its evidence: words seen once change little. Linear in the sum of products of
  // lengths.
  void learn(std::span<const TokenPair> beads);

  // What learn() has learned, by the words' keys, for other models.
  std::shared_ptr<const LearnedWords> learned() const;

  // Makes the table from all sources. Call after the last tokenise() and again after learn(). Linear.
  void build();

  // Of the last build(). REQUIRES: id < size(side) at that time. Rows are sorted by word.
  std::span<const WordPair> translations(Side side, WordId id) const;
  // True when a source knows translations of the word (in these documents or not). Words that are not covered
  // say nothing about an alignment and should be left out of scores.
  bool covered(Side side, WordId id) const;
  // Unigram share of the word, from the documents smoothed by the lexicon; sums to about 1, never 0.
  float background(Side side, WordId id) const;
  // Probability that the word has no counterpart.
  float null_probability(Side side, WordId id) const;

  std::size_t size(Side side) const;                  // number of distinct words
  std::string_view word(Side side, WordId id) const;  // its key: folded, perhaps a stem
  std::uint32_t count(Side side, WordId id) const;    // how often tokenise() has seen it
  bool has_lexicon() const;                           // a lexicon file takes part

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Symmetric log-likelihood ratio of two token sequences, per token: how much better the words of each side
// are explained by the other side than by chance; log((l p(t|block) + (1-l) u(t)) / u(t)) averaged over the
// covered words of both sides. 0 says nothing, above about 0.5 a translation. The plain reference of the
// engine's faster scores.
double lexical_score(const WordModel& model, std::span<const WordId> first, std::span<const WordId> second);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_WORD_MODEL_H_
