// tests/align/anchors/dates.tsv row by row, the document's day, and the laws of agreement.
#include "align/anchors/date_finder.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "align/anchors/calendar.h"
#include "text/document.h"

namespace taraz {
namespace {

std::vector<Anchor> dates_of(const std::string& language, const std::string& text,
                             const DateContext& context) {
  const Words words(text);
  const RoledWords roled(words, text, language == "-" ? Language() : Language::parse(language));
  std::vector<Anchor> dates;
  find_dates(roled, context, dates);
  return dates;
}

const DateContext kSeptember20{parse_iso_date("2021-09-20")};

void check_table(const std::string& name, const DateContext& context, int at_least) {
  std::ifstream in(TARAZ_SOURCE_DIR "/tests/align/anchors/" + name);
  ASSERT_TRUE(in);
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string language;
    std::string text;
    std::string expected;
    std::string span;
    std::getline(cells, language, '\t');
    std::getline(cells, text, '\t');
    std::getline(cells, expected, '\t');
    std::getline(cells, span, '\t');
    std::string got;
    std::string spans;
    const std::vector<Anchor> found = dates_of(language, text, context);
    for (const Anchor& a : found) {
      got += (got.empty() ? "" : " ") + a.value;
      spans += (spans.empty() ? "" : "|") + std::string(a.span.of(text));
    }
    EXPECT_EQ(got, expected == "none" ? "" : expected) << language << ": " << text << "\nspans: " << spans;
    EXPECT_EQ(span.empty() ? "" : spans, span) << language << ": " << text;
    ++rows;
  }
  EXPECT_GE(rows, at_least);
}

TEST(DateFinder, EveryRowOfTheTable) { check_table("dates.tsv", kSeptember20, 75); }
TEST(DateFinder, EveryRowWithoutADocumentDay) { check_table("dates_without_day.tsv", DateContext{}, 10); }

Anchor one(const std::string& language, const std::string& text, const DateContext& context = kSeptember20) {
  const auto found = dates_of(language, text, context);
  return found.empty() ? Anchor{} : found.front();
}

TEST(DateAgreement, OverlapWeightedBySpecificity) {
  const Anchor y1367 = one("fa", "سال ۱۳۶۷");
  const double with_1988 = date_agreement(y1367, one("en", "in 1988"));
  const double with_1989 = date_agreement(y1367, one("en", "in 1989"));
  EXPECT_GT(with_1988, 0.4);
  EXPECT_LT(with_1989, 0.2);
  EXPECT_GT(with_1989, 0.0);
  EXPECT_EQ(date_agreement(y1367, one("en", "in 1990")), 0.0);
  EXPECT_EQ(date_agreement(one("fa", "۱۷ شهریور ۱۳۵۷"), one("en", "September 8, 1978")), 1.0);
  EXPECT_LT(date_agreement(one("en", "September 8, 1978"), one("ar", "القرن العشرين")), 0.2);
}

TEST(DateAgreement, LunarDaysAreTakenLoosely) {
  const Anchor adha = one("ar", "10 ذي الحجة 1445 هـ");
  EXPECT_GT(date_agreement(adha, one("en", "17 June 2024")), 0.9);
  EXPECT_GT(date_agreement(adha, one("en", "14 June 2024")), 0.9);
  EXPECT_EQ(date_agreement(adha, one("en", "20 June 2024")), 0.0);
  EXPECT_EQ(date_contradiction(adha, one("en", "17 June 2024")), 0.0);
}

TEST(DateAgreement, DatesWithoutAYearAgreeByTheDayOfTheYear) {
  const DateContext none;
  EXPECT_GT(date_agreement(one("fa", "۲۲ بهمن", none), one("en", "February 11", none)), 0.3);
  EXPECT_GT(date_agreement(one("fa", "۲۲ بهمن", none), one("en", "February 11, 1979", none)), 0.3);
  EXPECT_GT(date_agreement(one("ar", "الاثنين", none), one("en", "Monday", none)), 0.1);
  EXPECT_EQ(date_agreement(one("fa", "۲۲ بهمن", none), one("en", "March 11", none)), 0.0);
}

TEST(DateAgreement, IsSymmetricAndNeverBesideContradiction) {
  std::vector<Anchor> dates;
  for (const char* text : {"سال ۱۳۶۷", "۱۷ شهریور ۱۳۵۷", "دهه ۶۰", "۲۲ بهمن", "10 محرم 1400 هجری قمری",
                           "تابستان ۱۳۶۷", "قرن بیستم", "دوشنبه", "۱۱ سپتامبر ۲۰۰۱"})
    for (const DateContext& context : {kSeptember20, DateContext{}})
      for (const Anchor& a : dates_of("fa", text, context)) dates.push_back(a);
  ASSERT_GE(dates.size(), 18U);
  for (const Anchor& a : dates)
    for (const Anchor& b : dates) {
      const double agreement = date_agreement(a, b);
      const double contradiction = date_contradiction(a, b);
      EXPECT_EQ(agreement, date_agreement(b, a)) << a.value << ' ' << b.value;
      EXPECT_EQ(contradiction, date_contradiction(b, a));
      EXPECT_TRUE(agreement >= 0 && agreement <= 1 && contradiction >= 0 && contradiction <= 1);
      EXPECT_TRUE(agreement == 0 || contradiction == 0) << a.value << ' ' << b.value;
    }
}

Document document_of(const std::string& language, const std::vector<std::string>& segments) {
  std::string text;
  std::vector<Segment> spans;
  for (const std::string& s : segments) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += s;
    spans.push_back(
        {{begin, static_cast<std::uint32_t>(text.size())}, static_cast<std::uint32_t>(spans.size()), {}});
    text += "\n";
  }
  Document document("d", Language::parse(language), text);
  document.set_segments(spans);
  return document;
}

