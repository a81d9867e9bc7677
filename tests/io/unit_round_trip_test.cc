// Law: reading what a writer wrote gives the same units, for every format and the nastiest text.
#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "io/unit_reader.h"
#include "io/unit_writer.h"
#include "text/utf8.h"

namespace taraz {
namespace {

const Language kEn = Language::parse("en"), kFa = Language::parse("fa"), kAr = Language::parse("ar-EG");

const std::vector<std::string> kPieces = {
    "a",       " ",           "  ",        "\t",     "\n",     "\r",         "\r\n",       "\\",     "\\t",
    "\\\\n",   "&",           "&amp;",     "<",      ">",      "<seg>",      "</tu>",      "]]>",    "\"",
    "'",       "\u2028",      "\u2029",    "\u0085", "\u202A", "\u202C",     "\u2067",     "\u2069", "\u200E",
    "\u200C",  "می\u200Cرود", "لا\u200Dه", "\uFEFF", "\uFFFD", "\U0001F600", "\U0001FFFE", "\u00A0", "۱۲۳",
    "العربية", "e\u0301",     "#",         "{",      "[0]",    ":",          "-",          "%s",     "\x7F"};

std::string nasty(std::mt19937& random) {
  std::string out;
  for (std::size_t n = random() % 9; n > 0; --n) out += kPieces[random() % kPieces.size()];
  return std::string(trim(out));
}

TranslationUnit unit(std::mt19937& random, std::size_t number) {
  TranslationUnit u;
  u.id = std::to_string(number);
  u.kind = "1-1-1";
  if (random() % 3 > 0) u.score = static_cast<double>(random() % 10001) / 10000;
  if (random() % 4 == 0) u.document = "letters/1";
  std::uint32_t at = static_cast<std::uint32_t>(number) * 3;
  for (const Language& l : {kEn, kFa, kAr}) {
    Variant v{l, nasty(random), {}};
    if (random() % 5 > 0) v.source = SegmentRange{at, at + 1 + static_cast<std::uint32_t>(random() % 3)};
    u.variants.push_back(std::move(v));
  }
  if (random() % 3 == 0) u.properties.emplace_back("domain", "law & \"order\"");
  if (random() % 3 == 0) u.properties.emplace_back("R&D \"<&#38;\"@fa", "x<y\\");
  return u;
}

std::string written(UnitFormat format, const std::vector<TranslationUnit>& units) {
  std::ostringstream out;
  const auto writer = make_unit_writer(format, Sink("-", out),
                                       {.languages = {kEn, kFa, kAr},
                                        .incomplete = true,
                                        .documents = true,
                                        .ids = true,
                                        .properties = {"domain", "R&D \"<&#38;\"@fa"}});
  for (const TranslationUnit& u : units) writer->write(u);
  writer->finish();
  return out.str();
}

std::vector<TranslationUnit> read(std::optional<UnitFormat> format, const std::string& bytes) {
  const auto reader = make_unit_reader(format, Source::of_bytes("test", bytes));
  std::vector<TranslationUnit> units(1);
  while (reader->next(units.back())) units.emplace_back();
  units.pop_back();
  return units;
}

// As TMX has it: no empty variants, nor units without a text; properties of what is not there go with it.
std::vector<TranslationUnit> without_empty(std::vector<TranslationUnit> units) {
  std::vector<TranslationUnit> out;
  for (TranslationUnit& u : units) {
    std::erase_if(u.variants, [](const Variant& v) { return v.text.empty(); });
    if (!u.variants.empty()) out.push_back(std::move(u));
  }
  return out;
}

class RoundTrip : public ::testing::TestWithParam<UnitFormat> {};

TEST_P(RoundTrip, ReadingGivesBackWhatWasWritten) {
  std::mt19937 random(7);
  std::vector<TranslationUnit> units;
  for (std::size_t i = 1; i <= 3000; ++i) units.push_back(unit(random, i));
  const std::string bytes = written(GetParam(), units);
  if (GetParam() == UnitFormat::tmx) units = without_empty(units);
  const std::vector<TranslationUnit> back = read({}, bytes);  // the format is found by content
  ASSERT_EQ(back.size(), units.size());
  for (std::size_t i = 0; i < units.size(); ++i)
    ASSERT_EQ(back[i], units[i]) << "unit " << units[i].id << "\n"
                                 << written(UnitFormat::jsonl, {units[i], back[i]});
  if (GetParam() != UnitFormat::tmx) {
    EXPECT_EQ(written(GetParam(), back), bytes);
  }
}

TEST_P(RoundTrip, NoUnits) { EXPECT_TRUE(read(GetParam(), written(GetParam(), {})).empty()); }

INSTANTIATE_TEST_SUITE_P(Formats, RoundTrip,
                         ::testing::Values(UnitFormat::tsv, UnitFormat::tmx, UnitFormat::jsonl),
                         [](const auto& info) { return std::string(name_of(info.param)); });

TEST(RoundTripTsv, EmptySideKeepsItsPlace) {
  std::vector<TranslationUnit> units(2);
  units[0] = {.id = "1",
              .variants = {{kEn, "a", SegmentRange{0, 2}}, {kFa, "", SegmentRange{0, 0}}, {kAr, "b", {}}},
              .score = {},
              .kind = "2-0-1",
              .document = {},
              .properties = {}};
  units[1] = {.id = "2",
              .variants = {{kEn, "", SegmentRange{2, 2}}, {kFa, "c", SegmentRange{0, 1}}, {kAr, "b", {}}},
              .score = {},
              .kind = "0-1-1",
              .document = {},
              .properties = {}};
  EXPECT_EQ(read(UnitFormat::tsv, written(UnitFormat::tsv, units)), units);
}

TEST(RoundTripBeads, IndicesKindAndCost) {
  const std::string beads = "[0]:[0,1]\t1.2034\n[]:[2]\t6.0000\n[1,2]:[]\t6.0000\n[3]:[3]\n";
  std::vector<TranslationUnit> units = read(UnitFormat::beads, beads);
  ASSERT_EQ(units.size(), 4u);
  EXPECT_EQ(units[0].kind, "1-2");
  EXPECT_EQ(units[1].variants[0].source, (SegmentRange{1, 1}));
  std::ostringstream out;
  const auto writer = make_unit_writer(UnitFormat::beads, Sink("-", out), {});
  for (const TranslationUnit& u : units) writer->write(u);
  writer->finish();
  EXPECT_EQ(out.str(), beads);
}

}  // namespace
}  // namespace taraz
