// The five samples against segments cut by hand (tests/segment/gold/README.md). The samples are not part of
// the project: where ../shared/samples is missing the test says so and is skipped.
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <string>

#include "segment/segmenter.h"
#include "text/utf8.h"

namespace taraz {
namespace {

struct Sample {
  const char* name;
  const char* language;
};

class SampleGold : public testing::TestWithParam<Sample> {};

// Number of characters that are no white space before byte `at`.
std::size_t solid_before(std::string_view text, std::size_t at) {
  std::size_t n = 0;
  for (std::size_t i = 0; i < at;) n += !is_white_space(next_code_point(text, i));
  return n;
}

TEST_P(SampleGold, BoundariesReachF1Of095) {
  const std::string folder = TARAZ_SOURCE_DIR "/../shared/samples/";
  std::ifstream in(folder + GetParam().name + ".txt", std::ios::binary);
  if (!in) GTEST_SKIP() << folder << " is not here; the gold segments need its texts";
  std::string text{std::istreambuf_iterator<char>(in), {}};
  std::ifstream gold_file(TARAZ_SOURCE_DIR "/tests/segment/gold/" + std::string(GetParam().name) + ".tsv");
  ASSERT_TRUE(gold_file);
  Document document(GetParam().name, Language::parse(GetParam().language), std::move(text));
  Segmenter().segment(document);
  const std::size_t all = solid_before(document.text(), document.text().size());
  std::set<std::size_t> gold, found;
  std::size_t kinds = 0, rows = 0;
  std::string line;
  while (std::getline(gold_file, line)) {
    if (line.starts_with('#')) continue;
    std::istringstream fields(line);
    std::size_t begin = 0, end = 0;
    std::string kind;
    fields >> begin >> end >> kind;
    gold.insert(solid_before(document.text(), end));
    ++rows;
    for (const Segment& s : document.segments())
      kinds += s.span.begin == begin && s.span.end == end && name_of(s.kind) == kind;
  }
  for (const Segment& s : document.segments()) found.insert(solid_before(document.text(), s.span.end));
  gold.erase(all), found.erase(all);
  std::size_t both = 0;
  for (const std::size_t b : found) both += gold.count(b);
  const double f1 = 2.0 * static_cast<double>(both) / static_cast<double>(gold.size() + found.size());
  RecordProperty("f1", std::to_string(f1));
  EXPECT_GE(f1, 0.95) << both << " of " << gold.size() << " boundaries, " << found.size() << " found";
  EXPECT_GE(static_cast<double>(kinds), 0.85 * static_cast<double>(rows))
      << "kinds right: " << kinds << " of " << rows;
}

INSTANTIATE_TEST_SUITE_P(All, SampleGold,
                         testing::Values(Sample{"statement.en", "en"}, Sample{"experts-letter.en", "en"},
                                         Sample{"investigation.en", "en"}, Sample{"letter.fa", "fa"},
                                         Sample{"associations.ar", "ar"}),
                         [](const auto& info) {
                           std::string name = info.param.name;
                           for (char& c : name)
                             if (c == '.' || c == '-') c = '_';
                           return name;
                         });

}  // namespace
}  // namespace taraz
