#include "io/line_reader.h"

#include <utility>

#include "text/error.h"

namespace taraz {

LineReader::LineReader(TextReader text, std::size_t limit) : text_(std::move(text)), limit_(limit) {}

bool LineReader::next(std::string_view& line) {
  std::size_t searched = at_;
  for (;;) {
    if (const std::size_t end = buffer_.find('\n', searched); end != std::string::npos) {
      line = std::string_view(buffer_).substr(at_, end - at_);
      at_ = end + 1;
      ++number_;
      return true;
    }
    searched = buffer_.size() - at_;
    buffer_.erase(0, at_);
    at_ = 0;
    if (buffer_.size() > limit_)
      throw FormatError(
          name(), number_ + 1, 0,
          "a line of more than " + std::to_string(limit_ >> 20) + " MiB; is this the right format?");
    if (text_.read(buffer_)) continue;
    if (buffer_.empty()) return false;
    line = buffer_;
    at_ = buffer_.size();
    ++number_;
    return true;
  }
}

}  // namespace taraz
