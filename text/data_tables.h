// The knowledge of Taraz: the files of data/, built into the binary, overridden file by file by --data DIR.
#ifndef TARAZ_TEXT_DATA_TABLES_H_
#define TARAZ_TEXT_DATA_TABLES_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace taraz {

// Files below `directory` take the place of the built-in ones of the same relative path from now on.
// Call once at start, before any table is read and before threads start. Throws Error when it is no directory.
void set_data_directory(const std::string& directory);

// The bytes of the table `path` ("anchors/months.tsv"). The view lives as long as the program.
// Throws Error when there is no such table. Thread-safe.
std::string_view data_file(std::string_view path);
bool has_data_file(std::string_view path);
// The name of a table for messages: "data/PATH", or the file below --data that takes its place.
std::string data_source(std::string_view path);
// Paths of all tables below `folder` ("segment/"), sorted.
std::vector<std::string> data_files(std::string_view folder);

// One row of a table: tab-separated cells, trimmed.
struct DataRow {
  std::size_t line;                       // from 1, for messages
  std::vector<std::string_view> cells;    // views into data_file(path)
};

// The rows of a TSV table; empty lines and lines that start with '#' are left out.
// Throws FormatError naming file and line when a row has fewer than `min_cells` cells.
std::vector<DataRow> data_rows(std::string_view path, std::size_t min_cells);

}  // namespace taraz

#endif  // TARAZ_TEXT_DATA_TABLES_H_
