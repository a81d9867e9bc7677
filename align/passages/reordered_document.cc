// Tested by tests/align/passages/text_order_test.cc.
#include "align/passages/reordered_document.h"

#include <string>
#include <utility>

namespace taraz {
namespace {

std::vector<std::uint32_t> segments_of(std::span<const SegmentRange> pieces) {
  std::vector<std::uint32_t> out;
  for (const SegmentRange& p : pieces)
    for (std::uint32_t i = p.begin; i < p.end; ++i) out.push_back(i);
  return out;
}

Document copy(const Document& source, const std::vector<std::uint32_t>& order) {
  std::string text;
  std::vector<Segment> segments;
  std::uint32_t paragraph = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const Segment& s = source.segments()[order[k]];
    if (k > 0 && (order[k] < order[k - 1] || s.paragraph != source.segments()[order[k - 1]].paragraph))
      ++paragraph;
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += source.text(order[k]);
    segments.push_back({{begin, static_cast<std::uint32_t>(text.size())}, paragraph, s.kind});
    text += '\n';
  }
  Document out(source.id(), source.language(), std::move(text));
  out.set_segments(std::move(segments));
  return out;
}

}  // namespace

ReorderedDocument::ReorderedDocument(const Document& source, std::vector<std::uint32_t> order)
    : order_(std::move(order)), document_(copy(source, order_)) {}

ReorderedDocument::ReorderedDocument(const Document& source, std::span<const SegmentRange> pieces)
    : ReorderedDocument(source, segments_of(pieces)) {}

SegmentRange ReorderedDocument::original(SegmentRange range) const {
  if (range.empty()) {  // an empty range keeps its place
    const std::uint32_t at = range.begin < order_.size() ? order_[range.begin]
                             : order_.empty()            ? 0
                                                         : order_.back() + 1;
    return {at, at};
  }
  return {order_[range.begin], order_[range.end - 1] + 1};
}

std::vector<std::uint32_t> ReorderedDocument::joints() const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t k = 1; k < order_.size(); ++k)
    if (order_[k] != order_[k - 1] + 1) out.push_back(k);
  return out;
}

}  // namespace taraz
