// ZIP containers for tests, their files stored as they are or deflated.
#ifndef TARAZ_TESTS_IO_EXTRACT_ZIP_WRITER_H_
#define TARAZ_TESTS_IO_EXTRACT_ZIP_WRITER_H_

#include <archive.h>
#include <archive_entry.h>

#include <map>
#include <string>

namespace taraz {

inline std::string zip(const std::map<std::string, std::string>& files, bool deflated = true) {
  std::size_t room = 4096;
  for (const auto& [path, text] : files) room += 2 * path.size() + text.size() + text.size() / 8 + 1024;
  std::string out(room, '\0');
  std::size_t used = 0;
  archive* a = archive_write_new();
  archive_write_set_format_zip(a);
  if (!deflated) archive_write_zip_set_compression_store(a);
  archive_write_open_memory(a, out.data(), out.size(), &used);
  for (const auto& [path, text] : files) {
    archive_entry* e = archive_entry_new();
    archive_entry_set_pathname(e, path.c_str());
    archive_entry_set_size(e, static_cast<la_int64_t>(text.size()));
    archive_entry_set_filetype(e, AE_IFREG);
    archive_entry_set_perm(e, 0644);
    archive_write_header(a, e);
    archive_write_data(a, text.data(), text.size());
    archive_entry_free(e);
  }
  archive_write_close(a);
  archive_write_free(a);
  out.resize(used);
  return out;
}

}  // namespace taraz

#endif  // TARAZ_TESTS_IO_EXTRACT_ZIP_WRITER_H_
