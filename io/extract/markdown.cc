// Markdown as people write it: block structure line by line, inline marks taken out. Not a full CommonMark
// parser: what matters is which lines belong together and which characters are text. Tested by
// tests/io/extract/line_formats_test.cc.
#include <algorithm>
#include <cctype>
#include <utility>

#include "io/extract/lines_of.h"
#include "io/extract/readers.h"
#include "text/utf8.h"

namespace taraz {
namespace {

bool is_rule(std::string_view line) {
  const char c = line.empty() ? ' ' : line.front();
  if (c != '-' && c != '*' && c != '_' && c != '=') return false;
  return line.size() >= 3 &&
         std::all_of(line.begin(), line.end(), [&](char x) { return x == c || x == ' '; });
}

// Bytes of the list marker ("- ", "* ", "12. ") at the start of a line, or 0.
std::size_t list_marker(std::string_view line) {
  if (line.size() > 2 && (line[0] == '-' || line[0] == '*' || line[0] == '+') && line[1] == ' ') return 2;
  std::size_t digits = 0;
  while (digits < line.size() && digits < 9 && std::isdigit(static_cast<unsigned char>(line[digits])) != 0)
    ++digits;
  if (digits > 0 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
      line[digits + 1] == ' ')
    return digits + 2;
  return 0;
}

// [text](url), ![text](url), <url>, *emphasis*, __strong__, `code`, [^1] and backslash escapes as the text
// they show.
std::string inline_text(std::string_view s) {
  std::string out;
  for (std::size_t i = 0; i < s.size(); ++i) {
    const char c = s[i];
    if (c == '\\' && i + 1 < s.size() && std::ispunct(static_cast<unsigned char>(s[i + 1])) != 0) {
      out += s[++i];
    } else if (c == '[' || (c == '!' && s.substr(i, 2) == "![")) {
      const std::size_t start = i + (c == '!' ? 2 : 1), close = s.find(']', start);
      if (close != std::string_view::npos && s.substr(start, 1) == "^") {
        i = close;
      } else if (close != std::string_view::npos && close + 1 < s.size() &&
                 (s[close + 1] == '(' || s[close + 1] == '[')) {
        const std::size_t end = s.find(s[close + 1] == '(' ? ')' : ']', close + 2);
        if (c != '!') out += inline_text(s.substr(start, close - start));
        i = end == std::string_view::npos ? s.size() : end;
      } else {
        out += c;
      }
    } else if (c == '<' && (s.substr(i + 1, 4) == "http" || s.substr(i + 1, 7) == "mailto:") &&
               s.find('>', i) != std::string_view::npos) {
      const std::size_t close = s.find('>', i);
      out += s.substr(i + 1, close - i - 1);
      i = close;
    } else if (c == '<' && i + 1 < s.size() &&
               (std::isalpha(static_cast<unsigned char>(s[i + 1])) != 0 || s[i + 1] == '/' ||
                s[i + 1] == '!') &&
               s.find('>', i) != std::string_view::npos) {
      i = s.find('>', i);  // HTML inside
    } else if (c == '`' || c == '*') {
      const bool between_spaces =
          (out.empty() || out.back() == ' ') && (i + 1 == s.size() || s[i + 1] == ' ');
      if (between_spaces) out += c;
    } else if (c == '_' && ((out.empty() || out.back() == ' ') || i + 1 == s.size() || s[i + 1] == ' ' ||
                            s[i + 1] == '_' || s[i - 1] == '_')) {
      continue;
    } else {
      out += c;
    }
  }
  return out;
}

// "----- ---- ---": the columns of a simple table of pandoc's.
bool is_column_rule(std::string_view line) {
  return line.find("--") != std::string_view::npos && line.find(' ') != std::string_view::npos &&
         line.find_first_not_of("- ") == std::string_view::npos && line.find("---") != std::string_view::npos;
}

// The cells of a row, two spaces or more between them.
void emit_cells(std::string_view row, const BlockSink& sink) {
  for (row = trim(row); !row.empty(); row = trim(row)) {
    const std::size_t end = std::min(row.find("  "), row.size());
    emit_block(sink, BlockKind::table_cell, inline_text(row.substr(0, end)));
    row.remove_prefix(end);
  }
}

// Bytes of "[^name]:", which begins the text of a note, or 0.
std::size_t note_label(std::string_view line) {
  if (!line.starts_with("[^")) return 0;
  const std::size_t close = line.find(']');
  return close != std::string_view::npos && line.substr(close + 1, 1) == ":" ? close + 2 : 0;
}

}  // namespace

void read_markdown(std::string_view text, const std::string&, const BlockSink& sink) {
  std::string block;
  BlockKind kind = BlockKind::paragraph;
  const auto flush = [&] {
    emit_block(sink, kind, inline_text(block));
    block.clear();
    kind = BlockKind::paragraph;
  };
  std::string fence;
  bool front_matter = false, first = true, in_table = false, after_table = false;
  std::size_t lines = 0;  // of the block
  for (const std::string_view raw : lines_of(text)) {
    std::string_view line = trim(raw);
    if (std::exchange(first, false) && line == "---") {
      front_matter = true;
      continue;
    }
    if (front_matter) {
      front_matter = line != "---" && line != "...";
      continue;
    }
    if (!fence.empty()) {
      if (line.starts_with(fence)) fence.clear();
      continue;
    }
    if (line.starts_with("```") || line.starts_with("~~~")) {
      flush();
      fence = line.substr(0, 3);
      continue;
    }
    if (line.empty()) {
      flush();
      lines = 0;
      after_table |= std::exchange(in_table, false);
      continue;
    }
    if (in_table) {
      emit_cells(line, sink);
      continue;
    }
    if (lines++ == 1 && is_column_rule(line) && kind == BlockKind::paragraph &&
        block.find("  ") != std::string::npos) {
      emit_cells(std::exchange(block, ""), sink);
      in_table = true;
      continue;
    }
    const bool below_table = std::exchange(after_table, false);
    if (const std::size_t mark = line.starts_with("Table: ")             ? 7
                                 : below_table && line.starts_with(": ") ? 2
                                                                         : 0;
        mark > 0) {
      flush();
      block = line.substr(mark);
      kind = BlockKind::caption;
      continue;
    }
    if (const std::size_t label = note_label(line); label > 0) {
      flush();
      block = trim(line.substr(label));
      continue;
    }
    if (is_rule(line)) {  // under a paragraph it makes that a heading
      if (!block.empty() && (line.front() == '=' || line.front() == '-')) kind = BlockKind::heading;
      flush();
      continue;
    }
    while (line.starts_with('>')) line = trim(line.substr(1));
    const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
    if (hashes >= 1 && hashes <= 6 && hashes < line.size() && line[hashes] == ' ') {
      flush();
      line = trim(line.substr(hashes));
      while (line.ends_with('#')) line.remove_suffix(1);
      block = line;
      kind = BlockKind::heading;
      flush();
    } else if (const std::size_t marker = list_marker(line); marker > 0) {
      flush();
      kind = BlockKind::list_item;
      block = line.substr(marker);
    } else if (line.starts_with('|') && line.ends_with('|') && line.size() > 1) {
      flush();
      after_table = true;
      if (line.find_first_not_of("|-: ") == std::string_view::npos) continue;
      for (std::size_t i = 1; i < line.size();) {
        const std::size_t end = std::min(line.find('|', i), line.size());
        emit_block(sink, BlockKind::table_cell, inline_text(line.substr(i, end - i)));
        i = end + 1;
      }
    } else {
      if (!block.empty()) block += ' ';
      block += line;
    }
  }
  flush();
}

}  // namespace taraz
