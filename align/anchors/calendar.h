// Day numbers and the three calendars. Days count from 1970-01-01 (Gregorian, proleptic), as in
// std::chrono::sys_days.
#ifndef TARAZ_ALIGN_ANCHORS_CALENDAR_H_
#define TARAZ_ALIGN_ANCHORS_CALENDAR_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "align/anchors/anchor.h"

namespace taraz {

using Day = std::int32_t;

// First and last day, both included. Invariant: first <= last.
struct DayRange {
  Day first = 0;
  Day last = 0;

  std::int32_t length() const { return last - first + 1; }
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

struct CalendarDate {
  int year = 0;  // 0 is 1 BC in the Gregorian calendar
  int month = 1;
  int day = 1;
  friend bool operator==(const CalendarDate&, const CalendarDate&) = default;
};

// Years that the conversions take: -9999..9999 Gregorian, 1..3000 Jalali and Hijri.
bool year_in_range(Calendar calendar, int year);

// Days of a month. REQUIRES: year_in_range, month 1..12. Jalali: leap by the 33-year rule, right for
// 1178-1633 AP. Hijri: Umm al-Qura for 1300-1600 AH, else the civil 30-year cycle.
int month_length(Calendar calendar, int year, int month);

// Nothing when there is no such day: 30 February, 30 Esfand of a common year.
std::optional<Day> day_of(Calendar calendar, CalendarDate date);
CalendarDate date_of(Calendar calendar, Day day);

// Nothing when the year or month does not exist.
std::optional<DayRange> month_range(Calendar calendar, int year, int month);
std::optional<DayRange> year_range(Calendar calendar, int year);
std::optional<DayRange> years_range(Calendar calendar, int first, int last);

int weekday_of(Day day);  // 1 Monday .. 7 Sunday

// "1978-09-08"; years before 0 have a sign. Bounded to years -9999..9999.
std::string iso_date(Day day);
// "1978-09-08" for one day, else "1988-03-21/1989-03-20".
std::string iso_range(DayRange range);
// The inverse of iso_date; nothing for any other text.
std::optional<Day> parse_iso_date(std::string_view text);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_CALENDAR_H_
