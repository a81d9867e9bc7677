#include "align/aligner.h"

#include <utility>

#include "align/engine/decoder.h"
#include "align/engine/explain.h"
#include "align/engine/features.h"
#include "align/engine/joint_aligner.h"
#include "align/engine/pair_aligner.h"
#include "align/engine/third_evidence.h"

namespace taraz {
namespace {
constexpr int kRounds = 2;  // of refinement; a third changes next to nothing
}

struct Aligner::State {
  AlignOptions options;
  Weights weights;
  Weights joint_weights;
};

Aligner::Aligner(AlignOptions options)
    : state_(new State{options, Weights::load(), Weights::load("engine/joint_weights.tsv")}) {}
Aligner::~Aligner() = default;

Alignment Aligner::align(std::span<const Document* const> documents) const {
  return align_jointly(documents).joint;
}

JointAlignment Aligner::align_jointly(std::span<const Document* const> documents) const {
  std::vector<std::uint32_t> sizes;
  for (const Document* d : documents) sizes.push_back(d->size());
  std::vector<PairSearch> searches;
  for (std::size_t a = 0; a < documents.size(); ++a)
    for (std::size_t b = a + 1; b < documents.size(); ++b)
      searches.push_back(search_pair(*documents[a], *documents[b], state_->options, state_->weights, a, b));
  for (int round = 0; round < kRounds && sizes.size() > 2 && !state_->options.quick; ++round)
    refine_jointly(searches, sizes, state_->joint_weights, state_->options.threads);
  JointAlignment out;
  std::vector<std::vector<Block>> chains;
  for (std::size_t a = 0; a < sizes.size(); ++a)
    for (std::size_t b = a + 1; b < sizes.size(); ++b) {
      const PairSearch& search = searches[pair_index(a, b, sizes.size())];
      chains.push_back(best_chain(search.likely, kBeadThreshold));
      out.pairs.push_back(alignment_of(chains.back(), search.likely, sizes[a], sizes[b]));
      if (!state_->options.explain) continue;
      const ThirdEvidence third = third_evidence(searches, sizes, a, b);
      out.explanations.push_back(explain(search, out.pairs.back(), sizes.size() > 2 ? &third : nullptr,
                                         sizes.size() > 2 ? state_->joint_weights : state_->weights));
    }
  out.joint = sizes.size() == 2
                  ? out.pairs[0]
                  : join_chains(without_contradictions(chains, sizes), sizes, joint_gaps(searches, sizes));
  return out;
}

}  // namespace taraz
