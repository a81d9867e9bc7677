// docs/formats/tsv.md. Checked by tests/io/unit_round_trip_test.cc, tests/io/tsv_reader_test.cc and the fuzz
// target.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "io/line_reader.h"
#include "io/unit_readers.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

enum class Role { text, score, kind, source, document, id, property };

struct Column {
  Role role = Role::property;
  Language language;       // of a text
  std::string name;        // of a property
  std::uint32_t next = 0;  // of a text: the segment after the last range
};

Role role_of(std::string_view name) {
  if (name == "score") return Role::score;
  if (name == "kind") return Role::kind;
  if (name == "source") return Role::source;
  if (name == "document") return Role::document;
  if (name == "tuid") return Role::id;
  return Language::is_tag(name) ? Role::text : Role::property;
}

std::string unescaped(std::string_view cell) {
  std::string out;
  out.reserve(cell.size());
  for (std::size_t i = 0; i < cell.size(); ++i) {
    const char next = cell[i] == '\\' && i + 1 < cell.size() ? cell[i + 1] : ' ';
    const char c = next == 't' ? '\t' : next == 'n' ? '\n' : next == 'r' ? '\r' : next == '\\' ? '\\' : '\0';
    out += c == '\0' ? cell[i] : c;
    i += c != '\0';
  }
  return out;
}

class TsvReader : public UnitReader {
 public:
  TsvReader(Source source, UnitReaderOptions options)
      : languages_(std::move(options.languages)),
        lines_(TextReader(std::move(source), std::move(options.decode))) {}

  bool next(TranslationUnit& unit) override {
    std::string_view line;
    do {
      if (!lines_.next(line)) {
        if (columns_.empty()) read_header("");  // an empty file has no header either
        return false;
      }
    } while ((columns_.empty() && read_header(line)) || line.empty());
    read_row(line, unit);
    return true;
  }

 private:
  [[noreturn]] void fail(std::size_t column, const std::string& message) const {
    throw FormatError(lines_.name(), std::max<std::size_t>(lines_.number(), 1), column, message);
  }

  static std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> cells;
    for (;;) {
      const std::size_t end = line.find(separator);
      cells.push_back(line.substr(0, end));
      if (end == std::string_view::npos) return cells;
      line.remove_prefix(end + 1);
    }
  }

  // Whether `line` was a header; without one, --langs names the columns.
  bool read_header(std::string_view line) {
    bool any = false, wanted = languages_.empty();
    for (const std::string_view cell : split(line, '\t')) {
      const std::string name(trim(unescaped(cell)));
      Column c{.role = role_of(name), .language = {}, .name = {}};
      if (c.role == Role::text) {
        c.language = Language::parse(name);
        any = true;
        wanted = wanted || std::any_of(languages_.begin(), languages_.end(),
                                       [&](const Language& l) { return l.base() == c.language.base(); });
      } else if (c.role == Role::property) {
        c.name = property_name(name);
      }
      columns_.push_back(std::move(c));
    }
    if (any && wanted) return true;
    if (languages_.empty())
      fail(0,
           "the first line names no language; start with a header such as en, tab, fa, or name the columns "
           "with "
           "--langs en,fa");
    columns_.clear();
    for (const Language& l : languages_) columns_.push_back({.role = Role::text, .language = l, .name = {}});
    return line.empty();
  }

  void read_row(std::string_view line, TranslationUnit& unit) {
    unit = {};
    ++count_;
    std::string_view sources;
    std::size_t sources_at = 0, k = 0, at = 0;
    for (bool last = false; !last; ++k) {
      if (k == columns_.size())
        fail(at + 1, "more cells than the " + std::to_string(columns_.size()) +
                         " columns; write a tab in a text as \\t");
      const std::size_t end = line.find('\t', at);
      last = end == std::string_view::npos;
      const std::string_view cell = line.substr(at, last ? end : end - at);
      const Column& column = columns_[k];
      switch (column.role) {
        case Role::text:
          unit.variants.push_back({column.language, std::string(trim(unescaped(cell))), {}});
          break;
        case Role::score:
          if (!cell.empty() && !(unit.score = parse_score(cell)))
            fail(at + 1, "score '" + std::string(cell.substr(0, 40)) +
                             "' is no number from 0 to 1; name the column otherwise to keep it as it is");
          break;
        case Role::kind:
          unit.kind = unescaped(cell);
          break;
        case Role::source:
          sources = cell;
          sources_at = at;
          break;
        case Role::document:
          unit.document = unescaped(cell);
          break;
        case Role::id:
          unit.id = unescaped(cell);
          break;
        case Role::property:
          if (!cell.empty()) add_property(unit, column.name, unescaped(cell));
      }
      at = end + 1;
    }
    for (; k < columns_.size(); ++k)  // editors take tabs off the end of a line
      if (columns_[k].role == Role::text) unit.variants.push_back({columns_[k].language, "", {}});
    if (unit.id.empty()) unit.id = std::to_string(count_);
    if (unit.document != document_) {
      document_ = unit.document;
      for (Column& c : columns_) c.next = 0;
    }
    if (!sources.empty()) read_sources(sources, sources_at, unit);
  }

  void read_sources(std::string_view cell, std::size_t at, TranslationUnit& unit) {
    const std::vector<std::string_view> parts = split(cell, ':');
    if (parts.size() != unit.variants.size())
      fail(at + 1, "source names " + std::to_string(parts.size()) + " ranges for " +
                       std::to_string(unit.variants.size()) + " languages");
    std::size_t v = 0;
    for (Column& c : columns_) {
      if (c.role != Role::text) continue;
      if (!parts[v].empty()) {
        const std::optional<SegmentRange> range = parse_range(parts[v], c.next);
        if (!range)
          fail(at + 1, "source range '" + std::string(parts[v].substr(0, 40)) + "' is not like 4, 4-6 or -");
        c.next = range->end;
        unit.variants[v].source = range;
      }
      ++v;
    }
  }

  std::vector<Language> languages_;
  LineReader lines_;
  std::vector<Column> columns_;
  std::string document_;
  std::size_t count_ = 0;
};

}  // namespace

std::unique_ptr<UnitReader> make_tsv_reader(Source source, UnitReaderOptions options) {
  return std::make_unique<TsvReader>(std::move(source), std::move(options));
}

}  // namespace taraz
