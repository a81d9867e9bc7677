// How text is written inside lines: JSON strings and TSV cells.
#ifndef TARAZ_IO_ESCAPES_H_
#define TARAZ_IO_ESCAPES_H_

#include <string>
#include <string_view>

namespace taraz {

// Appends `text` as a JSON string with its quotation marks, escaped as docs/formats/jsonl.md says.
void append_json_string(std::string& out, std::string_view text);
// Appends `text` escaped as docs/formats/tsv.md says.
void append_tsv_cell(std::string& out, std::string_view text);

}  // namespace taraz

#endif  // TARAZ_IO_ESCAPES_H_
