#include "io/batch/report_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "io/xml_text.h"

namespace taraz {
namespace {

constexpr std::string_view kStyle =
    "<style>body{font:16px/1.5 system-ui,sans-serif;max-width:64rem;margin:2rem auto;padding:0 "
    "1rem;color:#1b1f23;"
    "background:#fff}table{border-collapse:collapse;width:100%}th,td{padding:.2rem .6rem;text-align:start;"
    "vertical-align:top}thead th{border-bottom:1px solid "
    "#888;position:sticky;top:0;background:inherit}thead{background:#fff}.n{text-align:end;"
    "font-variant-numeric:tabular-nums;white-space:nowrap}tbody tr:nth-child(even){background:#f4f6f8}"
    "th[scope=row]{font-weight:normal;overflow-wrap:anywhere}.bar{width:9rem}.bar "
    "i{display:block;height:.8rem;"
    "margin-top:.35rem;background:#3b6ea5;min-width:1px}.bar "
    "i.low{background:#b3541e}ul{padding-inline-start:1.2rem}"
    "@media(prefers-color-scheme:dark){body,thead{color:#e6e6e6;background:#16181b}tbody "
    "tr:nth-child(even){background:#1f2328}"
    ".bar i{background:#7aa7d9}.bar i.low{background:#e08a55}}</style>";

std::string escaped(std::string_view text) {
  std::string clean, out;
  std::size_t dropped = 0;
  append_xml_characters(clean, text, dropped);
  append_xml_content(out, clean);
  return out;
}

constexpr double kLow = 0.5;  // below it an alignment should be looked at

}  // namespace

std::string batch_report_html(const std::vector<SetRecord>& records, const std::string& title) {
  std::vector<const SetRecord*> failed, done;
  for (const SetRecord& r : records) (r.failed() ? failed : done).push_back(&r);
  std::stable_sort(done.begin(), done.end(),
                   [](const auto* a, const auto* b) { return a->facts.confidence < b->facts.confidence; });
  double confidence = 0.0;
  std::uint64_t segments = 0, units = 0;
  std::size_t low = 0;
  for (const SetRecord* r : done) {
    segments += r->facts.segments;
    units += r->facts.units;
    confidence += r->facts.confidence * static_cast<double>(r->facts.segments);
    low += r->facts.confidence < kLow;
  }
  std::string out =
      "<!DOCTYPE html>\n<html lang=en><meta charset=utf-8><meta name=viewport content=\"width=device-width\">"
      "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; style-src "
      "'unsafe-inline'\"><title>" +
      escaped(title) + "</title>\n";
  out += kStyle;
  out += "\n<h1>" + escaped(title) + "</h1>\n";
  out += fmt::format(
      "<p>{} sets: {} aligned, {} failed. {} units, {} segments, mean confidence {:.3f}; {} below "
      "{:.1f}.</p>\n",
      records.size(), done.size(), failed.size(), units, segments,
      segments == 0 ? 0.0 : confidence / static_cast<double>(segments), low, kLow);
  if (!failed.empty()) {
    out += "<h2>Failed</h2>\n<table><thead><tr><th scope=col>set<th scope=col>reason</thead><tbody>\n";
    for (const SetRecord* r : failed)
      out += "<tr><th scope=row><bdi>" + escaped(r->id) + "</bdi><td>" + escaped(r->reason) + "\n";
    out += "</tbody></table>\n";
  }
  if (!done.empty()) {
    out +=
        "<h2>Aligned, the least sure first</h2>\n<table><thead><tr><th scope=col>set<th "
        "scope=col>languages<th scope=col "
        "class=n>units<th scope=col class=n>segments<th scope=col class=n>with a partner<th scope=col "
        "class=n>confidence<th "
        "scope=col class=bar></thead><tbody>\n";
    for (const SetRecord* r : done)
      fmt::format_to(
          std::back_inserter(out),
          "<tr><th scope=row><bdi>{}</bdi><td>{}<td class=n>{}<td class=n>{}<td class=n>{:.0f} %<td "
          "class=n>{:.3f}<td class=bar><i{} style=\"width:{:.0f}%\"></i>\n",
          escaped(r->id), escaped(r->facts.languages), r->facts.units, r->facts.segments,
          r->facts.segments == 0
              ? 0.0
              : 100.0 * static_cast<double>(r->facts.matched) / static_cast<double>(r->facts.segments),
          r->facts.confidence, r->facts.confidence < kLow ? " class=low" : "", 100 * r->facts.confidence);
    out += "</tbody></table>\n";
  }
  return out + "</html>\n";
}

}  // namespace taraz
