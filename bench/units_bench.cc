// MB/s of reading and writing units in each format, on 20,000 English-Persian units made up here.
#include <benchmark/benchmark.h>

#include <sstream>
#include <vector>

#include "io/unit_reader.h"
#include "io/unit_writer.h"

namespace taraz {
namespace {

std::vector<TranslationUnit> make_units() {
  std::vector<TranslationUnit> units;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const std::string n = std::to_string(i);
    units.push_back(
        {.id = std::to_string(i + 1),
         .variants = {{Language::parse("en"), "The committee met to discuss & decide item " + n + ".",
                       SegmentRange{i, i + 1}},
                      {Language::parse("fa"),
                       "کمیته برای بحث دربارهٔ بند " + n + " دستور کار تشکیل شد و می\u200Cگوید.",
                       SegmentRange{i, i + 1}}},
         .score = 0.5,
         .kind = "1-1",
         .document = {},
         .properties = {}});
  }
  return units;
}

std::string written(UnitFormat format, const std::vector<TranslationUnit>& units) {
  std::ostringstream out;
  const auto writer =
      make_unit_writer(format, Sink("-", out), {.languages = {Language::parse("en"), Language::parse("fa")}});
  for (const TranslationUnit& unit : units) writer->write(unit);
  writer->finish();
  return std::move(out).str();
}

void write(benchmark::State& state, UnitFormat format) {
  const std::vector<TranslationUnit> units = make_units();
  std::size_t size = 0;
  for (auto _ : state) benchmark::DoNotOptimize(size = written(format, units).size());
  state.SetBytesProcessed(static_cast<std::int64_t>(size * state.iterations()));
}

void read(benchmark::State& state, UnitFormat format) {
  const std::string bytes = written(format, make_units());
  for (auto _ : state) {
    const auto reader = make_unit_reader(format, Source::of_bytes("units", bytes));
    std::size_t count = 0;
    for (TranslationUnit unit; reader->next(unit);) ++count;
    benchmark::DoNotOptimize(count);
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes.size() * state.iterations()));
}

BENCHMARK_CAPTURE(write, tsv, UnitFormat::tsv);
BENCHMARK_CAPTURE(write, tmx, UnitFormat::tmx);
BENCHMARK_CAPTURE(write, jsonl, UnitFormat::jsonl);
BENCHMARK_CAPTURE(read, tsv, UnitFormat::tsv);
BENCHMARK_CAPTURE(read, tmx, UnitFormat::tmx);
BENCHMARK_CAPTURE(read, jsonl, UnitFormat::jsonl);

}  // namespace
}  // namespace taraz
