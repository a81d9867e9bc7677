// The lexicon: opening, look-up of words, a word model of a document, learning.
#include <benchmark/benchmark.h>

#include <random>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/model1.h"
#include "align/lexicon/stem.h"
#include "align/lexicon/word_model.h"

namespace taraz {
namespace {

const Language& en() {
  static const Language language = Language::parse("en");
  return language;
}
const Language& fa() {
  static const Language language = Language::parse("fa");
  return language;
}

void BM_OpenShipped(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(Lexicon::shipped(en(), fa()));
}
BENCHMARK(BM_OpenShipped);

void BM_FindStem(benchmark::State& state) {
  const auto lexicon = Lexicon::shipped(en(), fa());
  std::vector<std::string> words;
  for (WordId w = 0; w < lexicon->size(Side::first); w += 7)
    words.push_back(std::string(lexicon->word(Side::first, w)) + "s");
  std::size_t i = 0;
  for (auto _ : state) benchmark::DoNotOptimize(lexicon->find_stem(Side::first, words[i++ % words.size()]));
}
BENCHMARK(BM_FindStem);

// Lines of words drawn from the lexicon, the second side their translations where there are any.
void BM_BuildModel(benchmark::State& state) {
  const auto lexicon = Lexicon::shipped(en(), fa());
  std::mt19937 random(1);
  std::vector<std::string> first, second;
  for (int i = 0; i < state.range(0); ++i) {
    std::string a, b;
    for (int k = 0; k < 15; ++k) {
      const auto w = static_cast<WordId>(random() % lexicon->size(Side::first));
      a.append(lexicon->word(Side::first, w)) += ' ';
      if (const auto row = lexicon->translations(Side::first, w); !row.empty())
        b.append(lexicon->word(Side::second, row[0].word())) += ' ';
    }
    first.push_back(a);
    second.push_back(b);
  }
  std::vector<WordId> ids;
  for (auto _ : state) {
    WordModel model(en(), fa(), {});
    for (const std::string& line : first) model.tokenise(Side::first, line, ids);
    for (const std::string& line : second) model.tokenise(Side::second, line, ids);
    model.build();
    benchmark::DoNotOptimize(model.size(Side::first));
    ids.clear();
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_BuildModel)->Arg(1000)->Arg(10000)->Unit(benchmark::kMillisecond);

void BM_Model1(benchmark::State& state) {
  std::mt19937 random(1);
  TokenCorpus first, second;
  std::vector<float> weights;
  for (int i = 0; i < state.range(0); ++i) {
    std::vector<WordId> a(12), b(12);
    for (WordId& w : a) w = static_cast<WordId>(random() % 100 * (random() % 100));
    for (WordId& w : b) w = static_cast<WordId>(random() % 100 * (random() % 100));
    first.add(a);
    second.add(b);
    weights.push_back(1.0F);
  }
  for (auto _ : state) benchmark::DoNotOptimize(learn_model1(first, second, weights, {10000, 10000}, {}));
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(BM_Model1)->Arg(1000)->Arg(10000)->Arg(100000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace taraz
