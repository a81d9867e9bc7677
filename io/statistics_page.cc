#include "io/statistics_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

#include "io/xml_text.h"

namespace taraz {
namespace {

using Bars = std::vector<std::pair<std::string, std::uint64_t>>;

template <typename Array>
std::string json_array(const Array& values) {
  std::string out = "[";
  for (std::size_t i = 0; i < values.size(); ++i) out += fmt::format("{}{}", i > 0 ? "," : "", values[i]);
  return out + "]";
}

std::string escaped(std::string_view text) {
  std::string clean, out;
  std::size_t dropped = 0;
  append_xml_characters(clean, text, dropped);
  append_xml_content(out, clean);
  return out;
}

std::string chart(const std::string& title, const Bars& bars) {
  std::uint64_t most = 1;
  for (const auto& [label, n] : bars) most = std::max(most, n);
  std::string out = "<figure><figcaption>" + escaped(title) + "</figcaption><table class=bars>\n";
  for (const auto& [label, n] : bars)
    out += fmt::format(
        "<tr><th scope=row>{}</th><td><i style=\"width:{:.1f}%\"></i></td><td class=n>{}</td></tr>\n",
        escaped(label), 100.0 * static_cast<double>(n) / static_cast<double>(most), n);
  return out + "</table></figure>\n";
}

Bars length_bars(const LanguageStatistics& l) {
  Bars bars;
  for (std::size_t b = 0; b < l.lengths.size(); ++b) {
    const std::size_t from = b * LanguageStatistics::kBinWords + 1;
    bars.emplace_back(b + 1 < l.lengths.size()
                          ? fmt::format("{}-{}", from, from + LanguageStatistics::kBinWords - 1)
                          : fmt::format("{}+", from),
                      l.lengths[b]);
  }
  return bars;
}

constexpr std::string_view kStyle =
    "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 "
    "1rem;color:#1b1f23;background:#fff}"
    "table{border-collapse:collapse}th,td{padding:.15rem "
    ".6rem;text-align:start}.n,td+td{text-align:end;font-variant-numeric:"
    "tabular-nums}figure{margin:1.5rem 0}figcaption{font-weight:600}.bars{width:100%}.bars "
    "td:nth-child(2){width:70%}.bars "
    "i{display:block;height:.9rem;background:#3b6ea5;min-width:1px}thead th{border-bottom:1px solid #888}"
    "@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#16181b}.bars "
    "i{background:#7aa7d9}}</style>";

}  // namespace

std::string statistics_json(const CorpusStatistics& s) {
  std::string out = fmt::format(
      "{{\"units\":{},\"complete\":{},\"documents\":{},\"duplicates\":{},\"scored\":{},\"mean_score\":{:.4f},"
      "\"scores\":{},\"kinds\":{{",
      s.units, s.complete, s.documents, s.duplicates, s.scored,
      s.scored == 0 ? 0.0 : s.score_sum / static_cast<double>(s.scored), json_array(s.scores));
  bool first = true;
  for (const auto& [kind, n] :
       s.kinds) {  // kinds are "1-1" or words of a format; quotes and controls cannot be in them
    std::string plain = kind;
    std::erase_if(plain,
                  [](char c) { return c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20; });
    out += fmt::format("{}\"{}\":{}", std::exchange(first, false) ? "" : ",", plain, n);
  }
  out += "},\"languages\":{";
  first = true;
  for (const auto& [tag, l] : s.languages) {
    out += fmt::format(
        "{}\"{}\":{{\"texts\":{},\"distinct\":{},\"words\":{},\"characters\":{},\"longest\":{},\"lengths\":{}"
        ",\"anchors\":{{",
        std::exchange(first, false) ? "" : ",", tag, l.texts, l.distinct_texts, l.words, l.characters,
        l.longest, json_array(l.lengths));
    for (std::size_t k = 0; k < kAnchorKindCount; ++k)
      out += fmt::format("{}\"{}\":{}", k > 0 ? "," : "", name_of(static_cast<AnchorKind>(k)), l.anchors[k]);
    out += "}}";
  }
  return out + "}}\n";
}

std::string statistics_html(const CorpusStatistics& s, const std::string& title) {
  std::string out =
      "<!DOCTYPE html>\n<html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\">"
      "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src "
      "'unsafe-inline'\"><title>" +
      escaped(title) + "</title>\n";
  out += kStyle;
  out += "\n<h1>" + escaped(title) + "</h1>\n";
  out += fmt::format("<p>{} units, {} complete, {} repeated", s.units, s.complete, s.duplicates);
  if (s.documents > 0) out += fmt::format(", {} documents", s.documents);
  out +=
      ".</p>\n<table><thead><tr><th scope=col>language<th scope=col>texts<th scope=col>distinct<th "
      "scope=col>words<th scope=col>"
      "characters<th scope=col>words per text<th scope=col>longest</thead>\n";
  for (const auto& [tag, l] : s.languages)
    out += fmt::format(
        "<tr><th scope=row>{}<td class=n>{}<td class=n>{}<td class=n>{}<td class=n>{}<td class=n>{:.1f}<td "
        "class=n>{}\n",
        escaped(tag), l.texts, l.distinct_texts, l.words, l.characters,
        l.texts == 0 ? 0.0 : static_cast<double>(l.words) / static_cast<double>(l.texts), l.longest);
  out += "</table>\n";
  if (s.scored > 0) {
    Bars bars;
    for (std::size_t b = 0; b < s.scores.size(); ++b)
      bars.emplace_back(
          fmt::format("{:.1f}-{:.1f}", static_cast<double>(b) / 10, static_cast<double>(b + 1) / 10),
          s.scores[b]);
    out += chart("Confidence", bars);
  }
  if (!s.kinds.empty()) out += chart("Kinds", {s.kinds.begin(), s.kinds.end()});
  for (const auto& [tag, l] : s.languages) {
    out += chart("Words per text, " + tag, length_bars(l));
    Bars bars;
    for (std::size_t k = 0; k < kAnchorKindCount; ++k)
      if (l.anchors[k] > 0) bars.emplace_back(name_of(static_cast<AnchorKind>(k)), l.anchors[k]);
    if (!bars.empty()) out += chart("Anchors, " + tag, bars);
  }
  return out + "</html>\n";
}

}  // namespace taraz