TEST(DocumentDay, IsFoundInADateline) {
  const auto day = [](const std::string& language, const std::vector<std::string>& segments) {
    const auto found = find_document_day(document_of(language, segments));
    return found ? iso_date(*found) : std::string();
  };
  EXPECT_EQ(day("en", {"Title of a story", "September 20, 2021", "Text."}), "2021-09-20");
  EXPECT_EQ(day("en", {"Title", "By A. Writer", "Published: 20 September 2021", "Text."}), "2021-09-20");
  EXPECT_EQ(
      day("en",
          {"PARIS, Sept. 20, 2021 – Thousands of Iranians gathered in front of the town hall on Monday."}),
      "2021-09-20");
  EXPECT_EQ(day("fa", {"عنوان خبر", "دوشنبه ۲۹ شهریور ۱۴۰۰", "متن خبر."}), "2021-09-20");
  EXPECT_EQ(day("ar", {"عنوان", "الاثنين 20 سبتمبر/أيلول 2021", "نص."}), "2021-09-20");
  EXPECT_EQ(day("fa", {"تاریخ انتشار: ۱۴۰۰/۰۶/۲۹", "متن خبر."}), "2021-09-20");
  // What the text is about is not when it was written.
  EXPECT_EQ(day("en", {"On September 11, 2001, nineteen men hijacked four planes.", "It was a Tuesday."}),
            "");
  EXPECT_EQ(day("fa", {"در ۱۷ شهریور ۱۳۵۷ ارتش به روی مردم تهران در میدان ژاله آتش گشود.", "متن."}), "");
  EXPECT_EQ(day("en", {"The massacre of 1988", "Summer 1988"}), "");
  EXPECT_EQ(day("en", {}), "");
}

TEST(DateFinder, LongRunsOfDateWordsEnd) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "۱۱ و ۱۲ شهریور تا مهر ۱۳۶۷/۱۲/ سال سال الاثنين ، قرن دهه ۶۰ و ";
  EXPECT_NO_THROW(dates_of("fa", text, kSeptember20));
  EXPECT_NO_THROW(dates_of("ar", text, kSeptember20));
  std::string digits;
  for (int i = 0; i < 20000; ++i) digits += "1/2/2001-";
  EXPECT_NO_THROW(dates_of("en", digits, kSeptember20));
}

}  // namespace
}  // namespace taraz
