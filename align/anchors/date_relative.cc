// Dates that lean on the document's day: yesterday, last month, three days ago, Monday. A week, month or year
// is the one of the text's own calendar (Jalali in Persian), as people mean it: last month is the month
// before this one. Tested by tests/align/anchors/dates.tsv.
#include <array>
#include <string>

#include "align/anchors/date_grammar.h"

namespace taraz {
namespace {

constexpr std::array<Role, 6> kPeriods = {Role::day_noun,  Role::week_noun,   Role::month_noun,
                                          Role::year_noun, Role::decade_noun, Role::century_noun};

struct Period {
  Role role = Role::day_noun;
  RoleMatch match;
};

std::optional<Period> period_at(const RoledWords& w, std::size_t i) {
  for (const Role role : kPeriods)
    if (const RoleMatch m = w.match(i, role)) return Period{role, m};
  return std::nullopt;
}

int sign_of(const RoledWords& w, std::size_t i, std::size_t& end, bool after) {
  for (const auto& [role, offset] :
       {std::pair(Role::last, -1), std::pair(Role::next, 1), std::pair(Role::present, 0)})
    if (const RoleMatch m = w.match(i, role); m && m->has(WordRole::kAfter) == after) {
      end = m.next;
      return offset;
    }
  end = 0;
  return 0;
}

}  // namespace

// A distance from the document's day, as a signed ISO 8601 duration: "-P3D", "+P1M", "P0Y".
std::string DateGrammar::distance(Role noun, int offset) const {
  const char unit = noun == Role::day_noun     ? 'D'
                    : noun == Role::week_noun  ? 'W'
                    : noun == Role::month_noun ? 'M'
                                               : 'Y';
  const int scale = noun == Role::decade_noun ? 10 : noun == Role::century_noun ? 100 : 1;
  const std::int64_t amount = static_cast<std::int64_t>(offset < 0 ? -offset : offset) * scale;
  return std::string(offset < 0 ? "-" : offset > 0 ? "+" : "") + "P" + std::to_string(amount) + unit;
}

DateReading DateGrammar::distance_reading(const std::string& value) const {
  return {{0, 0}, own_calendar(), Granularity::relative, 0.7, value};
}

std::optional<int> DateGrammar::relative_year(std::size_t i, std::size_t& end) const {
  std::size_t k = i;
  if (w_.folded_is(k, "of") || w_.folded_is(k, "من") || w_.folded_is(k, "in")) ++k;
  if (const RoleMatch offset = w_.match(k, Role::year_offset)) {
    end = offset.next;
    return offset->value;
  }
  std::size_t next = 0;
  if (const RoleMatch noun = w_.match(k, Role::year_noun)) {
    if (noun->has(WordRole::kPlural)) return std::nullopt;
    const int sign = sign_of(w_, noun.next, next, true);
    if (next == 0) return std::nullopt;
    end = next;
    return sign;
  }
  const int sign = sign_of(w_, k, next, false);
  if (next == 0) return std::nullopt;
  const RoleMatch noun = w_.match(next, Role::year_noun);
  if (!noun || noun->has(WordRole::kPlural)) return std::nullopt;
  end = noun.next;
  return sign;
}

// The period of the text's calendar `offset` periods from the document's.
std::optional<DateReading> DateGrammar::period_reading(Role noun, int offset) const {
  if (!context_.document_day) return distance_reading(distance(noun, offset));
  const Day today = *context_.document_day;
  const Calendar calendar = own_calendar();
  const CalendarDate now = date_of(calendar, today);
  const auto reading = [&](std::optional<DayRange> days,
                           Granularity granularity) -> std::optional<DateReading> {
    if (!days) return std::nullopt;
    return DateReading{*days, calendar, granularity, 0.9, {}};
  };
  if (offset < -10000 || offset > 10000) return std::nullopt;
  switch (noun) {
    case Role::day_noun:
      return reading(DayRange{today + offset, today + offset}, Granularity::day);
    case Role::week_noun: {
      // Weeks begin on Saturday in Persian and Arabic, on Monday in English.
      const int into = w_.english() ? weekday_of(today) - 1 : (weekday_of(today) + 1) % 7;
      const Day first = today - into + 7 * offset;
      return reading(DayRange{first, first + 6}, Granularity::week);
    }
    case Role::month_noun: {
      const int months = now.year * 12 + now.month - 1 + offset;
      return months < 12 ? std::nullopt
                         : reading(month_range(calendar, months / 12, months % 12 + 1), Granularity::month);
    }
    case Role::year_noun:
      return reading(year_range(calendar, now.year + offset), Granularity::year);
    case Role::decade_noun: {
      const int first = now.year / 10 * 10 + 10 * offset;
      return reading(years_range(calendar, first, first + 9), Granularity::decade);
    }
    case Role::century_noun: {
      const int first = (date_of(Calendar::gregorian, today).year - 1) / 100 * 100 + 1 + 100 * offset;
      const auto days = years_range(Calendar::gregorian, first, first + 99);
      if (!days) return std::nullopt;
      return DateReading{*days, Calendar::gregorian, Granularity::century, 0.9, {}};
    }
    default:
      return std::nullopt;
  }
}

// The stretch of `count` periods that ends (sign < 0) or begins at the document's day.
std::optional<DateReading> DateGrammar::stretch_reading(Role noun, std::int64_t count, int sign) const {
  const int days = noun == Role::day_noun     ? 1
                   : noun == Role::week_noun  ? 7
                   : noun == Role::month_noun ? 30
                   : noun == Role::year_noun  ? 365
                                              : 3652;
  const std::int64_t length = days * count;
  if (length > 400000) return std::nullopt;
  if (!context_.document_day) {
    const std::string value = distance(noun, sign * static_cast<int>(count));
    return distance_reading(sign < 0 ? value + "/P0D" : "P0D/" + value);
  }
  const Day today = *context_.document_day;
  const Day other = today + sign * static_cast<Day>(length);
  return DateReading{sign < 0 ? DayRange{other, today} : DayRange{today, other},
                     own_calendar(),
                     Granularity::range,
                     0.8,
                     {}};
}

// Arabic, after the noun in the plural: "السنوات الخمس الماضية", "الأيام العشرة المقبلة".
std::optional<DateMatch> DateGrammar::counted_period(std::size_t i, Role noun, std::size_t end) const {
  const auto number = number_at(end);
  if (!number || number->ordinal || number->joined) return std::nullopt;
  const auto count = number->value.whole();
  std::size_t next = 0;
  const int sign = sign_of(w_, number->end, next, true);
  if (!count || *count < 2 || *count > 1000 || next == 0 || sign == 0) return std::nullopt;
  const auto reading = stretch_reading(noun, *count, sign);
  if (!reading) return std::nullopt;
  return DateMatch{i, next, {*reading}};
}

// "three days ago", "قبل سنتين", "سه روز پیش", "the last two years", "سه دهه گذشته"
std::optional<DateMatch> DateGrammar::amount_of_time(std::size_t i) const {
  std::size_t k = i;
  const RoleMatch before = w_.match(i, Role::ago);
  const bool arabic = before && w_.arabic() && !w_.persian();
  if (before && !arabic) return std::nullopt;
  if (before) k = before.next;
  // English "the last two years"
  std::size_t prefix_end = 0;
  const int prefix = before ? 0 : sign_of(w_, k, prefix_end, false);
  if (prefix_end != 0) {
    if (prefix == 0) return std::nullopt;
    k = prefix_end;
  }
  std::int64_t count = 0;
  std::int64_t half_years = 0;  // when they are not whole years
  if (const auto number = number_at(k); number && !number->ordinal) {
    const auto whole = number->value.whole();
    // "two and a half years ago"
    const auto twice = number->value.plus(number->value);
    const auto halves = !whole && twice ? twice->whole() : std::nullopt;
    if (halves && *halves >= 1 && *halves <= 2000 && w_.is(number->end, Role::year_noun)) {
      half_years = *halves;
    } else if (!whole || *whole < 1 || *whole > 10000) {
      return std::nullopt;
    }
    count = whole ? *whole : 0;
    k = number->end;
    // "دو سه سال پیش": two or three
    if (const auto more = number_at(k); more && w_.persian() && !number->in_digits && !more->ordinal)
      if (const auto second = more->value.whole(); second && *second == count + 1) {
        count = *second;
        k = more->end;
      }
  } else if (w_.folded_is(k, "a") || w_.folded_is(k, "an")) {
    count = 1;
    ++k;
  } else if (!arabic) {
    return std::nullopt;
  }
  auto period = period_at(w_, k);
  if (!period || period->role == Role::century_noun) return std::nullopt;
  // «دو سال و نیم پیش»
  if (period->role == Role::year_noun && count > 0 && w_.persian() && w_.is(period->match.next, Role::joiner))
    if (const RoleMatch half = w_.match(period->match.next + 1, Role::fraction); half && half->value == 2) {
      half_years = 2 * count + 1;
      period->match.next = half.next;
    }
  if (half_years > 0) {
    count = half_years * 6;
    period->role = Role::month_noun;
  }
  if (count == 0 && (w_.digits(period->match.next) || number_at(period->match.next)))
    return std::nullopt;                                                  // منذ عام 2011
  if (count == 0) count = period->match->has(WordRole::kPlural) ? 2 : 1;  // قبل يومين, قبل عام
  if (arabic && count == 2 && period->match->has(WordRole::kPlural) && !w_.digits(k - 1)) {
    // only the dual says two by itself
    const std::string_view word = w_.folded(k);
    if (k == before.next && !word.ends_with("ین")) return std::nullopt;
  }
  DateMatch out{i, period->match.next, {}};
  const auto point = [&](int sign) -> std::optional<DateMatch> {
    const auto reading = period_reading(period->role, sign * static_cast<int>(count));
    if (!reading) return std::nullopt;
    out.readings.push_back(*reading);
    return out;
  };
  const auto stretch = [&](int sign) -> std::optional<DateMatch> {
    const auto reading = stretch_reading(period->role, count, sign);
    if (!reading) return std::nullopt;
    out.readings.push_back(*reading);
    return out;
  };
  if (arabic) {
    if (w_.folded_is(out.end, "من")) return std::nullopt;  // قبل يومين من الحادث
    return point(-1);
  }
  if (prefix_end != 0) return stretch(prefix);
  // what follows
  if (const RoleMatch ago = w_.match(out.end, Role::ago)) {
    if (w_.persian() && w_.folded_is(ago.next, "از")) return std::nullopt;  // سه روز پیش از آن
    out.end = ago.next;
    return point(-1);
  }
  std::size_t end = 0;
  const int after = sign_of(w_, out.end, end, true);
  if (end != 0 && after != 0) {
    const bool then = w_.folded_is(out.end, "بعد");
    if (then) return std::nullopt;  // from a day of the story
    out.end = end;
    return stretch(after);
  }
  if (const RoleMatch later = w_.match(out.end, Role::later); later && !w_.folded_is(out.end, "بعد")) {
    out.end = later.next;
    return point(1);
  }
  return std::nullopt;
}

// "last month", "هفته گذشته", "الشهر المقبل", "این هفته"
std::optional<DateMatch> DateGrammar::period(std::size_t i) const {
  DateMatch out{i, i, {}};
  int offset = 0;
  Role role = Role::day_noun;
  std::size_t end = 0;
  if (const auto noun = period_at(w_, i); noun && english_word(i)) {
    // "a week ago"
    const RoleMatch ago = w_.match(noun->match.next, Role::ago);
    if (!ago || i == 0 || !(w_.folded_is(i - 1, "a") || w_.folded_is(i - 1, "an"))) return std::nullopt;
    const auto reading = period_reading(noun->role, -1);
    if (!reading) return std::nullopt;
    return DateMatch{i - 1, ago.next, {*reading}};
  }
  if (const auto noun = period_at(w_, i)) {
    if (noun->match->has(WordRole::kPlural) && noun->match->has(WordRole::kArticle) && !english_word(i))
      return counted_period(i, noun->role, noun->match.next);
    if (noun->match->has(WordRole::kPlural) || english_word(i)) return std::nullopt;
    offset = sign_of(w_, noun->match.next, end, true);
    if (end == 0) return std::nullopt;
    if (i > 0 && (w_.digits(i - 1) || w_.is(i - 1, Role::number))) return std::nullopt;  // یک دهه بعد
    role = noun->role;
    if (w_.folded_is(end, "من") && (w_.is(end + 1, Role::month) || w_.is(end + 1, Role::month_noun)))
      return std::nullopt;  // الأسبوع الأخير من تموز
    if (role == Role::day_noun && (offset == 0 || w_.folded_is(end - 1, "بعد"))) return std::nullopt;
    if (w_.persian() && w_.folded_is(end, "از")) return std::nullopt;  // سال قبل از آن
  } else {
    std::size_t next = 0;
    offset = sign_of(w_, i, next, false);
    if (next == 0) return std::nullopt;
    const auto noun2 = period_at(w_, next);
    if (!noun2 || noun2->match->has(WordRole::kPlural) || noun2->role == Role::day_noun) return std::nullopt;
    if (w_.arabic() && !w_.persian() && !english_word(i) && !noun2->match->has(WordRole::kArticle))
      return std::nullopt;
    role = noun2->role;
    end = noun2->match.next;
    if ((w_.folded_is(end, "of") || w_.folded_is(end, "in")) && w_.is(end + 1, Role::month))
      return std::nullopt;  // "the last week of July"
  }
  const auto reading = period_reading(role, offset);
  if (!reading) return std::nullopt;
  out.readings.push_back(*reading);
  out.end = end;
  return out;
}

std::optional<DateMatch> DateGrammar::relative(std::size_t i) const {
  if (const RoleMatch offset = w_.match(i, Role::day_offset)) {
    if (offset->has(WordRole::kWeak)) {
      // اليوم التالي, اليوم العالمي, اليوم الأول: the day, not today
      const std::size_t k = offset.next;
      if (k < w_.size() && w_.letters(k) && (w_.folded(k).starts_with("ال") || w_.is(k, Role::month)))
        return std::nullopt;
      if (w_.digits(k) || (i > 0 && (w_.folded_is(i - 1, "هذا") || w_.folded_is(i - 1, "ذلک") ||
                                     w_.is(i - 1, Role::present))))
        return std::nullopt;
    }
    if (const auto reading = period_reading(Role::day_noun, offset->value)) {
      // "أمس الاثنين", «دیروز دوشنبه»: the same day
      const RoleMatch day = w_.match(offset.next, Role::weekday);
      const bool same = day && !english_word(i) && !day->has(WordRole::kJoined);
      return DateMatch{i, same ? day.next : offset.next, {*reading}};
    }
  }
  std::size_t end = 0;
  const bool counted = i > 0 && (w_.digits(i - 1) || w_.is(i - 1, Role::number));  // ۱۴۰۰ سال پیش
  if (w_.is(i, Role::year_offset) || (w_.is(i, Role::year_noun) && !english_word(i) && !counted))
    if (const auto offset = relative_year(i, end)) {
      if (w_.persian() && w_.folded_is(end, "از")) return std::nullopt;
      if (const auto reading = period_reading(Role::year_noun, *offset)) return DateMatch{i, end, {*reading}};
    }
  if (auto match = amount_of_time(i)) return match;
  // "last Monday", "last summer"
  std::size_t next = 0;
  const int sign = sign_of(w_, i, next, false);
  if (next != 0 && english_word(i)) {
    if (const RoleMatch day = w_.match(next, Role::weekday); day && w_.words()[next].upper) {
      if (!context_.document_day) {
        auto match = weekday(next);
        if (match) match->begin = i;
        return match;
      }
      const Day today = *context_.document_day;
      int back = (weekday_of(today) - day->value + 7) % 7;
      if (sign < 0 && back == 0) back = 7;
      const Day found = sign > 0   ? today - back + 7
                        : sign < 0 ? today - back
                                   : today - back + (back > 0 ? 7 : 0);
      return DateMatch{i, day.next, {{{found, found}, Calendar::gregorian, Granularity::day, 0.8, {}}}};
    }
  }
  return period(i);
}

std::optional<DateMatch> DateGrammar::weekday(std::size_t i) const {
  const RoleMatch day = w_.match(i, Role::weekday);
  if (!day || (english_word(i) && !w_.words()[i].upper)) return std::nullopt;
  if (w_.persian() && day.next == i + 1 && w_.is(day.next, Role::weekday)) return std::nullopt;
  // "Monday, September 20, 2021", "دوشنبه ۲۹ شهریور", "الاثنين الموافق 20 سبتمبر"
  std::size_t k = day.next;
  if (w_.mark(k, ',') || w_.folded_is(k, "،") || w_.mark(k, '.') || w_.mark(k, '(') || w_.mark(k, '-')) ++k;
  if (const RoleMatch noun = w_.match(k, Role::day_noun)) k = noun.next;
  if (w_.is(k, Role::link)) k = w_.match(k, Role::link).next;
  if (w_.folded_is(k, "the")) ++k;
  if (k < w_.size()) {
    auto date = numeric(k);
    if (!date) date = day_first(k);
    if (!date) date = month_first(k);
    const bool to_day =
        date && !date->readings.empty() &&
        (date->readings[0].granularity == Granularity::day ||
         (date->readings[0].granularity == Granularity::recurring && date->readings[0].days.length() == 1));
    if (to_day) {
      date->begin = i;
      if (w_.mark(k - 1, '(') && w_.mark(date->end, ')')) ++date->end;
      return date;
    }
  }
  DateMatch out{i, day.next, {}};
  if (i > 0 && w_.is(i - 1, Role::place)) return out;  // "نماز جمعه"
  if (w_.folded_is(day.next, "prayers") || w_.folded_is(day.next, "prayer")) return out;
  // "the first Friday of July", «نخستین جمعه ماه»: a day of the month, not of this week
  if (i > 0 && (w_.is(i - 1, Role::ordinal) || w_.folded_is(i - 1, "last") || w_.folded_is(i - 1, "every")) &&
      (w_.folded_is(day.next, "of") || w_.folded_is(day.next, "in") || w_.is(day.next, Role::month) ||
       w_.is(day.next, Role::month_noun) || w_.folded_is(day.next, "من")))
    return out;
  if (!context_.document_day) {
    out.readings.push_back(
        {{0, 0}, Calendar::none, Granularity::recurring, 0.6, "-W-" + std::to_string(day->value)});
    out.readings[0].days = {day->value - 4, day->value - 4};  // 1970-01-01 was a Thursday
    return out;
  }
  const Day today = *context_.document_day;
  // «سه‌شنبه هفته آینده», "Tuesday of last week"
  std::size_t week_at = day.next;
  if (w_.folded_is(week_at, "of") || w_.folded_is(week_at, "من") || w_.folded_is(week_at, "از")) ++week_at;
  const bool week_named = w_.is(week_at, Role::week_noun) || w_.is(week_at + 1, Role::week_noun);
  if (const auto week = week_named ? period(week_at) : std::nullopt)
    if (const DateReading& r = week->readings[0]; r.granularity == Granularity::week) {
      Day found = r.days.first;
      while (weekday_of(found) != day->value) ++found;
      return DateMatch{i, week->end, {{{found, found}, own_calendar(), Granularity::day, 0.8, {}}}};
    }
  int back = (weekday_of(today) - day->value + 7) % 7;
  std::size_t end = 0;
  const int sign = sign_of(w_, day.next, end, true);
  Day found = today - back;
  if (end != 0) {
    out.end = end;
    if (sign < 0 && back == 0) found -= 7;
    if (sign > 0) found += 7;
  }
  out.readings.push_back({{found, found}, own_calendar(), Granularity::day, 0.7, {}});
  return out;
}

}  // namespace taraz
