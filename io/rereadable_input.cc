#include "io/rereadable_input.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <istream>
#include <streambuf>
#include <utility>
#include <vector>

#include "text/error.h"

namespace taraz {

// A stream buffer over the nameless file.
struct RereadableInput::Copy : std::streambuf {
  int file = -1;
  std::vector<char> buffer = std::vector<char>(std::size_t{64} << 10);
  std::istream stream{this};
  std::string name;

  ~Copy() override {
    if (file >= 0) ::close(file);
  }

  void fill(Source source) {
    name = source.name();
    const char* folder = std::getenv("TMPDIR");
    std::string path = std::string(folder != nullptr && *folder != '\0' ? folder : "/tmp") + "/taraz-XXXXXX";
    file = ::mkstemp(path.data());
    if (file < 0)
      throw Error(path + ": cannot write: " + std::strerror(errno) + "; set TMPDIR to another folder");
    ::unlink(path.c_str());
    while (const std::size_t size = source.read(buffer.data(), buffer.size()))
      for (std::size_t done = 0; done < size;) {
        const ssize_t n = ::write(file, buffer.data() + done, size - done);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0)
          throw Error("a copy of " + name + " in " + path.substr(0, path.rfind('/')) +
                      ": cannot write: " + std::strerror(errno) + "; set TMPDIR to another folder");
        done += static_cast<std::size_t>(n);
      }
  }

  void rewind() {
    setg(buffer.data(), buffer.data(), buffer.data());
    stream.clear();
    if (::lseek(file, 0, SEEK_SET) < 0) throw Error(name + ": cannot read again: " + std::strerror(errno));
  }

  int_type underflow() override {
    ssize_t n;
    do n = ::read(file, buffer.data(), buffer.size());
    while (n < 0 && errno == EINTR);
    if (n <= 0) return traits_type::eof();
    setg(buffer.data(), buffer.data(), buffer.data() + n);
    return traits_type::to_int_type(buffer[0]);
  }
};

RereadableInput::RereadableInput(std::string path, std::istream& standard_input) : path_(std::move(path)) {
  struct stat info {};
  const bool plain = path_ != "-" && ::stat(path_.c_str(), &info) == 0 && !S_ISFIFO(info.st_mode) &&
                     !S_ISSOCK(info.st_mode) && !S_ISCHR(info.st_mode);
  Source source(path_, standard_input);  // throws for what cannot be read at all
  if (plain) return;
  copy_ = std::make_unique<Copy>();
  copy_->fill(std::move(source));
}

RereadableInput::~RereadableInput() = default;

Source RereadableInput::open() {
  if (!copy_) return Source(path_);
  copy_->rewind();
  return Source("-", copy_->stream);
}

}  // namespace taraz
