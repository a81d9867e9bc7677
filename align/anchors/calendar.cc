// Gregorian: days from civil (Howard Hinnant, "chrono-compatible low-level date algorithms", public domain).
// Jalali: the 33-year rule, leap iff (25y + 11) mod 33 < 8, which agrees with the official Iranian table
// 1206-1498. Hijri: data/anchors/umalqura.tsv; the civil cycle (11 leap years in 30) outside it. Tested
// against ICU for every month of 1178-1599 AP and 1300-1600 AH by tests/align/anchors/calendar_test.cc.
#include "align/anchors/calendar.h"

#include <array>
#include <charconv>
#include <vector>

#include "text/data_tables.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr int kUnixEpochJulianDay = 2440588;

int floor_div(int a, int b) { return a / b - ((a % b != 0 && (a < 0) != (b < 0)) ? 1 : 0); }
int floor_mod(int a, int b) { return a - floor_div(a, b) * b; }

// ---- Gregorian
Day gregorian_day(int y, int m, int d) {
  y -= m <= 2 ? 1 : 0;
  const int era = floor_div(y, 400);
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (m > 2 ? m - 3 : m + 9) + 2) / 5 + d - 1;
  return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year - 719468;
}

CalendarDate gregorian_date(Day day) {
  const int z = day + 719468;
  const int era = floor_div(z, 146097);
  const int day_of_era = z - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted = (5 * day_of_year + 2) / 153;
  const int month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day_of_year - (153 * shifted + 2) / 5 + 1};
}

bool gregorian_leap(int y) {
  return floor_mod(y, 4) == 0 && (floor_mod(y, 100) != 0 || floor_mod(y, 400) == 0);
}

// ---- Jalali
bool jalali_leap(int y) { return floor_mod(25 * y + 11, 33) < 8; }

Day jalali_day(int y, int m, int d) {
  const int before = m <= 7 ? 31 * (m - 1) : 30 * (m - 1) + 6;
  return 365 * (y - 1) + floor_div(8 * y + 21, 33) + before + d + 1948319 - kUnixEpochJulianDay;
}

// ---- Hijri
struct HijriYear {
  Day first = 0;
  std::array<std::uint8_t, 12> lengths{};
};

struct HijriTable {
  int first_year = 0;
  std::vector<HijriYear> years;

  HijriTable() {
    static constexpr std::string_view kPath = "anchors/umalqura.tsv";
    for (const DataRow& row : data_rows(kPath, 3)) {
      int year = 0;
      HijriYear entry;
      const auto number = [&](std::string_view cell, int& out) {
        const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), out);
        if (end.ec != std::errc() || end.ptr != cell.data() + cell.size())
          throw FormatError(data_source(kPath), row.line, 0, "'" + std::string(cell) + "' is no number");
      };
      number(row.cells[0], year);
      number(row.cells[1], entry.first);
      if (row.cells[2].size() != 12 || row.cells[2].find_first_not_of("23") != std::string_view::npos)
        throw FormatError(data_source(kPath), row.line, 0, "the months must be twelve digits 2 or 3");
      for (std::size_t m = 0; m < 12; ++m) entry.lengths[m] = row.cells[2][m] == '3' ? 30 : 29;
      if (years.empty()) first_year = year;
      if (year != first_year + static_cast<int>(years.size()))
        throw FormatError(data_source(kPath), row.line, 0, "the years must follow each other");
      years.push_back(entry);
    }
  }
  const HijriYear* find(int year) const {
    const int i = year - first_year;
    return i >= 0 && i < static_cast<int>(years.size()) ? &years[static_cast<std::size_t>(i)] : nullptr;
  }
};

const HijriTable& hijri_table() {
  static const HijriTable table;
  return table;
}

bool civil_leap(int y) { return floor_mod(11 * y + 14, 30) < 11; }
int hijri_length(int y, int m) {
  if (const HijriYear* entry = hijri_table().find(y)) return entry->lengths[static_cast<std::size_t>(m - 1)];
  return m % 2 == 1 || (m == 12 && civil_leap(y)) ? 30 : 29;
}
Day hijri_day(int y, int m, int d) {
  if (const HijriYear* entry = hijri_table().find(y)) {
    Day day = entry->first + d - 1;
    for (int k = 1; k < m; ++k) day += entry->lengths[static_cast<std::size_t>(k - 1)];
    return day;
  }
  return (y - 1) * 354 + floor_div(3 + 11 * y, 30) + 29 * (m - 1) + m / 2 + d + 1948439 - kUnixEpochJulianDay;
}

