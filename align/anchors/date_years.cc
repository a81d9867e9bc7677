// Years, seasons, decades and centuries, and the calendar a year belongs to.
// Four digits from 1200 to 1500 are Jalali in Persian; in Arabic they are Hijri, and only with a sign of it
// (هـ, عام); in English they are plain. 1500 to 2100 is Gregorian. Tested by tests/align/anchors/dates.tsv.
#include <algorithm>
#include <array>
#include <cstdlib>
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
constexpr int kMeteorological[4][2] = {
    {3, 5}, {6, 8}, {9, 11}, {12, 14}};  // Gregorian months; 14 is February after

std::optional<DayRange> season_range(Calendar calendar, int year, int season) {
  if (calendar == Calendar::jalali) {
    const auto a = month_range(calendar, year, season * 3 - 2);
    const auto b = month_range(calendar, year, season * 3);
    return a && b ? std::optional(DayRange{a->first, b->last}) : std::nullopt;
  }
  const int first = kMeteorological[season - 1][0];
  const int last = kMeteorological[season - 1][1];
  const auto a = month_range(Calendar::gregorian, year, first);
  const auto b = month_range(Calendar::gregorian, year + (last > 12 ? 1 : 0), last > 12 ? last - 12 : last);
  return a && b ? std::optional(DayRange{a->first, b->last}) : std::nullopt;
}

}  // namespace

bool DateGrammar::english_word(std::size_t i) const {
  return w_.letters(i) && static_cast<unsigned char>(w_.folded(i)[0]) < 0x80;
}

