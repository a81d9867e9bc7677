// Years, and the calendar a year belongs to.
// Four digits from 1200 to 1500 are Jalali in Persian; in Arabic they are Hijri, and only with a sign of it
// (هـ, عام); in English they are plain. 1500 to 2100 is Gregorian. Tested by tests/align/anchors/dates.tsv.
#include <algorithm>
#include <array>
#include <string>

#include "align/anchors/date_grammar.h"

namespace taraz {
namespace {

// The years of the text's era that a Gregorian-numbered year stands for in a month of another calendar:
// 3 Shahrivar 2002 is in 1381, 20 Bahman 2002 in 1380.
int jalali_year_of(int gregorian, int month) { return gregorian - (month <= 9 ? 621 : 622); }
int hijri_year_of(int gregorian, int month) {
  int year = (gregorian - 622) * 33 / 32;
  while (true) {
    const auto range = month_range(Calendar::hijri, year, month);
    if (!range || date_of(Calendar::gregorian, (range->first + range->last) / 2).year >= gregorian)
      return year;
    ++year;
  }
}

constexpr int kLastLikelyJalali = 1425;

}  // namespace

bool DateGrammar::english_word(std::size_t i) const {
  return w_.letters(i) && static_cast<unsigned char>(w_.folded(i)[0]) < 0x80;
}

bool DateGrammar::counts_something(std::size_t end) const {
  std::size_t i = end;
  if (w_.mark(i, '-') && w_.adjacent(i) && w_.letters(i + 1)) ++i;
  if (w_.persian() && w_.is(i, Role::counter) && w_.letters(i + 1) && w_.folded(i + 1).starts_with("شد"))
    return false;  // «در آبان ۹۸ کشته شدند»
  if (w_.is(i, Role::counter) || w_.is(i, Role::magnitude) || w_.is(i, Role::multiple)) return true;
  const RoleMatch unit = w_.match(i, Role::unit);
  return unit && !unit->has(WordRole::kBefore) && !unit->has(WordRole::kJoined);
}

// 1,400  1400.5  3-1400  1400/5
bool DateGrammar::part_of_longer_number(std::size_t i) const {
  const auto joins = [&](std::size_t sign) {
    if (!w_.mark(sign) || !w_.adjacent(sign) || !w_.adjacent(sign + 1)) return false;
    const std::string_view s = w_.words()[sign].span.of(w_.text());
    return s == "," || s == "." || s == "٫" || s == "٬" || s == "/" || s == "،" || s == ":" || s == "'" ||
           s == "_";
  };
  // but 2020/21 is a season
  if (w_.digits(i) && w_.folded(i).size() == 4 && w_.mark(i + 1, '/') && w_.adjacent(i + 2) &&
      w_.digits(i + 2) && w_.folded(i + 2).size() == 2 && w_.english() &&
      (std::stoi(std::string(w_.folded(i))) + 1) % 100 == std::stoi(std::string(w_.folded(i + 2))))
    return false;
  if (w_.digits(i + 2) && joins(i + 1)) return true;
  return i >= 2 && w_.digits(i - 2) && joins(i - 1);
}

Era DateGrammar::era_at(std::size_t i, std::size_t& end) const {
  std::size_t k = i;
  const bool bracket = w_.mark(k, '(');
  if (bracket) ++k;
  const RoleMatch era = w_.match(k, Role::era);
  if (!era) return Era::none;
  const bool english = english_word(k);
  if (english && !w_.words()[k].upper) return Era::none;
  std::size_t next = era.next;
  if (bracket) {
    if (!w_.mark(next, ')')) return Era::none;
    ++next;
  } else if (era->has(WordRole::kWeak) && !w_.adjacent(k) && next < w_.size() && !w_.mark(next)) {
    return Era::none;  // "۱۳۶۷ م ..."
  }
  end = next;
  return static_cast<Era>(era->value);
}

std::optional<DateGrammar::Year> DateGrammar::year_at(std::size_t i, bool two_digits) const {
  Year out;
  out.begin = i;
  std::size_t k = i;
  // "of", "من", "از" before the noun or the year
  if (w_.folded_is(k, "of") || w_.folded_is(k, "من") || w_.folded_is(k, "از") || w_.folded_is(k, "in")) ++k;
  if (w_.folded_is(k, "the") && w_.is(k + 1, Role::year_noun)) ++k;
  if (const RoleMatch noun = w_.match(k, Role::year_noun)) {
    if (noun->has(WordRole::kJoined) && k != i) return std::nullopt;
    out.noun = true;
    out.plural = noun->has(WordRole::kPlural);
    k = noun.next;
    if (w_.folded_is(k, "of")) ++k;
  } else if (k != i && !w_.folded_is(k - 1, "of") && !w_.digits(k)) {
    return std::nullopt;
  }
  if (w_.mark(k, '\'') && w_.adjacent(k + 1) && w_.digits(k + 1) && w_.folded(k + 1).size() == 2) {
    out.apostrophe = true;
    ++k;
  }
  if (w_.digits(k)) {
    const std::string_view digits = w_.folded(k);
    if (digits.size() > 4 || part_of_longer_number(k)) return std::nullopt;
    out.digits = static_cast<int>(digits.size());
    out.year = std::stoi(std::string(digits));
    out.end = k + 1;
    if (out.digits == 1 || out.year == 0) return std::nullopt;
    // '88, but not the quotation mark of '88 people'
    if (out.digits == 2 && k == i && k > 0 && w_.mark(k - 1, '\'') && w_.adjacent(k) && w_.english())
      out.apostrophe = !counts_something(out.end) && (out.end >= w_.size() || !w_.mark(out.end, '\''));
  } else {
    const auto number = number_at(k);
    if (!number || number->in_digits || number->ordinal) return std::nullopt;
    const auto whole = number->value.whole();
    if (!whole || *whole < 10 || *whole > 2100) return std::nullopt;
    if (*whole >= 100 && *whole < 1000) return std::nullopt;
    out.year = static_cast<int>(*whole);
    out.digits = *whole < 100 ? 2 : 0;
    out.end = number->end;
  }
  out.era = era_at(out.end, out.end);
  if (out.digits == 2 && !out.apostrophe && out.era == Era::none &&
      !(two_digits && (out.noun ? w_.persian() : true)))
    return std::nullopt;
  if (out.digits == 3 && out.era == Era::none && !(out.noun && w_.persian())) return std::nullopt;
  return out;
}

std::vector<DateGrammar::CalendarYear> DateGrammar::calendars_of(const Year& y, Calendar month_calendar,
                                                                 int month) const {
  const int year = y.year;
  const bool arabic = w_.arabic() && !w_.persian();
  switch (y.era) {
    case Era::gregorian:
      return {{Calendar::gregorian, year, 1.0}};
    case Era::before_christ:
      return {{Calendar::gregorian, 1 - year, 1.0}};
    case Era::jalali:
      return {{Calendar::jalali, y.digits == 2 ? 1300 + year : year, 1.0}};
    case Era::lunar:
      return {{Calendar::hijri, year, 1.0}};
    case Era::hijri:
      if (month_calendar == Calendar::hijri || w_.english() || arabic) return {{Calendar::hijri, year, 1.0}};
      return {{Calendar::jalali, year, 1.0}};
    case Era::none:
      break;
  }
  if (y.digits == 2) {
    if (y.apostrophe) return {{Calendar::gregorian, year <= 35 ? 2000 + year : 1900 + year, 0.8}};
    if (month_calendar == Calendar::jalali || (month_calendar == Calendar::none && w_.persian()))
      return {{Calendar::jalali, year < 10 ? 1400 + year : 1300 + year, 0.9}};
    return {};
  }
  switch (month_calendar) {
    case Calendar::jalali:
      if (year >= 1500 && year <= 2200) return {{Calendar::jalali, jalali_year_of(year, month), 0.9}};
      if (year >= 2500 && year <= 2560)
        return {{Calendar::jalali, year - 1180, 0.9}};  // imperial years of 1355-1357
      return year <= 1500 ? std::vector<CalendarYear>{{Calendar::jalali, year, 1.0}}
                          : std::vector<CalendarYear>{};
    case Calendar::hijri:
      if (year >= 1600) return {{Calendar::hijri, hijri_year_of(year, month), 0.9}};
      return {{Calendar::hijri, year, 1.0}};
    case Calendar::gregorian:
      if (w_.persian() && year >= 1250 && year < 1450)
        return {{Calendar::gregorian, year + (month >= 4 ? 621 : 622), 0.8}};
      return {{Calendar::gregorian, year, 1.0}};
    case Calendar::none:
      break;
  }
  if (year >= 1500 && year <= 2200) return {{Calendar::gregorian, year, 1.0}};
  // From here on a year is more likely a lunar one than one to come.
  if (w_.persian() && year > kLastLikelyJalali && year < 1460)
    return {{Calendar::hijri, year, 0.6}, {Calendar::jalali, year, 0.4}};
  if (w_.persian() && year >= 1200 && year <= kLastLikelyJalali) return {{Calendar::jalali, year, 1.0}};
  if (w_.persian() && year >= 2535 && year <= 2537) return {{Calendar::jalali, year - 1180, 0.8}};
  if (arabic && y.noun && year >= 1300 && year < 1500)
    return {{Calendar::hijri, year, 0.5}, {Calendar::gregorian, year, 0.5}};
  if (w_.english() && y.noun && year >= 1250 && year < 1450)
    return {{Calendar::jalali, year, 0.5}, {Calendar::gregorian, year, 0.5}};
  if (y.noun && year >= 100) return {{Calendar::gregorian, year, 0.9}};
  return {};
}

// Whether four digits without any word for year are one: by the words around them.
bool DateGrammar::bare_year(const Year& y) const {
  const std::size_t first = y.begin;
  if (y.digits != 4) return false;
  if (counts_something(y.end)) return false;
  const bool before = first > 0;
  if (before && w_.is(first - 1, Role::not_year)) return false;
  if (first > 1 && w_.mark(first - 1, '.') && w_.is(first - 2, Role::not_year)) return false;  // No. 1988
  if (before) {
    const RoleMatch unit = w_.match(first - 1, Role::unit);
    if (unit && unit->has(WordRole::kBefore)) return false;
    if (w_.mark(first - 1, '#') || w_.mark(first - 1, '+')) return false;
    // F-2000, A2000
    if (w_.adjacent(first) && english_word(first - 1)) return false;
    if (first > 1 && w_.mark(first - 1, '-') && w_.adjacent(first) && w_.adjacent(first - 1) &&
        english_word(first - 2) && !w_.is(first - 2, Role::opener))
      return false;
  }
  const bool preposition = before && w_.is(first - 1, Role::before_year);
  const bool at_end = y.end >= w_.size() || w_.mark(y.end);
  const bool function_word = w_.is(y.end, Role::after_year);
  if (w_.english()) {
    if (w_.is(y.end, Role::month) && w_.words()[y.end].upper) return false;
    const bool likely = y.year >= 1900 && y.year <= 2050;
    if (!likely && !(y.year >= 1500 && y.year <= 2100 && preposition && (at_end || function_word)))
      return false;
    if (y.end < w_.size() && w_.letters(y.end) && !function_word) {
      const std::string_view next = w_.folded(y.end);
      if (w_.adjacent(y.end)) return false;  // 2000s, 1988m
      // "2000 workers": a plural; "the 1988 massacre", "the 2004 Olympics" are years.
      const bool plural =
          next.size() > 3 && next.ends_with('s') && !next.ends_with("ss") && !next.ends_with("'s");
      if (plural && !w_.words()[y.end].upper) return false;
    }
    return true;
  }
  if (y.end < w_.size() && w_.adjacent(y.end) && w_.letters(y.end)) return false;
  if (w_.persian()) {
    const bool jalali = y.year >= 1250 && y.year <= 1450;
    if (!jalali && !(y.year >= 1800 && y.year <= 2100)) return false;
    if (at_end || function_word) return true;
    if (preposition) return true;
    return before && w_.letters(first - 1) && (jalali || y.year % 50 != 0);  // «قرارداد ۱۹۷۵ الجزایر»
  }
  if (!(y.year >= 1800 && y.year <= 2100)) return false;
  return at_end || function_word || preposition ||
         (before && w_.letters(first - 1) && y.year >= 1900 && y.year <= 2050 && y.year % 50 != 0);
}

std::optional<DateMatch> DateGrammar::year(std::size_t i) const {
  auto first = year_at(i, true);
  if (!first) return std::nullopt;
  if (first->noun && w_.digits(i)) return std::nullopt;
  if (!first->noun && first->begin != i) return std::nullopt;
  const bool digits_first = w_.digits(i);
  if (!first->noun && !digits_first && !first->apostrophe) {
    // Spelled, without a noun: only what nobody would count with.
    if (first->era == Era::none && !(w_.english() && first->year >= 1100 && first->year <= 2100 &&
                                     first->end - i <= 4 && !w_.is(i + 1, Role::magnitude)))
      return std::nullopt;
  }
  if (first->digits == 2 && !first->noun && first->era == Era::none) {
    // «انقلاب ۵۷», «متولد ۴۵»
    const bool event = w_.persian() && digits_first && first->year >= 20 && i > 0 && w_.is(i - 1, Role::event) &&
                       !counts_something(first->end) && !part_of_longer_number(i);
    const auto days = event ? year_range(Calendar::jalali, 1300 + first->year) : std::nullopt;
    if (!days) return std::nullopt;
    return DateMatch{i, first->end, {{*days, Calendar::jalali, Granularity::year, 0.8, {}}}};
  }
  if (first->digits == 3 && first->era == Era::none && !first->noun) return std::nullopt;
  if (first->noun && english_word(i) && first->digits != 4 && first->era == Era::none) return std::nullopt;
  if (first->noun && w_.arabic() && !w_.persian() && first->digits > 0 && first->digits < 4 &&
      first->era == Era::none)
    return std::nullopt;
  if (first->noun && first->digits == 2 && counts_something(first->end)) return std::nullopt;
  if (first->digits == 2 && w_.mark(first->end, '%')) return std::nullopt;

  DateMatch out{i, first->end, {}};
  const auto years = calendars_of(*first, Calendar::none, 1);
  // "1988-1990", "۱۳۶۰ تا ۱۳۶۷", "1987–88"
  const std::size_t sign = first->end;
  const bool between = i > 0 && (w_.folded_is(i - 1, "between") || w_.folded_is(i - 1, "بین"));
  if (!years.empty() &&
      (w_.mark(sign, '-') || w_.is(sign, Role::range) || (between && w_.is(sign, Role::joiner)) ||
       (w_.mark(sign, '/') && w_.adjacent(sign) && w_.adjacent(sign + 1))) &&
      first->digits >= 2 && first->era == Era::none) {
    std::size_t k = sign + 1;
    if (w_.is(k, Role::year_noun)) k = w_.match(k, Role::year_noun).next;
    if (w_.digits(k) && (!part_of_longer_number(k) || w_.mark(sign, '/'))) {
      const std::string_view digits = w_.folded(k);
      // 2001-09 is a month of ISO 8601, 2008-09 two years
      if (w_.mark(sign, '-') && w_.adjacent(k) && digits.size() == 2 && digits[0] <= '1' &&
          first->digits == 4 && !first->noun && first->year >= 1500 &&
          std::stoi(std::string(digits)) != (first->year + 1) % 100)
        if (const auto days = month_range(Calendar::gregorian, first->year, std::stoi(std::string(digits)))) {
          out.end = k + 1;
          out.readings.push_back({*days, Calendar::gregorian, Granularity::month, 0.7, {}});
          return out;
        }
      int second = std::stoi(digits.size() > 4 ? "0" : std::string(digits));
      std::size_t end = k + 1;
      if (digits.size() == 2 && first->digits == 4) second += first->year / 100 * 100;
      const bool ordered =
          second > first->year && second - first->year < 200 &&
          (digits.size() == 4 || (digits.size() == 2 && (first->noun || !counts_something(end))));
      if (ordered && static_cast<int>(digits.size()) <= std::max(first->digits, 2)) {
        Year range = *first;
        range.end = end;
        range.era = era_at(end, range.end);
        const bool counts = first->noun || range.era != Era::none || bare_year(range);
        if (counts) {
          const auto with_era = calendars_of(range, Calendar::none, 1);
          for (const CalendarYear& y : with_era)
            if (const auto days = years_range(y.calendar, y.year, y.year + second - first->year))
              out.readings.push_back({*days, y.calendar, Granularity::range, y.certainty, {}});
          out.end = range.end;
          if (!out.readings.empty()) return out;
        }
      }
    }
  }
  // "in 1360 (1981)": each says what the other is
  if (digits_first && first->digits == 4 && first->era == Era::none && first->year >= 1250 &&
      first->year <= 1450 && w_.mark(first->end, '(') && w_.digits(first->end + 1) &&
      w_.folded(first->end + 1).size() == 4 && w_.mark(first->end + 2, ')')) {
    const int apart = std::stoi(std::string(w_.folded(first->end + 1))) - first->year;
    const auto days = year_range(Calendar::jalali, first->year);
    if ((apart == 621 || apart == 622) && days)
      return DateMatch{i, first->end, {{*days, Calendar::jalali, Granularity::year, 1.0, {}}}};
  }
  if (!first->noun && first->era == Era::none && digits_first && !bare_year(*first)) return std::nullopt;
  for (const CalendarYear& y : years)
    if (const auto days = year_range(y.calendar, y.year))
      out.readings.push_back({*days, y.calendar, Granularity::year, y.certainty, {}});
  return out.readings.empty() ? std::nullopt : std::optional(out);
}

}  // namespace taraz
