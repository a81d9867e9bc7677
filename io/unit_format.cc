#include "io/unit_format.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>
#include <utility>

#include "text/error.h"
#include "text/language.h"

namespace taraz {
namespace {

constexpr std::array<std::pair<std::string_view, UnitFormat>, 4> kFormats{{{"tsv", UnitFormat::tsv},
                                                                           {"tmx", UnitFormat::tmx},
                                                                           {"jsonl", UnitFormat::jsonl},
                                                                           {"beads", UnitFormat::beads}}};
constexpr std::array<std::string_view, 5> kReserved{"score", "kind", "source", "document", "tuid"};

std::optional<UnitFormat> by_name(std::string_view path) {
  std::string name(path.substr(path.rfind('/') + 1));
  for (char& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos) return std::nullopt;
  const std::string_view extension = std::string_view(name).substr(dot + 1);
  if (extension == "tab") return UnitFormat::tsv;
  for (const auto& [word, format] : kFormats)
    if (word == extension) return format;
  return std::nullopt;
}

bool is_property_name(std::string_view name) {
  return name.size() >= 4 && !Language::is_tag(name) &&
         std::find(kReserved.begin(), kReserved.end(), name) == kReserved.end();
}

}  // namespace

std::string_view name_of(UnitFormat format) {
  for (const auto& [word, f] : kFormats)
    if (f == format) return word;
  return "";
}

UnitFormat parse_unit_format(std::string_view name, std::string_view option) {
  for (const auto& [word, format] : kFormats)
    if (word == name) return format;
  throw UsageError(std::string(option) + ": there is no format '" + std::string(name) +
                   "'; use tsv, tmx, jsonl or beads");
}

UnitFormat unit_format_of(std::string_view path, UnitFormat otherwise) {
  return by_name(path).value_or(otherwise);
}

bool names_unit_format(std::string_view path) { return by_name(path).has_value(); }

std::string property_name(std::string_view name) {
  while (name.starts_with("x-") && is_property_name(name.substr(2))) name.remove_prefix(2);
  if (is_property_name(name)) return std::string(name);
  return "x-" + std::string(name) + (name.size() < 2 ? "--" : "");
}

}  // namespace taraz
