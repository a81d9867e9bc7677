// Text line by line, in any encoding, in bounded memory.
#ifndef TARAZ_IO_LINE_READER_H_
#define TARAZ_IO_LINE_READER_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "io/encoding.h"

namespace taraz {

class LineReader {
 public:
  // Lines of more than `limit` bytes are an error.
  explicit LineReader(TextReader text, std::size_t limit = kLimit);

  // The next line without its end; false after the last. An empty last line does not count.
  // The view is good until the next call. Throws as TextReader::read() does, and FormatError for a line too
  // long.
  bool next(std::string_view& line);
  // The number of the line last given, from 1.
  std::size_t number() const { return number_; }
  const std::string& name() const { return text_.source().name(); }

  static constexpr std::size_t kLimit = std::size_t{64} << 20;

 private:
  TextReader text_;
  std::size_t limit_;
  std::string buffer_;
  std::size_t at_ = 0;
  std::size_t number_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_IO_LINE_READER_H_
