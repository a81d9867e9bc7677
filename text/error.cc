#include "text/error.h"

#include <utility>

namespace taraz {
namespace {

std::string located(const std::string& source, std::size_t line, std::size_t column, const std::string& message) {
  std::string out = source;
  if (line > 0) out += ":" + std::to_string(line);
  if (line > 0 && column > 0) out += ":" + std::to_string(column);
  return out + ": " + message;
}

}  // namespace

FormatError::FormatError(std::string source, std::size_t line, std::size_t column, const std::string& message)
    : Error(located(source, line, column, message)), source_(std::move(source)), line_(line), column_(column) {}

}  // namespace taraz