Day any_day(Calendar calendar, int y, int m, int d) {
  switch (calendar) {
    case Calendar::jalali:
      return jalali_day(y, m, d);
    case Calendar::hijri:
      return hijri_day(y, m, d);
    default:
      return gregorian_day(y, m, d);
  }
}

}  // namespace

bool year_in_range(Calendar calendar, int year) {
  return calendar == Calendar::gregorian ? year >= -9999 && year <= 9999 : year >= 1 && year <= 3000;
}

int month_length(Calendar calendar, int year, int month) {
  static constexpr std::array<std::uint8_t, 12> kGregorian = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  switch (calendar) {
    case Calendar::jalali:
      return month <= 6 ? 31 : month <= 11 || jalali_leap(year) ? 30 : 29;
    case Calendar::hijri:
      return hijri_length(year, month);
    default:
      return month == 2 && gregorian_leap(year) ? 29 : kGregorian[static_cast<std::size_t>(month - 1)];
  }
}

std::optional<Day> day_of(Calendar calendar, CalendarDate date) {
  if (!year_in_range(calendar, date.year) || date.month < 1 || date.month > 12 || date.day < 1 ||
      date.day > month_length(calendar, date.year, date.month))
    return std::nullopt;
  return any_day(calendar, date.year, date.month, date.day);
}

CalendarDate date_of(Calendar calendar, Day day) {
  if (calendar != Calendar::jalali && calendar != Calendar::hijri) return gregorian_date(day);
  const double mean_year = calendar == Calendar::jalali ? 365.2424 : 354.3667;
  const int since_epoch = day + kUnixEpochJulianDay - (calendar == Calendar::jalali ? 1948320 : 1948440);
  int year = static_cast<int>(since_epoch / mean_year) + 1;
  while (any_day(calendar, year + 1, 1, 1) <= day) ++year;
  while (any_day(calendar, year, 1, 1) > day) --year;
  int month = 1;
  while (month < 12 && any_day(calendar, year, month + 1, 1) <= day) ++month;
  return {year, month, day - any_day(calendar, year, month, 1) + 1};
}

std::optional<DayRange> month_range(Calendar calendar, int year, int month) {
  const auto first = day_of(calendar, {year, month, 1});
  if (!first) return std::nullopt;
  return DayRange{*first, *first + month_length(calendar, year, month) - 1};
}

std::optional<DayRange> year_range(Calendar calendar, int year) { return years_range(calendar, year, year); }

std::optional<DayRange> years_range(Calendar calendar, int first, int last) {
  if (first > last || !year_in_range(calendar, first) || !year_in_range(calendar, last)) return std::nullopt;
  return DayRange{any_day(calendar, first, 1, 1),
                  any_day(calendar, last, 12, month_length(calendar, last, 12))};
}

int weekday_of(Day day) { return floor_mod(day + 3, 7) + 1; }

std::string iso_date(Day day) {
  const CalendarDate d = gregorian_date(day);
  const int year = d.year < 0 ? -d.year : d.year;
  const auto digit = [](int n) { return static_cast<char>('0' + n % 10); };
  std::string out = d.year < 0 ? "-" : "";
  if (year > 9999) out += std::to_string(year / 10000);
  for (const char c : {digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), '-',
                       digit(d.month / 10), digit(d.month), '-', digit(d.day / 10), digit(d.day)})
    out += c;
  return out;
}

std::string iso_range(DayRange range) {
  return range.first == range.last ? iso_date(range.first)
                                   : iso_date(range.first) + "/" + iso_date(range.last);
}

std::optional<Day> parse_iso_date(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  CalendarDate date;
  const auto field = [&](std::size_t at, std::size_t size, int& out) {
    const char* end = text.data() + at + size;
    for (std::size_t i = at; i < at + size; ++i)
      if (text[i] < '0' || text[i] > '9') return false;
    return std::from_chars(text.data() + at, end, out).ptr == end;
  };
  if (!field(0, 4, date.year) || !field(5, 2, date.month) || !field(8, 2, date.day)) return std::nullopt;
  if (negative) date.year = -date.year;
  return day_of(Calendar::gregorian, date);
}

}  // namespace taraz
