// Numbers spelled by ICU's rule-based number format, read back: an oracle for the grammar of number words.
#include <gtest/gtest.h>
#include <unicode/locid.h>
#include <unicode/rbnf.h>

#include <cstdint>
#include <memory>
#include <random>
#include <string>
#include <vector>

#include "align/anchors/number_grammar.h"

namespace taraz {
namespace {

class Speller {
 public:
  explicit Speller(const char* locale) {
    UErrorCode status = U_ZERO_ERROR;
    format_ = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, icu::Locale(locale), status);
    EXPECT_TRUE(U_SUCCESS(status));
  }
  std::string spell(std::int64_t value, const char* rules) const {
    UErrorCode status = U_ZERO_ERROR;
    icu::UnicodeString text;
    icu::FieldPosition position;
    format_->format(value, icu::UnicodeString(rules), text, position, status);
    if (U_FAILURE(status)) return {};
    std::string out;
    return text.toUTF8String(out);
  }

 private:
  std::unique_ptr<icu::RuleBasedNumberFormat> format_;
};

std::vector<std::int64_t> sample() {
  std::vector<std::int64_t> out;
  for (std::int64_t i = 2; i <= 1200; ++i) out.push_back(i);
  std::mt19937_64 random(1);
  for (std::int64_t limit : {10000LL, 1000000LL, 1000000000LL, 1000000000000LL})
    for (int i = 0; i < 300; ++i)
      out.push_back(static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(limit)) + 2);
  return out;
}

void reads_back(const char* language, const char* rules, bool ordinal = false) {
  const Speller speller(language);
  int failures = 0;
  for (const std::int64_t value : sample()) {
    if (ordinal && value > 999) continue;
    const std::string text = speller.spell(value, rules);
    ASSERT_FALSE(text.empty()) << rules;
    const Words words(text);
    const RoledWords roled(words, text, Language::parse(language));
    const auto number = parse_number(roled, 0);
    const bool right = number && number->end == words.size() && number->value == Decimal(value);
    if (!right && ++failures <= 12)
      ADD_FAILURE() << value << " '" << text << "' read as " << (number ? number->to_string() : "nothing");
  }
  EXPECT_EQ(failures, 0);
}

TEST(NumberRoundTrip, English) { reads_back("en", "%spellout-cardinal"); }
TEST(NumberRoundTrip, EnglishWithAnd) { reads_back("en", "%spellout-cardinal-verbose"); }
TEST(NumberRoundTrip, EnglishOrdinals) { reads_back("en", "%spellout-ordinal", true); }
TEST(NumberRoundTrip, Persian) { reads_back("fa", "%spellout-cardinal"); }
TEST(NumberRoundTrip, ArabicFeminine) { reads_back("ar", "%spellout-cardinal-feminine"); }
TEST(NumberRoundTrip, ArabicMasculine) { reads_back("ar", "%spellout-cardinal-masculine"); }

}  // namespace
}  // namespace taraz
