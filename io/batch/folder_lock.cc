// Tested by tests/cli/batch/ (two at once) and tests/io/batch/folder_lock_test.cc.
#include "io/batch/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {

FolderLock::FolderLock(const std::string& folder, const std::string& of) {
  const std::string path = folder + "/lock";
  file_ = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file_ < 0)
    throw Error(path + ": cannot open: " + std::strerror(errno) + "; choose a place you may write to");
  if (::flock(file_, LOCK_EX | LOCK_NB) != 0) {
    const int code = errno;
    char holder[200] = {};
    const ssize_t size = ::pread(file_, holder, sizeof holder - 1, 0);
    ::close(file_);
    if (code != EWOULDBLOCK) throw Error(path + ": cannot lock: " + std::strerror(code));
    const std::string who(trim(std::string_view(holder, size > 0 ? static_cast<std::size_t>(size) : 0)));
    throw Error(of + ": another batch works in this folder" + (who.empty() ? "" : " (" + who + ")") +
                "; wait until it ends, or choose another output folder");
  }
  char host[100] = {};
  ::gethostname(host, sizeof host - 1);
  const std::string who = "process " + std::to_string(::getpid()) + " on " + host + "\n";
  // Only for the message above: a full disk does not matter.
  if (::ftruncate(file_, 0) != 0 || ::pwrite(file_, who.data(), who.size(), 0) < 0) errno = 0;
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace taraz