bool DateGrammar::counts_something(std::size_t end) const {
  std::size_t i = end;
  if (w_.mark(i, '-') && w_.adjacent(i) && w_.letters(i + 1)) ++i;
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
    return before && w_.letters(first - 1) && jalali;
  }
  if (!(y.year >= 1800 && y.year <= 2100)) return false;
  return at_end || function_word || preposition;
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
  if (first->digits == 2 && !first->noun && first->era == Era::none) return std::nullopt;
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
  if (!years.empty() &&
      (w_.mark(sign, '-') || w_.is(sign, Role::range) ||
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
  if (!first->noun && first->era == Era::none && digits_first && !bare_year(*first)) return std::nullopt;
  for (const CalendarYear& y : years)
    if (const auto days = year_range(y.calendar, y.year))
      out.readings.push_back({*days, y.calendar, Granularity::year, y.certainty, {}});
  return out.readings.empty() ? std::nullopt : std::optional(out);
}

// A season whose year is not said: the one nearest to the document's day.
std::optional<DateMatch> DateGrammar::any_season(std::size_t begin, std::size_t end, int season) const {
  const Calendar calendar = own_calendar();
  if (!context_.document_day) {
    static constexpr std::array<std::string_view, 4> kJalali = {"--03-21/--06-21", "--06-22/--09-22",
                                                                "--09-23/--12-21", "--12-22/--03-20"};
    static constexpr std::array<std::string_view, 4> kGregorian = {"--03/--05", "--06/--08", "--09/--11",
                                                                   "--12/--02"};
    const auto days = season_range(calendar, calendar == Calendar::jalali ? 1378 : 2000, season);
    if (!days) return std::nullopt;
    const auto& values = calendar == Calendar::jalali ? kJalali : kGregorian;
    const std::string value(values[static_cast<std::size_t>(season - 1)]);
    return DateMatch{begin, end, {{*days, calendar, Granularity::recurring, 0.6, value}}};
  }
  const Day today = *context_.document_day;
  const int year = date_of(calendar, today).year;
  std::optional<DayRange> best;
  const auto distance = [&](const DayRange& r) { return std::abs((r.first + r.last) / 2 - today); };
  for (int y = year - 1; y <= year + 1; ++y)
    if (const auto r = season_range(calendar, y, season); r && (!best || distance(*r) < distance(*best)))
      best = r;
  if (!best) return std::nullopt;
  return DateMatch{begin, end, {{*best, calendar, Granularity::season, 0.6, {}}}};
}

std::optional<DateMatch> DateGrammar::season(std::size_t i) const {
  const RoleMatch season = w_.match(i, Role::season);
  if (!season) return std::nullopt;
  DateMatch out{i, season.next, {}};
  std::size_t end = season.next;
  if (const auto offset = relative_year(end, end)) {
    if (!context_.document_day) return any_season(i, end, season->value);
    const Calendar calendar = own_calendar();
    const int year = date_of(calendar, *context_.document_day).year + *offset;
    if (const auto days = season_range(calendar, year, season->value)) {
      out.readings.push_back({*days, calendar, Granularity::season, 0.9, {}});
      out.end = end;
      return out;
    }
  }
  const auto year = year_at(season.next, w_.persian());
  if (!year || (year->digits == 2 && !year->noun && counts_something(year->end)) ||
      (!year->noun && year->digits == 0)) {
    const bool opened =
        i > 0 && (w_.is(i - 1, Role::opener) || w_.folded_is(i - 1, "the") || w_.is(i - 1, Role::present) ||
                  w_.is(i - 1, Role::last) || w_.is(i - 1, Role::next));
    const bool other =
        english_word(i) && (season->value == 1 || w_.folded_is(i, "fall"));  // a spring, the fall
    if (!opened || other || season->has(WordRole::kWeak)) return std::nullopt;
    return any_season(i, season.next, season->value);
  }
  for (const CalendarYear& y : calendars_of(*year, Calendar::none, 1)) {
    if (y.calendar == Calendar::hijri) continue;
    if (const auto days = season_range(y.calendar, y.year, season->value))
      out.readings.push_back({*days, y.calendar, Granularity::season, y.certainty, {}});
  }
  out.end = year->end;
  return out.readings.empty() ? std::nullopt : std::optional(out);
}

std::optional<DateMatch> DateGrammar::decade(std::size_t i) const {
  DateMatch out{i, i + 1, {}};
  const auto add = [&](Calendar calendar, int first, int years, double certainty) {
    if (const auto days = years_range(calendar, first, first + years - 1))
      out.readings.push_back(
          {*days, calendar, years > 10 ? Granularity::range : Granularity::decade, certainty, {}});
    return out.readings.empty() ? std::nullopt : std::optional(out);
  };
  // 1980s, 80s, '80s, 1980's
  const bool apostrophe = i > 0 && w_.mark(i - 1, '\'') && w_.adjacent(i);
  const std::size_t digits = i;
  if (w_.digits(digits)) {
    std::size_t s = digits + 1;
    const bool possessive = w_.mark(s, '\'') && w_.adjacent(s);
    if (possessive && !(i > 0 && (w_.folded_is(i - 1, "the") || w_.is(i - 1, Role::opener))))
      return std::nullopt;
    if (possessive) ++s;
    if (!w_.folded_is(s, "s") || !w_.adjacent(s)) return std::nullopt;
    const std::string_view text = w_.folded(digits);
    if ((text.size() != 2 && text.size() != 4) || text.back() != '0') return std::nullopt;
    int first = std::stoi(std::string(text));
    out.end = s + 1;
    if (text.size() == 2) {
      if (first < 20 || (!apostrophe && !(i > 0 && w_.folded_is(i - 1, "the")))) return std::nullopt;
      return add(Calendar::gregorian, 1900 + first, 10, 0.7);
    }
    if (first < 1000 || first > 2100) return std::nullopt;
    return first % 100 == 0 && first < 2000 ? add(Calendar::gregorian, first, 100, 0.8)
                                            : add(Calendar::gregorian, first, 10, 1.0);
  }
  // "the eighties", "nineteen-eighties", "الثمانينيات", "عقد الثمانينات"
  std::size_t k = i;
  const RoleMatch noun = w_.match(k, Role::decade_noun);
  if (noun) k = noun.next;
  if (w_.folded_is(k, "of")) ++k;
  const bool nineteen = w_.folded_is(k, "nineteen");
  if (nineteen) k += w_.mark(k + 1, '-') ? 2 : 1;
  if (const RoleMatch name = w_.match(k, Role::decade_name)) {
    if (english_word(k) && !nineteen && !(i > 0 && w_.folded_is(i - 1, "the"))) return std::nullopt;
    out.end = name.next;
    // "من القرن الماضي", "القرن العشرين"
    std::size_t end = name.next;
    if (w_.folded_is(end, "من")) ++end;
    if (w_.is(end, Role::century_noun)) {
      const RoleMatch last = w_.match(end + 1, Role::last);
      const RoleMatch twenty = w_.match(end + 1, Role::number);
      if (last) out.end = last.next;
      if (twenty && twenty->value == 20) out.end = twenty.next;
    }
    return add(Calendar::gregorian, 1900 + name->value, 10, nineteen || noun ? 1.0 : 0.9);
  }
  if (!noun || nineteen) return std::nullopt;
  // "دهه ۶۰", "دههٔ ۱۹۸۰ میلادی", "دهه شصت", "عقد 1980", "دهه‌های ۶۰ و
  // ۷۰"
  const auto number = number_at(k);
  if (!number || number->ordinal || (number->in_digits && !number->plain_digits)) return std::nullopt;
  const auto whole = number->value.whole();
  if (!whole || *whole % 10 != 0 || *whole < 10) return std::nullopt;
  Year year;
  year.year = static_cast<int>(*whole > 3000 ? 0 : *whole);
  year.digits = year.year < 100 ? 2 : 4;
  year.noun = true;
  year.end = number->end;
  int last = year.year;
  if (noun->has(WordRole::kPlural) && w_.is(year.end, Role::joiner))
    if (const auto other = number_at(year.end + 1); other && !other->ordinal)
      if (const auto value = other->value.whole();
          value && *value > last && *value - last <= 50 && *value % 10 == 0) {
        last = static_cast<int>(*value);
        year.end = other->end;
      }
  year.era = era_at(year.end, year.end);
  out.end = year.end;
  const int years = last - year.year + 10;
  if (year.digits == 2) {
    if (year.era == Era::gregorian || !w_.persian())
      return add(Calendar::gregorian, 1900 + year.year, years, 0.9);
    return add(Calendar::jalali, 1300 + year.year, years, 1.0);
  }
  for (const CalendarYear& y : calendars_of(year, Calendar::none, 1))
    add(y.calendar, y.year, years, y.certainty);
  return out.readings.empty() ? std::nullopt : std::optional(out);
}

std::optional<DateMatch> DateGrammar::century(std::size_t i) const {
  DateMatch out{i, i + 1, {}};
  int century = 0;
  std::size_t end = 0;
  if (const RoleMatch noun = w_.match(i, Role::century_noun); noun && !english_word(i)) {
    if (noun->has(WordRole::kPlural)) return std::nullopt;
    const auto number = number_at(noun.next + (w_.folded_is(noun.next, "ال") ? 1 : 0));  // القرن الـ21
    if (!number || (number->in_digits && !number->plain_digits && !number->ordinal)) return std::nullopt;
    const auto whole = number->value.whole();
    if (!whole) return std::nullopt;
    century = static_cast<int>(*whole > 100 ? 0 : *whole);
    end = number->end;
  } else {
    const auto number = number_at(i);
    if (!number || !number->ordinal) return std::nullopt;
    const auto whole = number->value.whole();
    if (!whole || *whole > 100) return std::nullopt;
    century = static_cast<int>(*whole);
    end = number->end;
    if (w_.mark(end, '-')) ++end;
    const RoleMatch noun2 = w_.match(end, Role::century_noun);
    if (!noun2 || !english_word(end)) return std::nullopt;
    end = noun2.next;
  }
  if (century < 1 || century > 30) return std::nullopt;
  const Era era = era_at(end, end);
  out.end = end;
  const auto add = [&](Calendar calendar, int first, double certainty) {
    if (const auto days = years_range(calendar, first, first + 99))
      out.readings.push_back({*days, calendar, Granularity::century, certainty, {}});
  };
  const int first = (century - 1) * 100 + 1;
  const bool arabic = w_.arabic() && !w_.persian();
  if (era == Era::before_christ)
    add(Calendar::gregorian, 1 - century * 100, 1.0);
  else if (era == Era::jalali)
    add(Calendar::jalali, first, 1.0);
  else if (era == Era::lunar || (era == Era::hijri && (arabic || w_.english())))
    add(Calendar::hijri, first, 1.0);
  else if (era == Era::hijri) {
    add(Calendar::hijri, first, 0.6);
    add(Calendar::jalali, first, 0.4);
  } else if (era == Era::none && w_.persian() && century <= 14) {
    // Persian literary history counts in Hijri centuries.
    add(Calendar::hijri, first, 0.5);
    add(Calendar::gregorian, first, 0.5);
  } else {
    add(Calendar::gregorian, first, 1.0);
  }
  return out.readings.empty() ? std::nullopt : std::optional(out);
}

}  // namespace taraz
