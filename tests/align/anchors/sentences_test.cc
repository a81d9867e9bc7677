// tests/align/anchors/sentences.tsv row by row: all finders together, as a reader of the sentence sees it.
#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>

#include "align/anchors/anchor_finder.h"
#include "align/anchors/calendar.h"

namespace taraz {
namespace {

TEST(AnchorSentences, EveryRowOfTheTable) {
  std::ifstream in(TARAZ_SOURCE_DIR "/tests/align/anchors/sentences.tsv");
  ASSERT_TRUE(in);
  constexpr std::array kKinds = {AnchorKind::date, AnchorKind::number, AnchorKind::name, AnchorKind::reference};
  int rows = 0;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream cells(line);
    std::string language, text;
    std::getline(cells, language, '\t');
    std::getline(cells, text, '\t');
    const AnchorFinder finder({.language = Language::parse(language), .document_day = parse_iso_date("2021-09-20")});
    const std::vector<Anchor> anchors = finder.find(text);
    for (const AnchorKind kind : kKinds) {
      std::string expected, got;
      std::getline(cells, expected, '\t');
      for (const Anchor& a : anchors)
        if (a.kind == kind) got += (got.empty() ? "" : " ") + a.value;
      EXPECT_EQ(got.empty() ? "-" : got, expected) << language << ", " << name_of(kind) << ": " << text;
    }
    ++rows;
  }
  EXPECT_GE(rows, 430);
}

}  // namespace
}  // namespace taraz
