// tests/align/anchors/numbers.tsv row by row, and laws of the number finder.
#include "align/anchors/number_finder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "align/anchors/date_finder.h"
#include "align/anchors/units.h"

namespace taraz {
namespace {

std::vector<Anchor> numbers_of(const std::string& language, const std::string& text) {
  const Words words(text);
  const RoledWords roled(words, text, language == "-" ? Language() : Language::parse(language));
  std::vector<Anchor> dates;
  find_dates(roled, DateContext{}, dates);
  std::vector<Anchor> numbers;
  find_numbers(roled, dates, numbers);
  return numbers;
}

// The anchor as an expectation writes it: only the parts that the expectation has.
std::string shown_as(const Anchor& a, const std::string& expected) {
  std::string shown = a.value;
  if (expected.find('@') != std::string::npos) shown += "@" + (a.unit == 0 ? "none" : unit_at(a.unit).id);
  if (expected.find('#') != std::string::npos) shown += "#" + std::string(name_of(a.number_kind));
  return shown;
}

TEST(NumberFinder, EveryRowOfTheTable) {
  std::ifstream in(TARAZ_SOURCE_DIR "/tests/align/anchors/numbers.tsv");
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string language;
    std::string text;
    std::string expected;
    std::getline(cells, language, '\t');
    std::getline(cells, text, '\t');
    std::getline(cells, expected, '\t');
    std::vector<std::string> wanted;
    std::istringstream items(expected);
    for (std::string item; items >> item;)
      if (item != "none") wanted.push_back(item);
    const std::vector<Anchor> found = numbers_of(language, text);
    std::string got;
    std::string want;
    for (std::size_t i = 0; i < found.size(); ++i)
      got += shown_as(found[i], i < wanted.size() ? wanted[i] : "") + " ";
    for (const std::string& item : wanted) want += item + " ";
    EXPECT_EQ(got, want) << language << ": " << text;
    ++rows;
  }
  EXPECT_GE(rows, 75);
}

TEST(NumberFinder, SpansAreOrderedDisjointAndOnCodePoints) {
  const std::string text = "از ۱۰ تا ۱۵ میلیون و ۵۰۰ هزار تومان، $5 million، خمسة وعشرون، 3.5% و ½";
  std::uint32_t last = 0;
  const auto found = numbers_of("fa", text);
  EXPECT_GE(found.size(), 5U);
  for (const Anchor& a : found) {
    const bool reading = &a != found.data() && (&a - 1)->span == a.span;  // a further reading of the same span
    EXPECT_TRUE(reading || a.span.begin >= last);
    EXPECT_LT(a.span.begin, a.span.end);
    EXPECT_NE(static_cast<unsigned char>(text[a.span.begin]) & 0xC0U, 0x80U);
    last = a.span.end;
  }
}

Anchor quantity(const std::string& value, const std::string& unit) {
  Anchor a;
  a.value = value;
  a.number_kind = NumberKind::measure;
  a.unit = find_unit(unit).value();
  return a;
}

TEST(NumberAgreement, UnitsOfOneDimensionAgreeALittle) {
  EXPECT_EQ(number_agreement(quantity("10", "mile"), quantity("16", "km")), 0.4);
  EXPECT_EQ(number_agreement(quantity("6", "foot"), quantity("1.83", "m")), 0.4);
  EXPECT_EQ(number_agreement(quantity("212", "fahrenheit"), quantity("100", "celsius")), 0.4);
  EXPECT_EQ(number_agreement(quantity("100", "pound"), quantity("45.4", "kg")), 0.4);
  EXPECT_EQ(number_agreement(quantity("1", "inch"), quantity("25.4", "mm")), 0.4);
  EXPECT_EQ(number_agreement(quantity("5", "toman"), quantity("50", "IRR")), 0.4);
  EXPECT_EQ(number_agreement(quantity("10", "mile"), quantity("17", "km")), 0.0);
  EXPECT_EQ(number_agreement(quantity("10", "mile"), quantity("16", "kg")), 0.0);
  EXPECT_EQ(number_agreement(quantity("10", "USD"), quantity("10.1", "EUR")), 0.0);
  EXPECT_EQ(number_agreement(quantity("10", "km"), quantity("10.1", "km")), 0.0);
}

TEST(NumberAgreement, IsSymmetric) {
  const std::vector<Anchor> some = {quantity("10", "mile"), quantity("16", "km"),   quantity("16", "kg"),
                                    quantity("10", "USD"),  quantity("16", "mile"), Anchor{}};
  for (const Anchor& a : some)
    for (const Anchor& b : some) EXPECT_EQ(number_agreement(a, b), number_agreement(b, a));
}

TEST(NumberFinder, LongRunsOfNumberWordsEnd) {
  std::string text;
  for (int i = 0; i < 20000; ++i) text += i % 3 == 0 ? "میلیارد هزار و " : "ألف ومليون مليون و5 ";
  EXPECT_NO_THROW(numbers_of("ar", text));
  EXPECT_NO_THROW(numbers_of("fa", text));
  std::string digits;
  for (int i = 0; i < 20000; ++i) digits += i % 2 == 0 ? "1." : "1,";
  EXPECT_NO_THROW(numbers_of("en", digits));
}

}  // namespace
}  // namespace taraz
