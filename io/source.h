// Where bytes come from: a path, or "-" for standard input; gzip is undone on the way.
#ifndef TARAZ_IO_SOURCE_H_
#define TARAZ_IO_SOURCE_H_

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace taraz {

// A stream of bytes with a name for messages. Gzip is recognised by its magic bytes, not by its name, and may
// have several members (as `cat a.gz b.gz` gives). Memory: two buffers of 128 KiB. Not thread-safe.
class Source {
 public:
  // "-" reads `standard_input`, which must outlive the Source.
  // Throws Error when the file is missing, a directory, or may not be read; the message names the path and
  // the cause.
  Source(std::string path, std::istream& standard_input);
  // A file on disk only: "-" is a file name like any other.
  explicit Source(std::string path);
  // Bytes in memory, for tests and callers of the library. Gzip is undone here too.
  static Source of_bytes(std::string name, std::string bytes);
  ~Source();
  Source(Source&&) noexcept;
  Source& operator=(Source&&) noexcept;

  // The path, or "standard input".
  const std::string& name() const;

  // Up to `size` bytes into `buffer`; the number read, 0 only at the end. REQUIRES: size > 0.
  // Throws Error when reading fails, and for gzip that is cut short or damaged.
  std::size_t read(char* buffer, std::size_t size);

  // Puts bytes back: read() gives them first. For a look at the start of a stream.
  void unread(std::string_view bytes);

  // Everything that is left. Throws Error as read() does, and when it is more than `limit` bytes.
  std::string read_all(std::size_t limit = std::size_t{4} << 30);

  // For progress: bytes taken from the file so far (compressed ones for gzip), and its size; 0 where unknown.
  std::uint64_t position() const;
  std::uint64_t size() const;

 private:
  struct State;
  explicit Source(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_IO_SOURCE_H_
