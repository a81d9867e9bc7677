// Dates in digits alone. The order and the calendar follow from which part can be a year and from the
// language: 4 digits first is y/m/d; 4 digits last is d/m/y, in English also m/d/y; two-digit years are
// Jalali in Persian. Tested by tests/align/anchors/dates.tsv.
#include <array>
#include <string>
#include <string_view>

#include "align/anchors/date_grammar.h"

namespace taraz {
namespace {

struct Parts {
  std::array<int, 3> value{};
  std::array<std::size_t, 3> digits{};
  char separator = '/';
  std::size_t end = 0;
  bool leading_zero = false;  // of the first part
};

std::optional<Parts> parts_at(const RoledWords& w, std::size_t i) {
  Parts out;
  bool spaced = false;
  for (std::size_t k = 0; k < 3; ++k) {
    if (!w.digits(i)) return std::nullopt;
    const std::string_view digits = w.folded(i);
    if (digits.size() > 4) return std::nullopt;
    out.value[k] = std::stoi(std::string(digits));
    out.digits[k] = digits.size();
    if (k == 0) out.leading_zero = digits[0] == '0';
    ++i;
    if (k == 2) break;
    if (!w.mark(i) || w.folded(i).size() != 1) return std::nullopt;
    const char sign = w.folded(i)[0];
    if (sign != '/' && sign != '-' && sign != '.') return std::nullopt;
    if (k == 1 && sign != out.separator) return std::nullopt;
    out.separator = sign;
    if (!w.adjacent(i) || !w.adjacent(i + 1)) {
      if (k == 1 && !spaced) return std::nullopt;
      spaced = true;
    } else if (spaced) {
      return std::nullopt;
    }
    ++i;
  }
  out.end = i;
  const bool four = out.digits[0] == 4 || out.digits[2] == 4;
  if (out.digits[1] > 2 || out.digits[0] == 3 || out.digits[2] == 3) return std::nullopt;
  if (out.digits[0] == 4 && out.digits[2] > 2) return std::nullopt;
  if (!four && (out.separator != '/' || spaced)) return std::nullopt;
  if (spaced && (out.separator == '.' || out.digits[1] != 2)) return std::nullopt;
  return out;
}

}  // namespace

std::optional<DateMatch> DateGrammar::numeric(std::size_t i) const {
  const auto parts = parts_at(w_, i);
  if (!parts) return std::nullopt;
  const auto [a, b, c] = parts->value;
  // Part of something longer: 1/2/3/4, 10.0.0.1
  const std::size_t after = parts->end;
  if (w_.mark(after, parts->separator) && w_.adjacent(after) && w_.digits(after + 1) &&
      w_.adjacent(after + 1))
    return std::nullopt;
  if (i >= 2 && w_.mark(i - 1, parts->separator) && w_.adjacent(i) && w_.digits(i - 2) && w_.adjacent(i - 1))
    return std::nullopt;

  DateMatch out{i, after, {}};
  std::size_t end = after;
  const Era era = era_at(after, end);
  const bool arabic = w_.arabic() && !w_.persian();
  const auto add = [&](Calendar calendar, int y, int m, int d, double certainty) {
    const auto day = day_of(calendar, {y, m, d});
    if (day) out.readings.push_back({{*day, *day}, calendar, Granularity::day, certainty, {}});
  };
  const auto add_year = [&](int y, int m, int d, double certainty) {
    if (y >= 1500 && y <= 2200) return add(Calendar::gregorian, y, m, d, certainty);
    if (y < 1200 || y >= 1500) return;
    const bool lunar = era == Era::lunar || (era == Era::hijri && arabic);
    const bool solar = era == Era::jalali || era == Era::hijri || (w_.persian() && era == Era::none);
    if (lunar) return add(Calendar::hijri, y, m, d, certainty);
    if (solar) return add(Calendar::jalali, y, m, d, certainty);
    const double first = certainty * 0.6;
    if (arabic) {
      add(Calendar::hijri, y, m, d, first);
      add(Calendar::jalali, y, m, d, certainty - first);
    } else {
      add(Calendar::jalali, y, m, d, first);
      add(Calendar::hijri, y, m, d, certainty - first);
    }
  };
  const auto day_month = [&](int first, int second, int y) {
    const bool either = first <= 12 && second <= 12 && first != second && !(y < 1500 && !w_.english());
    const bool american = w_.english() && parts->separator != '.';
    const double likely = either ? (american ? 0.6 : 0.8) : 1.0;
    if (american) {
      add_year(y, first, second, likely);
      add_year(y, second, first, either ? 1 - likely : 1.0);
    } else {
      add_year(y, second, first, likely);
      if (either || w_.english()) add_year(y, first, second, either ? 1 - likely : 1.0);
    }
    if (!either && out.readings.size() > 1) out.readings.resize(1);
  };
  if (parts->digits[0] == 4) {
    if (a < 1200 || a > 2200) return std::nullopt;
    add_year(a, b, c, 1.0);
  } else if (parts->digits[2] == 4) {
    if (c < 1200 || c > 2200) return std::nullopt;
    day_month(a, b, c);
  } else if (w_.persian()) {
    if (parts->digits[0] == 2 && a > 31)
      add(Calendar::jalali, 1300 + a, b, c, 1.0);
    else if (parts->digits[2] == 2 && c > 31)
      add(Calendar::jalali, 1300 + c, b, a, 0.9);
    else if (parts->digits[0] == 2 && parts->leading_zero)
      add(Calendar::jalali, 1400 + a, b, c, 0.7);
    if (out.readings.empty()) return std::nullopt;
  } else {
    if (parts->digits[2] != 2 || a == 0 || b == 0) return std::nullopt;
    day_month(a, b, c <= 35 ? 2000 + c : 1900 + c);
    for (DateReading& r : out.readings) r.certainty *= 0.8;
    if (out.readings.empty()) return std::nullopt;
  }
  if (era != Era::none && !out.readings.empty()) out.end = end;
  return out;
}

}  // namespace taraz
