// How dates speak for and against each other: the share of common days, weighted by how much a stretch of
// that length says: 1 for a day, falling with the logarithm to 0 for two centuries. Tested by
// tests/align/anchors/date_finder_test.cc.
#include <algorithm>
#include <cmath>

#include "align/anchors/calendar.h"
#include "align/anchors/date_finder.h"

namespace taraz {
namespace {

constexpr int kLunarSlack = 2;        // local sighting of the moon against Umm al-Qura
constexpr double kLongest = 73050.0;  // two centuries: says nothing

double specificity(std::int32_t days) {
  const double information = 1.0 - std::log(static_cast<double>(days)) / std::log(kLongest);
  return std::pow(std::clamp(information, 0.0, 1.0), 0.7);
}

bool recurring(const Anchor& a) { return a.granularity == Granularity::recurring; }
bool relative(const Anchor& a) { return a.granularity == Granularity::relative; }
bool weekday(const Anchor& a) { return a.value.starts_with("-W-"); }

DayRange days_of(const Anchor& a, bool slack) {
  const int more = slack && a.calendar == Calendar::hijri && a.last_day - a.first_day < 40 ? kLunarSlack : 0;
  return {a.first_day - more, a.last_day + more};
}

// Days of the year of `b` moved to where they are nearest to `a`.
DayRange nearest_year(const DayRange& a, const DayRange& b) {
  const double years = std::round((a.first - b.first) / 365.2425);
  const auto shift = static_cast<std::int32_t>(std::lround(years * 365.2425));
  return {b.first + shift, b.last + shift};
}

std::int32_t gap(const DayRange& a, const DayRange& b) {
  return std::max({0, a.first - b.last, b.first - a.last});
}

}  // namespace

double date_agreement(const Anchor& a, const Anchor& b) {
  const double certainty = static_cast<double>(a.certainty) * static_cast<double>(b.certainty);
  if (a.value == b.value) {
    if (weekday(a) || relative(a)) return 0.5 * certainty;
    return certainty * (recurring(a) ? 0.8 : specificity(a.last_day - a.first_day + 1));
  }
  if (relative(a) || relative(b)) return 0.0;
  const bool slack = a.calendar != b.calendar;
  const DayRange x = days_of(a, slack);
  DayRange y = days_of(b, slack);
  if (recurring(a) || recurring(b)) {
    if (weekday(a) || weekday(b)) {
      const Anchor& named = weekday(a) ? a : b;
      const Anchor& other = weekday(a) ? b : a;
      if (weekday(other) || recurring(other) || other.first_day != other.last_day) return 0.0;
      return weekday_of(other.first_day) == weekday_of(named.first_day) ? 0.3 * certainty : 0.0;
    }
    if ((a.calendar == Calendar::hijri) != (b.calendar == Calendar::hijri))
      return 0.0;  // wanders through the year
    y = nearest_year(x, y);
    const DayRange wide{y.first - 1, y.last + 1};
    if (gap(x, wide) > 0) return 0.0;
    return 0.5 * certainty * specificity(std::max(x.length(), y.length()));
  }
  const std::int32_t common = std::min(x.last, y.last) - std::max(x.first, y.first) + 1;
  if (common <= 0) return 0.0;
  const std::int32_t shorter = std::min({x.length(), y.length()});
  const std::int32_t longer = std::max(a.last_day - a.first_day, b.last_day - b.first_day) + 1;
  return certainty * std::min(1.0, static_cast<double>(common) / shorter) * specificity(longer);
}

double date_contradiction(const Anchor& a, const Anchor& b) {
  if (relative(a) || relative(b)) return relative(a) && relative(b) && a.value != b.value ? 0.3 : 0.0;
  if (recurring(a) || recurring(b)) {
    return date_agreement(a, b) > 0 || weekday(a) != weekday(b) ? 0.0 : 0.5;
  }
  const std::int32_t apart = gap(days_of(a, true), days_of(b, true));
  if (apart == 0) return 0.0;
  const double certainty = static_cast<double>(a.certainty) * static_cast<double>(b.certainty);
  const std::int32_t longer = std::max(a.last_day - a.first_day, b.last_day - b.first_day) + 1;
  // A day's difference is a time zone or a slip; beyond the length of the longer one it is another time.
  const double distance =
      apart == 1 ? 0.2 : std::min(1.0, 0.4 + static_cast<double>(apart) / (30.0 + longer));
  return certainty * distance * std::max(0.2, specificity(longer));
}

}  // namespace taraz
