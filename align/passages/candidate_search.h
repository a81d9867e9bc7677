// For every segment of one side, the segments of the other side that share most with it.
#ifndef TARAZ_ALIGN_PASSAGES_CANDIDATE_SEARCH_H_
#define TARAZ_ALIGN_PASSAGES_CANDIDATE_SEARCH_H_

#include <cstdint>
#include <vector>

#include "align/engine/evidence.h"

namespace taraz {

struct Candidate {
  std::uint32_t segment;  // of the second side
  float weight;           // nats, a rough score
};

struct CandidateSearchOptions {
  std::size_t best = 24;         // candidates kept of each segment
  std::size_t postings = 20000;  // looked at for one segment at most, the rarest types first
  unsigned threads = 1;          // the result is the same
};

// Candidates of every segment of the first side, the best first, ties by number. An inverted index over the
// token types of the second side, reached through the links of the evidence; types that stand in many
// segments say little and come last. O(tokens + postings looked at).
std::vector<std::vector<Candidate>> find_candidates(const PairEvidence& evidence,
                                                    const CandidateSearchOptions& options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_CANDIDATE_SEARCH_H_
