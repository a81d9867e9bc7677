// Dates with the name of a month. The name counts only with company, because most names are other words too
// (می, مهر, دی, May, آب): the table's flags say how much company. Tested by tests/align/anchors/dates.tsv.
#include <cstdlib>
#include <string>

#include "align/anchors/date_grammar.h"

namespace taraz {
namespace {

constexpr int kReferenceJalaliYear = 1378;  // 1 Farvardin is 21 March, as in most years

std::string two_digits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

bool comma(const RoledWords& w, std::size_t i) { return w.mark(i, ',') || w.folded_is(i, "،"); }

}  // namespace

std::optional<DateGrammar::DayNumber> DateGrammar::day_at(std::size_t i) const {
  if (w_.digits(i)) {
    if (w_.folded(i).size() > 2) return std::nullopt;
    if (i >= 2 && w_.adjacent(i) && w_.mark(i - 1) && !w_.mark(i - 1, '-') && !w_.mark(i - 1, '(') &&
        w_.adjacent(i - 1) && w_.digits(i - 2))
      return std::nullopt;
    DayNumber out{std::stoi(std::string(w_.folded(i))), false, true, i + 1};
    if (const RoleMatch suffix = w_.match(i + 1, Role::suffix);
        suffix && (w_.adjacent(i + 1) || w_.folded(i + 1) == "ام")) {
      out.end = suffix.next;
      out.ordinal = true;
    }
    return out.day >= 1 && out.day <= 31 ? std::optional(out) : std::nullopt;
  }
  const auto number = number_at(i);
  if (!number || number->in_digits) return std::nullopt;
  const auto whole = number->value.whole();
  if (!whole || *whole < 1 || *whole > 31) return std::nullopt;
  return DayNumber{static_cast<int>(*whole), number->ordinal, false, number->end};
}

std::optional<DateGrammar::Month> DateGrammar::month_at(std::size_t i) const {
  Month out;
  out.begin = i;
  std::size_t k = i;
  if (const RoleMatch noun = w_.match(k, Role::month_noun); noun && !w_.match(k, Role::month)) {
    out.noun = true;
    k = noun.next;
    if (w_.folded_is(k, "of") || w_.folded_is(k, "مبارک")) ++k;
  }
  const RoleMatch name = w_.match(k, Role::month);
  if (!name) return std::nullopt;
  // In lower case only before a year: "march 2020".
  if (english_word(k) && !w_.words()[k].upper && !(w_.digits(name.next) && w_.folded(name.next).size() == 4))
    return std::nullopt;
  out.calendar = static_cast<Calendar>(name->value / 16);
  out.month = name->value % 16;
  out.flags = name->flags;
  out.english = english_word(k);
  if (name.next == k + 1 && w_.folded(k).ends_with("ماه") && !w_.folded(k).starts_with("ماه"))
    out.noun = true;
  k = name.next;
  // "Sept."
  if (out.english && w_.mark(k, '.') && w_.adjacent(k) && w_.folded(k - 1).size() <= 4 && w_.digits(k + 1))
    ++k;
  if (!out.noun)
    if (const RoleMatch noun = w_.match(k, Role::month_noun); noun && w_.persian() && w_.folded(k) == "ماه") {
      out.noun = true;
      k = noun.next;
    }
  // يونيو/حزيران, حزيران (يونيو), أيلول - سبتمبر: the same month twice
  if (w_.mark(k, '/') || w_.mark(k, '(') || w_.mark(k, '-')) {
    const bool bracket = w_.mark(k, '(');
    const RoleMatch other = w_.match(k + 1, Role::month);
    const bool same = other && other->value == name->value && w_.folded(k + 1) != w_.folded(k - 1);
    if (same && (!bracket || w_.mark(other.next, ')'))) {
      out.flags = 0;
      k = other.next + (bracket ? 1 : 0);
    }
  }
  out.end = k;
  return out;
}

// Whether the name is a month, given what stands beside it.
bool DateGrammar::month_counts(const Month& month, bool day, bool year) const {
  if (year) return true;
  if ((month.flags & WordRole::kVeryWeak) != 0) return day && month.noun;
  if ((month.flags & WordRole::kVerb) != 0) {
    if (month.noun) return true;
    if (!day) return false;
    // "۱۰ می رود": a verb follows; a month is followed by a function word or the end of a clause.
    return month.end >= w_.size() || w_.mark(month.end) || w_.is(month.end, Role::after_year) ||
           w_.is(month.end, Role::range) || w_.is(month.end, Role::joiner);
  }
  if (day || month.noun) return true;
  if ((month.flags & WordRole::kWeak) != 0) return false;
  if (month.english) return true;
  if (month.calendar == Calendar::gregorian) return true;
  // The name alone in Persian or Arabic: after "in", "until", "early".
  if (month.begin == 0) return false;
  return w_.is(month.begin - 1, Role::opener);
}

std::vector<DateReading> DateGrammar::without_year(const Month& month, const Month& last_month, int first,
                                                   int last, int bound) const {
  const auto range = [&](int year) -> std::optional<DayRange> {
    if (first == 0) {
      const auto a = month_range(month.calendar, year, month.month);
      const auto b =
          month_range(month.calendar, year + (last_month.month < month.month ? 1 : 0), last_month.month);
      return a && b ? std::optional(DayRange{a->first, b->last}) : std::nullopt;
    }
    const auto a = day_of(month.calendar, {year, month.month, first});
    const auto b =
        day_of(month.calendar, {year + (last_month.month < month.month ? 1 : 0), last_month.month, last});
    return a && b && *a <= *b ? std::optional(DayRange{*a, *b}) : std::nullopt;
  };
  const Granularity granularity =
      first == 0 ? (month.month == last_month.month ? Granularity::month : Granularity::range)
                 : (first == last && month.month == last_month.month ? Granularity::day : Granularity::range);
  if (context_.document_day) {
    const int year = date_of(month.calendar, *context_.document_day).year;
    std::optional<DayRange> best;
    const auto distance = [&](const DayRange& r) {
      return std::abs((r.first + r.last) / 2 - *context_.document_day);
    };
    for (int y = year - 1; y <= year + 1; ++y)
      if (const auto r = range(y);
          r && (bound >= -1 || r->last < *context_.document_day) &&
          (bound >= 0 || r->first <= *context_.document_day) &&
          (bound <= 0 || r->first > *context_.document_day) && (!best || distance(*r) < distance(*best)))
        best = r;
    if (!best) return {};
    return {{*best, month.calendar, granularity, bound == 0 ? 0.8 : 0.9, {}}};
  }
  const int reference = month.calendar == Calendar::jalali  ? kReferenceJalaliYear
                        : month.calendar == Calendar::hijri ? 1420
                                                            : 2000;
  const auto days = range(reference);
  if (!days) return {};
  std::string value;
  const auto append = [&](Day day, bool with_day) {
    const CalendarDate d =
        date_of(month.calendar == Calendar::hijri ? Calendar::hijri : Calendar::gregorian, day);
    value += (month.calendar == Calendar::hijri ? "AH--" : "--") + two_digits(d.month);
    if (with_day) value += "-" + two_digits(d.day);
  };
  const bool with_day = first != 0 || month.calendar == Calendar::jalali;
  append(days->first, with_day);
  if (days->first != days->last && (with_day || month.month != last_month.month)) {
    value += "/";
    append(days->last, with_day);
  }
  return {{*days, month.calendar, Granularity::recurring, 0.8, value}};
}

std::vector<DateReading> DateGrammar::in_year(const Month& month, const Month& last_month, int first,
                                              int last, std::size_t& end, bool& has_year) const {
  has_year = false;
  std::size_t k = end;
  if (comma(w_, k)) ++k;
  std::vector<DateReading> out;
  std::size_t after = k;
  if (const auto offset = relative_year(k, after)) {
    // "خرداد امسال", "September last year", "سبتمبر من العام الماضي"
    end = after;
    has_year = true;
    if (!context_.document_day) return without_year(month, last_month, first, last, 0);
    const int year = date_of(month.calendar, *context_.document_day).year + *offset;
    const auto a = day_of(month.calendar, {year, month.month, first == 0 ? 1 : first});
    const auto whole = month_range(month.calendar, year, last_month.month);
    const auto b = last == 0 ? std::optional(whole ? whole->last : 0)
                             : day_of(month.calendar, {year, last_month.month, last});
    if (a && b && *a <= *b)
      out.push_back({{*a, *b},
                     month.calendar,
                     first == 0                                         ? Granularity::month
                     : first == last && month.month == last_month.month ? Granularity::day
                                                                        : Granularity::range,
                     0.9,
                     {}});
    return out;
  }
  const bool two = month.calendar == Calendar::jalali || w_.mark(k, '\'');
  const auto year = year_at(k, two);
  if (!year) return out;
  if (year->digits > 0 && year->digits < 3 && !year->noun && !year->apostrophe && counts_something(year->end))
    return out;
  const auto years = calendars_of(*year, month.calendar, month.month);
  if (years.empty()) return out;
  has_year = true;
  end = year->end;
  for (const CalendarYear& y : years) {
    const auto a = day_of(y.calendar, {y.year, month.month, first == 0 ? 1 : first});
    const int last_year = y.year;
    const auto whole = month_range(y.calendar, last_year, last_month.month);
    const auto b = last == 0 ? std::optional(whole ? whole->last : 0)
                             : day_of(y.calendar, {last_year, last_month.month, last});
    if (!a || !b) continue;
    DayRange days{*a, *b};
    if (days.first > days.last) {  // "December to February 1990"
      const auto earlier = day_of(y.calendar, {y.year - 1, month.month, first == 0 ? 1 : first});
      if (!earlier) continue;
      days.first = *earlier;
    }
    const bool one_month = month.month == last_month.month;
    const Granularity granularity = first == 0 ? (one_month ? Granularity::month : Granularity::range)
                                    : days.first == days.last ? Granularity::day
                                                              : Granularity::range;
    out.push_back({days, y.calendar, granularity, y.certainty, {}});
  }
  return out;
}

std::vector<DateReading> DateGrammar::in_year_of_list(const Month& month, int first, int last,
                                                      std::size_t end) const {
  std::size_t k = end;
  for (int more = 0; more < 4; ++more) {
    const std::size_t before = k;
    if (comma(w_, k)) ++k;
    if (w_.is(k, Role::joiner) || w_.is(k, Role::range)) ++k;
    const bool joined = k > before || (w_.letters(k) && w_.words()[k].span.of(w_.text()).starts_with("و"));
    if (!joined) return {};
    if (const RoleMatch part = w_.match(k, Role::opener)) k = part.next;
    if (const auto day = first != 0 ? day_at(k) : std::nullopt) k = day->end;
    if (w_.folded_is(k, "of") || w_.folded_is(k, "من")) ++k;
    const auto other = month_at(k);
    if (!other || other->calendar != month.calendar || other->english != month.english) return {};
    k = other->end;
    bool has_year = false;
    auto readings = in_year(month, month, first, last, k, has_year);
    if (has_year) return readings;
  }
  return {};
}

int DateGrammar::bound_of(std::size_t begin, std::size_t& end) const {
  for (const auto& [role, bound] : {std::pair(Role::last, -2), std::pair(Role::next, 1)}) {
    if (const RoleMatch which = w_.match(end, role);
        which && which->has(WordRole::kAfter) && !w_.folded_is(end, "بعد") && !w_.folded_is(end, "قبل")) {
      end = which.next;
      return bound;
    }
    if (begin > 0)
      if (const RoleMatch which = w_.match(begin - 1, role);
          which && !which->has(WordRole::kAfter) && which.next == begin)
        return bound;
  }
  return begin > 0 && (w_.folded_is(begin - 1, "since") || w_.folded_is(begin - 1, "منذ")) ? -1 : 0;
}

// From a day of one month to a day of another, in the year that follows or without one.
std::optional<DateMatch> DateGrammar::days_between(std::size_t begin, const Month& month, int first,
                                                   const Month& other, int last, std::size_t end) const {
  bool has_year = false;
  auto readings = in_year(month, other, first, last, end, has_year);
  if (!has_year) {
    if (!month_counts(month, true, false) || !month_counts(other, true, false)) return std::nullopt;
    readings = without_year(month, other, first, last, 0);
  }
  return DateMatch{begin, end, std::move(readings)};
}

std::optional<DateMatch> DateGrammar::day_first(std::size_t i) const {
  const auto first = day_at(i);
  if (!first) return std::nullopt;
  // «هفته اول مرداد», «نیمه دوم دی», "الأسبوع الأول من آب": a part of the month
  if (first->ordinal && i > 0 &&
      (w_.is(i - 1, Role::week_noun) || w_.folded_is(i - 1, "نیمه") || w_.folded_is(i - 1, "النصف") ||
       w_.folded_is(i - 1, "دهه")))
    return std::nullopt;
  DayNumber last = *first;
  std::size_t k = first->end;
  // "20 to 25 August", "11, 12 and 13 July", "۲۰ تا ۲۵ آگوست"
  for (int more = 0; more < 6; ++more) {
    std::size_t next = k;
    if (w_.mark(k, '-') || comma(w_, k) || w_.is(k, Role::range) || w_.is(k, Role::joiner) ||
        w_.folded_is(k, "or") || w_.folded_is(k, "یا"))
      next = k + 1;
    const RoleMatch joined = next == k ? w_.match(k, Role::ordinal) : RoleMatch();
    if (joined && joined->has(WordRole::kJoined)) {  // "الأول والثاني من آب"
      const auto day = day_at(k);
      if (!day || day->day <= last.day) break;
      last = *day;
      k = day->end;
      continue;
    }
    if (next == k) break;
    if (w_.is(next, Role::joiner)) ++next;
    const auto day = day_at(next);
    if (!day || day->day <= last.day) break;
    last = *day;
    k = day->end;
  }
  // "of", "من", "از", "من شهر", "روز"
  for (int skip = 0; skip < 2; ++skip) {
    if (w_.folded_is(k, "of") || w_.folded_is(k, "من") || w_.folded_is(k, "از") || w_.folded_is(k, "in")) ++k;
  }
  if (w_.mark(k, '-') && w_.adjacent(k)) ++k;  // 11-Sep-2001
  const auto month = month_at(k);
  if (!month) return std::nullopt;
  DateMatch out{i, month->end, {}};
  bool has_year = false;
  std::size_t end = month->end;
  // "5 May to 10 June 2009", "از ۷ شعبان تا ۲۳ رمضان"
  const bool between = i > 0 && (w_.folded_is(i - 1, "between") || w_.folded_is(i - 1, "بین"));
  if (first->day == last.day &&
      (w_.mark(end, '-') || w_.is(end, Role::range) || (between && w_.is(end, Role::joiner))))
    if (const auto until = day_at(end + 1)) {
      std::size_t m = until->end;
      if (w_.folded_is(m, "of") || w_.folded_is(m, "من")) ++m;
      const auto other = month_at(m);
      if (other && other->calendar == month->calendar && other->month != month->month)
        return days_between(i, *month, first->day, *other, until->day, other->end);
    }
  if (w_.mark(end, '-') && w_.adjacent(end) && w_.digits(end + 1) && w_.folded(end + 1).size() == 4) ++end;
  out.readings = in_year(*month, *month, first->day, last.day, end, has_year);
  if (!has_year) {
    end = month->end;
    if (!month_counts(*month, true, false)) return std::nullopt;
    if (i > 0 && w_.is(i - 1, Role::place)) return DateMatch{i, end, {}};  // "میدان هفت تیر"
    if (!first->in_digits && !first->ordinal && (month->flags & (WordRole::kWeak | WordRole::kVerb)) != 0 &&
        !month->noun)
      return std::nullopt;  // "صد تیر", "سه مهر"
    out.readings = in_year_of_list(*month, first->day, last.day, end);
    if (out.readings.empty()) {
      const int bound = bound_of(i, end);
      out.readings = without_year(*month, *month, first->day, last.day, bound);
    }
  }
  out.end = end;
  return out;
}

std::optional<DateMatch> DateGrammar::month_first(std::size_t i) const {
  const auto month = month_at(i);
  if (!month) return std::nullopt;
  DateMatch out{i, month->end, {}};
  bool has_year = false;
  // "September 11, 2001", "September 11-13", "September the 11th"
  if (month->english) {
    std::size_t k = month->end;
    if (w_.folded_is(k, "the")) ++k;
    if (const auto first = day_at(k); first && (first->in_digits || first->ordinal) &&
                                      !counts_something(first->end) &&
                                      !(w_.mark(first->end, ':') && w_.adjacent(first->end))) {
      DayNumber last = *first;
      std::size_t end = first->end;
      if (w_.mark(end, '-') || w_.is(end, Role::range) || w_.is(end, Role::joiner) || w_.folded_is(end, "or"))
        if (const auto day = day_at(end + 1); day && day->day > first->day && !w_.is(day->end, Role::month)) {
          last = *day;
          end = day->end;
        }
      // "May 5 to June 10, 2009"
      if (last.day == first->day && (w_.mark(end, '-') || w_.is(end, Role::range)))
        if (const auto other = month_at(end + 1); other && other->english && other->month != month->month)
          if (const auto until = day_at(other->end); until && (until->in_digits || until->ordinal))
            return days_between(i, *month, first->day, *other, until->day, until->end);
      std::size_t year_end = end;
      out.readings = in_year(*month, *month, first->day, last.day, year_end, has_year);
      if (!has_year) {
        year_end = end;
        out.readings = in_year_of_list(*month, first->day, last.day, end);
        if (out.readings.empty())
          out.readings = without_year(*month, *month, first->day, last.day, bound_of(i, year_end));
      }
      out.end = year_end;
      return out;
    }
  }
  // "مرداد تا شهریور ۱۳۶۷", "from March to May 2009"
  Month last = *month;
  std::size_t end = month->end;
  if (w_.mark(end, '-') && w_.adjacent(end) && w_.digits(end + 1) && w_.folded(end + 1).size() == 4)
    ++end;  // Sep-2001
  std::size_t until = end;
  bool between_joined = false;  // بين يوليو وسبتمبر
  const bool between = i > 0 && (w_.folded_is(i - 1, "between") || w_.folded_is(i - 1, "بین"));
  if (w_.mark(end, '-') || w_.is(end, Role::range) || (between && w_.is(end, Role::joiner)))
    ++until;
  else if (between && w_.letters(end) && w_.words()[end].span.of(w_.text()).starts_with("و"))
    between_joined = true;
  if (until > end || between_joined) {
    if (const RoleMatch part = w_.match(until, Role::opener)) until = part.next;  // "early", "اوایل"
    if (const auto other = month_at(until); other && other->calendar == month->calendar) {
      std::size_t year_end = other->end;
      auto readings = in_year(*month, *other, 0, 0, year_end, has_year);
      if (has_year) {
        out.readings = std::move(readings);
        out.end = year_end;
        return out;
      }
      last = *other;
    }
  }
  out.readings = in_year(*month, *month, 0, 0, end, has_year);
  if (has_year) {
    out.end = end;
    return out;
  }
  if (last.month != month->month && (month_counts(*month, true, false))) {
    out.readings = without_year(*month, last, 0, 0, 0);
    out.end = last.end;
    return out;
  }
  if (auto readings = in_year_of_list(*month, 0, 0, month->end); !readings.empty()) {
    out.readings = std::move(readings);
    out.end = month->end;
    return out;
  }
  // "سبتمبر الماضي", "last March", "since May"
  out.end = month->end;
  const int bound = bound_of(i, out.end);
  if (!month_counts(*month, false, false)) {
    // "in May", "last March"
    const bool opened = i > 0 && month->english && (month->flags & WordRole::kVeryWeak) == 0 &&
                        month->calendar == Calendar::gregorian &&
                        (bound != 0 || w_.is(i - 1, Role::opener) || w_.is(i - 1, Role::present));
    if (!opened && out.end == month->end) return std::nullopt;
  }
  out.readings = without_year(*month, *month, 0, 0, bound);
  return out;
}

}  // namespace taraz
