// Tested by tests/align/passages/candidate_search_test.cc against all pairs.
#include "align/passages/candidate_search.h"

#include <algorithm>
#include <cmath>
#include <thread>

namespace taraz {
namespace {

constexpr float kLargest = 7.0F;  // nats that one shared type can be worth

// Segments of the second side by type.
struct Postings {
  std::vector<std::size_t> begin;
  std::vector<std::uint32_t> segments;

  explicit Postings(const SideEvidence& side) : begin(side.types->token_class.size() + 1, 0) {
    std::vector<std::uint32_t> last(begin.size(), 0xFFFFFFFF);
    const auto each = [&](auto take) {
      std::fill(last.begin(), last.end(), 0xFFFFFFFF);
      for (std::uint32_t i = 0; i < side.size(); ++i)
        for (const std::uint32_t t : side.of(i))
          if (last[t] != i) {
            last[t] = i;
            take(t, i);
          }
    };
    each([&](std::uint32_t t, std::uint32_t) { ++begin[t + 1]; });
    for (std::size_t t = 1; t < begin.size(); ++t) begin[t] += begin[t - 1];
    segments.resize(begin.back());
    std::vector<std::size_t> at(begin.begin(), begin.end() - 1);
    each([&](std::uint32_t t, std::uint32_t i) { segments[at[t]++] = i; });
  }
  std::size_t size(std::uint32_t type) const { return begin[type + 1] - begin[type]; }
};

class Searcher {
 public:
  Searcher(const PairEvidence& evidence, const Postings& postings, const CandidateSearchOptions& options)
      : evidence_(evidence), postings_(postings), options_(options), sums_(evidence.sides[1].size(), 0.0F) {}

  void search(std::uint32_t segment, std::vector<Candidate>& out) {
    struct Probe {
      std::uint32_t type;
      std::uint32_t count;
      float weight;
    };
    std::vector<Probe> probes;
    const SideEvidence& first = evidence_.sides[0];
    std::uint32_t before = 0xFFFFFFFF;
    for (const std::uint32_t t : first.of(segment)) {
      if (first.types->token_class[t] == TokenClass::mark || t == before) continue;
      before = t;
      for (const EvidenceLink& link : evidence_.links_of(t)) {
        const auto n = static_cast<std::uint32_t>(postings_.size(link.type));
        if (n == 0) continue;
        // Either direction may be unknown; both together guard against a word that translates everything.
        const float ratio = std::sqrt(std::max(link.forward, 0.1F) * std::max(link.backward, 0.1F));
        const float weight = std::min(kLargest, std::log1p(0.1F * ratio));
        if (weight > 0.05F) probes.push_back({link.type, n, weight});
      }
    }
    std::sort(probes.begin(), probes.end(), [](const Probe& a, const Probe& b) {
      return a.count != b.count ? a.count < b.count
             : a.type != b.type ? a.type < b.type
                                : a.weight > b.weight;
    });
    std::size_t looked = 0;
    for (std::size_t k = 0; k < probes.size(); ++k) {
      const Probe& p = probes[k];
      if (k > 0 && probes[k - 1].type == p.type) continue;  // one word for two of the other side
      looked += p.count;
      if (looked > options_.postings && !touched_.empty()) break;
      const std::size_t end =
          std::min(postings_.begin[p.type + 1], postings_.begin[p.type] + options_.postings);
      for (std::size_t i = postings_.begin[p.type]; i < end; ++i) {
        const std::uint32_t s = postings_.segments[i];
        if (sums_[s] == 0.0F) touched_.push_back(s);
        sums_[s] += p.weight;
      }
    }
    ranked_.clear();
    // Long segments share more by chance.
    for (const std::uint32_t s : touched_)
      ranked_.push_back(
          {s, sums_[s] / std::sqrt(8.0F + static_cast<float>(evidence_.sides[1].first_token[s + 1] -
                                                             evidence_.sides[1].first_token[s]))});
    const auto better = [](const Candidate& a, const Candidate& b) {
      return a.weight != b.weight ? a.weight > b.weight : a.segment < b.segment;
    };
    if (ranked_.size() > options_.best) {
      std::nth_element(ranked_.begin(), ranked_.begin() + static_cast<std::ptrdiff_t>(options_.best),
                       ranked_.end(), better);
      ranked_.resize(options_.best);
    }
    std::sort(ranked_.begin(), ranked_.end(), better);
    out.assign(ranked_.begin(), ranked_.end());  // no more room than they take: there is one list a segment
    for (const std::uint32_t s : touched_) sums_[s] = 0.0F;
    touched_.clear();
  }

 private:
  const PairEvidence& evidence_;
  const Postings& postings_;
  const CandidateSearchOptions& options_;
  std::vector<float> sums_;
  std::vector<std::uint32_t> touched_;
  std::vector<Candidate> ranked_;
};

}  // namespace

std::vector<std::vector<Candidate>> find_candidates(const PairEvidence& evidence,
                                                    const CandidateSearchOptions& options) {
  const std::uint32_t n = evidence.sides[0].size();
  std::vector<std::vector<Candidate>> out(n);
  const Postings postings(evidence.sides[1]);
  const unsigned threads = std::max(1U, std::min<unsigned>(options.threads, n / 64 + 1));
  std::vector<std::jthread> workers;
  for (unsigned w = 0; w < threads; ++w)
    workers.emplace_back([&, w] {
      Searcher searcher(evidence, postings, options);
      for (std::uint32_t i = w; i < n; i += threads) searcher.search(i, out[i]);
    });
  workers.clear();
  return out;
}

}  // namespace taraz
