// Links between passages of different documents that tell the same thing.
#ifndef TARAZ_ALIGN_PASSAGES_PASSAGE_LINK_H_
#define TARAZ_ALIGN_PASSAGES_PASSAGE_LINK_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "align/engine/evidence.h"
#include "text/span.h"

namespace taraz {

// A passage: consecutive segments of one document of a collection.
struct Passage {
  std::uint32_t document = 0;  // index into the collection
  SegmentRange segments;

  friend bool operator==(const Passage&, const Passage&) = default;
};

enum class LinkKind : std::uint8_t {
  translation,  // says the same in other words
  comparable,   // tells of the same event or claim
};
std::string_view name_of(LinkKind kind);  // "translation", "comparable"

// What speaks for a link: a word, name, number or date of one side and its counterpart.
struct SharedEvidence {
  TokenClass token_class = TokenClass::word;
  std::string first, second;  // keys: folded word or stem, value of an anchor
  float weight = 0.0F;        // nats
  // As people read it: as the passages spell it, or figures; the keys where empty.
  std::string first_text = {}, second_text = {};

  const std::string& readable_first() const { return first_text.empty() ? first : first_text; }
  const std::string& readable_second() const { return second_text.empty() ? second : second_text; }
};

struct PassageLink {
  Passage first, second;  // first.document's language comes first in the collection, or the same language
  LinkKind kind = LinkKind::translation;
  double score = 0.0;                  // ln odds of the evidence, before competition
  double confidence = 0.0;             // 0..1, calibrated
  std::vector<SharedEvidence> shared;  // strongest first; only where asked for
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_PASSAGE_LINK_H_
