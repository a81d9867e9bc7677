// Where a result goes: a file that appears whole or not at all, or standard output.
#ifndef TARAZ_IO_SINK_H_
#define TARAZ_IO_SINK_H_

#include <iosfwd>
#include <memory>
#include <string>
#include <string_view>

namespace taraz {

// Bytes on their way to PATH. A regular file is written under a temporary name in its own folder and takes
// its name only in commit(), after fsync; a Sink that is destroyed uncommitted leaves what was there before
// untouched. A symbolic link is followed, an existing file keeps its permissions; devices and pipes are
// written directly. A name that ends in ".gz" is compressed (no time stamp inside: same input, same bytes).
// Not thread-safe. Memory: a fixed buffer.
class Sink {
 public:
  // "-" is `standard_output`, which must outlive the Sink. Opens at once, so that a bad name is known before
  // the work. Throws Error when PATH is a directory or cannot be written.
  Sink(std::string path, std::ostream& standard_output);
  // A file on disk only: "-" is a file name like any other.
  explicit Sink(std::string path);
  ~Sink();
  Sink(Sink&&) noexcept;
  Sink& operator=(Sink&&) noexcept;

  // Throws Error (disk full, closed pipe ...).
  void write(std::string_view bytes);
  // Everything is on the disk under its name when this returns. Call it once, last; write() is not allowed
  // after. Throws Error as write() does, and then leaves nothing behind.
  void commit();

  const std::string& name() const;  // the path, or "standard output": for messages

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_IO_SINK_H_
