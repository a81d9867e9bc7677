// Raw bytes come from a file descriptor, an istream or memory; two magic bytes at the start decide whether
// zlib stands in between. Tested by tests/io/source_test.cc and tests/cli/align/*.
#include "io/source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <istream>
#include <utility>
#include <vector>

#include "text/error.h"

namespace taraz {
namespace {

constexpr std::size_t kBufferSize = 128 * 1024;

[[noreturn]] void fail(const std::string& name, int error) {
  switch (error) {
    case ENOENT:
      throw Error(name + ": no such file");
    case EACCES:
      throw Error(name + ": permission denied");
    case EISDIR:
      throw Error(name + ": is a directory; name a file in it");
    default:
      throw Error(name + ": cannot read: " + std::strerror(error));
  }
}

}  // namespace

struct Source::State {
  std::string name;
  int descriptor = -1;
  std::istream* stream = nullptr;
  std::string memory;
  std::size_t memory_at = 0;
  std::uint64_t taken = 0;
  std::uint64_t total = 0;

  std::string put_back;  // by unread()

  std::vector<char> raw = std::vector<char>(kBufferSize);
  std::size_t raw_at = 0;
  std::size_t raw_end = 0;
  bool raw_ended = false;

  bool started = false;
  bool gzip = false;
  bool member_open = false;  // inside a gzip member
  z_stream inflater{};

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (descriptor >= 0) ::close(descriptor);
    if (gzip) inflateEnd(&inflater);
  }

  std::size_t read_raw(char* buffer, std::size_t size) {
    std::size_t got = 0;
    if (descriptor >= 0) {
      ssize_t n;
      do n = ::read(descriptor, buffer, size);
      while (n < 0 && errno == EINTR);
      if (n < 0) fail(name, errno);
      got = static_cast<std::size_t>(n);
    } else if (stream != nullptr) {
      if (*stream) stream->read(buffer, static_cast<std::streamsize>(size));
      got = static_cast<std::size_t>(stream->gcount());
      if (stream->bad()) throw Error(name + ": cannot read");
      if (!*stream) raw_ended = true;
    } else {
      got = std::min(size, memory.size() - memory_at);
      std::memcpy(buffer, memory.data() + memory_at, got);
      memory_at += got;
    }
    if (got == 0) raw_ended = true;
    taken += got;
    return got;
  }

  // Makes at least `want` raw bytes lie ready where the input has them.
  void fill(std::size_t want) {
    if (raw_at > 0) {
      std::copy(raw.begin() + static_cast<std::ptrdiff_t>(raw_at),
                raw.begin() + static_cast<std::ptrdiff_t>(raw_end), raw.begin());
      raw_end -= raw_at;
      raw_at = 0;
    }
    while (raw_end < want && !raw_ended) raw_end += read_raw(raw.data() + raw_end, raw.size() - raw_end);
  }

  bool at_gzip_magic() const {
    return raw_end - raw_at >= 2 && static_cast<unsigned char>(raw[raw_at]) == 0x1F &&
           static_cast<unsigned char>(raw[raw_at + 1]) == 0x8B;
  }

  void start() {
    started = true;
    fill(2);
    gzip = at_gzip_magic();
    if (!gzip) return;
    if (inflateInit2(&inflater, 15 + 16) != Z_OK) {
      gzip = false;
      throw std::bad_alloc();
    }
    member_open = true;
  }

  std::size_t read_gzip(char* buffer, std::size_t size) {
    inflater.next_out = reinterpret_cast<Bytef*>(buffer);
    inflater.avail_out = static_cast<uInt>(std::min<std::size_t>(size, 1u << 30));
    const uInt wanted = inflater.avail_out;
    while (inflater.avail_out == wanted) {
      if (!member_open) {  // another member, or padding that gzip(1) ignores too
        fill(2);
        if (!at_gzip_magic()) return 0;
        inflateReset(&inflater);
        member_open = true;
      }
      if (raw_at == raw_end) fill(1);
      if (raw_at == raw_end) throw Error(name + ": the gzip data is cut short; fetch or copy the file again");
      inflater.next_in = reinterpret_cast<Bytef*>(raw.data() + raw_at);
      inflater.avail_in = static_cast<uInt>(raw_end - raw_at);
      const int status = inflate(&inflater, Z_NO_FLUSH);
      raw_at = raw_end - inflater.avail_in;
      if (status == Z_STREAM_END)
        member_open = false;
      else if (status != Z_OK && status != Z_BUF_ERROR)
        throw Error(name + ": the gzip data is damaged; fetch or copy the file again");
    }
    return wanted - inflater.avail_out;
  }
};

Source::Source(std::unique_ptr<State> state) : state_(std::move(state)) {}
Source::~Source() = default;
Source::Source(Source&&) noexcept = default;
Source& Source::operator=(Source&&) noexcept = default;

Source::Source(std::string path) : state_(std::make_unique<State>()) {
  State& s = *state_;
  s.name = std::move(path);
  if (s.name.empty()) throw Error("an empty file name; name a file, or - for standard input");
  s.descriptor = ::open(s.name.c_str(), O_RDONLY | O_CLOEXEC);
  if (s.descriptor < 0) fail(s.name, errno);
  struct stat info {};
  if (::fstat(s.descriptor, &info) != 0) fail(s.name, errno);
  if (S_ISDIR(info.st_mode)) fail(s.name, EISDIR);
  if (S_ISREG(info.st_mode)) s.total = static_cast<std::uint64_t>(info.st_size);
}

Source::Source(std::string path, std::istream& standard_input) {
  if (path != "-") {
    *this = Source(std::move(path));
    return;
  }
  state_ = std::make_unique<State>();
  state_->name = "standard input";
  state_->stream = &standard_input;
}

Source Source::of_bytes(std::string name, std::string bytes) {
  auto state = std::make_unique<State>();
  state->name = std::move(name);
  state->total = bytes.size();
  state->memory = std::move(bytes);
  return Source(std::move(state));
}

const std::string& Source::name() const { return state_->name; }
std::uint64_t Source::position() const { return state_->taken - (state_->raw_end - state_->raw_at); }
std::uint64_t Source::size() const { return state_->total; }

void Source::unread(std::string_view bytes) { state_->put_back.insert(0, bytes); }

std::size_t Source::read(char* buffer, std::size_t size) {
  State& s = *state_;
  if (!s.put_back.empty()) {
    const std::size_t got = s.put_back.copy(buffer, size);
    s.put_back.erase(0, got);
    return got;
  }
  if (!s.started) s.start();
  if (s.gzip) return s.read_gzip(buffer, size);
  if (s.raw_at == s.raw_end) {
    if (s.raw_ended) return 0;
    if (size >= kBufferSize) return s.read_raw(buffer, size);
    s.fill(1);
  }
  const std::size_t got = std::min(size, s.raw_end - s.raw_at);
  std::memcpy(buffer, s.raw.data() + s.raw_at, got);
  s.raw_at += got;
  return got;
}

std::string Source::read_all(std::size_t limit) {
  std::string out;
  std::size_t used = 0;
  for (;;) {
    if (out.size() - used < kBufferSize)
      out.resize(
          std::max<std::size_t>(out.size() * 3 / 2, used + std::max<std::size_t>(kBufferSize, size() + 1)));
    const std::size_t got = read(out.data() + used, out.size() - used);
    if (got == 0) break;
    used += got;
    if (used > limit) throw Error(name() + ": more than " + std::to_string(limit) + " bytes; split it first");
  }
  out.resize(used);
  return out;
}

}  // namespace taraz
