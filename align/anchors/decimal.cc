// Tested by tests/align/anchors/decimal_test.cc, against whole numbers and round trips.
#include "align/anchors/decimal.h"

#include <cmath>
#include <cstdlib>

namespace taraz {
namespace {

constexpr std::int64_t kLimit = 1'000'000'000'000'000'000;  // 10^18

// value * 10^power when it stays below the limit.
std::optional<std::int64_t> scaled(std::int64_t value, int power) {
  for (; power > 0; --power) {
    if (std::llabs(value) >= kLimit / 10) return std::nullopt;
    value *= 10;
  }
  return value;
}

bool is_digits(std::string_view text) {
  return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

Decimal::Decimal(std::int64_t mantissa, int exponent)
    : mantissa_(mantissa), exponent_(mantissa == 0 ? 0 : exponent) {
  while (mantissa_ != 0 && mantissa_ % 10 == 0) {
    mantissa_ /= 10;
    ++exponent_;
  }
}

std::optional<Decimal> Decimal::from_digits(std::string_view whole, std::string_view fraction) {
  while (whole.starts_with('0')) whole.remove_prefix(1);
  while (fraction.ends_with('0')) fraction.remove_suffix(1);
  if (whole.size() + fraction.size() > 18 || !is_digits(whole) || !is_digits(fraction)) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : whole) value = value * 10 + (c - '0');
  for (const char c : fraction) value = value * 10 + (c - '0');
  return Decimal(value, -static_cast<int>(fraction.size()));
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t point = text.find('.');
  const std::string_view whole = text.substr(0, point);
  const std::string_view fraction =
      point == std::string_view::npos ? std::string_view() : text.substr(point + 1);
  if (whole.empty() || (point != std::string_view::npos && fraction.empty())) return std::nullopt;
  const auto value = from_digits(whole, fraction);
  return value && negative ? value->negated() : value;
}

std::optional<std::int64_t> Decimal::whole() const {
  if (exponent_ < 0) return std::nullopt;
  return scaled(mantissa_, exponent_);
}

Decimal Decimal::times_power_of_ten(int power) const { return {mantissa_, exponent_ + power}; }
Decimal Decimal::negated() const { return {-mantissa_, exponent_}; }

std::optional<Decimal> Decimal::plus(const Decimal& other) const {
  const int low = exponent_ < other.exponent_ ? exponent_ : other.exponent_;
  if (is_zero()) return other;
  if (other.is_zero()) return *this;
  if (exponent_ - low > 18 || other.exponent_ - low > 18) return std::nullopt;
  const auto a = scaled(mantissa_, exponent_ - low);
  const auto b = scaled(other.mantissa_, other.exponent_ - low);
  if (!a || !b) return std::nullopt;
  return Decimal(*a + *b, low);
}

double Decimal::to_double() const { return static_cast<double>(mantissa_) * std::pow(10.0, exponent_); }

std::string Decimal::to_string() const {
  std::string digits = std::to_string(std::llabs(mantissa_));
  if (exponent_ >= 0) {
    digits.append(static_cast<std::size_t>(exponent_), '0');
  } else {
    const auto places = static_cast<std::size_t>(-exponent_);
    if (digits.size() <= places) digits.insert(0, places - digits.size() + 1, '0');
    digits.insert(digits.size() - places, 1, '.');
  }
  return mantissa_ < 0 ? "-" + digits : digits;
}

}  // namespace taraz
