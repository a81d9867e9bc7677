#include "corpus/mt/test_set.h"

#include <gtest/gtest.h>

#include <set>
#include <vector>

#include "text/error.h"

namespace taraz {
namespace {

std::string words(unsigned seed, int n) {
  std::string out;
  for (int i = 0; i < n; ++i) {
    for (int k = 0; k < 6; ++k)
      out += static_cast<char>('a' + (seed = seed * 1664525u + 1013904223u) / 0x0A000000u % 26u);
    out += ' ';
  }
  return out;
}

std::vector<TranslationUnit> corpus(int documents, int units) {
  std::vector<TranslationUnit> out;
  for (int d = 0; d < documents; ++d)
    for (int u = 0; u < units; ++u) {
      TranslationUnit unit;
      unit.document = std::string(d % 2 ? "news." : "law.") + std::to_string(d);
      const auto seed = static_cast<unsigned>(d * 1000 + u);
      unit.variants = {{Language::parse("en"), words(seed * 2 + 1, 4 + d % 9), {}},
                       {Language::parse("fa"), words(seed * 2 + 2, 4 + d % 9), {}}};
      out.push_back(unit);
    }
  return out;
}

struct Result {
  std::vector<std::size_t> train, dev, test;
  std::size_t leaked = 0;
};

Result split(const std::vector<TranslationUnit>& units, SplitOptions options) {
  CorpusSplit s(options);
  for (const auto& u : units) s.plan(u);
  s.choose();
  Result out;
  for (std::size_t i = 0; i < units.size(); ++i)
    if (const auto part = s.hold_out(units[i])) (*part == Part::dev ? out.dev : out.test).push_back(i);
  for (std::size_t i = 0; i < units.size(); ++i)
    if (s.train(units[i])) out.train.push_back(i);
  out.leaked = s.leaked();
  return out;
}

TEST(CorpusSplit, PartsAreDisjointByDocumentAndCoverTheCorpus) {
  const auto units = corpus(60, 10);
  const Result r = split(units, {.test_units = 80, .dev_units = 60});
  EXPECT_EQ(r.train.size() + r.dev.size() + r.test.size(), units.size());
  EXPECT_NEAR(static_cast<double>(r.test.size()), 80, 10);
  EXPECT_NEAR(static_cast<double>(r.dev.size()), 60, 10);
  std::set<std::string> seen[3];
  int k = 0;
  for (const auto* part : {&r.train, &r.dev, &r.test}) {
    for (std::size_t i : *part) seen[k].insert(units[i].document);
    ++k;
  }
  for (const std::string& d : seen[1]) EXPECT_EQ(seen[0].count(d) + seen[2].count(d), 0u);
  for (const std::string& d : seen[2]) EXPECT_EQ(seen[0].count(d), 0u);
}

TEST(CorpusSplit, EverySourceIsInTheTestSet) {
  const auto units = corpus(60, 10);
  const Result r = split(units, {.test_units = 120, .dev_units = 60});
  std::size_t law = 0;
  for (std::size_t i : r.test) law += units[i].document.starts_with("law");
  EXPECT_NEAR(static_cast<double>(law), 60, 20);
}

TEST(CorpusSplit, NearDuplicatesOfHeldOutUnitsLeaveTrain) {
  auto units = corpus(60, 10);
  const Result before = split(units, {.test_units = 80, .dev_units = 60});
  const std::size_t held = before.test.front(), trained = before.train.front();
  units[trained].variants[1].text = units[held].variants[1].text + ", 12";
  const Result after = split(units, {.test_units = 80, .dev_units = 60});
  EXPECT_EQ(after.leaked, before.leaked + 1);
  EXPECT_EQ(std::count(after.train.begin(), after.train.end(), trained), 0);
}

TEST(CorpusSplit, TheSeedFixesTheSplit) {
  const auto units = corpus(60, 10);
  const SplitOptions one{.test_units = 80, .dev_units = 60, .seed = 1},
      two{.test_units = 80, .dev_units = 60, .seed = 2};
  EXPECT_EQ(split(units, one).test, split(units, one).test);
  EXPECT_NE(split(units, one).test, split(units, two).test);
}

TEST(CorpusSplit, UnitsWithoutDocumentsAreDrawnInBlocks) {
  auto units = corpus(60, 10);
  for (auto& u : units) u.document.clear();
  const Result r = split(units, {.test_units = 80, .dev_units = 40, .block = 20});
  EXPECT_EQ(r.test.size() % 20, 0u);
  EXPECT_GE(r.test.size(), 60u);
}

TEST(CorpusSplit, TooSmallACorpusIsAnError) {
  CorpusSplit s({.test_units = 1000});
  for (const auto& u : corpus(4, 10)) s.plan(u);
  EXPECT_THROW(s.choose(), Error);
}

}  // namespace
}  // namespace taraz
