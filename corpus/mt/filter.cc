// The rules of UnitFilter, from cheap to dear: a unit is dropped by the first that applies, so counts add up.
// Ideas: Bicleaner's hard rules (Sanchez-Cartagena et al. 2018) and OpusFilter (Aulamo et al. 2020), with the
// anchors as a rule that they lack. Tested by tests/corpus/mt/filter_test.cc.
#include "corpus/mt/filter.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "corpus/mt/duplicates.h"
#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::array<std::string_view, kDropReasons> kNames{
    "empty",       "encoding", "identical",      "few-letters", "length-ratio",  "language",
    "boilerplate", "anchors",  "low-confidence", "duplicate",   "near-duplicate"};

std::pair<std::string_view, double FilterThresholds::*> const kLimits[] = {
    {"min-letter-share", &FilterThresholds::min_letter_share},
    {"max-ratio-deviation", &FilterThresholds::max_ratio_deviation},
    {"min-language-share", &FilterThresholds::min_language_share},
    {"min-language-margin", &FilterThresholds::min_language_margin},
    {"max-contradicting", &FilterThresholds::max_contradicting},
    {"min-score", &FilterThresholds::min_score},
    {"near-similarity", &FilterThresholds::near_similarity},
};

// A text that is nothing but an address: one word with "://" or "www." in front, or an e-mail address.
bool is_bare_address(std::string_view text) {
  text = trim(text);
  if (text.find(' ') != std::string_view::npos || text.size() < 5) return false;
  return text.find("://") != std::string_view::npos || text.starts_with("www.") ||
         (text.find('@') != std::string_view::npos && text.find('.') != std::string_view::npos);
}

// Copyright lines and runs of separators as menus have them.
bool is_boilerplate(std::string_view text) {
  if (is_bare_address(text)) return true;
  const std::string folded = fold(text);
  for (std::string_view mark : {"©", "all rights reserved", "(c) 19", "(c) 20"})
    if (folded.find(mark) != std::string::npos && folded.size() < 200) return true;
  std::size_t bars = 0, words = 1;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    bars += folded[i] == '|' || folded.compare(i, 2, "\xC2\xB7") == 0 ||
            folded.compare(i, 3, "\xE2\x80\xA2") == 0;
    words += folded[i] == ' ';
  }
  return bars >= 3 && bars * 3 >= words / 2;
}

double log_ratio(std::string_view a, std::string_view b) {
  return std::log((static_cast<double>(count_code_points(a)) + 1) /
                  (static_cast<double>(count_code_points(b)) + 1));
}

double median(std::vector<double>& values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

}  // namespace

std::string_view name_of(DropReason reason) { return kNames[static_cast<std::size_t>(reason)]; }

std::optional<DropReason> drop_reason_of(std::string_view name) {
  for (std::size_t i = 0; i < kDropReasons; ++i)
    if (kNames[i] == name) return static_cast<DropReason>(i);
  return std::nullopt;
}

FilterThresholds FilterThresholds::builtin() {
  FilterThresholds out;
  out.change(data_file("corpus/filter.tsv"), "data/corpus/filter.tsv");
  return out;
}

void FilterThresholds::change(std::string_view table, const std::string& name) {
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = std::min(table.find('\n', begin), table.size());
    const std::string_view row = trim(table.substr(begin, end - begin));
    begin = end + 1;
    ++line;
    if (row.empty() || row.starts_with('#')) continue;
    const std::size_t tab = std::min(row.find('\t'), row.size());
    const std::string_view key = row.substr(0, tab);
    std::string_view value = row.substr(std::min(tab + 1, row.size()));
    value = trim(value.substr(0, value.find('\t')));
    const auto* limit =
        std::find_if(std::begin(kLimits), std::end(kLimits), [&](const auto& l) { return l.first == key; });
    if (limit == std::end(kLimits))
      throw FormatError(name, line, 1,
                        "there is no limit '" + std::string(key) + "'; see data/corpus/filter.tsv");
    double number = 0;
    const auto [rest, error] = std::from_chars(value.data(), value.data() + value.size(), number);
    if (error != std::errc() || rest != value.data() + value.size() || number < 0)
      throw FormatError(name, line, 0, "'" + std::string(value) + "' is not a number of 0 or more");
    this->*(limit->second) = number;
  }
}

struct UnitFilter::State {
  FilterThresholds limits;
  DuplicateScope scope;
  LanguageJudge language;
  AnchorJudge anchors;
  std::array<bool, kDropReasons> enabled{};
  std::map<std::pair<std::string, std::string>, LengthRatio> ratios;
  DuplicateFinder pair, source, target;

  bool on(DropReason reason) const { return enabled[static_cast<std::size_t>(reason)]; }
  bool odd_length(const Variant& a, const Variant& b) const;
  bool wrong_language(const Variant& v) const;
  Seen seen(const TranslationUnit& unit);
};

