// Segmentation beside ICU's sentence iterator, in one run, on generated text of three languages.
//   cmake --preset bench && cmake --build --preset bench --target segment_bench &&
//   build/bench/bench/segment_bench
#include <benchmark/benchmark.h>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>
#include <unicode/utext.h>

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "segment/segmenter.h"
#include "segment/sentence_tables.h"
#include "segment/sentences.h"

namespace taraz {
namespace {

struct Wording {
  const char* language;
  std::vector<std::string> words, openings, marks;
  std::string comma;
};

Wording english() {
  return {"en",
          {"the",      "report", "of",         "council",    "was",       "published", "in",   "Geneva",
           "on",       "human",  "rights",     "and",        "said",      "that",      "more", "than",
           "thousand", "people", "had",        "been",       "arrested",  "since",     "1988", "3.5",
           "Dr.",      "U.S.",   "Mrs. Smith", "government", "according", "to"},
          {"The", "In", "He", "They", "Many", "Officials", "\"We", "It"},
          {". ", ". ", ". ", ". ", "? ", "! ", ".\" "},
          ", "};
}
Wording persian() {
  return {"fa",
          {"\u06AF\u0632\u0627\u0631\u0634", "\u0634\u0648\u0631\u0627\u06CC", "\u062F\u0631",
           "\u0632\u0646\u062F\u0627\u0646", "\u0648", "\u062D\u0642\u0648\u0642", "\u0628\u0634\u0631",
           "\u0645\u06CC\u200C\u0634\u0648\u062F", "\u06F1\u06F3\u06F6\u06F7",
           "\u0633\u0627\u0632\u0645\u0627\u0646", "\u0645\u0644\u0644", "\u0647.\u0634.", "\u06A9\u0647",
           "\u0627\u0632", "\u0645\u0631\u062F\u0645"},
          {"\u0627\u0648", "\u0627\u06CC\u0646", "\u062F\u0631", "\u0648\u06CC"},
          {". ", ". ", ". ", "\u061F ", "! ", ".\u00BB "},
          "\u060C "};
}
Wording arabic() {
  return {"ar",
          {"\u062A\u0642\u0631\u064A\u0631", "\u0627\u0644\u0645\u062C\u0644\u0633", "\u0641\u064A",
           "\u0627\u0644\u0633\u062C\u0646\u0627\u0621", "\u062D\u0642\u0648\u0642",
           "\u0627\u0644\u0625\u0646\u0633\u0627\u0646", "\u0639\u0627\u0645", "1988",
           "\u0627\u0644\u0623\u0645\u0645", "\u0627\u0644\u0645\u062A\u062D\u062F\u0629", "\u0642.\u0645.",
           "\u0625\u0644\u0649", "\u0645\u0646", "\u0627\u0644\u062D\u0643\u0648\u0645\u0629"},
          {"\u0648\u0642\u0627\u0644", "\u0641\u064A", "\u0625\u0646", "\u0648\u0623\u0636\u0627\u0641"},
          {". ", ". ", ". ", "\u061F ", "! ", ".\u00BB "},
          "\u060C "};
}

// About 4 MB in paragraphs of some 500 characters, sentences of 8 to 25 words.
std::string generated(const Wording& w) {
  std::mt19937 random(1);
  std::string text;
  while (text.size() < (4u << 20)) {
    for (std::size_t s = 0; s < 3 + random() % 4; ++s) {
      text += w.openings[random() % w.openings.size()];
      for (std::size_t k = 8 + random() % 18; k > 0; --k)
        text += (random() % 12 == 0 ? w.comma : " ") + w.words[random() % w.words.size()];
      text += w.marks[random() % w.marks.size()];
    }
    text.back() = '\n';
  }
  return text;
}

Wording wording(int64_t k) { return k == 0 ? persian() : k == 1 ? arabic() : english(); }

void BM_Segmenter(benchmark::State& state) {
  const Wording w = wording(state.range(0));
  Document document("bench", Language::parse(w.language), generated(w));
  const Segmenter segmenter;
  for (auto _ : state) {
    segmenter.segment(document);
    benchmark::DoNotOptimize(document.size());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * document.text().size()));
  state.SetLabel(std::string(w.language) + ", " + std::to_string(document.size()) + " segments");
}
BENCHMARK(BM_Segmenter)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

// One line of 4 MB: the sentence rules alone.
void BM_FindSentences(benchmark::State& state) {
  const Wording w = wording(state.range(0));
  std::string text = generated(w);
  for (char& c : text)
    if (c == '\n') c = ' ';
  const SentenceTables& tables = sentence_tables(w.language);
  std::vector<Sentence> out;
  for (auto _ : state) {
    out.clear();
    find_sentences(text, {0, static_cast<std::uint32_t>(text.size())}, tables, out);
    benchmark::DoNotOptimize(out.data());
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
  state.SetLabel(w.language);
}
BENCHMARK(BM_FindSentences)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

std::unique_ptr<icu::BreakIterator> icu_iterator(const char* language) {
  UErrorCode status = U_ZERO_ERROR;
  return std::unique_ptr<icu::BreakIterator>(
      icu::BreakIterator::createSentenceInstance(icu::Locale(language), status));
}

// ICU over UTF-8, as a segmenter with byte spans must run it.
void BM_IcuUtf8(benchmark::State& state) {
  const Wording w = wording(state.range(0));
  const std::string text = generated(w);
  const auto iterator = icu_iterator(w.language);
  for (auto _ : state) {
    UErrorCode status = U_ZERO_ERROR;
    UText* u = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &status);
    iterator->setText(u, status);
    int32_t n = 0;
    while (iterator->next() != icu::BreakIterator::DONE) ++n;
    benchmark::DoNotOptimize(n);
    utext_close(u);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
  state.SetLabel(w.language);
}
BENCHMARK(BM_IcuUtf8)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

// ICU over UTF-16 that is there already: its best case; bytes are those of the UTF-8.
void BM_IcuUtf16(benchmark::State& state) {
  const Wording w = wording(state.range(0));
  const std::string text = generated(w);
  const icu::UnicodeString utf16 = icu::UnicodeString::fromUTF8(text);
  const auto iterator = icu_iterator(w.language);
  for (auto _ : state) {
    iterator->setText(utf16);
    int32_t n = 0;
    while (iterator->next() != icu::BreakIterator::DONE) ++n;
    benchmark::DoNotOptimize(n);
  }
  state.SetBytesProcessed(static_cast<int64_t>(state.iterations() * text.size()));
  state.SetLabel(w.language);
}
BENCHMARK(BM_IcuUtf16)->DenseRange(0, 2)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace taraz
