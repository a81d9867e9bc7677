// Throughput of all anchor finders together, and of the comparison of names. MB are 10^6 bytes of UTF-8 text.
// Run: build/bench/bench/anchors_bench; the text is made here, of sentences of the author's own.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "align/anchors/anchor_finder.h"
#include "align/anchors/name_similarity.h"

namespace {

const std::vector<std::string>& sentences(const std::string& language) {
  static const std::vector<std::string> fa = {
      "رئیس کمیسیون امور خارجه شورای ملی مقاومت ایران روز جمعه ۲۰ شهریور ۱۳۸۰ در پاریس گفت که بیش از ۳۰ هزار "
      "تن جان باختند.",
      "در این دیدار که در ساختمان قدیمی شهرداری برگزار شد، نمایندگان مردم درباره راه‌های تازه برای ساختن "
      "مدرسه‌ها سخن گفتند.",
      "به گفته این پژوهشگر، گونه‌های کوچک ماهی در رودخانه‌های کوهستانی بیشتر از آنچه پیشتر گمان می‌رفت "
      "زندگی می‌کنند.",
      "علی عراقچی در نامه‌ای به دبیرکل سازمان ملل نوشت که ماده ۱۲ میثاق اجرا نشده است و باید پاسخگو "
      "بود."};
  static const std::vector<std::string> ar = {
      "قالت منظمة العفو الدولية في ١١ أيلول/سبتمبر ٢٠٠١ إن أكثر من ثلاثين ألف شخص شاركوا في المظاهرة الكبيرة "
      "وسط العاصمة.",
      "وأضاف الباحث أن الأسماك الصغيرة تعيش في الأنهار الجبلية أكثر مما كان يعتقد من قبل، ولذلك يجب حماية "
      "هذه المناطق.",
      "وفي هذا اللقاء الذي عقد في مبنى البلدية القديم تحدث ممثلو الناس عن طرق جديدة لبناء المدارس "
      "والمستشفيات.",
      "كتب علي عراقجي رسالة إلى الأمين العام للأمم المتحدة جاء فيها أن المادة 12 من العهد لم تنفذ بعد."};
  static const std::vector<std::string> en = {
      "Amnesty International said on 11 September 2001 that more than 30,000 people had taken part in the "
      "march in Paris.",
      "According to this researcher, the smaller kinds of fish live in mountain rivers far more often than "
      "was thought before.",
      "At the meeting, held in the old town hall, the people's representatives spoke of new ways to build "
      "schools and clinics.",
      "Ali Araghchi wrote to the Secretary-General of the United Nations that Article 12 of the Covenant was "
      "not in force."};
  return language == "fa" ? fa : language == "ar" ? ar : en;
}

void find_all(benchmark::State& state, const std::string& language) {
  const taraz::AnchorFinder finder({.language = taraz::Language::parse(language), .document_day = 18890});
  std::vector<taraz::Anchor> anchors;
  std::size_t bytes = 0, found = 0;
  for (auto _ : state)
    for (const std::string& s : sentences(language)) {
      anchors.clear();
      finder.find(s, taraz::Words(s), anchors);
      bytes += s.size();
      found += anchors.size();
    }
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void tokenise(benchmark::State& state, const std::string& language) {
  std::size_t bytes = 0, found = 0;
  for (auto _ : state)
    for (const std::string& s : sentences(language)) {
      found += taraz::Words(s).size();
      bytes += s.size();
    }
  benchmark::DoNotOptimize(found);
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void only(benchmark::State& state, const std::string& language, taraz::AnchorKind kind) {
  taraz::AnchorOptions options{.language = taraz::Language::parse(language), .document_day = 18890};
  options.kinds = {kind};
  const taraz::AnchorFinder finder(options);
  std::vector<taraz::Words> words;
  for (const std::string& s : sentences(language)) words.emplace_back(s);
  std::vector<taraz::Anchor> anchors;
  std::size_t bytes = 0;
  for (auto _ : state)
    for (std::size_t i = 0; i < words.size(); ++i) {
      anchors.clear();
      finder.find(sentences(language)[i], words[i], anchors);
      bytes += sentences(language)[i].size();
    }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void compare_names(benchmark::State& state) {
  using taraz::NameScript;
  std::vector<taraz::NameKey> en, fa;
  for (const char* n : {"Araghchi", "Churchill", "Boroujerd", "Guadalajara", "Tolstoy", "Khorramabad"})
    en.push_back(taraz::make_name_key(n, NameScript::latin));
  for (const char* n : {"عراقچی", "چرچیل", "بروجرد", "گوادالاخارا", "تولستوی", "خرم‌آباد"})
    fa.push_back(taraz::make_name_key(n, NameScript::persian));
  float sum = 0;
  std::size_t pairs = 0;
  for (auto _ : state)
    for (const auto& a : en)
      for (const auto& b : fa) sum += taraz::name_evidence(a, b), ++pairs;
  benchmark::DoNotOptimize(sum);
  state.SetItemsProcessed(static_cast<std::int64_t>(pairs));
}

void make_keys(benchmark::State& state) {
  std::size_t size = 0, names = 0;
  for (auto _ : state)
    for (const char* n : {"عراقچی", "چرچیل", "بروجرد", "گوادالاخارا", "تولستوی", "خرم‌آباد"})
      size += taraz::make_name_key(n, taraz::NameScript::persian).form.size, ++names;
  benchmark::DoNotOptimize(size);
  state.SetItemsProcessed(static_cast<std::int64_t>(names));
}

BENCHMARK_CAPTURE(find_all, fa, "fa");
BENCHMARK_CAPTURE(find_all, ar, "ar");
BENCHMARK_CAPTURE(find_all, en, "en");
BENCHMARK_CAPTURE(tokenise, fa, "fa");
BENCHMARK_CAPTURE(tokenise, ar, "ar");
BENCHMARK_CAPTURE(tokenise, en, "en");
BENCHMARK_CAPTURE(only, fa_dates_numbers, "fa", taraz::AnchorKind::number);
BENCHMARK_CAPTURE(only, en_dates_numbers, "en", taraz::AnchorKind::number);
BENCHMARK_CAPTURE(only, fa_names, "fa", taraz::AnchorKind::name);
BENCHMARK_CAPTURE(only, ar_names, "ar", taraz::AnchorKind::name);
BENCHMARK_CAPTURE(only, en_names, "en", taraz::AnchorKind::name);
BENCHMARK(compare_names);
BENCHMARK(make_keys);

}  // namespace
