// The engine on invented parallel text: time per line should not depend on the number of lines.
#include <benchmark/benchmark.h>

#include <random>
#include <string>
#include <vector>

#include "align/aligner.h"

namespace taraz {
namespace {

Document invented(const std::string& language, std::uint32_t lines, const std::string& suffix,
                  std::uint32_t gone) {
  std::string text;
  std::vector<Segment> segments;
  for (std::uint32_t u = 0; u < lines; ++u) {
    if (u % 19 == gone) continue;
    std::mt19937 random(u);
    const auto begin = static_cast<std::uint32_t>(text.size());
    for (std::uint32_t w = 8 + random() % 12; w > 0; --w)
      text += "w" + std::to_string(random() % 5000) + suffix + " ";
    segments.push_back(
        {{begin, static_cast<std::uint32_t>(text.size() - 1)}, static_cast<std::uint32_t>(segments.size())});
    text += '\n';
  }
  Document out(language, Language::parse(language), std::move(text));
  out.set_segments(std::move(segments));
  return out;
}

void align_lines(benchmark::State& state) {
  const auto lines = static_cast<std::uint32_t>(state.range(0));
  const Document a = invented("de", lines, "a", 3);
  const Document b = invented("tr", lines, "b", 11);
  const Document* documents[] = {&a, &b};
  AlignOptions options;
  options.threads = 1;
  const Aligner aligner(options);
  for (auto _ : state) benchmark::DoNotOptimize(aligner.align(documents).beads().size());
  state.SetItemsProcessed(state.iterations() * lines);
}
BENCHMARK(align_lines)->Arg(1000)->Arg(10000)->Arg(30000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace taraz
