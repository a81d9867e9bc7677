// A WordModel over all documents at once numbers their words and learns; what it has learned is taken out
// under the words' keys. Tested by tests/align/batch_learner_test.cc.
#include "align/batch_learner.h"

#include <utility>
#include <vector>

#include "align/lexicon/learned_words.h"
#include "align/lexicon/word_model.h"

namespace taraz {

struct BatchLearner::State {
  BatchLearnerOptions options;
  Language languages[2];
  mutable WordModel words;
  TokenCorpus sides[2];
  std::vector<double> weights;
};

BatchLearner::BatchLearner(const Language& first, const Language& second, const BatchLearnerOptions& options)
    : state_(new State{options,
                       {first, second},
                       WordModel(first, second,
                                 [&] {
                                   WordModelOptions words;
                                   words.shipped = options.use_lexicon;
                                   words.threads = options.threads;
                                   words.equal_words = false;  // the aligner sees them itself
                                   return words;
                                 }()),
                       {},
                       {}}) {}
BatchLearner::~BatchLearner() = default;

void BatchLearner::add(const Document& first, const Document& second, const Alignment& alignment,
                       std::size_t first_side, std::size_t second_side) {
  State& s = *state_;
  const Document* documents[2] = {&first, &second};
  std::vector<WordId> ids;
  for (const Bead& bead : alignment.beads()) {
    const SegmentRange ranges[2] = {bead.sides[first_side], bead.sides[second_side]};
    if (ranges[0].empty() || ranges[1].empty() || bead.confidence < s.options.least_confidence) continue;
    for (int k = 0; k < 2; ++k) {
      ids.clear();
      for (std::uint32_t i = ranges[k].begin; i < ranges[k].end; ++i)
        s.words.tokenise(k == 0 ? Side::first : Side::second, documents[k]->text(i), ids);
      s.sides[k].add(ids);
    }
    s.weights.push_back(bead.confidence);
  }
}

std::size_t BatchLearner::beads() const { return state_->weights.size(); }

std::shared_ptr<const LearnedWords> BatchLearner::learn() const {
  const State& s = *state_;
  std::vector<TokenPair> pairs;
  for (std::size_t k = 0; k < s.weights.size(); ++k)
    pairs.push_back({s.sides[0][k], s.sides[1][k], s.weights[k]});
  s.words.learn(pairs);
  return s.words.learned();
}

LexiconContent BatchLearner::lexicon() const {
  constexpr float kLeastProbability = 0.002F;  // below it a translation is weaker evidence than chance
  const State& s = *state_;
  learn();
  s.words.build();
  LexiconContent out;
  for (const Side side : {Side::first, Side::second}) {
    const auto k = index(side);
    out.language[k] = s.languages[k].base();
    out.words[k].resize(s.words.size(side));
    for (WordId w = 0; w < out.words[k].size(); ++w) {
      LexiconContent::Word& word = out.words[k][w];
      word.text = s.words.word(side, w);
      word.background = s.words.background(side, w);
      word.null_probability = s.words.null_probability(side, w);
      for (const WordPair& p : s.words.translations(side, w))
        if (p.forward >= kLeastProbability) word.translations.push_back({p.word, p.forward});
    }
  }
  return out;
}

}  // namespace taraz
