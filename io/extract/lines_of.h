// The lines of a text, for readers of line formats. Internal to io/extract.
#ifndef TARAZ_IO_EXTRACT_LINES_OF_H_
#define TARAZ_IO_EXTRACT_LINES_OF_H_

#include <string_view>
#include <vector>

namespace taraz {

// Views into `text` without LF, CRLF or CR; a byte order mark at the start is left out. A last empty line is
// none.
std::vector<std::string_view> lines_of(std::string_view text);

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_LINES_OF_H_
