#include "cli/training_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

#include "io/source.h"
#include "io/unit_reader.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz::cli {
namespace {

// FILE or LANG,LANG=FILE.
struct OrderedInput {
  std::optional<LanguagePair> order;
  std::string path;
};

OrderedInput parse_input(const std::string& word) {
  const std::size_t equals = word.find('='), comma = word.find(',');
  if (equals != std::string::npos && comma < equals && Language::is_tag(word.substr(0, comma)) &&
      Language::is_tag(word.substr(comma + 1, equals - comma - 1)))
    return {parse_language_pair(word.substr(0, equals), word), word.substr(equals + 1)};
  return {std::nullopt, word};
}

std::string read_text(Source source) {
  const std::string path = source.name();
  std::string text = source.read_all();
  if (const auto bad = first_invalid_byte(text)) {
    const auto line = std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n') + 1;
    throw FormatError(path, static_cast<std::size_t>(line), 0, "not valid UTF-8; convert the file");
  }
  if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
  return text;
}

// True when the sides are in the other order than `languages`.
bool turned(const OrderedInput& input, const LanguagePair& languages) {
  if (!input.order) return false;
  const std::string_view a = input.order->first.base(), b = input.order->second.base();
  if (a == languages.first.base() && b == languages.second.base()) return false;
  if (a == languages.second.base() && b == languages.first.base()) return true;
  throw UsageError(fmt::format("{}: the languages are not those of --langs, {} and {}", input.path,
                               languages.first.tag(), languages.second.tag()));
}

std::vector<std::string_view> cells_of(std::string_view line) {
  std::vector<std::string_view> out;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    out.push_back(trim(line.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out;
}

void read_units(std::unique_ptr<UnitReader> reader, const LanguagePair& languages, const TakePair& take) {
  TranslationUnit unit;
  while (reader->next(unit)) {
    const std::string *first = nullptr, *second = nullptr;
    for (const Variant& v : unit.variants) {
      if (first == nullptr && v.language.base() == languages.first.base()) first = &v.text;
      if (second == nullptr && v.language.base() == languages.second.base()) second = &v.text;
    }
    if (first != nullptr && second != nullptr) take(unit.document, *first, *second);
  }
}

}  // namespace

LanguagePair parse_language_pair(std::string_view word, std::string_view option) {
  const std::size_t comma = word.find(',');
  if (comma == std::string_view::npos)
    throw UsageError(fmt::format("{}: name two languages, such as en,fa, not '{}'", option, word));
  LanguagePair out{Language::parse(word.substr(0, comma)), Language::parse(word.substr(comma + 1))};
  if (out.first.base() == out.second.base())
    throw UsageError(fmt::format("{}: the two languages are the same", option));
  return out;
}

void read_training_pairs(const std::string& word, const LanguagePair& languages, std::istream& standard_input,
                         const TakePair& take) {
  const OrderedInput input = parse_input(word);
  Source file(input.path, standard_input);
  if (const UnitFormat format = find_unit_format(file); format != UnitFormat::tsv)
    return read_units(make_unit_reader(format, std::move(file)), languages, take);
  const std::string text = read_text(std::move(file));
  std::size_t first = 1, second = 2, number = 0;
  constexpr std::size_t kNone = std::numeric_limits<std::size_t>::max();
  std::size_t source = 0;
  bool by_header = false, turn = turned(input, languages);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    begin = end + 1;
    ++number;
    if (trim(line).empty()) continue;
    const std::vector<std::string_view> cells = cells_of(line);
    if (number == 1) {
      std::size_t a = kNone, b = kNone;
      for (std::size_t i = 0; i < cells.size(); ++i) {
        if (!Language::is_tag(cells[i]) || cells[i].size() > 8) continue;
        const Language tag = Language::parse(cells[i]);
        if (tag.base() == languages.first.base()) a = i;
        if (tag.base() == languages.second.base()) b = i;
      }
      if (a != kNone && b != kNone) {
        by_header = true;
        turn = false;
        first = a;
        second = b;
        source = kNone;
        for (std::size_t i = 0; i < cells.size(); ++i)
          if (cells[i] == "document") source = i;
        continue;
      }
    }
    if (!by_header) {
      if (cells.size() < 2)
        throw FormatError(input.path, number, 0, "expected 'text TAB text' or 'source TAB text TAB text'");
      first = cells.size() == 2 ? 0 : 1;
      second = first + 1;
    }
    if (std::max(first, second) >= cells.size()) continue;
    const std::string_view name = by_header           ? (source < cells.size() ? cells[source] : "")
                                  : cells.size() == 2 ? ""
                                                      : cells[0];
    take(name, cells[turn ? second : first], cells[turn ? first : second]);
  }
}

Dictionary read_dictionary(const std::string& word, const LanguagePair& languages,
                           std::istream& standard_input) {
  const OrderedInput input = parse_input(word);
  const bool turn = turned(input, languages);
  const Dictionary dictionary = Dictionary::parse(read_text(Source(input.path, standard_input)), input.path);
  return turn ? dictionary.swapped() : dictionary;
}

}  // namespace taraz::cli
