// Columns instead of objects keep a unit at about 14 bytes beside its texts and anchors: two pairs of quotes,
// a score as its distance from 10000, an index into the kinds. Ids, sources, documents and properties are
// written only where they are not what the unit before lets one expect. Checked by
// tests/io/review_page_test.cc, and in the browser by web/tests/exports.test.mjs.
#include "io/review_data.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <map>
#include <utility>

#include "io/review_anchors.h"
#include "text/error.h"

namespace taraz {
namespace {

// A JSON object of entries that are there only sometimes, or an array, member by member.
class Members {
 public:
  Members(std::string& out, char open, char close) : out_(out), close_(close) { out_ += open; }
  void next() {
    if (!std::exchange(first_, false)) out_ += ',';
  }
  void key(std::size_t index) {
    next();
    fmt::format_to(std::back_inserter(out_), "\"{}\":", index);
  }
  void end() { out_ += close_; }

 private:
  std::string& out_;
  char close_;
  bool first_ = true;
};

class DataWriter {
 public:
  DataWriter(std::span<const TranslationUnit> units, const ReviewPageOptions& options)
      : units_(units), options_(options), columns_(columns_of(units, options.languages)) {
    for (const TranslationUnit& u : units) places_.push_back(columns_of_variants(u, columns_));
  }

  std::string write() {
    out_ = "{\"version\":1";
    string("tool", options_.tool_version);
    string("title", options_.title);
    string("hash", content_hash(units_));
    string("created", options_.creation_date);
    list("columns", columns_, [&](const Language& l) { append_script_string(out_, l.tag()); });
    fmt::format_to(std::back_inserter(out_), ",\"count\":{}", units_.size());
    texts();
    scores();
    kinds();
    ids();
    sources();
    documents();
    properties();
    orders();
    if (const std::string anchors = review_anchors(units_, places_, columns_); !anchors.empty())
      string("anchors", anchors);
    return std::move(out_ += '}');
  }

 private:
  void key(std::string_view name) { fmt::format_to(std::back_inserter(out_), ",\"{}\":", name); }
  void string(std::string_view name, std::string_view value) {
    key(name);
    append_script_string(out_, value);
  }
  template <typename Range, typename Write>
  void list(std::string_view name, const Range& range, Write write) {
    key(name);
    Members array(out_, '[', ']');
    for (const auto& item : range) {
      array.next();
      write(item);
    }
    array.end();
  }

  // The variant of unit `i` in column `c`, or null.
  const Variant* at(std::size_t i, std::size_t c) const {
    for (std::size_t k = 0; k < places_[i].size(); ++k)
      if (places_[i][k] == c) return &units_[i].variants[k];
    return nullptr;
  }

  void texts() {
    key("texts");
    Members by_column(out_, '[', ']');
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      by_column.next();
      Members column(out_, '[', ']');
      for (std::size_t i = 0; i < units_.size(); ++i) {
        column.next();
        if (const Variant* v = at(i, c))
          append_script_string(out_, v->text);
        else
          out_ += "null";
      }
      column.end();
    }
    by_column.end();
  }

  void scores() {
    if (std::none_of(units_.begin(), units_.end(),
                     [](const TranslationUnit& u) { return u.score.has_value(); }))
      return;
    list("doubt", units_, [&](const TranslationUnit& u) {
      if (!u.score) return out_ += "null", void();
      std::string digits = fmt::format("{:.4f}", *u.score);  // rounded as the writers round
      digits.erase(std::remove(digits.begin(), digits.end(), '.'), digits.end());
      long score = 0;
      std::from_chars(digits.data(), digits.data() + digits.size(), score);
      fmt::format_to(std::back_inserter(out_), "{}", 10000 - score);
    });
  }

  void kinds() {
    std::map<std::string_view, std::size_t> numbers;
    std::vector<std::string_view> names;
    for (const TranslationUnit& u : units_)
      if (numbers.try_emplace(u.kind, names.size()).second) names.push_back(u.kind);
    list("kinds", names, [&](std::string_view name) { append_script_string(out_, name); });
    if (names.size() > 1)
      list("kind", units_, [&](const TranslationUnit& u) { out_ += std::to_string(numbers[u.kind]); });
  }

  void ids() {
    key("ids");
    Members object(out_, '{', '}');
    std::string expected = "1";
    for (std::size_t i = 0; i < units_.size(); ++i) {
      const std::string& id = units_[i].id;
      if (id != expected) {
        object.key(i);
        append_script_string(out_, id);
      }
      expected = successor(id);
    }
    object.end();
  }

  // As web/page_data.js: decimal numbers of up to 15 digits without leading zeros have a successor.
  static std::string successor(const std::string& id) {
    if (id.empty() || id.size() > 15 || (id[0] == '0' && id.size() > 1)) return "";
    if (!std::all_of(id.begin(), id.end(), [](char c) { return c >= '0' && c <= '9'; })) return "";
    return std::to_string(std::stoll(id) + 1);
  }

