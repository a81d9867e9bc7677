// Seasons, decades and centuries. A season is three months of the calendar its year belongs to: Jalali seasons begin with
// the first, fourth, seventh and tenth month, Gregorian ones are the meteorological ones.
// Tested by tests/align/anchors/dates.tsv.
#include <array>
#include <cstdlib>
#include <string>

#include "align/anchors/date_grammar.h"

namespace taraz {
namespace {

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
    const bool present = i > 0 && (w_.is(i - 1, Role::present) || w_.is(i - 1, Role::last) ||
                                   w_.is(i - 1, Role::next));
    const bool other =
        english_word(i) && (season->value == 1 || w_.folded_is(i, "fall"));  // a spring, the fall
    if (!opened || ((other || season->has(WordRole::kWeak)) && !present)) return std::nullopt;
    return any_season(i, season.next, season->value);
  }
  for (const CalendarYear& y : calendars_of(*year, Calendar::none, 1)) {
    if (y.calendar == Calendar::hijri) continue;
    if (const auto days = season_range(y.calendar, y.year, season->value))
      out.readings.push_back({*days, y.calendar, Granularity::season, y.certainty, {}});
  }
  out.end = year->end;
  // "the winter of 1978-79"
  if (year->digits == 4 && (w_.mark(out.end, '-') || w_.mark(out.end, '/')) && w_.adjacent(out.end) &&
      w_.adjacent(out.end + 1) && w_.digits(out.end + 1)) {
    const int next = std::stoi("0" + std::string(w_.folded(out.end + 1).substr(0, 4)));
    if (next == year->year + 1 || next == (year->year + 1) % 100) out.end += 2;
  }
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
