// Translation units: what writers write and readers read. Two or more texts that say the same.
#ifndef TARAZ_CORPUS_TRANSLATION_UNIT_H_
#define TARAZ_CORPUS_TRANSLATION_UNIT_H_

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "text/document.h"

namespace taraz {

struct Variant {
  Language language;
  std::string text;                       // valid UTF-8, no outer white space; may be empty, or hold a foreign file's lines
  std::optional<SegmentRange> source;     // segments of its document, where known

  friend bool operator==(const Variant&, const Variant&) = default;
};

struct TranslationUnit {
  std::string id;                         // TMX tuid: no white space; "1", "2" ... in document order
  std::vector<Variant> variants;
  std::optional<double> score;            // confidence, 0..1
  std::string kind;                       // "1-1"; "comparable"; may be empty
  std::string document;                   // which document set it comes from; may be empty
  std::vector<std::pair<std::string, std::string>> properties;  // other `x-` properties, without the "x-"

  bool complete() const;                  // no text is empty
  friend bool operator==(const TranslationUnit&, const TranslationUnit&) = default;
};

// The units of an alignment, one per bead, handed to `take` in order.
// REQUIRES: `alignment` is of these documents.
void for_each_unit(std::span<const Document* const> documents, const Alignment& alignment,
                   const std::function<void(TranslationUnit&&)>& take);

}  // namespace taraz

#endif  // TARAZ_CORPUS_TRANSLATION_UNIT_H_
