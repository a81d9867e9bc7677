// What the writers write, byte for byte; that readers get it back is tests/io/unit_round_trip_test.cc.
#include "io/unit_writer.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "text/error.h"

namespace taraz {
namespace {

using namespace std::string_literals;

const Language kEn = Language::parse("en"), kFa = Language::parse("fa"), kAr = Language::parse("ar");

TranslationUnit unit(std::string id, std::vector<Variant> variants) {
  return {.id = std::move(id),
          .variants = std::move(variants),
          .score = {},
          .kind = {},
          .document = {},
          .properties = {}};
}

std::string written(UnitFormat format, UnitWriterOptions options, const std::vector<TranslationUnit>& units,
                    WriteReport* report = nullptr) {
  std::ostringstream out;
  const auto writer = make_unit_writer(format, Sink("-", out), std::move(options));
  for (const TranslationUnit& u : units) writer->write(u);
  writer->finish();
  if (report != nullptr) *report = writer->report();
  return out.str();
}

// The <tu> elements alone.
std::string body(const std::string& tmx) {
  const std::size_t begin = tmx.find("<body>\n") + 7;
  return tmx.substr(begin, tmx.find("</body>") - begin);
}

TEST(TmxWriter, WholeFile) {
  TranslationUnit u =
      unit("1", {{kEn, "a & b", SegmentRange{0, 1}}, {kFa, "می\u200Cرود <ب>", SegmentRange{0, 2}}});
  u.score = 0.99814;
  u.kind = "1-2";
  EXPECT_EQ(
      written(UnitFormat::tmx,
              {.languages = {kEn, kFa}, .creation_date = "20260101T000000Z", .tool_version = "1.2"}, {u}),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\">\n"
      "<tmx version=\"1.4\">\n"
      "<header creationtool=\"Taraz\" creationtoolversion=\"1.2\" segtype=\"sentence\" o-tmf=\"Taraz\" "
      "adminlang=\"en\" srclang=\"en\" datatype=\"plaintext\" creationdate=\"20260101T000000Z\"/>\n"
      "<body>\n"
      "<tu tuid=\"1\"><prop type=\"x-score\">0.9981</prop><prop type=\"x-kind\">1-2</prop>"
      "<prop type=\"x-source\">en:0 fa:0-1</prop>\n"
      "<tuv xml:lang=\"en\"><seg>a &amp; b</seg></tuv>\n"
      "<tuv xml:lang=\"fa\"><seg>می\u200Cرود &lt;ب&gt;</seg></tuv>\n"
      "</tu>\n"
      "</body>\n</tmx>\n");
}

TEST(TmxWriter, NoUnits) {
  const std::string tmx = written(UnitFormat::tmx, {}, {});
  EXPECT_NE(tmx.find("srclang=\"*all*\""), std::string::npos);
  EXPECT_EQ(body(tmx), "");
}

TEST(TmxWriter, SourceLanguageFirst) {
  const std::string tmx =
      written(UnitFormat::tmx, {.languages = {kFa, kEn}}, {unit("1", {{kEn, "e", {}}, {kFa, "f", {}}})});
  EXPECT_NE(tmx.find("srclang=\"fa\""), std::string::npos);
  EXPECT_EQ(body(tmx),
            "<tu tuid=\"1\">\n<tuv xml:lang=\"fa\"><seg>f</seg></tuv>\n<tuv "
            "xml:lang=\"en\"><seg>e</seg></tuv>\n</tu>\n");
}

TEST(TmxWriter, OnlyCompleteUnitsUnlessAsked) {
  const std::vector<TranslationUnit> units{unit("1", {{kEn, "e", {}}, {kFa, "", {}}, {kAr, "a", {}}}),
                                           unit("2", {{kEn, "", {}}, {kFa, "f", {}}, {kAr, "a", {}}}),
                                           unit("3", {{kEn, "e", {}}, {kFa, "f", {}}}),
                                           unit("4", {{kEn, "e", {}}, {kFa, "f", {}}, {kAr, "a", {}}}),
                                           unit("5", {{kEn, "", {}}, {kFa, "", {}}, {kAr, "\x01", {}}})};
  WriteReport report;
  EXPECT_EQ(
      body(written(UnitFormat::tmx, {.languages = {kEn, kFa, kAr}}, units, &report)),
      "<tu tuid=\"4\">\n<tuv xml:lang=\"en\"><seg>e</seg></tuv>\n<tuv xml:lang=\"fa\"><seg>f</seg></tuv>\n"
      "<tuv xml:lang=\"ar\"><seg>a</seg></tuv>\n</tu>\n");
  EXPECT_EQ(report, (WriteReport{1, 4, 1}));
  EXPECT_EQ(
      body(written(UnitFormat::tmx, {.languages = {kEn, kFa, kAr}, .incomplete = true}, units, &report)),
      "<tu tuid=\"1\">\n<tuv xml:lang=\"en\"><seg>e</seg></tuv>\n<tuv "
      "xml:lang=\"ar\"><seg>a</seg></tuv>\n</tu>\n"
      "<tu tuid=\"2\" srclang=\"fa\">\n<tuv xml:lang=\"fa\"><seg>f</seg></tuv>\n"
      "<tuv xml:lang=\"ar\"><seg>a</seg></tuv>\n</tu>\n"
      "<tu tuid=\"3\">\n<tuv xml:lang=\"en\"><seg>e</seg></tuv>\n<tuv "
      "xml:lang=\"fa\"><seg>f</seg></tuv>\n</tu>\n"
      "<tu tuid=\"4\">\n<tuv xml:lang=\"en\"><seg>e</seg></tuv>\n<tuv xml:lang=\"fa\"><seg>f</seg></tuv>\n"
      "<tuv xml:lang=\"ar\"><seg>a</seg></tuv>\n</tu>\n");
  EXPECT_EQ(report, (WriteReport{4, 1, 1}));
}

TEST(TmxWriter, LeavesOutWhatXmlForbidsAndCountsIt) {
  WriteReport report;
  const std::string text =
      "\x01 a\x0B"
      "b\x1F"
      "c\0d \xEF\xBF\xBE"
      "e\xEF\xBF\xBF \xEF\xBB\xBF"s;
  EXPECT_EQ(
      body(written(UnitFormat::tmx, {}, {unit("1", {{kEn, text, {}}, {kFa, "f\rg\th\ni", {}}})}, &report)),
      "<tu tuid=\"1\">\n<tuv xml:lang=\"en\"><seg>a bcd e</seg></tuv>\n"
      "<tuv xml:lang=\"fa\"><seg>f&#13;g\th\ni</seg></tuv>\n</tu>\n");
  EXPECT_EQ(report, (WriteReport{1, 0, 6}));
}

TEST(TmxWriter, PropertiesNotesAndAttributesGoWhereTmxHasThem) {
  TranslationUnit u = unit("a b", {{kEn, "e", {}}, {kFa, "f", {}}});
  u.properties = {{"creationid", "\"me\""}, {"note", "n<"},     {"domain", "law"},  {"note@fa", "m"},
                  {"creationid@fa", "you"}, {"domain@en", "x"}, {"mail@host", "y"}, {"x-score", "7"}};
  EXPECT_EQ(
      body(written(UnitFormat::tmx, {}, {u})),
      "<tu tuid=\"a_b\" creationid=\"&quot;me&quot;\"><note>n&lt;</note><prop type=\"x-domain\">law</prop>"
      "<prop type=\"x-mail@host\">y</prop><prop type=\"x-score\">7</prop>\n"
      "<tuv xml:lang=\"en\"><prop type=\"x-domain\">x</prop><seg>e</seg></tuv>\n"
      "<tuv xml:lang=\"fa\" creationid=\"you\"><note>m</note><seg>f</seg></tuv>\n</tu>\n");
}

TEST(TmxWriter, OneLanguageTwiceHasItsPropertiesOnce) {
  TranslationUnit u = unit("1", {{kEn, "a", {}}, {kEn, "b", {}}});
  u.properties = {{"domain@en", "law"}};
  EXPECT_EQ(body(written(UnitFormat::tmx, {}, {u})),
            "<tu tuid=\"1\">\n<tuv xml:lang=\"en\"><prop type=\"x-domain\">law</prop><seg>a</seg></tuv>\n"
            "<tuv xml:lang=\"en\"><seg>b</seg></tuv>\n</tu>\n");
}

TEST(TsvWriter, EscapesAndColumns) {
  TranslationUnit u = unit("x", {{kFa, "f\tg\nh\\i\rj", SegmentRange{4, 7}}, {kEn, "e", SegmentRange{2, 2}}});
  u.score = 1;
  u.kind = "0-3";
  u.document = "d";
  u.properties = {{"domain", "law\t"}, {"other", "o"}};
  EXPECT_EQ(
      written(UnitFormat::tsv,
              {.languages = {kEn, kFa}, .documents = true, .ids = true, .properties = {"domain", "none"}},
              {u, unit("2", {{kEn, "only", {}}})}),
      "en\tfa\tscore\tkind\tsource\tdocument\ttuid\tdomain\tnone\n"
      "e\tf\\tg\\nh\\\\i\\rj\t1.0000\t0-3\t-:4-6\td\tx\tlaw\\t\t\n"
      "only\t\t\t\t\t\t2\t\t\n");
}

TEST(TsvWriter, LanguageWithoutColumnIsAnError) {
  try {
    written(UnitFormat::tsv, {.languages = {kEn, kFa}}, {unit("7", {{kAr, "a", {}}})});
    FAIL();
  } catch (const Error& e) {
    EXPECT_STREQ(e.what(),
                 "unit 7: no column for its 'ar' text (columns: en,fa); name every language with --langs");
  }
}

TEST(JsonlWriter, KeysInOrderAndEscapes) {
  TranslationUnit u = unit("1", {{kEn, "\"a\\\b\t\n\f\r\x01\x7F/\0"s, SegmentRange{0, 1}}, {kFa, "", {}}});
  u.score = 0.5;
  u.kind = "1-0";
  u.document = "d";
  u.properties = {{"domain", "law"}, {"note", ""}};
  EXPECT_EQ(
      written(UnitFormat::jsonl, {}, {u, unit("2", {})}),
      "{\"id\":\"1\",\"variants\":[{\"lang\":\"en\",\"text\":\"\\\"a\\\\\\b\\t\\n\\f\\r\\u0001\x7F/\\u0000\","
      "\"source\":[0,1]},{\"lang\":\"fa\",\"text\":\"\"}],\"score\":0.5000,\"kind\":\"1-0\",\"document\":"
      "\"d\","
      "\"properties\":{\"domain\":\"law\",\"note\":\"\"}}\n"
      "{\"id\":\"2\",\"variants\":[]}\n");
}

TEST(BeadsWriter, FromUnitsAndFromBeads) {
  TranslationUnit u = unit("1", {{kEn, "e", SegmentRange{1, 3}}, {kFa, "", {}}});
  TranslationUnit v = u;
  v.score = 1.0;
  TranslationUnit w = u;
  w.score = 0.0;
  EXPECT_EQ(written(UnitFormat::beads, {.languages = {kFa, kEn}}, {u, v, w}),
            "[]:[1,2]\n[]:[1,2]\t0.0000\n[]:[1,2]\t9.9035\n");
  EXPECT_EQ(bead_line({.sides = {{0, 1}, {}, {2, 4}}, .cost = 3.9117, .confidence = 0.5}),
            "[0]:[]:[2,3]\t0.6931\n");
  EXPECT_THROW(written(UnitFormat::beads, {}, {unit("1", {{kEn, "e", {}}})}), Error);
}

TEST(PairsWriter, OneFilePerPair) {
  namespace fs = std::filesystem;
  const fs::path folder = fs::temp_directory_path() / ("taraz-pairs-" + std::to_string(::getpid()));
  fs::create_directories(folder);
  const auto writer =
      make_pairs_writer(UnitFormat::tsv, (folder / "out.tsv").string(), {.languages = {kEn, kFa, kAr}});
  TranslationUnit u = unit("1", {{kEn, "e", {}}, {kFa, "f", {}}, {kAr, "", {}}});
  u.kind = "2-1-0";
  writer->write(u);
  writer->finish();
  const auto read = [&](const char* name) {
    std::ifstream in(folder / name);
    return std::string(std::istreambuf_iterator<char>(in), {});
  };
  EXPECT_EQ(read("out.en-fa.tsv"), "en\tfa\tscore\tkind\tsource\ne\tf\t\t2-1\t\n");
  EXPECT_EQ(read("out.en-ar.tsv"), "en\tar\tscore\tkind\tsource\ne\t\t\t2-0\t\n");
  EXPECT_EQ(read("out.fa-ar.tsv"), "fa\tar\tscore\tkind\tsource\nf\t\t\t1-0\t\n");
  EXPECT_EQ(writer->report().units, 3u);
  fs::remove_all(folder);
}

TEST(PairsWriter, Paths) {
  EXPECT_EQ(pair_path("a.b/out.tmx.gz", kEn, kFa), "a.b/out.en-fa.tmx.gz");
  EXPECT_EQ(pair_path("a.b/out", kEn, kFa), "a.b/out.en-fa");
  EXPECT_EQ(pair_path(".tmx", kEn, kFa), ".tmx.en-fa");
  EXPECT_THROW(make_pairs_writer(UnitFormat::tmx, "-", {.languages = {kEn, kFa}}), UsageError);
}

TEST(UnitFormat, Names) {
  EXPECT_EQ(unit_format_of("a/b.TMX.gz", UnitFormat::tsv), UnitFormat::tmx);
  EXPECT_EQ(unit_format_of("a.tmx/b", UnitFormat::jsonl), UnitFormat::jsonl);
  EXPECT_EQ(unit_format_of("b.beads", UnitFormat::tsv), UnitFormat::beads);
  EXPECT_EQ(parse_unit_format("jsonl", "--to"), UnitFormat::jsonl);
  EXPECT_THROW(parse_unit_format("csv", "--to"), UsageError);
  EXPECT_EQ(property_name("domain"), "domain");
  EXPECT_EQ(property_name("x-domain"), "domain");
  EXPECT_EQ(property_name("x-x-domain"), "domain");
  EXPECT_EQ(property_name("x-x-score"), "x-score");
  EXPECT_EQ(property_name("x-score"), "x-score");
  EXPECT_EQ(property_name("score"), "x-score");
  EXPECT_EQ(property_name("id"), "x-id");
  EXPECT_EQ(property_name("en-note"), "x-en-note");
  EXPECT_EQ(property_name(""), "x---");
}

TEST(CreationDate, FollowsTheEnvironment) {
  ::setenv("SOURCE_DATE_EPOCH", "1767225600", 1);
  EXPECT_EQ(creation_date(), "20260101T000000Z");
  ::setenv("SOURCE_DATE_EPOCH", "soon", 1);
  EXPECT_THROW(creation_date(), Error);
  ::unsetenv("SOURCE_DATE_EPOCH");
  EXPECT_EQ(creation_date().size(), 16u);
}

}  // namespace
}  // namespace taraz
