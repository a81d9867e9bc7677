// Tested by tests/align/passages/comparable_finder_test.cc.
#include "align/passages/document_support.h"

#include <algorithm>
#include <utility>

namespace taraz {
namespace {

constexpr float kNearly = 0.5F;    // share of the best score that counts as nearly as good
constexpr double kUnknown = 0.25;  // support of documents that are nothing but the passages
// Nats from which a counterpart counts at all, and fully.
constexpr float kNothing = 1.0F, kFully = 4.0F;

std::uint64_t pair_of(std::uint32_t own, std::uint32_t other) { return (std::uint64_t{own} << 32) | other; }

}  // namespace

DocumentSupport::DocumentSupport(DocumentOf document_of, std::uint32_t first_size, std::uint32_t second_size)
    : document_of_(std::move(document_of)) {
  best_[0].resize(first_size);
  best_[1].resize(second_size);
  for (int k = 0; k < 2; ++k)
    for (std::uint32_t i = 0; i < best_[k].size(); ++i) sizes_[k][document_of_(k, i)] += 1.0;
}

void DocumentSupport::add(std::uint32_t first, std::uint32_t second, float score) {
  const auto put = [score](std::vector<Vote>& votes, std::uint32_t document) {
    for (Vote& v : votes)
      if (v.document == document) {
        v.score = std::max(v.score, score);
        return;
      }
    votes.push_back({document, score});
  };
  put(best_[0][first], document_of_(1, second));
  put(best_[1][second], document_of_(0, first));
}

double DocumentSupport::vote(int k, std::uint32_t i, const Vote& vote) const {
  float best = 0.0F;
  for (const Vote& v : best_[k][i]) best = std::max(best, v.score);
  return vote.score < kNearly * best ? 0.0
                                     : std::clamp((vote.score - kNothing) / (kFully - kNothing), 0.0F, 1.0F);
}

void DocumentSupport::count() {
  for (int k = 0; k < 2; ++k)
    for (std::uint32_t i = 0; i < best_[k].size(); ++i)
      for (const Vote& v : best_[k][i])
        if (const double w = vote(k, i, v); w > 0.0) votes_[k][pair_of(document_of_(k, i), v.document)] += w;
}

double DocumentSupport::of(SegmentRange first, SegmentRange second) const {
  double sum = 0.0;
  bool known = false;
  const std::uint32_t documents[2] = {document_of_(0, first.begin), document_of_(1, second.begin)};
  for (int k = 0; k < 2; ++k) {
    const SegmentRange& own = k == 0 ? first : second;
    const std::uint32_t here = documents[k], there = documents[1 - k];
    const auto it = votes_[k].find(pair_of(here, there));
    double votes = it == votes_[k].end() ? 0.0 : it->second;
    for (std::uint32_t i = own.begin; i < own.end; ++i)
      for (const Vote& v : best_[k][i])
        if (v.document == there) votes -= vote(k, i, v);
    const double others = sizes_[k].at(here) - own.size();
    if (others <= 0.0) continue;
    known = true;
    sum += std::max(0.0, votes) / others;
  }
  return known ? sum : kUnknown;
}

}  // namespace taraz
