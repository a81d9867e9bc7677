// The grammar of dates: what can stand at a word, as days. Used by find_dates; one file per family of
// expressions.
#ifndef TARAZ_ALIGN_ANCHORS_DATE_GRAMMAR_H_
#define TARAZ_ALIGN_ANCHORS_DATE_GRAMMAR_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "align/anchors/calendar.h"
#include "align/anchors/date_finder.h"
#include "align/anchors/number_grammar.h"
#include "align/anchors/word_roles.h"

namespace taraz {

struct DateReading {
  DayRange days;
  Calendar calendar = Calendar::gregorian;
  Granularity granularity = Granularity::day;
  double certainty = 1.0;
  std::string recurring;  // the value, when the year is not known
};

// Words [begin, end) with their readings, likeliest first. No readings: these words look like a date but name
// a day that does not exist (1404/12/30), so nothing inside them is a date either.
struct DateMatch {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::vector<DateReading> readings;
};

// For one segment and one thread; the arguments must outlive it. All functions are O(length of the date).
class DateGrammar {
 public:
  DateGrammar(const RoledWords& words, const DateContext& context) : w_(words), context_(context) {}

  // The date that begins at a word.
  std::optional<DateMatch> at(std::size_t i) const;

 private:
  // A year as written, before its calendar is known.
  struct Year {
    int year = 0;
    int digits = 0;  // 0 when spelled
    Era era = Era::none;
    bool noun = false;  // "سال", "عام", "year" before it
    bool plural = false;
    bool apostrophe = false;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct Month {
    Calendar calendar = Calendar::gregorian;
    int month = 0;
    std::uint8_t flags = 0;
    bool noun = false;  // "ماه", "شهر" beside it
    bool english = false;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  struct DayNumber {
    int day = 0;
    bool ordinal = false;
    bool in_digits = false;
    std::size_t end = 0;
  };
  struct CalendarYear {
    Calendar calendar;
    int year;
    double certainty;
  };

  // date_numeric.cc: 1400/06/28, 11.9.2001, 2021-09-19
  std::optional<DateMatch> numeric(std::size_t i) const;

  // date_months.cc: 17 شهریور 1357, Sept. 11, 2001, يونيو/حزيران 2009
  std::optional<DateMatch> day_first(std::size_t i) const;
  std::optional<DateMatch> month_first(std::size_t i) const;
  std::optional<DateMatch> days_between(std::size_t begin, const Month& month, int first, const Month& other,
                                        int last, std::size_t end) const;
  std::optional<Month> month_at(std::size_t i) const;
  std::optional<DayNumber> day_at(std::size_t i) const;
  bool month_counts(const Month& month, bool day, bool year) const;
  // Readings of days `first`..`last` of a month (the whole month when 0) in the year that follows `end`, if
  // any; moves `end` behind it. `has_year` tells whether there was one.
  std::vector<DateReading> in_year(const Month& month, const Month& last_month, int first, int last,
                                   std::size_t& end, bool& has_year) const;
  // `bound`, against the document's day: -2 all before it, -1 beginning no later, 1 all after it, 0 nearest.
  std::vector<DateReading> without_year(const Month& month, const Month& last_month, int first, int last,
                                        int bound) const;
  // "July and early September 1988": the year of a later member of the list that begins after `end`.
  std::vector<DateReading> in_year_of_list(const Month& month, int first, int last, std::size_t end) const;
  // Of what stands around words [begin, end): "since March" -1; "سبتمبر الماضي" -2, and moves `end`; else 0.
  int bound_of(std::size_t begin, std::size_t& end) const;

  // date_years.cc: years and their calendar; date_periods.cc: seasons, decades, centuries
  std::optional<Year> year_at(std::size_t i, bool two_digits) const;
  std::vector<CalendarYear> calendars_of(const Year& year, Calendar month_calendar, int month) const;
  Era era_at(std::size_t i, std::size_t& end) const;
  std::optional<DateMatch> year(std::size_t i) const;
  bool bare_year(const Year& year) const;
  std::optional<DateMatch> season(std::size_t i) const;
  std::optional<DateMatch> any_season(std::size_t begin, std::size_t end, int season) const;
  std::optional<DateMatch> decade(std::size_t i) const;
  std::optional<DateMatch> century(std::size_t i) const;

  // date_relative.cc: what leans on the document's day; a distance from it when it is not known
  std::optional<DateMatch> relative(std::size_t i) const;
  std::optional<DateMatch> weekday(std::size_t i) const;
  std::optional<DateMatch> amount_of_time(std::size_t i) const;
  std::optional<DateMatch> period(std::size_t i) const;
  // A year named by its distance ("امسال", "last year", "العام الماضي") at a word: years from the document's.
  std::optional<int> relative_year(std::size_t i, std::size_t& end) const;
  std::optional<DateReading> period_reading(Role noun, int offset) const;
  std::optional<DateReading> stretch_reading(Role noun, std::int64_t count, int sign) const;
  std::optional<DateMatch> counted_period(std::size_t i, Role noun, std::size_t end) const;
  std::string distance(Role noun, int offset) const;
  DateReading distance_reading(const std::string& value) const;
  Calendar own_calendar() const { return w_.persian() ? Calendar::jalali : Calendar::gregorian; }

  bool english_word(std::size_t i) const;  // Latin letters
  // A number follows this word closely as part of a larger expression, or a counted noun or unit comes after
  // it.
  bool counts_something(std::size_t end) const;
  bool part_of_longer_number(std::size_t i) const;

  // The number at a word; the last one is kept, because several families ask for the same.
  const std::optional<ParsedNumber>& number_at(std::size_t i) const;

  const RoledWords& w_;
  const DateContext& context_;
  mutable std::size_t number_word_ = static_cast<std::size_t>(-1);
  mutable std::optional<ParsedNumber> number_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_DATE_GRAMMAR_H_
