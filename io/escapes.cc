// Tested by tests/io/unit_round_trip_test.cc.
#include "io/escapes.h"

#include <fmt/format.h>

#include <iterator>

namespace taraz {

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\') continue;
    out += text.substr(start, i - start);
    start = i + 1;
    switch (c) {
      case '"':
        out += "\\\"";
        break;
      case '\\':
        out += "\\\\";
        break;
      case '\b':
        out += "\\b";
        break;
      case '\t':
        out += "\\t";
        break;
      case '\n':
        out += "\\n";
        break;
      case '\f':
        out += "\\f";
        break;
      case '\r':
        out += "\\r";
        break;
      default:
        fmt::format_to(std::back_inserter(out), "\\u{:04X}", c);
    }
  }
  out += text.substr(start);
  out += '"';
}

void append_tsv_cell(std::string& out, std::string_view text) {
  for (;;) {
    const std::size_t plain = text.find_first_of("\t\n\r\\");
    out += text.substr(0, plain);
    if (plain == std::string_view::npos) return;
    const char c = text[plain];
    out += '\\';
    out += c == '\t' ? 't' : c == '\n' ? 'n' : c == '\r' ? 'r' : '\\';
    text.remove_prefix(plain + 1);
  }
}

}  // namespace taraz
