// Tested by tests/io/review_page_test.cc and tests/io/match_page_test.cc.
#include "io/web_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <string_view>

#include "io/sha256.h"
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

std::string joined(std::string_view files) {
  std::string out;
  while (!files.empty()) {
    const std::size_t end = std::min(files.find(' '), files.size());
    out += web_file(files.substr(0, end));
    files.remove_prefix(std::min(files.size(), end + 1));
  }
  return out;
}

}  // namespace

void write_web_page(Sink& sink, const WebPage& page) {
  const std::string script = bundle_modules(page.script);
  const std::string style = joined(page.style);
  std::string_view rest = web_file(page.html);
  for (;;) {  // "@name@" in the page stands for what is put there
    const std::size_t at = rest.find('@');
    if (at == std::string_view::npos) break;
    const std::size_t end = rest.find('@', at + 1);
    if (end == std::string_view::npos) throw Error("web/" + page.html + ": a single '@'");
    sink.write(rest.substr(0, at));
    const std::string_view name = rest.substr(at + 1, end - at - 1);
    if (name == "policy")
      sink.write(policy(style, script));
    else if (name == "title")
      sink.write(html_escaped(page.title));
    else if (name == "style")
      sink.write(style);
    else if (name == "script")
      sink.write(script);
    else if (name == "data")
      sink.write(page.data);
    else
      throw Error(fmt::format("web/{}: nothing is named '@{}@'", page.html, name));
    rest.remove_prefix(end + 1);
  }
  sink.write(rest);
}

}  // namespace taraz
