#include "io/extract/archive_files.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

#include "text/error.h"

namespace taraz {

std::map<std::string, std::string> read_archive(std::string_view bytes, const std::string& name,
                                                const std::function<bool(std::string_view path)>& wanted,
                                                ArchiveLimits limits) {
  const std::unique_ptr<archive, int (*)(archive*)> zip(archive_read_new(), archive_read_free);
  const auto broken = [&](const std::string& what) { return FormatError(name, 0, 0, what); };
  const auto reason = [&] {
    const char* text = archive_error_string(zip.get());
    return std::string(text == nullptr ? "unknown error" : text);
  };
  // Without its table of contents at the end libarchive would read as far as it can; a file cut short is an
  // error.
  const std::size_t directory = bytes.rfind("PK\5\6");
  if (directory == std::string_view::npos || directory + 22 > bytes.size())
    throw broken("not a ZIP container, or cut short: its table of contents is missing");
  archive_read_support_format_zip(zip.get());
  if (archive_read_open_memory(zip.get(), bytes.data(), bytes.size()) != ARCHIVE_OK)
    throw broken("not a ZIP container: " + reason());
  std::map<std::string, std::string> out;
  std::size_t total = 0, files = 0;
  archive_entry* entry = nullptr;
  for (;;) {
    const int status = archive_read_next_header(zip.get(), &entry);
    if (status == ARCHIVE_EOF) break;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) throw broken("broken ZIP container: " + reason());
    if (++files > limits.files)
      throw broken("more than " + std::to_string(limits.files) + " files in the container");
    const char* path = archive_entry_pathname_utf8(entry);
    if (path == nullptr) path = archive_entry_pathname(entry);
    if (path == nullptr || archive_entry_filetype(entry) != AE_IFREG || !wanted(path)) continue;
    std::string& text = out[path];
    text.clear();
    char buffer[1 << 16];
    for (;;) {
      const la_ssize_t n = archive_read_data(zip.get(), buffer, sizeof buffer);
      if (n < 0) throw broken(std::string(path) + " inside is broken or encrypted: " + reason());
      if (n == 0) break;
      total += static_cast<std::size_t>(n);
      if (total > limits.bytes || (total > (1u << 20) && total / limits.ratio > bytes.size()))
        throw broken("unpacks to more than is safe (" + std::to_string(limits.bytes >> 20) + " MiB or " +
                     std::to_string(limits.ratio) + " times its size)");
      text.append(buffer, static_cast<std::size_t>(n));
    }
  }
  return out;
}

}  // namespace taraz
