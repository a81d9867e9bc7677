#include "io/unit_reader.h"

#include <charconv>
#include <utility>

#include "io/unit_readers.h"

namespace taraz {
namespace {

template <typename T>
bool parse_whole(std::string_view text, T& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size();
}

}  // namespace

UnitFormat unit_format_by_content(std::string_view head) {
  std::string plain;  // without byte order mark, NUL of UTF-16, white space
  for (char c : head.substr(0, 256))
    if (c != '\0' && c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\xEF' && c != '\xBB' &&
        c != '\xBF' && c != '\xFE' && c != '\xFF')
      plain += c;
  if (plain.starts_with("<")) return UnitFormat::tmx;
  if (plain.starts_with("{")) return UnitFormat::jsonl;
  if (plain.starts_with("[]") ||
      (plain.starts_with("[") && plain.size() > 1 && plain[1] >= '0' && plain[1] <= '9'))
    return UnitFormat::beads;
  return UnitFormat::tsv;
}

UnitFormat find_unit_format(Source& source) {
  if (names_unit_format(source.name())) return unit_format_of(source.name(), UnitFormat::tsv);
  std::string head(256, '\0');
  head.resize(source.read(head.data(), head.size()));
  source.unread(head);
  return unit_format_by_content(head);
}

std::unique_ptr<UnitReader> make_unit_reader(std::optional<UnitFormat> format, Source source,
                                             UnitReaderOptions options) {
  if (!format) format = find_unit_format(source);
  switch (*format) {
    case UnitFormat::tmx:
      return make_tmx_reader(std::move(source), std::move(options));
    case UnitFormat::jsonl:
      return make_jsonl_reader(std::move(source), std::move(options));
    case UnitFormat::beads:
      return make_beads_unit_reader(std::move(source), std::move(options));
    case UnitFormat::tsv:
      break;
  }
  return make_tsv_reader(std::move(source), std::move(options));
}

std::optional<double> parse_score(std::string_view text) {
  double value = 0;
  if (!parse_whole(text, value) || !(value >= 0.0 && value <= 1.0)) return std::nullopt;
  return value == 0.0 ? 0.0 : value;  // no -0
}

std::optional<SegmentRange> parse_range(std::string_view text, std::uint32_t next) {
  if (text == "-") return SegmentRange{next, next};
  const std::size_t dash = text.find('-');
  SegmentRange out;
  if (!parse_whole(text.substr(0, dash), out.begin)) return std::nullopt;
  out.end = out.begin;
  if (dash != std::string_view::npos && !parse_whole(text.substr(dash + 1), out.end)) return std::nullopt;
  if (out.end < out.begin || out.end == UINT32_MAX) return std::nullopt;
  ++out.end;
  return out;
}

void add_property(TranslationUnit& unit, std::string name, std::string_view value) {
  for (auto& [key, old] : unit.properties)
    if (key == name) {
      (old += " | ") += value;
      return;
    }
  unit.properties.emplace_back(std::move(name), value);
}

}  // namespace taraz
