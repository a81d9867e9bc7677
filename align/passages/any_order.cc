// Tested by tests/align/passages/text_order_test.cc.
#include "align/passages/any_order.h"

#include <algorithm>
#include <utility>

#include "align/passages/text_order.h"

namespace taraz {
namespace {

constexpr int kRounds = 3;            // of putting into order
constexpr double kComparable = 0.12;  // share of both sides' segments below which nothing is translated
constexpr double kPartial = 0.6;      // and below which a side is translated in part
constexpr std::uint32_t kFewest = 4;  // segments on both sides, to say that nothing is translated

TextRelation relation_of(const TextOrder& order, std::size_t pieces, const Document& first,
                         const Document& second) {
  const double least = std::min(order.matched[0], order.matched[1]);
  const double most = std::max(order.matched[0], order.matched[1]);
  if (order.judged && most < kComparable && std::min(first.size(), second.size()) >= kFewest)
    return TextRelation::comparable;
  if (pieces > 1) return TextRelation::reordered;
  return order.judged && least < kPartial && std::min(first.size(), second.size()) >= kFewest
             ? TextRelation::partial
             : TextRelation::parallel;
}

}  // namespace

std::vector<const Document*> AnyOrderAlignment::views(std::span<const Document* const> documents) const {
  std::vector<const Document*> out(documents.begin(), documents.end());
  for (std::size_t k = 0; k < out.size(); ++k)
    if (reordered[k]) out[k] = &reordered[k]->document();
  return out;
}

SegmentRange AnyOrderAlignment::original(std::size_t document, SegmentRange range) const {
  return reordered[document] ? reordered[document]->original(range) : range;
}

AnyOrderAlignment align_in_any_order(std::span<const Document* const> documents, AlignOptions options) {
  AnyOrderAlignment out;
  out.reordered.resize(documents.size());
  out.relations.resize(documents.size() - 1);
  for (int round = 0;; ++round) {
    const std::vector<const Document*> views = out.views(documents);
    out.aligned = Aligner(options).align_jointly(views);
    bool again = false;
    for (std::size_t k = 1; k < documents.size(); ++k) {
      const TextOrder order = find_order(*views[0], *views[k], out.aligned.pairs[k - 1], options);
      if (order.pieces.size() > 1 && round < kRounds) {
        std::vector<std::uint32_t> segments;
        for (const SegmentRange& piece : order.pieces)
          for (std::uint32_t i = piece.begin; i < piece.end; ++i)
            segments.push_back(out.original(k, {i, i + 1}).begin);
        out.reordered[k].emplace(*documents[k], std::move(segments));
        options.joints.resize(documents.size());
        options.joints[k] = out.reordered[k]->joints();
        again = true;
      }
      DocumentRelation& relation = out.relations[k - 1];
      relation.pieces = out.reordered[k] ? out.reordered[k]->joints().size() + 1 : 1;
      for (int side = 0; side < 2; ++side) relation.matched[side] = order.matched[side];
      relation.relation = relation_of(order, relation.pieces, *documents[0], *documents[k]);
    }
    if (!again) break;
  }
  return out;
}

}  // namespace taraz
