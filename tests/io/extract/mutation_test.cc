// Every reader on 1,000 damaged copies of the files in real/ and of their inner files: an Error or blocks of
// valid text, never a crash. The same damage every time. The time limit of ctest and the bound on memory
// below catch the rest.
#include <gtest/gtest.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <sstream>

#include "io/extract/archive_files.h"
#include "io/extract/extract.h"
#include "io/extract/readers.h"
#include "tests/io/extract/zip_writer.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

namespace fs = std::filesystem;

constexpr int kMutants = 1000;
constexpr long kMostMemory = 1L << 20;  // KiB, of the whole test program

std::vector<std::string> files_of(DocumentFormat format) {
  std::vector<std::string> names, out;
  for (const auto& entry : fs::directory_iterator(fs::path(TARAZ_SOURCE_DIR) / "tests/io/extract/real"))
    if (entry.is_regular_file()) names.push_back(entry.path().string());
  std::sort(names.begin(), names.end());
  for (const std::string& name : names) {
    if (document_format_of(name, "") != format) continue;
    std::ifstream in(name, std::ios::binary);
    std::stringstream bytes;
    bytes << in.rdbuf();
    out.push_back(bytes.str());
  }
  return out;
}

std::string damaged(std::string bytes, std::mt19937& random) {
  // Not std::uniform_int_distribution: its numbers differ between libraries.
  const auto below = [&](std::size_t n) { return n == 0 ? 0 : static_cast<std::size_t>(random()) % n; };
  static constexpr std::string_view kSpecial[] = {std::string_view("\0", 1),
                                                  "\xFF",
                                                  "<",
                                                  ">",
                                                  "\"",
                                                  "&",
                                                  "\n",
                                                  "\xE2\x80\x8C",
                                                  "0",
                                                  "-1",
                                                  "4294967295",
                                                  "]]>",
                                                  "<!--",
                                                  "</",
                                                  "stream",
                                                  "endobj",
                                                  "\t",
                                                  ","};
  for (std::size_t edits = 1 + below(8); edits > 0; --edits) {
    const std::size_t at = below(bytes.size()), size = std::min(below(64), bytes.size() - at);
    switch (below(7)) {
      case 0:
        bytes.erase(at, size);
        break;
      case 1:
        bytes.insert(below(bytes.size()), bytes.substr(at, size));
        break;
      case 2:
        bytes.resize(at);
        break;
      case 3:
        bytes.insert(at, kSpecial[below(std::size(kSpecial))]);
        break;
      case 4:
        bytes.insert(at, std::string(below(300), static_cast<char>(random())));
        break;
      default:
        for (std::size_t i = at; i < at + std::min<std::size_t>(size, 4); ++i)
          bytes[i] = static_cast<char>(random());
    }
  }
  return bytes;
}

// A container with one of its files damaged: damage to the container itself seldom gets past the checksums.
std::string damaged_inside(const std::string& bytes, std::mt19937& random) {
  auto files = read_archive(bytes, "whole", [](std::string_view) { return true; });
  std::vector<std::string> texts;
  for (const auto& [path, text] : files)
    if (path.ends_with("ml") || path.ends_with(".opf")) texts.push_back(path);
  std::string& text = files[texts[random() % texts.size()]];
  text = damaged(text, random);
  return zip(files, false);
}

void read(DocumentFormat format, const std::string& bytes, const char* language) {
  ExtractOptions options;
  options.format = format;
  if (*language != '\0') options.language = Language::parse(language);
  options.decode.repair = true;
  try {
    extract(Source::of_bytes("mutant", bytes), options, [](TextBlock&& block) {
      ASSERT_FALSE(block.text.empty());
      ASSERT_FALSE(first_invalid_byte(block.text).has_value());
    });
  } catch (const Error&) {
  }
}

class Mutants : public testing::TestWithParam<DocumentFormat> {};

TEST_P(Mutants, GiveAnErrorOrText) {
  const DocumentFormat format = GetParam();
  if (format == DocumentFormat::pdf && !has_pdf()) GTEST_SKIP() << "this build reads no PDF";
  const std::vector<std::string> files = files_of(format);
  ASSERT_FALSE(files.empty());
  const bool container = files.front().starts_with("PK");
  std::mt19937 random(20261127);
  for (int i = 0; i < kMutants; ++i) {
    const std::string& file = files[static_cast<std::size_t>(i) % files.size()];
    const std::string mutant = container && i % 3 != 0 ? damaged_inside(file, random) : damaged(file, random);
    read(format, mutant, i % 2 == 0 ? "" : "fa");
    if (HasFatalFailure()) FAIL() << "mutant " << i;
  }
#ifndef __SANITIZE_ADDRESS__
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  EXPECT_LT(used.ru_maxrss, kMostMemory);
#endif
}

INSTANTIATE_TEST_SUITE_P(Readers, Mutants,
                         testing::Values(DocumentFormat::html, DocumentFormat::docx, DocumentFormat::odt,
                                         DocumentFormat::epub, DocumentFormat::pdf, DocumentFormat::subtitles,
                                         DocumentFormat::markdown, DocumentFormat::xliff, DocumentFormat::tmx,
                                         DocumentFormat::tsv, DocumentFormat::jsonl, DocumentFormat::csv,
                                         DocumentFormat::po),
                         [](const auto& info) { return std::string(name_of(info.param)); });

}  // namespace
}  // namespace taraz