UnitFilter::UnitFilter(FilterThresholds thresholds, DuplicateScope scope, LanguageJudge language,
                       AnchorJudge anchors)
    : state_(new State{thresholds,
                       scope,
                       std::move(language),
                       std::move(anchors),
                       {},
                       {},
                       DuplicateFinder(thresholds.near_similarity),
                       DuplicateFinder(0.0),
                       DuplicateFinder(0.0)}) {
  state_->enabled.fill(true);
}

UnitFilter::~UnitFilter() = default;

void UnitFilter::disable(DropReason reason) { state_->enabled[static_cast<std::size_t>(reason)] = false; }

void UnitFilter::calibrate(std::span<const TranslationUnit> units) {
  std::map<std::pair<std::string, std::string>, std::vector<double>> values;
  for (const TranslationUnit& unit : units)
    for (std::size_t a = 0; a < unit.variants.size(); ++a)
      for (std::size_t b = a + 1; b < unit.variants.size(); ++b)
        if (!unit.variants[a].text.empty() && !unit.variants[b].text.empty())
          values[{unit.variants[a].language.tag(), unit.variants[b].language.tag()}].push_back(
              log_ratio(unit.variants[a].text, unit.variants[b].text));
  for (auto& [pair, list] : values) {
    LengthRatio ratio;
    ratio.centre = median(list);
    for (double& v : list) v = std::abs(v - ratio.centre);
    ratio.spread =
        std::max(0.15, 1.4826 * median(list));  // of a normal distribution, from the median deviation
    state_->ratios[pair] = ratio;
  }
}

// Short texts vary more: a spread of s at 100 characters is about s * sqrt(1 + 20/10) at 10.
bool UnitFilter::State::odd_length(const Variant& a, const Variant& b) const {
  const auto it = ratios.find({a.language.tag(), b.language.tag()});
  if (it == ratios.end()) return false;
  const double length = 0.5 * static_cast<double>(count_code_points(a.text) + count_code_points(b.text));
  const double spread = it->second.spread * std::sqrt(1.0 + 20.0 / (length + 1.0));
  return std::abs(log_ratio(a.text, b.text) - it->second.centre) > limits.max_ratio_deviation * spread;
}

bool UnitFilter::State::wrong_language(const Variant& v) const {
  if (script_share(v.text, v.language) < limits.min_language_share) return true;
  if (!language) return false;
  const auto [tag, confidence] = language(v.text);
  return !tag.empty() && tag != v.language.base() && confidence >= limits.min_language_margin;
}

Seen UnitFilter::State::seen(const TranslationUnit& unit) {
  Seen worst = Seen::no;
  const auto look = [&](DuplicateFinder& finder, std::string_view text) {
    worst = std::max(worst, finder.add(text));
  };
  if (scope == DuplicateScope::none) return worst;
  std::string all;
  for (const Variant& v : unit.variants) all += v.text + '\n';
  if (scope == DuplicateScope::source || scope == DuplicateScope::either)
    look(source, unit.variants.front().text);
  if (scope == DuplicateScope::target || scope == DuplicateScope::either)
    look(target, unit.variants.back().text);
  look(pair, all);
  return worst;
}

std::optional<DropReason> UnitFilter::judge(const TranslationUnit& unit) {
  State& s = *state_;
  const std::vector<Variant>& sides = unit.variants;
  const auto any = [&](auto rule) { return std::any_of(sides.begin(), sides.end(), rule); };
  const auto any_pair = [&](auto rule) {
    for (std::size_t a = 0; a < sides.size(); ++a)
      for (std::size_t b = a + 1; b < sides.size(); ++b)
        if (rule(sides[a], sides[b])) return true;
    return false;
  };
  using enum DropReason;
  if (s.on(empty) && (sides.size() < 2 || any([](const Variant& v) { return trim(v.text).empty(); })))
    return empty;
  if (s.on(encoding) && any([](const Variant& v) { return has_encoding_damage(v.text); })) return encoding;
  if (s.on(identical) &&
      any_pair([](const Variant& a, const Variant& b) { return trim(a.text) == trim(b.text); }))
    return identical;
  if (s.on(few_letters) &&
      any([&](const Variant& v) { return letter_share(v.text) < s.limits.min_letter_share; }))
    return few_letters;
  if (s.on(length_ratio) && any_pair([&](const Variant& a, const Variant& b) { return s.odd_length(a, b); }))
    return length_ratio;
  if (s.on(DropReason::language) && any([&](const Variant& v) { return s.wrong_language(v); }))
    return DropReason::language;
  if (s.on(boilerplate) && any([](const Variant& v) { return is_boilerplate(v.text); })) return boilerplate;
  if (s.on(DropReason::anchors) && s.anchors && any_pair([&](const Variant& a, const Variant& b) {
        return s.anchors(a, b) > s.limits.max_contradicting;
      }))
    return DropReason::anchors;
  if (s.on(low_confidence) && unit.score && *unit.score < s.limits.min_score) return low_confidence;
  if (s.on(duplicate) || s.on(near_duplicate)) {
    const Seen seen = s.seen(unit);
    if (seen == Seen::exact && s.on(duplicate)) return duplicate;
    if (seen == Seen::near && s.on(near_duplicate)) return near_duplicate;
  }
  return std::nullopt;
}

}  // namespace taraz
