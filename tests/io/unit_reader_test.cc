// TSV and JSONL as people and other tools write them, and broken ones.
#include "io/unit_reader.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace taraz {
namespace {

using namespace std::string_literals;

std::vector<TranslationUnit> read(UnitFormat format, const std::string& bytes,
                                  std::vector<Language> languages = {}) {
  const auto reader =
      make_unit_reader(format, Source::of_bytes("f", bytes), {.languages = std::move(languages)});
  std::vector<TranslationUnit> units(1);
  while (reader->next(units.back())) units.emplace_back();
  units.pop_back();
  return units;
}

std::string message(UnitFormat format, const std::string& bytes) {
  try {
    read(format, bytes);
  } catch (const Error& e) {
    return e.what();
  }
  return "no error";
}

// "en=a|fa=b" for each unit, joined by " / ".
std::string texts(const std::vector<TranslationUnit>& units) {
  std::string out;
  for (const TranslationUnit& u : units) {
    if (!out.empty()) out += " / ";
    for (const Variant& v : u.variants)
      out += (&v == u.variants.data() ? "" : "|") + v.language.tag() + "=" + v.text;
  }
  return out;
}

TEST(TsvReader, ColumnsInAnyOrderMarkAndLineEnds) {
  const auto units = read(
      UnitFormat::tsv, "\xEF\xBB\xBFscore\tfa\tdomain\tEN_gb\tid\r\n0.5\tب\tlaw\ta\\tb\\x\\\r\n\r\n\tج\r\n");
  EXPECT_EQ(texts(units), "fa=ب|en-GB=a\tb\\x\\|id= / fa=ج|en-GB=|id=");
  EXPECT_EQ(units[0].score, 0.5);
  EXPECT_EQ(units[0].properties.at(0), (std::pair<std::string, std::string>{"domain", "law"}));
  EXPECT_EQ(units[1].id, "2");
}

TEST(TsvReader, WithoutHeaderTheLanguagesAreNamed) {
  const std::vector<Language> languages{Language::parse("en"), Language::parse("fa")};
  EXPECT_EQ(texts(read(UnitFormat::tsv, "no\tنه\nyes\tآری\n", languages)), "en=no|fa=نه / en=yes|fa=آری");
  EXPECT_EQ(texts(read(UnitFormat::tsv, "fa\ten\nب\ta\n", languages)), "fa=ب|en=a");
  EXPECT_EQ(texts(read(UnitFormat::tsv, "", languages)), "");
}

TEST(TsvReader, Utf16AsSpreadsheetsWriteIt) {
  std::string bytes = "\xFF\xFE";
  for (char16_t c : u"en\tfa\r\na\tب\r\n"s)
    (bytes += static_cast<char>(c & 0xFF)) += static_cast<char>(c >> 8);
  EXPECT_EQ(texts(read(UnitFormat::tsv, bytes)), "en=a|fa=ب");
}

TEST(TsvReader, Errors) {
  const auto tsv = [](const std::string& rows) {
    return message(UnitFormat::tsv, "en\tfa\tscore\tsource\n" + rows);
  };
  EXPECT_EQ(message(UnitFormat::tsv, ""),
            "f:1: the first line names no language; start with a header such as en, tab, fa, or name the "
            "columns with "
            "--langs en,fa");
  EXPECT_EQ(message(UnitFormat::tsv, "Two men\tدو مرد\n").substr(0, 39),
            "f:1: the first line names no language; ");
  EXPECT_EQ(tsv("a\tb\t\t\tc\n"), "f:2:7: more cells than the 4 columns; write a tab in a text as \\t");
  EXPECT_EQ(tsv("a\tb\t7\t\n"),
            "f:2:5: score '7' is no number from 0 to 1; name the column otherwise to keep it as it is");
  EXPECT_EQ(tsv("a\tb\tnan\t\n").substr(0, 20), "f:2:5: score 'nan' i");
  EXPECT_EQ(tsv("a\tb\t\t0\n"), "f:2:6: source names 1 ranges for 2 languages");
  EXPECT_EQ(tsv("a\tb\t\t0:x\n"), "f:2:6: source range 'x' is not like 4, 4-6 or -");
  EXPECT_EQ(tsv("a\tb\t\t0:4-2\n"), "f:2:6: source range '4-2' is not like 4, 4-6 or -");
  EXPECT_EQ(tsv("a\tb\t\t0:4294967295\n"), "f:2:6: source range '4294967295' is not like 4, 4-6 or -");
}

TEST(JsonlReader, OursAndHuggingFace) {
  const auto units =
      read(UnitFormat::jsonl,
           "{\"kind\":\"1-1\",\"variants\":[{\"text\":\" a\\u200cb \",\"lang\":\"en\",\"source\":[0,2]},"
           "{\"lang\":\"fa\",\"text\":\"\"}],\"score\":1,\"extra\":[1,{}],\"id\":7,\"document\":null}\n\n"
           "{\"translation\":{\"en\":\"x\",\"fa\":\"\\ud83d\\ude00\"}}\n");
  EXPECT_EQ(texts(units), "en=a\u200Cb|fa= / en=x|fa=\U0001F600");
  EXPECT_EQ(units[0].id, "7");
  EXPECT_EQ(units[0].score, 1.0);
  EXPECT_EQ(units[0].variants[0].source, (SegmentRange{0, 2}));
  EXPECT_EQ(units[0].properties.at(0), (std::pair<std::string, std::string>{"extra", "[1,{}]"}));
  EXPECT_EQ(units[1].id, "2");
}

TEST(JsonlReader, Errors) {
  const auto jsonl = [](const std::string& line) { return message(UnitFormat::jsonl, line); };
  EXPECT_EQ(jsonl("{}\n{\"id\":}\n"), "f:2:7: not JSON; every line is one object");
  EXPECT_EQ(jsonl("[1]"), "f:1: not a JSON object");
  EXPECT_EQ(jsonl("{\"id\":\"\\ud83d\"}"), "f:1:14: not JSON; every line is one object");
  EXPECT_EQ(jsonl("{\"kind\":\"\\u0000\"}"), "f:1: 'kind' holds a NUL character");
  EXPECT_EQ(jsonl("{\"kind\":1}"), "f:1: 'kind' is not a string");
  EXPECT_EQ(jsonl("{\"score\":1.5}"), "f:1: 'score' is no number from 0 to 1");
  EXPECT_EQ(jsonl("{\"score\":1e999}"), "f:1: a number out of range");
  EXPECT_EQ(jsonl("{\"variants\":{}}"), "f:1: 'variants' is not an array");
  EXPECT_EQ(jsonl("{\"variants\":[{\"lang\":\"en\"}]}"),
            "f:1: a variant is not an object with 'lang' and 'text'");
  EXPECT_EQ(jsonl("{\"variants\":[{\"lang\":\"English\",\"text\":\"\"}]}"),
            "f:1: 'English' is not a language tag such as fa, ar or en-GB");
  for (const char* source : {"[1]", "[2,1]", "[-1,2]", "[0,4294967296]", "\"0\"", "[0,1.5]"})
    EXPECT_EQ(jsonl("{\"variants\":[{\"lang\":\"en\",\"text\":\"\",\"source\":"s + source + "}]}"),
              "f:1: 'source' is not [first, one past the last]");
  EXPECT_EQ(jsonl("{\"id\":" + std::string(1000000, '[')), "f:1: JSON nested too deeply");
}

TEST(UnitReader, FormatByContent) {
  EXPECT_EQ(unit_format_by_content("\xEF\xBB\xBF <?xml"), UnitFormat::tmx);
  EXPECT_EQ(unit_format_by_content("\xFF\xFE<\0t\0"s), UnitFormat::tmx);
  EXPECT_EQ(unit_format_by_content("{\"id\""), UnitFormat::jsonl);
  EXPECT_EQ(unit_format_by_content("[0]:[1]"), UnitFormat::beads);
  EXPECT_EQ(unit_format_by_content("[]:[1]"), UnitFormat::beads);
  EXPECT_EQ(unit_format_by_content("en\tfa"), UnitFormat::tsv);
}

}  // namespace
}  // namespace taraz
