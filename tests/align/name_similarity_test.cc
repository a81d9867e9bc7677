#include "align/anchors/name_similarity.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "align/anchors/name_phrase.h"

namespace taraz {
namespace {

struct Row {
  std::size_t line;
  std::vector<std::string> cells;  // expectation, language, name, language, name
};

std::vector<Row> table() {
  std::ifstream in(TARAZ_SOURCE_DIR "/tests/align/names.tsv");
  std::vector<Row> rows;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.empty() || line[0] == '#') continue;
    Row row{number, {}};
    std::istringstream cells(line);
    for (std::string cell; std::getline(cells, cell, '\t');) row.cells.push_back(cell);
    EXPECT_EQ(row.cells.size(), 5U) << "names.tsv:" << number;
    if (row.cells.size() == 5) rows.push_back(row);
  }
  return rows;
}

Language language_of(std::string_view tag) { return Language::parse(tag); }

double similarity(const Row& row) {
  return name_similarity(row.cells[2], language_of(row.cells[1]), row.cells[4], language_of(row.cells[3]));
}

// tests/align/names.tsv: expectation, language, name, language, name.
TEST(NameSimilarity, SameNamesMatchAndConfusableOnesDoNot) {
  std::size_t rows = 0;
  for (const Row& row : table()) {
    ++rows;
    const double s = similarity(row);
    EXPECT_EQ(s >= kSameName, row.cells[0] == "same")
        << "names.tsv:" << row.line << ": " << row.cells[2] << " " << row.cells[4] << " " << s;
  }
  EXPECT_GE(rows, 150U);
}

TEST(NameSimilarity, IsSymmetric) {
  for (const Row& row : table())
    EXPECT_EQ(similarity(row), name_similarity(row.cells[4], language_of(row.cells[3]), row.cells[2],
                                               language_of(row.cells[1])))
        << row.cells[2];
}

TEST(NameSimilarity, EmptyNamesAndNamesWithoutLettersMatchNothing) {
  const Language en = language_of("en"), fa = language_of("fa");
  EXPECT_LT(name_similarity("", en, "", fa), kSameName);
  EXPECT_LT(name_similarity("123", en, "۱۲۳", fa), kSameName);
  EXPECT_LT(name_similarity("Paris", en, "‌", fa), kSameName);
}

TEST(NameSimilarity, LongNamesAreCutNotRefused) {
  const std::string en(1000, 'a');
  std::string fa;
  for (int i = 0; i < 1000; ++i) fa += "ا";
  EXPECT_GE(name_similarity(en, language_of("en"), fa, language_of("fa")), 0.0);
}

}  // namespace
}  // namespace taraz
