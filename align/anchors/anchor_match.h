// How far the anchors of two texts agree: names across scripts, dates, numbers and the rest, one-to-one.
//
// Use: one DocumentAnchors per document (finds everything once), one AnchorMatcher per pair of documents
// (compares every distinct name, number and date of one side with those of the other once), then compare()
// any ranges of segments: that is only a merge of short lists, under a microsecond for a pair of sentences.
#ifndef TARAZ_ALIGN_ANCHORS_ANCHOR_MATCH_H_
#define TARAZ_ALIGN_ANCHORS_ANCHOR_MATCH_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "align/anchors/anchor.h"
#include "align/anchors/anchor_finder.h"
#include "text/document.h"

namespace taraz {

// The anchors of all segments of a document, and the words that may be names. Movable; const access is
// thread-safe.
class DocumentAnchors {
 public:
  // Finds them. REQUIRES: `document` is segmented; it is not kept. O(text), about 20 MB/s.
  // The finder's language should be the document's.
  DocumentAnchors(const Document& document, const AnchorFinder& finder);
  ~DocumentAnchors();
  DocumentAnchors(DocumentAnchors&&) noexcept;
  DocumentAnchors& operator=(DocumentAnchors&&) noexcept;

  std::uint32_t size() const;  // segments
  std::span<const Anchor> segment(
      std::uint32_t i) const;  // spans: bytes of segment i; sorted as AnchorFinder::find

  struct Data;
  const Data& data() const { return *data_; }

 private:
  std::unique_ptr<Data> data_;
};

// What the anchors say about two ranges being translations of each other. All weights are in nats (natural
// logarithms of a likelihood ratio, as costs are), never negative, and estimated from how rare the anchors
// are in these documents: a match of something that stands in one segment of 1,000 is worth about 7, a name
// in every second segment nothing.
struct AnchorAgreement {
  std::array<float, kAnchorKindCount> agreement{};  // matched anchors, by AnchorKind
  // Anchors without a partner that a translation keeps: a number or date of one side that is not on the
  // other, when the other has that kind of anchor or none. Names that are missing count little (pronouns,
  // translated names).
  std::array<float, kAnchorKindCount> contradiction{};
  std::uint32_t matched = 0;
  std::uint32_t unmatched = 0;  // on both sides together; numbers, dates and certain names

  double total_agreement() const;
  double total_contradiction() const;
};

struct AnchorLink {
  AnchorKind kind = AnchorKind::number;
  std::uint32_t a_segment = 0, b_segment = 0;
  ByteSpan a, b;            // of their segments' text
  float similarity = 0.0F;  // of the values, 0..1
  float weight = 0.0F;      // nats, as AnchorAgreement
};

// A pair of distinct anchors (align/anchors/document_anchors.h: numbers of DocumentAnchors::Data::types) that
// agree.
struct AnchorTypeLink {
  std::uint32_t a = 0, b = 0;
  AnchorKind kind = AnchorKind::number;
  float similarity = 0.0F;  // 0..1
};

struct AnchorMatchOptions {
  bool use_names = true;  // names and words across scripts, the costly part of construction
  // Up to so many pairs of words are compared one by one; above, only words with nearly the same skeleton.
  std::size_t most_name_pairs = 20'000'000;
};

// Compares ranges of two documents. Keeps references to both. Const calls are thread-safe and deterministic.
// compare(a, b) of Matcher(A, B) equals compare(b, a) of Matcher(B, A).
class AnchorMatcher {
 public:
  // O(distinct anchors of both sides), about a microsecond each.
  AnchorMatcher(const DocumentAnchors& a, const DocumentAnchors& b, AnchorMatchOptions options = {});
  ~AnchorMatcher();
  AnchorMatcher(AnchorMatcher&&) noexcept;

  // The best one-to-one assignment (greedy, best weight first) of the anchors of the two ranges, summed up.
  // Ranges may be empty or of any length; the work is linear in the anchors in them.
  AnchorAgreement compare(SegmentRange a, SegmentRange b) const;
  // The same assignment, link by link, by falling weight.
  std::vector<AnchorLink> links(SegmentRange a, SegmentRange b) const;
  // Every pair of distinct anchors of the two documents that agree, by a, then b. O(pairs).
  std::vector<AnchorTypeLink> type_links() const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_ANCHOR_MATCH_H_
