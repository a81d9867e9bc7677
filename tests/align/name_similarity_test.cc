#include "align/anchors/name_similarity.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "align/anchors/name_phrase.h"
#include "text/data_tables.h"

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

// The slow way: every explanation of the two forms, over the table as it stands in its file.
class Oracle {
 public:
  Oracle(const char* path, NameScript left, NameScript right) {
    for (const DataRow& row : data_rows(path, 3)) {
      const auto letters = [](NameScript s, std::string_view cell) {
        return cell == "0" ? std::string() : name_letters_of(s, cell);
      };
      weight_[{letters(left, row.cells[0]), letters(right, row.cells[1])}] =
          std::stof(std::string(row.cells[2]));
    }
  }
  float best(const std::string& a, const std::string& b) {
    if (a.empty() && b.empty()) return 0;
    if (const auto it = known_.find({a, b}); it != known_.end()) return it->second;
    float best = -1e9F;
    for (std::size_t i = 0; i <= std::min<std::size_t>(3, a.size()); ++i)
      for (std::size_t k = 0; k <= std::min<std::size_t>(2, b.size()); ++k) {
        if (i + k == 0) continue;
        const auto it = weight_.find({a.substr(0, i), b.substr(0, k)});
        float w = i == 1 && k == 1 ? -5.0F : i + k == 1 ? -4.5F : -1e9F;
        if (it != weight_.end()) w = it->second;
        if (w > -1e8F) best = std::max(best, w + this->best(a.substr(i), b.substr(k)));
      }
    return known_[{a, b}] = best;
  }
  float best(const NameForm& a, const NameForm& b) {
    known_.clear();
    return best(std::string(a.letters.begin(), a.letters.begin() + a.size),
                std::string(b.letters.begin(), b.letters.begin() + b.size));
  }

 private:
  std::map<std::pair<std::string, std::string>, float> weight_, known_;
};

TEST(NameSimilarity, EvidenceIsThatOfTheBestExplanation) {
  Oracle oracle("anchors/names/costs_en_fa.tsv", NameScript::latin, NameScript::persian);
  const std::vector<std::string> en = {"Churchill", "a", "Schwarzenegger", "New York", "al-Khalifa",
                                       "Tchekhov",  "Xi"};
  const std::vector<std::string> fa = {
      "چرچیل", "آ", "شوارتزنگر", "نیویورک", "خلیفه", "چخوف", "شی جین‌پینگ"};
  for (const std::string& x : en)
    for (const std::string& y : fa) {
      const NameForm a = make_name_form(x, NameScript::latin), b = make_name_form(y, NameScript::persian);
      const NameKey p = make_name_key(a), q = make_name_key(b);
      EXPECT_NEAR(name_evidence(p, q), oracle.best(a, b) - (p.common + q.common), 0.001) << x << " " << y;
    }
}

}  // namespace
}  // namespace taraz
