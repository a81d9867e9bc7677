#include "io/batch/seals.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace taraz {
namespace {

SetRecord record(const std::string& id, double confidence = 0.123456789) {
  return {id, "i", "s", "", "r", 17, {"fa en", 3, 8, 6, confidence}};
}

std::string text_of(const std::string& path) {
  std::ostringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return std::move(out).str();
}

TEST(Seals, WhatIsWrittenIsReadAndTheLastCounts) {
  const std::string path = testing::TempDir() + "seals_a";
  std::remove(path.c_str());
  {
    SealWriter writer(path);
    writer.add(record("a\tb\nc\\d"));
    writer.add(record("x", 0.5));
    writer.add(LexiconSeal{"key", {{"ar-fa", "h"}}});
    writer.flush();
    writer.add(record("x", 0.75));
    writer.flush();
  }
  const Seals seals = read_seals(path);
  EXPECT_EQ(seals.lines, 4U);
  ASSERT_EQ(seals.results.size(), 2U);
  EXPECT_EQ(seals.results.at("a\tb\nc\\d"), record("a\tb\nc\\d"));
  EXPECT_EQ(seals.results.at("x"), record("x", 0.75));
  EXPECT_EQ(seals.lexicons.at("key").files[0].second, "h");
}

TEST(Seals, AFileCutAnywhereGivesTheWholeLinesAndGoesOn) {
  const std::string path = testing::TempDir() + "seals_b";
  std::remove(path.c_str());
  {
    SealWriter writer(path);
    for (const char* id : {"a", "b", "c"}) writer.add(record(id));
    writer.flush();
  }
  const std::string whole = text_of(path);
  for (std::size_t size = 0; size <= whole.size(); ++size) {
    std::ofstream(path, std::ios::binary) << whole.substr(0, size);
    const auto lines = static_cast<std::size_t>(
        std::count(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size), '\n'));
    const std::size_t found = read_seals(path).results.size();
    EXPECT_TRUE(found == lines || (found == lines + 1 && whole[size] == '\n')) << size;
    {
      SealWriter writer(path);
      writer.add(record("z"));
      writer.flush();
    }
    EXPECT_EQ(read_seals(path).results.count("z"), 1U) << size;
  }
}

TEST(Seals, ADamagedLineIsLeftOut) {
  const std::string path = testing::TempDir() + "seals_c";
  std::remove(path.c_str());
  {
    SealWriter writer(path);
    for (const char* id : {"a", "b"}) writer.add(record(id));
    writer.flush();
  }
  const std::string whole = text_of(path);
  for (std::size_t at = 0; at < whole.find('\n'); ++at) {
    std::string damaged = whole;
    damaged[at] ^= 1;
    std::ofstream(path, std::ios::binary) << damaged;
    const Seals seals = read_seals(path);
    EXPECT_EQ(seals.results.count("a"), 0U) << at;
    EXPECT_EQ(seals.results.count("b"), damaged[at] == '\n' ? 1U : 1U) << at;
  }
}

}  // namespace
}  // namespace taraz
