#include "io/xml_text.h"

namespace taraz {
namespace {

bool starts_noncharacter(std::string_view text, std::size_t i) {
  return i + 2 < text.size() && text[i + 1] == '\xBF' && (text[i + 2] == '\xBE' || text[i + 2] == '\xBF');
}

void append_escaped(std::string& out, std::string_view text, std::string_view special) {
  for (;;) {
    const std::size_t plain = text.find_first_of(special);
    out += text.substr(0, plain);
    if (plain == std::string_view::npos) return;
    switch (text[plain]) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\r':
        out += "&#13;";
        break;
      case '\n':
        out += "&#10;";
        break;
      default:
        out += "&#9;";
    }
    text.remove_prefix(plain + 1);
  }
}

}  // namespace

void append_xml_characters(std::string& out, std::string_view text, std::size_t& count) {
  std::size_t start = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const unsigned char c = static_cast<unsigned char>(text[i]);
    if ((c >= 0x20 && c != 0xEF) || c == '\t' || c == '\n' || c == '\r') continue;
    if (c == 0xEF && !starts_noncharacter(text, i)) continue;
    out += text.substr(start, i - start);
    if (c == 0x0B || c == 0x0C) out += ' ';
    if (c == 0xEF) i += 2;
    start = i + 1;
    ++count;
  }
  out += text.substr(start);
}

void append_xml_content(std::string& out, std::string_view text) { append_escaped(out, text, "&<>\r"); }

void append_xml_attribute(std::string& out, std::string_view text) {
  append_escaped(out, text, "&<>\"\r\n\t");
}

}  // namespace taraz
