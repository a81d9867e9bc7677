// Half-open ranges: bytes of a text, and segments of a document.
#ifndef TARAZ_TEXT_SPAN_H_
#define TARAZ_TEXT_SPAN_H_

#include <cstdint>
#include <string_view>

namespace taraz {

// [begin, end) in bytes of the text it belongs to.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  // REQUIRES: end <= text.size(). The view lives as long as the text.
  std::string_view of(std::string_view text) const { return text.substr(begin, end - begin); }
  friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
};

// [begin, end) in segments of one Document, counted from 0; may be empty.
struct SegmentRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  friend bool operator==(const SegmentRange&, const SegmentRange&) = default;
};

}  // namespace taraz

#endif  // TARAZ_TEXT_SPAN_H_
