// The exceptions of the library. Everything thrown on purpose derives from taraz::Error.
#ifndef TARAZ_TEXT_ERROR_H_
#define TARAZ_TEXT_ERROR_H_

#include <cstddef>
#include <stdexcept>
#include <string>

namespace taraz {

// Broken input or environment (exit status 1). The message says what, where and the way out.
class Error : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

// A file that does not follow its format. what() is "SOURCE:LINE:COLUMN: MESSAGE"; line and column
// count from 1, column in bytes; 0 means unknown and is left out of the message.
class FormatError : public Error {
 public:
  FormatError(std::string source, std::size_t line, std::size_t column, const std::string& message);
  const std::string& source() const { return source_; }
  std::size_t line() const { return line_; }
  std::size_t column() const { return column_; }

 private:
  std::string source_;
  std::size_t line_;
  std::size_t column_;
};

// A wrong option or argument (exit status 2). The message names the option.
class UsageError : public Error {
 public:
  using Error::Error;
};

}  // namespace taraz

#endif  // TARAZ_TEXT_ERROR_H_
