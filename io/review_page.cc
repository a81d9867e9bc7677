#include "io/review_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "io/review_data.h"
#include "io/sha256.h"
#include "io/unit_writer.h"
#include "io/web_bundle.h"
#include "text/error.h"

namespace taraz {
namespace {

std::string html_escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else
      out += c;
  }
  return out;
}

// Nothing may be loaded, sent or embedded; only this script and this style sheet may act.
std::string policy(std::string_view style, std::string_view script) {
  return fmt::format(
      "default-src 'none'; script-src 'sha256-{}'; style-src 'sha256-{}'; base-uri 'none'; form-action "
      "'none'",
      base64(sha256(script)), base64(sha256(style)));
}

}  // namespace

std::vector<Language> columns_of(std::span<const TranslationUnit> units, const std::vector<Language>& first) {
  std::vector<Language> columns = first;
  for (const TranslationUnit& u : units)
    for (auto v = u.variants.begin(); v != u.variants.end(); ++v) {
      const auto same = [&](const Variant& other) { return other.language == v->language; };
      const auto needed = std::count_if(u.variants.begin(), v + 1, same);
      if (std::count(columns.begin(), columns.end(), v->language) < needed) columns.push_back(v->language);
    }
  return columns;
}

std::string content_hash(std::span<const TranslationUnit> units) {
  std::ostringstream lines;
  const auto writer = make_unit_writer(UnitFormat::jsonl, Sink("-", lines), {});
  for (const TranslationUnit& u : units) writer->write(u);
  writer->finish();
  return hexadecimal(sha256(lines.view())).substr(0, 32);
}

void write_review_page(std::span<const TranslationUnit> units, const ReviewPageOptions& options, Sink& sink) {
  const std::string script = bundle_modules("main.js");
  const std::string_view style = web_file("review.css");
  std::string_view page = web_file("review.html");
  for (;;) {  // "@name@" in the page stands for what is put there
    const std::size_t at = page.find('@');
    if (at == std::string_view::npos) break;
    const std::size_t end = page.find('@', at + 1);
    if (end == std::string_view::npos) throw Error("web/review.html: a single '@'");
    sink.write(page.substr(0, at));
    const std::string_view name = page.substr(at + 1, end - at - 1);
    if (name == "policy")
      sink.write(policy(style, script));
    else if (name == "title")
      sink.write(html_escaped(options.title));
    else if (name == "style")
      sink.write(style);
    else if (name == "script")
      sink.write(script);
    else if (name == "data")
      sink.write(review_data(units, options));
    else
      throw Error(fmt::format("web/review.html: nothing is named '@{}@'", name));
    page.remove_prefix(end + 1);
  }
  sink.write(page);
}

}  // namespace taraz
