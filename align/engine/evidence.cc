#include "align/engine/evidence.h"

namespace taraz {

PairEvidence slice(const PairEvidence& evidence, SegmentRange first, SegmentRange second) {
  PairEvidence out;
  out.links = evidence.links;
  out.length_ratio = evidence.length_ratio;
  const SegmentRange ranges[2] = {first, second};
  for (int k = 0; k < 2; ++k) {
    const SideEvidence& from = evidence.sides[k];
    SideEvidence& to = out.sides[k];
    const SegmentRange r = ranges[k];
    to.types = from.types;
    to.paragraphs = from.paragraphs;
    to.segments.assign(from.segments.begin() + r.begin, from.segments.begin() + r.end);
    to.tokens.assign(from.tokens.begin() + from.first_token[r.begin],
                     from.tokens.begin() + from.first_token[r.end]);
    for (std::uint32_t i = r.begin; i <= r.end; ++i)
      to.first_token.push_back(from.first_token[i] - from.first_token[r.begin]);
  }
  return out;
}

}  // namespace taraz
