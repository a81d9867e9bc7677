#include "text/data_tables.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "text/embedded_files.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

struct Overrides {
  std::mutex mutex;
  std::string directory;
  std::map<std::string, std::unique_ptr<std::string>, std::less<>> loaded;
};

Overrides& overrides() {
  static Overrides instance;
  return instance;
}

const EmbeddedFile* embedded(std::string_view path) {
  for (const EmbeddedFile& f : embedded_data_files())
    if (path == f.path) return &f;
  return nullptr;
}

const std::string* overridden(std::string_view path) {
  Overrides& o = overrides();
  const std::lock_guard lock(o.mutex);
  if (o.directory.empty()) return nullptr;
  if (const auto it = o.loaded.find(path); it != o.loaded.end()) return it->second.get();
  std::unique_ptr<std::string> bytes;
  if (std::ifstream in(o.directory + "/" + std::string(path), std::ios::binary); in) {
    bytes = std::make_unique<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!path.ends_with(".bin"))
      if (const auto bad = first_invalid_byte(*bytes))
        throw FormatError(o.directory + "/" + std::string(path), 0, 0,
                          "not valid UTF-8 at byte " + std::to_string(*bad) + "; save the table as UTF-8");
  }
  return o.loaded.emplace(std::string(path), std::move(bytes)).first->second.get();
}

std::string source_name(std::string_view path) {
  if (overridden(path) != nullptr) return overrides().directory + "/" + std::string(path);
  return "data/" + std::string(path);
}

}  // namespace

void set_data_directory(const std::string& directory) {
  if (!std::filesystem::is_directory(directory))
    throw Error("--data: '" + directory + "' is not a directory; name a folder laid out like the project's data/");
  overrides().directory = directory;
}

std::string data_source(std::string_view path) { return source_name(path); }

bool has_data_file(std::string_view path) { return overridden(path) != nullptr || embedded(path) != nullptr; }

std::string_view data_file(std::string_view path) {
  if (const std::string* bytes = overridden(path)) return *bytes;
  if (const EmbeddedFile* f = embedded(path)) return {f->begin, static_cast<std::size_t>(f->end - f->begin)};
  throw Error("there is no data table '" + std::string(path) + "'");
}

std::vector<std::string> data_files(std::string_view folder) {
  std::set<std::string> out;
  for (const EmbeddedFile& f : embedded_data_files())
    if (std::string_view(f.path).starts_with(folder)) out.insert(f.path);
  if (const std::string& directory = overrides().directory; !directory.empty()) {
    const std::filesystem::path root = directory;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
      const std::string path = entry.path().lexically_relative(root).generic_string();
      if (entry.is_regular_file() && path.starts_with(folder)) out.insert(path);
    }
  }
  return {out.begin(), out.end()};
}

std::vector<DataRow> data_rows(std::string_view path, std::size_t min_cells) {
  const std::string_view text = data_file(path);
  std::vector<DataRow> rows;
  std::size_t line = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view row = text.substr(begin, end - begin);
    begin = end + 1;
    ++line;
    if (row.starts_with('#') || trim(row).empty()) continue;
    DataRow out{line, {}};
    for (std::size_t i = 0; i <= row.size();) {
      const std::size_t tab = std::min(row.find('\t', i), row.size());
      out.cells.push_back(trim(row.substr(i, tab - i)));
      i = tab + 1;
    }
    if (out.cells.size() < min_cells)
      throw FormatError(source_name(path), line, 0,
                        "expected " + std::to_string(min_cells) + " tab-separated cells, found " +
                            std::to_string(out.cells.size()));
    rows.push_back(std::move(out));
  }
  return rows;
}

}  // namespace taraz
