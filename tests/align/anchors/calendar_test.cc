// The calendars against ICU, and the laws of conversion.
#include "align/anchors/calendar.h"

#include <gtest/gtest.h>
#include <unicode/calendar.h>
#include <unicode/locid.h>

#include <cmath>
#include <memory>

namespace taraz {
namespace {

class IcuCalendar {
 public:
  explicit IcuCalendar(const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_.reset(icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale), status));
    EXPECT_TRUE(U_SUCCESS(status));
  }
  Day day(int year, int month, int day) {
    UErrorCode status = U_ZERO_ERROR;
    calendar_->clear();
    calendar_->set(UCAL_EXTENDED_YEAR, year);
    calendar_->set(UCAL_MONTH, month - 1);
    calendar_->set(UCAL_DATE, day);
    return static_cast<Day>(std::floor(calendar_->getTime(status) / 86400000.0));
  }

 private:
  std::unique_ptr<icu::Calendar> calendar_;
};

void agrees_with_icu(Calendar calendar, const char* locale, int first, int last) {
  IcuCalendar icu_calendar(locale);
  Day expected = icu_calendar.day(first, 1, 1);
  for (int year = first; year <= last; ++year) {
    for (int month = 1; month <= 12; ++month) {
      ASSERT_EQ(icu_calendar.day(year, month, 1), day_of(calendar, {year, month, 1})) << year << ' ' << month;
      for (int day = 1; day <= month_length(calendar, year, month); ++day, ++expected) {
        ASSERT_EQ(day_of(calendar, {year, month, day}), expected) << year << ' ' << month << ' ' << day;
        ASSERT_EQ(date_of(calendar, expected), (CalendarDate{year, month, day}));
      }
      ASSERT_EQ(day_of(calendar, {year, month, month_length(calendar, year, month) + 1}), std::nullopt);
    }
  }
}

TEST(Calendar, EveryJalaliDayFrom1178To1599AgreesWithIcu) {
  agrees_with_icu(Calendar::jalali, "en@calendar=persian", 1178, 1599);
}

TEST(Calendar, EveryUmmAlQuraDayFrom1300To1600AgreesWithIcu) {
  agrees_with_icu(Calendar::hijri, "en@calendar=islamic-umalqura", 1300, 1600);
}

TEST(Calendar, HijriYearsOutsideTheTableFollowTheCivilCycle) {
  agrees_with_icu(Calendar::hijri, "en@calendar=islamic-civil", 1, 1299);
}

TEST(Calendar, EveryGregorianDaySince1600AgreesWithIcu) {
  agrees_with_icu(Calendar::gregorian, "en@calendar=gregorian", 1600, 2200);
}

TEST(Calendar, DaysAndDatesAreInverseFarFromToday) {
  for (const Calendar calendar : {Calendar::gregorian, Calendar::jalali, Calendar::hijri})
    for (Day day = -400000; day < 400000; day += 97) EXPECT_EQ(day_of(calendar, date_of(calendar, day)), day);
}

TEST(Calendar, IsoDatesRoundTrip) {
  for (Day day = -1000000; day < 1000000; day += 1237) EXPECT_EQ(parse_iso_date(iso_date(day)), day);
  EXPECT_EQ(iso_date(0), "1970-01-01");
  EXPECT_EQ(iso_range({0, 30}), "1970-01-01/1970-01-31");
  EXPECT_EQ(weekday_of(0), 4);
  for (const char* bad :
       {"", "1970-1-1", "1970-13-01", "1970-02-30", "1970-01-01x", "+970-01-01", "19 0-01-01"})
    EXPECT_EQ(parse_iso_date(bad), std::nullopt) << bad;
}

TEST(Calendar, WhatDoesNotExistIsRefused) {
  EXPECT_EQ(day_of(Calendar::jalali, {1404, 12, 30}), std::nullopt);
  EXPECT_NE(day_of(Calendar::jalali, {1403, 12, 30}), std::nullopt);
  EXPECT_EQ(day_of(Calendar::jalali, {1400, 7, 31}), std::nullopt);
  EXPECT_EQ(day_of(Calendar::hijri, {1446, 12, 30}), std::nullopt);
  EXPECT_EQ(day_of(Calendar::gregorian, {1900, 2, 29}), std::nullopt);
  EXPECT_EQ(day_of(Calendar::gregorian, {100000, 1, 1}), std::nullopt);
  EXPECT_EQ(month_range(Calendar::jalali, 1400, 13), std::nullopt);
}

}  // namespace
}  // namespace taraz
