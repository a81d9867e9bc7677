// What two documents share, as sparse numbers: the tokens of every segment, and links between token types.
//
// A token is anything that may reappear on the other side: a word of the lexicon, a number, a name, a date, a
// word written the same, a mark. Tokens of a segment are sorted by class. A link says how much likelier a
// type is when a type of the other side is there: p(t | s) / u(t), u(t) being the background probability of
// t.
#ifndef TARAZ_ALIGN_ENGINE_EVIDENCE_H_
#define TARAZ_ALIGN_ENGINE_EVIDENCE_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace taraz {

enum class TokenClass : std::uint8_t { word, number, name, verbatim, date, mark };
inline constexpr std::size_t kTokenClasses = 6;
std::string_view name_of(TokenClass token_class);  // "word", "number", ...

// Of one segment.
struct SegmentFacts {
  float length = 1;  // code points, at least 1
  float ends = 1;    // sentence-final marks, at least 1
  std::uint32_t paragraph = 0;
  std::uint8_t kind = 0;                              // SegmentKind
  bool boundary = false;                              // no bead reaches over the beginning of this segment
  std::array<std::uint16_t, kTokenClasses> counts{};  // tokens of each class
};

// What is known of every token type of one side.
struct TypeTable {
  std::vector<TokenClass> token_class;
  std::vector<std::uint32_t> count;  // tokens in the document
  std::vector<std::string> name;     // for --explain; empty unless asked for
};

// One side of a pair. Token k of segment i is tokens[first_token[i] + k].
struct SideEvidence {
  std::vector<SegmentFacts> segments;
  std::vector<std::uint32_t> first_token;  // segments + 1 entries
  std::vector<std::uint32_t> tokens;       // types
  std::shared_ptr<const TypeTable> types;
  bool paragraphs = false;  // the document has paragraphs of several segments

  std::uint32_t size() const { return static_cast<std::uint32_t>(segments.size()); }
  std::span<const std::uint32_t> of(std::uint32_t segment) const {
    return std::span(tokens).subspan(first_token[segment], first_token[segment + 1] - first_token[segment]);
  }
};

// From a type of the first side to a type of the second.
struct EvidenceLink {
  std::uint32_t type;  // of the second side
  float forward;       // p(second | first) / u(second), 0 where unknown
  float backward;      // p(first | second) / u(first)
};

struct LinkTable {
  std::vector<std::size_t> first_link;  // types of the first side + 1 entries
  std::vector<EvidenceLink> links;
};

struct PairEvidence {
  SideEvidence sides[2];
  std::shared_ptr<const LinkTable> links;
  double length_ratio = 1.0;  // expected length of the second side over that of the first

  std::span<const EvidenceLink> links_of(std::uint32_t first_type) const {
    const std::size_t begin = links->first_link[first_type];
    return std::span(links->links).subspan(begin, links->first_link[first_type + 1] - begin);
  }
};

// The evidence of a part of both sides; type and link tables are shared. O(tokens of the part).
PairEvidence slice(const PairEvidence& evidence, SegmentRange first, SegmentRange second);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_EVIDENCE_H_