  // The counts of a kind such as "1-2", one per column; nothing when it is of another sort.
  std::optional<std::vector<std::uint32_t>> counts_of(const std::string& kind) const {
    std::vector<std::uint32_t> counts;
    const char* at = kind.data();
    const char* const end = at + kind.size();
    while (at < end) {
      std::uint32_t n = 0;
      const auto [stop, error] = std::from_chars(at, end, n);
      if (error != std::errc() || n > 100000 || (stop < end && *stop != '-') || (stop + 1 == end))
        return std::nullopt;
      counts.push_back(n);
      at = stop + 1;
    }
    if (counts.size() != columns_.size()) return std::nullopt;
    return counts;
  }

  void sources() {
    const auto known = [](const TranslationUnit& u) {
      return std::any_of(u.variants.begin(), u.variants.end(),
                         [](const Variant& v) { return v.source.has_value(); });
    };
    if (std::none_of(units_.begin(), units_.end(), known)) return;
    key("sources");
    Members object(out_, '{', '}');
    std::vector<std::uint32_t> next(columns_.size(), 0);
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (!known(units_[i])) {
        object.key(i);
        out_ += '0';
        continue;
      }
      const auto counts = counts_of(units_[i].kind);
      bool expected = counts.has_value();
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const Variant* v = at(i, c);
        expected = expected && v != nullptr && v->source && v->source->begin == next[c] &&
                   v->source->size() == (*counts)[c];
      }
      if (!expected) object.key(i);
      Members ranges(expected ? scratch_ : out_, '[', ']');
      for (std::size_t c = 0; c < columns_.size(); ++c) {
        const Variant* v = at(i, c);
        ranges.next();
        const bool has = v != nullptr && v->source;
        if (!expected && has)
          fmt::format_to(std::back_inserter(out_), "{},{}", v->source->begin, v->source->end);
        if (!expected && !has) out_ += "-1,-1";
        if (has) next[c] = v->source->end;
      }
      ranges.end();
      scratch_.clear();
    }
    object.end();
  }

  void documents() {
    key("documents");
    Members runs(out_, '[', ']');
    for (std::size_t i = 0; i < units_.size();) {
      std::size_t end = i;
      while (end < units_.size() && units_[end].document == units_[i].document) ++end;
      runs.next();
      fmt::format_to(std::back_inserter(out_), "[{},", end - i);
      append_script_string(out_, units_[i].document);
      out_ += ']';
      i = end;
    }
    runs.end();
  }

  void properties() {
    std::map<std::string_view, std::size_t> numbers;
    std::vector<std::string_view> names;
    for (const TranslationUnit& u : units_)
      for (const auto& [name, value] : u.properties)
        if (numbers.try_emplace(name, names.size()).second) names.push_back(name);
    list("propertyNames", names, [&](std::string_view name) { append_script_string(out_, name); });
    key("properties");
    Members object(out_, '{', '}');
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (units_[i].properties.empty()) continue;
      object.key(i);
      Members pairs(out_, '[', ']');
      for (const auto& [name, value] : units_[i].properties) {
        pairs.next();
        fmt::format_to(std::back_inserter(out_), "{},", numbers[name]);
        append_script_string(out_, value);
      }
      pairs.end();
    }
    object.end();
  }

  void orders() {
    key("orders");
    Members object(out_, '{', '}');
    for (std::size_t i = 0; i < units_.size(); ++i) {
      if (std::is_sorted(places_[i].begin(), places_[i].end())) continue;
      object.key(i);
      Members array(out_, '[', ']');
      for (const std::size_t c : places_[i]) {
        array.next();
        out_ += std::to_string(c);
      }
      array.end();
    }
    object.end();
  }

  std::span<const TranslationUnit> units_;
  const ReviewPageOptions& options_;
  std::vector<Language> columns_;
  std::vector<std::vector<std::size_t>> places_;  // columns of the variants, by unit
  std::string out_, scratch_;
};

}  // namespace

std::vector<std::size_t> columns_of_variants(const TranslationUnit& unit,
                                             const std::vector<Language>& columns) {
  std::vector<std::size_t> places;
  for (const Variant& v : unit.variants) {
    std::size_t c = 0;
    while (c < columns.size() &&
           (columns[c] != v.language || std::find(places.begin(), places.end(), c) != places.end()))
      ++c;
    if (c == columns.size())
      throw Error(fmt::format("unit {}: no column for its '{}' text", unit.id, v.language.tag()));
    places.push_back(c);
  }
  return places;
}

void append_script_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t start = 0;
  const auto flush = [&](std::size_t end) { out += text.substr(start, end - start); };
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool separator = c == 0xE2 && i + 2 < text.size() && text[i + 1] == '\x80' &&
                           (text[i + 2] == '\xA8' || text[i + 2] == '\xA9');
    if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && !separator) continue;
    flush(i);
    if (separator) {
      out += text[i + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      i += 2;
    } else if (c == '"' || c == '\\') {
      out += '\\';
      out += static_cast<char>(c);
    } else if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      fmt::format_to(std::back_inserter(out), "\\u{:04x}", c);
    }
    start = i + 1;
  }
  flush(text.size());
  out += '"';
}

std::string review_data(std::span<const TranslationUnit> units, const ReviewPageOptions& options) {
  return DataWriter(units, options).write();
}

}  // namespace taraz
