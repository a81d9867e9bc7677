#include "align/anchors/anchor_finder.h"

#include <utility>

namespace taraz {

AnchorFinder::AnchorFinder(AnchorOptions options) : options_(std::move(options)) {}

void AnchorFinder::find(std::string_view, const Words&, std::vector<Anchor>&) const {}

std::vector<Anchor> AnchorFinder::find(std::string_view text, const Words& words) const {
  std::vector<Anchor> anchors;
  find(text, words, anchors);
  return anchors;
}

std::vector<Anchor> AnchorFinder::find(std::string_view text) const { return find(text, Words(text)); }

std::optional<std::int32_t> dateline_day(const Document&) { return std::nullopt; }

}  // namespace taraz
