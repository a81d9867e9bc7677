// Exact decimal numbers: no binary floating point between what is written and what is compared.
#ifndef TARAZ_ALIGN_ANCHORS_DECIMAL_H_
#define TARAZ_ALIGN_ANCHORS_DECIMAL_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace taraz {

// mantissa * 10^exponent, kept without trailing zeros, so that equal values are equal objects.
// Holds what has at most 18 significant digits; every operation that would not fit gives nothing.
class Decimal {
 public:
  Decimal() = default;
  Decimal(std::int64_t value)
      : Decimal(value, 0) {}  // NOLINT(google-explicit-constructor): a number is a number
  Decimal(std::int64_t mantissa, int exponent);

  // ASCII digits of the whole and of the fractional part. Nothing for more than 18 significant digits.
  static std::optional<Decimal> from_digits(std::string_view whole, std::string_view fraction = {});
  // The inverse of to_string, for "-12.5"; nothing for other text.
  static std::optional<Decimal> parse(std::string_view text);

  std::int64_t mantissa() const { return mantissa_; }
  int exponent() const { return exponent_; }
  bool is_zero() const { return mantissa_ == 0; }
  bool is_whole() const { return exponent_ >= 0; }
  // The value as a whole number, when it is one and fits.
  std::optional<std::int64_t> whole() const;

  Decimal times_power_of_ten(int power) const;  // exact: only the exponent changes
  Decimal negated() const;
  std::optional<Decimal> plus(const Decimal& other) const;
  double to_double() const;
  std::string to_string() const;  // plain: "30000", "3.5", "-0.25"

  friend bool operator==(const Decimal&, const Decimal&) = default;
  friend bool operator<(const Decimal& a, const Decimal& b) { return a.to_double() < b.to_double(); }

 private:
  std::int64_t mantissa_ = 0;
  int exponent_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_DECIMAL_H_
