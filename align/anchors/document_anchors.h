// Inside of DocumentAnchors: what AnchorMatcher compares.
#ifndef TARAZ_ALIGN_ANCHORS_DOCUMENT_ANCHORS_H_
#define TARAZ_ALIGN_ANCHORS_DOCUMENT_ANCHORS_H_

#include <cstdint>
#include <string>
#include <vector>

#include "align/anchors/anchor_match.h"
#include "align/anchors/name_similarity.h"

namespace taraz {

// Counts of consonant classes, for a quick "these two cannot be the same name".
struct NameSignature {
  std::array<std::uint8_t, 8> counts{};
};
NameSignature name_signature(const NameForm& form);
// Sum of differences of the counts.
inline unsigned distance(const NameSignature& a, const NameSignature& b) {
  unsigned sum = 0;
  for (std::size_t i = 0; i < a.counts.size(); ++i)
    sum += static_cast<unsigned>(a.counts[i] > b.counts[i] ? a.counts[i] - b.counts[i]
                                                           : b.counts[i] - a.counts[i]);
  return sum;
}

// A distinct anchor (all readings of its span) or a distinct word that may be a name.
struct AnchorType {
  std::vector<Anchor> readings;  // of its first occurrence; none: a word of Arabic-script text
  AnchorKind kind = AnchorKind::name;
  bool known_name = false;  // has a gazetteer id
  float certainty = 1.0F;
  std::uint32_t segments = 0;  // how many segments it stands in
  std::string folded;          // of names, words, Latin strings: the folded text
  std::vector<NameKey> keys;   // of names of one word and of words; bare forms after the form as it is
  NameSignature signature;     // of the first key
};

// An occurrence.
struct AnchorItem {
  std::uint32_t type = 0;
  std::uint32_t segment = 0;
  ByteSpan span;
};

struct DocumentAnchors::Data {
  std::vector<Anchor> anchors;
  std::vector<std::uint32_t> first_anchor;  // of segment i; one more at the end
  std::vector<AnchorType> types;
  std::vector<AnchorItem> items;          // by segment, then begin
  std::vector<std::uint32_t> first_item;  // of segment i; one more at the end
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_DOCUMENT_ANCHORS_H_
