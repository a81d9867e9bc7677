// CSV as RFC 4180 and spreadsheets write it: quotes doubled inside quotes, line breaks inside quotes, comma,
// semicolon or tab by what the header line has most of. Tested by tests/io/extract/line_formats_test.cc.
#include <algorithm>
#include <optional>
#include <vector>

#include "io/extract/readers.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

class CsvRows {
 public:
  CsvRows(std::string_view text, const std::string& name) : text_(text), name_(name) {
    if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
    const std::string_view head = text_.substr(at_, text_.find('\n', at_) - at_);
    std::ptrdiff_t most = -1;
    for (char c : {',', ';', '\t'})
      if (const auto n = std::count(head.begin(), head.end(), c); n > most) most = n, separator_ = c;
  }

  std::optional<std::vector<std::string>> next() {
    if (at_ >= text_.size()) return std::nullopt;
    std::vector<std::string> cells(1);
    const std::size_t first_line = line_;
    bool quoted = false;
    for (; at_ < text_.size(); ++at_) {
      const char c = text_[at_];
      line_ += c == '\n';
      if (quoted) {
        if (c != '"')
          cells.back() += c;
        else if (text_.substr(at_ + 1, 1) == "\"")
          cells.back() += text_[++at_];
        else
          quoted = false;
      } else if (c == '"' && cells.back().empty()) {
        quoted = true;
      } else if (c == separator_) {
        cells.emplace_back();
      } else if (c == '\n') {
        ++at_;
        return cells;
      } else if (c != '\r') {
        cells.back() += c;
      }
    }
    if (quoted) throw FormatError(name_, first_line, 0, "a quoted cell that begins here is not closed");
    return cells;
  }

 private:
  std::string_view text_;
  const std::string& name_;
  std::size_t at_ = 0, line_ = 1;
  char separator_ = ',';
};

}  // namespace

bool names_language(std::string_view cell) {
  if (!Language::is_tag(cell)) return false;
  const Language tag = Language::parse(cell);
  return (tag.base().size() == 2 && tag.base() != "id") || tag.base() == "ckb";
}

void read_csv(std::string_view text, const std::string& name, const Language& language,
              const BlockSink& sink) {
  CsvRows rows(text, name);
  const auto header = rows.next();
  if (!header) return;
  std::vector<std::size_t> columns;
  std::string tags;
  for (std::size_t k = 0; k < header->size(); ++k) {
    const std::string cell(trim((*header)[k]));
    if (!names_language(cell)) continue;
    tags += (tags.empty() ? "" : ", ") + cell;
    if (language.known() ? Language::parse(cell).base() == language.base() : columns.empty())
      columns.push_back(k);
  }
  if (language.known() && columns.empty() && !tags.empty())
    throw FormatError(name, 1, 0, "no column '" + language.tag() + "'; the header names " + tags);
  const bool every = columns.empty();  // no language columns: the header is text like any other row
  const auto emit = [&](const std::vector<std::string>& cells) {
    if (every)
      for (const std::string& cell : cells) emit_block(sink, BlockKind::table_cell, cell);
    for (std::size_t k : columns)
      if (k < cells.size()) emit_block(sink, BlockKind::table_cell, cells[k]);
  };
  if (every) emit(*header);
  while (const auto cells = rows.next()) emit(*cells);
}

}  // namespace taraz
