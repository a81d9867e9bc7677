// Writing all, then starting write-back of all, then fsync one by one costs about one wait for the disk
// instead of one for each file. Tested by tests/io/batch/result_files_test.cc and the kill loop
// tests/cli/batch_kills.sh.
#include "io/batch/result_files.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <set>
#include <utility>

#include "text/error.h"

namespace taraz {
namespace fs = std::filesystem;

ResultFiles::ResultFiles(std::string folder, std::string temporary)
    : folder_(std::move(folder)), temporary_(std::move(temporary)) {
  std::error_code error;
  fs::create_directories(temporary_, error);
  if (error) throw Error(temporary_ + ": cannot make the folder: " + error.message());
  for (const auto& entry : fs::directory_iterator(temporary_, error)) fs::remove(entry.path(), error);
}

void ResultFiles::fail(const std::string& path, int code) {
  discard();
  const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
  throw Error(path + ": cannot write: " + std::strerror(code) +
              (full ? "; free some space and start again, what is done is kept"
                    : "; mend that and start again, what is done is kept"));
}

void ResultFiles::discard() {
  for (const Pending& p : pending_) {
    if (p.file >= 0) ::close(p.file);
    ::unlink(p.temporary.c_str());
  }
  pending_.clear();
}

void ResultFiles::write(const std::string& path, std::string_view bytes) {
  Pending p{-1, path, temporary_ + "/" + std::to_string(count_++), folder_ + "/" + path};
  p.file = ::open(p.temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (p.file < 0) fail(p.temporary, errno);
  pending_.push_back(p);
  while (!bytes.empty()) {
    const ssize_t n = ::write(p.file, bytes.data(), bytes.size());
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) fail(p.target, errno);
    bytes.remove_prefix(static_cast<std::size_t>(n));
  }
}

std::vector<std::pair<std::string, std::string>> ResultFiles::commit() {
  for (const Pending& p : pending_) ::sync_file_range(p.file, 0, 0, SYNC_FILE_RANGE_WRITE);
  for (Pending& p : pending_) {
    if (::fsync(p.file) != 0) fail(p.target, errno);
    if (::close(std::exchange(p.file, -1)) != 0) fail(p.target, errno);
  }
  std::vector<std::pair<std::string, std::string>> refused;
  std::set<std::string> folders;
  for (const Pending& p : pending_) {
    const fs::path parent = fs::path(p.target).parent_path();
    std::error_code error;
    if (!folders.contains(parent.string())) fs::create_directories(parent, error);
    int code = error.value();
    if (code == 0 && ::rename(p.temporary.c_str(), p.target.c_str()) != 0) code = errno;
    if (code == ENOTDIR || code == EISDIR || code == EEXIST || code == ENOTEMPTY || code == ENAMETOOLONG) {
      ::unlink(p.temporary.c_str());
      refused.emplace_back(p.path, p.target + ": cannot make the file: " + std::strerror(code));
      continue;
    }
    if (code != 0) fail(p.target, code);
    for (fs::path above = parent; folders.insert(above.string()).second && above != folder_;)
      above = above.parent_path();
  }
  pending_.clear();
  for (const std::string& name : folders) {
    const int folder = ::open(name.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) continue;
    ::fsync(folder);  // the names; not every file system can
    ::close(folder);
  }
  return refused;
}

}  // namespace taraz
