// Finds the bytes that may end a sentence or a line, many at a time.
#ifndef TARAZ_SEGMENT_MARK_SCANNER_H_
#define TARAZ_SEGMENT_MARK_SCANNER_H_

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace taraz {

// Steps over the marks . ! ? : U+061F U+06D4 U+2026 U+203C U+3002 U+FF01 U+FF1F of a text (: for the time of
// day in mail headers); everything else is passed at
// memory speed. A false candidate (another character with the same last two bytes) may come up; callers look
// again.
class MarkScanner {
 public:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);

  enum class Target { marks, line_breaks };  // line breaks: LF VT FF CR U+0085 U+2028 U+2029

  // REQUIRES: valid UTF-8; begin <= end <= text.size(). The view must outlive the scanner.
  MarkScanner(std::string_view text, std::size_t begin, std::size_t end, Target target = Target::marks);

  // Offset of the last byte of the next candidate at or after `from`, or kNone. `from` may never decrease.
  std::size_t next(std::size_t from);

 private:
  static constexpr std::size_t kChunk = 64;
  void load(std::size_t base);

  std::string_view text_;
  std::size_t end_;
  std::uint64_t (*mask_)(const char*);
  std::size_t base_ = 0;
  std::uint64_t bits_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_SEGMENT_MARK_SCANNER_H_
