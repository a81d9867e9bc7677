// All finders of anchors behind one face: one tokenisation, one pass of each finder, anchors in text order.
#ifndef TARAZ_ALIGN_ANCHORS_ANCHOR_FINDER_H_
#define TARAZ_ALIGN_ANCHORS_ANCHOR_FINDER_H_

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

#include "align/anchors/anchor.h"
#include "text/document.h"
#include "text/language.h"
#include "text/words.h"

namespace taraz {

// A set of kinds.
class AnchorKinds {
 public:
  AnchorKinds() = default;
  AnchorKinds(std::initializer_list<AnchorKind> kinds) {
    for (const AnchorKind k : kinds) add(k);
  }
  static AnchorKinds all() {
    AnchorKinds kinds;
    kinds.bits_ = (1U << kAnchorKindCount) - 1;
    return kinds;
  }
  void add(AnchorKind kind) { bits_ |= 1U << static_cast<unsigned>(kind); }
  bool has(AnchorKind kind) const { return (bits_ >> static_cast<unsigned>(kind) & 1U) != 0; }
  friend bool operator==(const AnchorKinds&, const AnchorKinds&) = default;

 private:
  std::uint32_t bits_ = 0;
};

struct AnchorOptions {
  // Decides the words for months, numbers and names that are looked for, the calendar of a bare year, and how
  // names are recognised. fa, ar and en are known; another language in Arabic script is read as fa, any other
  // as en.
  Language language = {};
  // The day the text was written, as days since 1970-01-01: "yesterday", a date without a year.
  std::optional<std::int32_t> document_day = {};
  AnchorKinds kinds = AnchorKinds::all();
};

// Finds anchors. Reusable; const calls are thread-safe. Construction is cheap: the tables are read once a
// program.
class AnchorFinder {
 public:
  // Throws FormatError when a table of data/anchors/ is broken.
  explicit AnchorFinder(AnchorOptions options);

  const AnchorOptions& options() const { return options_; }

  // The anchors of `text`, by begin, then end, then kind, then falling certainty; spans are bytes of `text`.
  // Spans of different kinds may overlap (a date holds numbers: numbers inside a date are left out; a
  // quotation holds anything). Readings of one span follow each other. REQUIRES: `words` was made from
  // `text`. O(n), above 20 MB/s a core.
  std::vector<Anchor> find(std::string_view text, const Words& words) const;
  // Appends to `out`, of which the earlier part is left alone; allocates only for `out` and long values.
  void find(std::string_view text, const Words& words, std::vector<Anchor>& out) const;
  std::vector<Anchor> find(std::string_view text) const;

 private:
  AnchorOptions options_;
};

// The day a document says it was written: the first date to the day in its first or last segments that stand
// as a dateline (short, or before the first sentence). Nothing when there is none. REQUIRES: segmented.
std::optional<std::int32_t> dateline_day(const Document& document);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_ANCHOR_FINDER_H_
