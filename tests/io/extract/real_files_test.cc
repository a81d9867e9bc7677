// Documents made by pandoc, LibreOffice, Chromium, gettext, the Translate Toolkit and ffmpeg from the texts
// in real/source (our own writing; real/README.md): what is read must be what the source says, whatever the
// format. TARAZ_UPDATE=1 writes real/expected.
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "io/extract/extract.h"
#include "tests/io/extract/block_list.h"
#include "text/utf8.h"

namespace taraz {
namespace {

namespace fs = std::filesystem;

const fs::path kFolder = fs::path(TARAZ_SOURCE_DIR) / "tests/io/extract/real";

BlockList read(const std::string& name) {
  return blocks_of([&](const BlockSink& sink) {
    ExtractOptions options;
    // "toolkit.fa.xlf": the Persian side.
    if (name.starts_with("toolkit") || name.starts_with("gettext")) options.language = Language::parse("fa");
    extract(Source((kFolder / name).string()), options, sink);
  });
}

BlockList lines_of_file(const fs::path& path) {
  std::ifstream in(path);
  BlockList out;
  for (std::string line; std::getline(in, line);) out.push_back(line);
  return out;
}

std::string escaped(std::string text) {
  for (std::size_t at = 0; (at = text.find('\n', at)) != std::string::npos; at += 2)
    text.replace(at, 1, "\\n");
  return text;
}

std::vector<std::string> files(const std::string& ending) {
  std::vector<std::string> out;
  for (const auto& entry : fs::directory_iterator(kFolder)) {
    const std::string name = entry.path().filename().string();
    if (entry.is_regular_file() && name.find('.') != name.rfind('.') && name.ends_with(ending))
      out.push_back(name);
  }
  std::sort(out.begin(), out.end());
  return out;
}

TEST(RealFiles, AreReadAsExpected) {
  ASSERT_GT(files("").size(), 30u);
  for (const std::string& name : files("")) {
    BlockList got = read(name);
    for (std::string& block : got) block = escaped(block);
    const fs::path path = kFolder / "expected" / (name + ".txt");
    if (std::getenv("TARAZ_UPDATE") != nullptr) {
      std::ofstream out(path);
      for (const std::string& block : got) out << block << '\n';
    } else {
      EXPECT_EQ(got, lines_of_file(path)) << name;
    }
  }
}

// What LibreOffice does not export: kinds and the header row of a table to EPUB, the kind of a caption to
// HTML.
void leave_out_what_is_lost(const std::string& name, BlockList& want, BlockList& got) {
  if (!name.starts_with("office")) return;
  if (name.ends_with(".html"))
    for (std::string& block : want)
      if (block.starts_with("caption: ")) block.replace(0, 7, "paragraph");
  if (!name.ends_with(".epub")) return;
  const auto header =
      std::find_if(want.begin(), want.end(), [](auto& b) { return b.starts_with("table-cell"); });
  want.erase(header, header + 3);
  for (BlockList* list : {&want, &got})
    for (std::string& block : *list) block.erase(0, block.find(": ") + 2);
}

// Headings, lists, tables and notes come as what they are, in whatever place a format puts them.
TEST(RealFiles, MarkedUpDocumentsSayWhatTheirSourceSays) {
  for (const char* ending : {".docx", ".odt", ".epub", ".html", ".md"})
    for (const std::string& name : files(ending)) {
      const std::string language = name.substr(name.find('.') + 1, 2);
      BlockList want = lines_of_file(kFolder / "source" / (language + ".blocks")), got = read(name);
      leave_out_what_is_lost(name, want, got);
      std::sort(want.begin(), want.end());
      std::sort(got.begin(), got.end());
      EXPECT_EQ(got, want) << name;
    }
}

// What a text says, whatever the layout: without white space, labels of lists and the arrow back from a note.
std::u32string letters_of(const BlockList& blocks) {
  std::u32string out;
  for (const std::string& block : blocks) {
    const std::string_view text = std::string_view(block).substr(block.find(": ") + 2);
    const std::size_t label =
        block.starts_with("list-item: ") && std::isdigit(text[0]) && text[1] == '.' ? 2 : 0;
    for (std::size_t i = label; i < text.size();) {
      const char32_t c = next_code_point(text, i);
      if (!is_white_space(c) && c != 0x21A9 && c != 0xFE0E) out += c;
    }
  }
  return out;
}

std::size_t edit_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t k = 0; k <= b.size(); ++k) row[k] = k;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t k = 1; k <= b.size(); ++k) {
      const std::size_t above = row[k];
      row[k] = std::min({above + 1, row[k - 1] + 1, diagonal + (a[i - 1] != b[k - 1])});
      diagonal = above;
    }
  }
  return row.back();
}

TEST(RealFiles, PdfIsReadCharacterByCharacterAsItsSource) {
  if (!has_pdf()) GTEST_SKIP() << "this build reads no PDF";
  for (const std::string& name : files(".pdf")) {
    const std::string language = name.substr(name.find('.') + 1, 2);
    BlockList source = lines_of_file(kFolder / "source" / (language + ".blocks")), got = read(name);
    if (name.starts_with("office")) {
      // The table of this one runs from left to right, and its cells are read from right to left.
      for (BlockList* list : {&source, &got})
        for (auto at = list->begin();
             (at = std::find_if(at, list->end(), [](auto& b) { return b.starts_with("table-cell"); })) !=
             list->end();
             at += 3)
          std::sort(at, at + 3);
    }
    const std::u32string want = letters_of(source);
    EXPECT_LE(edit_distance(want, letters_of(got)), want.size() / 200) << name;  // 99.5 %
  }
}

}  // namespace
}  // namespace taraz
