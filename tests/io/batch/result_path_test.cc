#include "io/batch/result_path.h"

#include <gtest/gtest.h>

#include <map>
#include <string>

namespace taraz {
namespace {

TEST(ResultPath, PlainIdsAreTheirNames) {
  EXPECT_EQ(result_path("news/1", ".tsv"), "news/1.tsv");
  EXPECT_EQ(result_path("نامه", ".tmx"), "نامه.tmx");
}

TEST(ResultPath, NeverLeavesTheFolder) {
  EXPECT_EQ(result_path("../../etc/passwd", ".tsv"), "%2E./%2E./etc/passwd.tsv");
  EXPECT_EQ(result_path("/etc", ".tsv"), "%/etc.tsv");
  EXPECT_EQ(result_path(".taraz/lock", ".tsv"), "%2Etaraz/lock.tsv");
  EXPECT_EQ(result_path("a//b/", ".tsv"), "a/%/b/%.tsv");
  EXPECT_EQ(result_path("C:\\x\ty", ".tsv"), "C%3A%5Cx%09y.tsv");
}

TEST(ResultPath, DifferentIdsHaveDifferentNames) {
  std::map<std::string, std::string> seen;
  const std::string characters = "a./%:";
  for (std::string id; id.size() < 6;) {
    const std::string path = result_path(id, ".tsv");
    EXPECT_TRUE(seen.emplace(path, id).second) << id << " and " << seen[path];
    std::size_t k = 0;
    while (k < id.size() && id[k] == characters.back()) id[k++] = characters[0];
    if (k == id.size())
      id += characters[0];
    else
      id[k] = characters[characters.find(id[k]) + 1];
  }
}

TEST(ResultPath, LongPartsAreCutAndStayDifferent) {
  std::string longest;
  for (int k = 0; k < 300; ++k) longest += "ن";
  const std::string a = result_path(longest + "1", ".tsv"), b = result_path(longest + "2", ".tsv");
  EXPECT_NE(a, b);
  EXPECT_LT(a.size(), 255U);
}

}  // namespace
}  // namespace taraz
