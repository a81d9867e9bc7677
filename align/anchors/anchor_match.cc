#include "align/anchors/anchor_match.h"

#include <numeric>

namespace taraz {

struct DocumentAnchors::Data {
  std::vector<Anchor> anchors;
  std::vector<std::uint32_t> first;  // of segment i; one more at the end
};

DocumentAnchors::DocumentAnchors(const Document& document, const AnchorFinder& finder)
    : data_(std::make_unique<Data>()) {
  data_->first.push_back(0);
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    finder.find(document.text(i), Words(document.text(i)), data_->anchors);
    data_->first.push_back(static_cast<std::uint32_t>(data_->anchors.size()));
  }
}
DocumentAnchors::~DocumentAnchors() = default;
DocumentAnchors::DocumentAnchors(DocumentAnchors&&) noexcept = default;
DocumentAnchors& DocumentAnchors::operator=(DocumentAnchors&&) noexcept = default;

std::uint32_t DocumentAnchors::size() const { return static_cast<std::uint32_t>(data_->first.size() - 1); }

std::span<const Anchor> DocumentAnchors::segment(std::uint32_t i) const {
  return std::span<const Anchor>(data_->anchors)
      .subspan(data_->first[i], data_->first[i + 1] - data_->first[i]);
}

double AnchorAgreement::total_agreement() const {
  return std::accumulate(agreement.begin(), agreement.end(), 0.0);
}
double AnchorAgreement::total_contradiction() const {
  return std::accumulate(contradiction.begin(), contradiction.end(), 0.0);
}

struct AnchorMatcher::State {};

AnchorMatcher::AnchorMatcher(const DocumentAnchors&, const DocumentAnchors&, AnchorMatchOptions)
    : state_(std::make_unique<State>()) {}
AnchorMatcher::~AnchorMatcher() = default;
AnchorMatcher::AnchorMatcher(AnchorMatcher&&) noexcept = default;

AnchorAgreement AnchorMatcher::compare(SegmentRange, SegmentRange) const { return {}; }
std::vector<AnchorLink> AnchorMatcher::links(SegmentRange, SegmentRange) const { return {}; }

}  // namespace taraz
