// Files inside a ZIP container (DOCX, ODT, EPUB), with limits against bombs.
#ifndef TARAZ_IO_EXTRACT_ARCHIVE_FILES_H_
#define TARAZ_IO_EXTRACT_ARCHIVE_FILES_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace taraz {

struct ArchiveLimits {
  std::size_t bytes = std::size_t{512} << 20;  // of all files taken, unpacked
  std::size_t files = 20000;
  std::size_t ratio = 1000;  // unpacked to packed, once a megabyte is unpacked
};

// The files of the ZIP archive `bytes` whose path `wanted` accepts, by path. `name` is for messages.
// Throws FormatError when the archive is broken, encrypted or beyond the limits.
std::map<std::string, std::string> read_archive(std::string_view bytes, const std::string& name,
                                                const std::function<bool(std::string_view path)>& wanted,
                                                ArchiveLimits limits = {});

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_ARCHIVE_FILES_H_
