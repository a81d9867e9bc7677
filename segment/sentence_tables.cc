#include "segment/sentence_tables.h"

#include <array>

#include "segment/characters.h"
#include "text/data_tables.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::uint32_t hash_of(std::string_view token) {  // FNV-1a: the tokens are a few bytes long
  std::uint32_t h = 2166136261u;
  for (const char c : token) h = (h ^ static_cast<unsigned char>(c)) * 16777619u;
  return h ^ h >> 15;
}

Abbreviation class_of(std::string_view word, const std::string& path, std::size_t line) {
  if (word == "never") return Abbreviation::never;
  if (word == "number") return Abbreviation::number;
  if (word == "maybe") return Abbreviation::maybe;
  throw FormatError(path, line, 0, "unknown class '" + std::string(word) + "'; never, number or maybe");
}

std::uint8_t place_of(const DataRow& row, const std::string& path) {
  if (row.cells.size() > 1 && row.cells[1] == "anywhere") return 1;
  if (row.cells.size() > 1 && row.cells[1] == "heading") return 2;
  throw FormatError(path, row.line, 0, "no place; anywhere or heading");
}

void read_words(std::string_view name, std::string_view language, TokenTable& table, bool lower) {
  const std::string path = "segment/" + std::string(name) + "." + std::string(language) + ".tsv";
  if (!has_data_file(path)) return;
  std::string token;
  for (const DataRow& row : data_rows(path, 1)) {
    const std::uint8_t value =
        name == "abbreviations"
            ? static_cast<std::uint8_t>(row.cells.size() > 1 ? class_of(row.cells[1], path, row.line)
                                                             : Abbreviation::none)
        : name == "unmarked" ? place_of(row, path)
                             : std::uint8_t{1};
    if (value == 0) throw FormatError(path, row.line, 0, "no class; never, number or maybe");
    token.clear();
    fold_token(row.cells[0], lower, token);
    if (token.size() > TokenTable::kLongest) throw FormatError(path, row.line, 0, "longer than 40 bytes");
    table.add(token, value);
  }
}

SentenceTables read_tables(std::string_view base) {
  SentenceTables t;
  for (const std::string_view language : {"en", "fa", "ar"}) {
    const bool other_arabic = (base == "fa" && language == "ar") || (base == "ar" && language == "fa");
    if (other_arabic) continue;
    read_words("abbreviations", language, t.abbreviations, true);
    read_words("starters", language, t.starters, false);
    read_words("continuations", language, t.continuations, false);
    read_words("attributions", language, t.attributions, false);
    read_words("glued_verbs", language, t.glued_verbs, false);
  }
  if (base == "en") {
    read_words("unmarked", base, t.unmarked, false);
    read_words("unfinished", base, t.unfinished, true);
  }
  return t;
}

}  // namespace

void TokenTable::add(std::string_view token, std::uint8_t value) {
  if (find(token) != 0) return;
  entries_.push_back({std::string(token), value});
  rehash(entries_.size() * 4);
}

void TokenTable::rehash(std::size_t wanted) {
  std::size_t slots = 16;
  while (slots < wanted) slots *= 2;
  std::size_t first = entries_.size() - 1;
  if (slots != slots_.size()) {
    slots_.assign(slots, 0);
    first = 0;
  }
  for (std::size_t i = first; i < entries_.size(); ++i) {
    std::size_t s = hash_of(entries_[i].token) & (slots - 1);
    while (slots_[s] != 0) s = (s + 1) & (slots - 1);
    slots_[s] = static_cast<std::uint32_t>(i + 1);
  }
}

std::uint8_t TokenTable::find(std::string_view token) const {
  if (slots_.empty() || token.size() > kLongest) return 0;
  for (std::size_t s = hash_of(token) & (slots_.size() - 1); slots_[s] != 0;
       s = (s + 1) & (slots_.size() - 1))
    if (entries_[slots_[s] - 1].token == token) return entries_[slots_[s] - 1].value;
  return 0;
}

void fold_token(std::string_view token, bool lower, std::string& out) {
  for (std::size_t i = 0; i < token.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(token, i);
    const CharClass k = char_class(c);
    if (k == CharClass::ignorable || k == CharClass::mark || c == 0x640) continue;  // 0x640: tatweel
    if (c == 0x6A9) {
      append_utf8(out, 0x643);
    } else if (c == 0x6CC) {
      append_utf8(out, 0x64A);
    } else if (lower && c >= 'A' && c <= 'Z') {
      out += static_cast<char>(c + 32);
    } else {
      out.append(token, start, i - start);
    }
  }
}

const SentenceTables& sentence_tables(std::string_view base) {
  static const std::array<SentenceTables, 3> kTables = {read_tables("fa"), read_tables("ar"),
                                                        read_tables("en")};
  return kTables[base == "fa" ? 0 : base == "ar" ? 1 : 2];
}

}  // namespace taraz
