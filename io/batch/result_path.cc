// Tested by tests/io/batch/result_path_test.cc.
#include "io/batch/result_path.h"

#include <fmt/format.h>

#include "io/batch/content_hash.h"

namespace taraz {
namespace {

constexpr std::size_t kLongestName = 200;  // file systems allow 255 bytes, endings and %XX included

void append_part(std::string& out, std::string_view part, bool last) {
  std::string name;
  for (std::size_t i = 0; i < part.size(); ++i) {
    const auto c = static_cast<unsigned char>(part[i]);
    const bool unsafe = c < 0x20 || c == 0x7F ||
                        std::string_view("\\:*?\"<>|%").find(part[i]) != std::string_view::npos ||
                        (i == 0 && c == '.');
    if (unsafe)
      name += fmt::format("%{:02X}", c);
    else
      name += part[i];
  }
  if (part.empty()) name = "%";
  if (name.size() > kLongestName) {
    std::size_t keep = kLongestName - 40;
    while (keep > 0 && (static_cast<unsigned char>(name[keep]) & 0xC0) == 0x80) --keep;
    name = name.substr(0, keep) + "%-" + content_hash(part);
  }
  if (!last) name += '/';
  out += name;
}

}  // namespace

std::string result_path(std::string_view id, std::string_view ending) {
  std::string out;
  for (std::size_t begin = 0;;) {
    const std::size_t slash = id.find('/', begin);
    append_part(out, id.substr(begin, slash - begin), slash == std::string_view::npos);
    if (slash == std::string_view::npos) break;
    begin = slash + 1;
  }
  return out.append(ending);
}

}  // namespace taraz
