// Temporary file beside the target, fsync, rename: readers see the old file or the whole new one.
// Checked by tests/io/sink_test.cc.
#include "io/sink.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <ostream>
#include <utility>

#include "text/error.h"

namespace taraz {
namespace {

constexpr std::size_t kBuffer = std::size_t{1} << 16;

// With the slash at its end.
std::string folder_of(const std::string& path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string::npos ? "./" : path.substr(0, slash + 1);
}

// The file that a chain of symbolic links ends in, so that the link survives the rename.
std::string followed(const std::string& path) {
  char* real = ::realpath(path.c_str(), nullptr);
  if (real == nullptr) return path;
  std::string out = real;
  std::free(real);
  return out;
}

const char* way_out(int code) {
  switch (code) {
    case ENOENT:
      return "; does its folder exist?";
    case ENOTDIR:
      return "; a part of the path is not a folder";
    case EACCES:
    case EPERM:
    case EROFS:
      return "; choose a place you may write to";
    case ENOSPC:
    case EDQUOT:
      return "; free some space or choose another place";
    case EISDIR:
      return "; name a file in it";
    default:
      return "";
  }
}

}  // namespace

struct Sink::State {
  std::string name;       // as the user wrote it
  std::string target;     // after symbolic links
  std::string temporary;  // empty: written directly
  std::ostream* stream = nullptr;
  int file = -1;
  std::string buffer;
  std::optional<z_stream> gzip;

  ~State() { discard(); }

  void discard() {
    if (gzip) deflateEnd(&*gzip);
    gzip.reset();
    if (file >= 0) ::close(file);
    file = -1;
    if (!temporary.empty()) ::unlink(temporary.c_str());
    temporary.clear();
  }

  [[noreturn]] void fail(int code) {
    discard();
    throw Error(name + ": cannot write: " + std::strerror(code) + way_out(code));
  }

  void open() {
    struct stat info {};
    const bool exists = ::stat(name.c_str(), &info) == 0;
    if (exists && S_ISDIR(info.st_mode)) fail(EISDIR);
    if (exists && !S_ISREG(info.st_mode)) {
      file = ::open(name.c_str(), O_WRONLY | O_CLOEXEC);
      if (file < 0) fail(errno);
      return;
    }
    if (exists && ::access(name.c_str(), W_OK) != 0) fail(errno);  // rename would replace a protected file
    target = exists ? followed(name) : name;
    static std::atomic<unsigned> count{0};
    for (int attempt = 0; file < 0; ++attempt) {
      const std::string path =
          folder_of(target) + ".taraz-" + std::to_string(::getpid()) + "-" + std::to_string(count++) + ".tmp";
      file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
      if (file >= 0) temporary = path;
      if (file < 0 && (errno != EEXIST || attempt > 100)) fail(errno);
    }
    if (exists && ::fchmod(file, info.st_mode & 07777) != 0) fail(errno);
  }

  void start_gzip() {
    gzip.emplace();
    if (deflateInit2(&*gzip, Z_DEFAULT_COMPRESSION, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
      fail(ENOMEM);
  }

  void put(const char* data, std::size_t size) {
    if (stream != nullptr) {
      stream->write(data, static_cast<std::streamsize>(size));
      if (!*stream) throw Error(name + ": cannot write; is the disk full?");
      return;
    }
    while (size > 0) {
      const ssize_t n = ::write(file, data, size);
      if (n < 0 && errno == EINTR) continue;
      if (n < 0) fail(errno);
      data += n;
      size -= static_cast<std::size_t>(n);
    }
  }

  void compress(std::string_view bytes, int flush) {
    char out[1 << 14];
    gzip->next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib does not write to it
    gzip->avail_in = static_cast<uInt>(bytes.size());
    do {
      gzip->next_out = reinterpret_cast<Bytef*>(out);
      gzip->avail_out = sizeof out;
      deflate(&*gzip, flush);
      put(out, sizeof out - gzip->avail_out);
    } while (gzip->avail_out == 0);
  }

  void drain(bool last) {
    if (gzip)
      compress(buffer, last ? Z_FINISH : Z_NO_FLUSH);
    else
      put(buffer.data(), buffer.size());
    buffer.clear();
  }
};

Sink::Sink(std::string path) : state_(std::make_unique<State>()) {
  if (path.empty()) throw Error("the name of the output is empty");
  state_->buffer.reserve(kBuffer);
  state_->name = std::move(path);
  state_->open();
  if (state_->name.ends_with(".gz")) state_->start_gzip();
}

Sink::Sink(std::string path, std::ostream& standard_output) {
  if (path != "-") {
    *this = Sink(std::move(path));
    return;
  }
  state_ = std::make_unique<State>();
  state_->buffer.reserve(kBuffer);
  state_->name = "standard output";
  state_->stream = &standard_output;
}

Sink::~Sink() = default;
Sink::Sink(Sink&&) noexcept = default;
Sink& Sink::operator=(Sink&&) noexcept = default;

const std::string& Sink::name() const { return state_->name; }

void Sink::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const std::string_view part = bytes.substr(0, kBuffer - state_->buffer.size());
    state_->buffer += part;
    bytes.remove_prefix(part.size());
    if (state_->buffer.size() == kBuffer) state_->drain(false);
  }
}

void Sink::commit() {
  State& s = *state_;
  s.drain(true);
  if (s.stream != nullptr) {
    s.stream->flush();
    if (!*s.stream) throw Error(s.name + ": cannot write; is the disk full?");
    return;
  }
  if (!s.temporary.empty() && ::fsync(s.file) != 0) s.fail(errno);
  const int file = std::exchange(s.file, -1);
  if (::close(file) != 0) s.fail(errno);
  if (s.temporary.empty()) return;
  if (::rename(s.temporary.c_str(), s.target.c_str()) != 0) s.fail(errno);
  s.temporary.clear();
  const int folder = ::open(folder_of(s.target).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);  // the name itself; not every file system can, and the bytes are safe either way
    ::close(folder);
  }
}

}  // namespace taraz
