// Words, their roles, dates and numbers on made-up sentences: bytes per second of each stage and of all
// together. Run: cmake --preset bench && cmake --build --preset bench --target date_number_bench &&
// build/bench/bench/date_number_bench
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "align/anchors/date_finder.h"
#include "align/anchors/number_finder.h"

namespace taraz {
namespace {

std::vector<std::string> sentences(const std::string& language) {
  const std::vector<std::string> patterns =
      language == "en" ? std::vector<std::string>{
                             "The families of the victims gathered in front of the court and asked the judges for an answer.",
                             "On September #, 20## the commission said that ##,### people had been arrested in 12 cities.",
                             "He had worked for the newspaper since 19## and never saw the report that they wrote about him.",
                             "Last month nearly #.# million barrels were sold, two thirds of them to the same three companies."}
      : language == "fa" ? std::vector<std::string>{
                             "خانواده‌های قربانیان روز گذشته در برابر دادگاه گرد آمدند و از قاضیان پاسخ خواستند.",
                             "کمیسیون در ۱# شهریور ۱۳#۷ اعلام کرد که بیش از ##،### نفر در ۱۲ شهر بازداشت شده‌اند.",
                             "او از سال ۱۳#۰ برای این روزنامه کار می‌کرد و هرگز گزارشی را که درباره‌اش نوشته بودند ندید.",
                             "ماه گذشته نزدیک به # میلیون و ### هزار بشکه نفت فروخته شد که دو سوم آن به سه شرکت رسید."}
                         : std::vector<std::string>{
                             "تجمعت عائلات الضحايا أمام المحكمة وطالبت القضاة بالإجابة عن أسئلتها حول ما جرى لأبنائها.",
                             "أعلنت اللجنة في # أيلول/سبتمبر 20## أن أكثر من ##,### شخص اعتقلوا في اثنتي عشرة مدينة.",
                             "كان يعمل في الصحيفة منذ عام 19## ولم ير التقرير الذي كتبوه عنه بعد ذلك في الخارج.",
                             "في الشهر الماضي بيع نحو # ملايين و### ألف برميل وذهب ثلثاها إلى الشركات الثلاث نفسها."};
  std::vector<std::string> out;
  unsigned seed = 1;
  for (int i = 0; i < 400; ++i) {
    std::string s = patterns[static_cast<std::size_t>(i) % patterns.size()];
    for (char& c : s)
      if (c == '#') c = static_cast<char>('1' + (seed = seed * 1103515245U + 12345U) / 65536U % 9);
    out.push_back(s);
  }
  return out;
}

enum Stage { kWords, kRoles, kDates, kAll };

void run(benchmark::State& state, const std::string& language, Stage stage) {
  const auto texts = sentences(language);
  const Language tag = Language::parse(language);
  std::size_t bytes = 0;
  for (const auto& t : texts) bytes += t.size();
  std::vector<Anchor> dates;
  std::vector<Anchor> numbers;
  for (auto _ : state) {
    for (const auto& text : texts) {
      const Words words(text);
      if (stage == kWords) {
        benchmark::DoNotOptimize(words.size());
        continue;
      }
      const RoledWords roled(words, text, tag);
      dates.clear();
      numbers.clear();
      if (stage >= kDates) find_dates(roled, DateContext{18890}, dates);
      if (stage >= kAll) find_numbers(roled, dates, numbers);
      benchmark::DoNotOptimize(roled.candidates().size() + dates.size() + numbers.size());
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) * static_cast<std::int64_t>(bytes));
}

#define TARAZ_STAGES(language)                                 \
  BENCHMARK_CAPTURE(run, language##_words, #language, kWords); \
  BENCHMARK_CAPTURE(run, language##_roles, #language, kRoles); \
  BENCHMARK_CAPTURE(run, language##_dates, #language, kDates); \
  BENCHMARK_CAPTURE(run, language##_numbers, #language, kAll)

TARAZ_STAGES(en);
TARAZ_STAGES(fa);
TARAZ_STAGES(ar);

}  // namespace
}  // namespace taraz
