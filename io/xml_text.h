// Text for XML 1.0: escaping, and the characters that XML cannot hold in any way.
#ifndef TARAZ_IO_XML_TEXT_H_
#define TARAZ_IO_XML_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace taraz {

// `text` without what the production Char of XML 1.0 leaves out (C0 control characters but tab, LF and CR;
// U+FFFE, U+FFFF), which may not even be written as references. Vertical tab and form feed, a word
// processor's line and page breaks, become a space; the others are left out. Adds their number to `count`.
// REQUIRES: valid UTF-8. O(n).
void append_xml_characters(std::string& out, std::string_view text, std::size_t& count);

// Escapes for the content of an element (& < > and CR) and for an attribute in double quotes (also " tab LF),
// so that a reader gets the same text back. REQUIRES: text as append_xml_characters() gives it.
void append_xml_content(std::string& out, std::string_view text);
void append_xml_attribute(std::string& out, std::string_view text);

}  // namespace taraz

#endif  // TARAZ_IO_XML_TEXT_H_
