// Files that the build puts into the binary (cmake/embed_data.cmake writes the tables).
#ifndef TARAZ_TEXT_EMBEDDED_FILES_H_
#define TARAZ_TEXT_EMBEDDED_FILES_H_

#include <span>

namespace taraz {

struct EmbeddedFile {
  const char* path;   // below data/ or web/, with '/'
  const char* begin;  // 64-byte aligned; a NUL byte follows the last
  const char* end;
};

std::span<const EmbeddedFile> embedded_data_files();
std::span<const EmbeddedFile> embedded_web_files();  // linked into taraz::io

}  // namespace taraz

#endif  // TARAZ_TEXT_EMBEDDED_FILES_H_
