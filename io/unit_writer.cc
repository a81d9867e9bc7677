#include "io/unit_writer.h"

#include <fmt/format.h>

#include <charconv>
#include <cstdlib>
#include <ctime>
#include <iterator>
#include <string_view>
#include <utility>

#include "io/unit_writers.h"
#include "text/error.h"

namespace taraz {

std::unique_ptr<UnitWriter> make_unit_writer(UnitFormat format, Sink sink, UnitWriterOptions options) {
  switch (format) {
    case UnitFormat::tmx:
      return make_tmx_writer(std::move(sink), std::move(options));
    case UnitFormat::jsonl:
      return make_jsonl_writer(std::move(sink), std::move(options));
    case UnitFormat::beads:
      return make_beads_writer(std::move(sink), std::move(options));
    case UnitFormat::tsv:
      break;
  }
  return make_tsv_writer(std::move(sink), std::move(options));
}

std::vector<const Variant*> in_columns(const TranslationUnit& unit, const std::vector<Language>& languages) {
  std::vector<const Variant*> out(languages.size(), nullptr);
  for (const Variant& v : unit.variants) {
    std::size_t k = 0;
    while (k < languages.size() && (out[k] != nullptr || languages[k] != v.language)) ++k;
    if (k < languages.size()) {
      out[k] = &v;
      continue;
    }
    std::string names;
    for (const Language& l : languages) names += (names.empty() ? "" : ",") + l.tag();
    throw Error(
        fmt::format("unit {}: no column for its '{}' text (columns: {}); name every language with --langs",
                    unit.id, v.language.tag(), names));
  }
  return out;
}

void append_range(std::string& out, const std::optional<SegmentRange>& range) {
  if (!range) return;
  if (range->empty()) {
    out += '-';
    return;
  }
  fmt::format_to(std::back_inserter(out), "{}", range->begin);
  if (range->size() > 1) fmt::format_to(std::back_inserter(out), "-{}", range->end - 1);
}

void append_number(std::string& out, double value) {
  fmt::format_to(std::back_inserter(out), "{:.4f}", value == 0.0 ? 0.0 : value);  // no "-0.0000"
}

std::string creation_date() {
  std::time_t seconds = std::time(nullptr);
  if (const char* fixed = std::getenv("SOURCE_DATE_EPOCH"); fixed != nullptr && *fixed != '\0') {
    const std::string_view text = fixed;
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || value < 0 || value > 253402300799)
      throw Error(fmt::format(
          "SOURCE_DATE_EPOCH={}: not a number of seconds since 1970; unset it or give one", text));
    seconds = static_cast<std::time_t>(value);
  }
  std::tm parts{};
  gmtime_r(&seconds, &parts);
  return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", parts.tm_year + 1900, parts.tm_mon + 1,
                     parts.tm_mday, parts.tm_hour, parts.tm_min, parts.tm_sec);
}

}  // namespace taraz
