#include "align/anchors/decimal.h"

#include <gtest/gtest.h>

namespace taraz {
namespace {

TEST(Decimal, EqualValuesAreEqualObjects) {
  EXPECT_EQ(Decimal::from_digits("0030", "500"), Decimal::from_digits("30", "5"));
  EXPECT_EQ(Decimal(30000), Decimal(3, 4));
  EXPECT_EQ(Decimal(0, 7), Decimal());
}

TEST(Decimal, PrintsAndParsesBack) {
  for (const std::int64_t mantissa : {0LL, 1LL, 7LL, 10LL, 305LL, -12LL, 999999999999999999LL})
    for (int exponent = -20; exponent <= 20; ++exponent) {
      const Decimal value(mantissa, exponent);
      const auto back = Decimal::parse(value.to_string());
      EXPECT_EQ(back.value_or(value), value) << value.to_string();
    }
  EXPECT_EQ(Decimal(5, -3).to_string(), "0.005");
  EXPECT_EQ(Decimal(-35, -1).to_string(), "-3.5");
  EXPECT_EQ(Decimal(3, 12).to_string(), "3000000000000");
}

TEST(Decimal, AddsExactlyOrNotAtAll) {
  EXPECT_EQ(Decimal(1, -1).plus(Decimal(2, -1)), Decimal(3, -1));
  EXPECT_EQ(Decimal(5, -1).plus(2), Decimal(25, -1));
  EXPECT_EQ(Decimal(1, 30).plus(1), std::nullopt);
  for (std::int64_t a = -40; a < 40; ++a)
    for (std::int64_t b = -40; b < 40; ++b) EXPECT_EQ(Decimal(a).plus(b), Decimal(a + b));
}

TEST(Decimal, RefusesWhatIsNoDecimal) {
  for (const char* bad : {"", ".", "1.", ".5", "-", "1e5", "1,5", "1234567890123456789"})
    EXPECT_EQ(Decimal::parse(bad), std::nullopt) << bad;
}

}  // namespace
}  // namespace taraz
