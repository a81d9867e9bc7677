// Groups: union-find over the segments of all documents, closed so that each group is an interval on every
// side and groups do not cross. Tests: joint_aligner_test.cc.
#include "align/engine/joint_aligner.h"

#include <algorithm>
#include <numeric>
#include <tuple>

#include "align/engine/third_evidence.h"

namespace taraz {
namespace {

std::vector<Block> transposed(const std::vector<Block>& blocks) {
  std::vector<Block> out;
  out.reserve(blocks.size());
  for (const Block& b : blocks) out.push_back({b.second, b.first, b.n, b.m, b.posterior, b.score});
  std::sort(out.begin(), out.end(), [](const Block& x, const Block& y) {
    return std::tie(x.first, x.second, x.m, x.n) < std::tie(y.first, y.second, y.m, y.n);
  });
  return out;
}

class Groups {
 public:
  explicit Groups(std::span<const std::uint32_t> sizes) : sizes_(sizes.begin(), sizes.end()) {
    base_.push_back(0);
    for (const std::uint32_t n : sizes_) base_.push_back(base_.back() + n);
    parent_.resize(base_.back());
    std::iota(parent_.begin(), parent_.end(), 0U);
  }
  std::uint32_t id(std::size_t document, std::uint32_t segment) const { return base_[document] + segment; }
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) x = parent_[x] = parent_[parent_[x]];
    return x;
  }
  bool unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    if (a == b) return false;
    parent_[std::max(a, b)] = std::min(a, b);
    return true;
  }
  // Every group becomes an interval on each side.
  void make_intervals() {
    for (bool changed = true; changed;) {
      changed = false;
      for (std::size_t d = 0; d < sizes_.size(); ++d) {
        std::vector<std::uint32_t> last(parent_.size(), 0);
        for (std::uint32_t i = 0; i < sizes_[d]; ++i) last[find(id(d, i))] = i;
        for (std::uint32_t i = 0; i < sizes_[d]; ++i) {
          // Within an open group everything belongs to it.
          const std::uint32_t group = find(id(d, i));
          std::uint32_t end = last[group];
          for (std::uint32_t k = i + 1; k <= end; ++k) {
            end = std::max(end, last[find(id(d, k))]);
            changed = unite(id(d, k), id(d, i)) || changed;
          }
          i = end;
        }
      }
    }
  }

 private:
  std::vector<std::uint32_t> sizes_;
  std::vector<std::uint32_t> base_;
  std::vector<std::uint32_t> parent_;
};

}  // namespace

std::size_t pair_index(std::size_t a, std::size_t b, std::size_t documents) {
  return a * documents - a * (a + 1) / 2 + b - a - 1;
}

ThirdEvidence third_evidence(const std::vector<PairSearch>& searches, std::span<const std::uint32_t> sizes,
                             std::size_t a, std::size_t b) {
  ThirdEvidence out(sizes[a], sizes[b]);
  const auto blocks = [&](std::size_t x, std::size_t c) {
    return x < c ? searches[pair_index(x, c, sizes.size())].likely
                 : transposed(searches[pair_index(c, x, sizes.size())].likely);
  };
  for (std::size_t c = 0; c < sizes.size(); ++c)
    if (c != a && c != b) out.add(blocks(a, c), blocks(b, c), sizes[c]);
  return out;
}

void refine_jointly(std::vector<PairSearch>& searches, std::span<const std::uint32_t> sizes,
                    const Weights& weights, unsigned threads) {
  std::vector<std::vector<Block>> likely;
  for (std::size_t a = 0; a < sizes.size(); ++a)
    for (std::size_t b = a + 1; b < sizes.size(); ++b) {
      const ThirdEvidence third = third_evidence(searches, sizes, a, b);
      likely.push_back(search_again(searches[pair_index(a, b, sizes.size())], &third, weights, threads));
    }
  for (std::size_t k = 0; k < searches.size(); ++k) searches[k].likely = std::move(likely[k]);
}

std::vector<std::vector<float>> joint_gaps(const std::vector<PairSearch>& searches,
                                           std::span<const std::uint32_t> sizes) {
  std::vector<std::vector<float>> out;
  for (const std::uint32_t size : sizes) out.emplace_back(size, 1.0F);
  for (std::size_t a = 0; a < sizes.size(); ++a)
    for (std::size_t b = a + 1; b < sizes.size(); ++b)
      for (int side = 0; side < 2; ++side) {
        const std::size_t d = side == 0 ? a : b;
        const auto gap = gap_probabilities(searches[pair_index(a, b, sizes.size())].likely, side, sizes[d]);
        for (std::uint32_t i = 0; i < sizes[d]; ++i) out[d][i] = std::min(out[d][i], gap[i]);
      }
  return out;
}

namespace {

// What the segments of a block's side go with in a third document: the hull, and the surest block that says
// so.
struct Company {
  std::uint32_t begin = 0xFFFFFFFF, end = 0;
  float posterior = 0;
};

// The segments of document `x` with those of others: owner[x][c][i] is the block of the chain of (x, c) that
// holds segment i, or none.
class Companies {
 public:
  Companies(const std::vector<std::vector<Block>>& chains, std::span<const std::uint32_t> sizes)
      : chains_(chains), documents_(sizes.size()), owner_(sizes.size() * sizes.size()) {
    for (std::size_t a = 0; a < documents_; ++a)
      for (std::size_t b = 0; b < documents_; ++b) owner_[a * documents_ + b].assign(sizes[a], kNone);
    for (std::size_t a = 0; a < documents_; ++a)
      for (std::size_t b = a + 1; b < documents_; ++b) {
        const std::vector<Block>& chain = chains[pair_index(a, b, documents_)];
        for (std::uint32_t k = 0; k < chain.size(); ++k) {
          std::fill_n(owner_[a * documents_ + b].begin() + chain[k].first, chain[k].m, k);
          std::fill_n(owner_[b * documents_ + a].begin() + chain[k].second, chain[k].n, k);
        }
      }
  }
  Company of(std::size_t x, std::uint32_t begin, std::uint32_t count, std::size_t c) const {
    Company out;
    for (std::uint32_t i = begin; i < begin + count; ++i) {
      const std::uint32_t k = owner_[x * documents_ + c][i];
      if (k == kNone) continue;
      const Block& b = chains_[pair_index(std::min(x, c), std::max(x, c), documents_)][k];
      const std::uint32_t from = x < c ? b.second : b.first;
      out.begin = std::min(out.begin, from);
      out.end = std::max(out.end, from + (x < c ? b.n : b.m));
      out.posterior = std::max(out.posterior, b.posterior);
    }
    return out;
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFF;
  const std::vector<std::vector<Block>>& chains_;
  std::size_t documents_;
  std::vector<std::vector<std::uint32_t>> owner_;
};

}  // namespace

std::vector<std::vector<Block>> without_contradictions(const std::vector<std::vector<Block>>& chains,
                                                       std::span<const std::uint32_t> sizes) {
  const std::size_t n = sizes.size();
  const Companies companies(chains, sizes);
  std::vector<std::vector<Block>> out(chains.size());
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = a + 1; b < n; ++b)
      for (const Block& block : chains[pair_index(a, b, n)]) {
        bool refuted = false;
        for (std::size_t c = 0; c < n; ++c) {
          if (c == a || c == b) continue;
          const Company x = companies.of(a, block.first, block.m, c);
          const Company y = companies.of(b, block.second, block.n, c);
          refuted = refuted || (x.end > 0 && y.end > 0 && (x.end <= y.begin || y.end <= x.begin) &&
                                block.posterior < std::min(x.posterior, y.posterior));
        }
        if (!refuted) out[pair_index(a, b, n)].push_back(block);
      }
  return out;
}

Alignment join_chains(const std::vector<std::vector<Block>>& chains, std::span<const std::uint32_t> sizes,
                      const std::vector<std::vector<float>>& gaps) {
  const std::size_t n = sizes.size();
  Groups groups(sizes);
  // The least sure block of any pair decides for the group.
  std::vector<std::tuple<std::uint32_t, float, float>> sureness;
  for (std::size_t a = 0; a < n; ++a)
    for (std::size_t b = a + 1; b < n; ++b)
      for (const Block& block : chains[pair_index(a, b, n)]) {
        const std::uint32_t head = groups.id(a, block.first);
        for (std::uint32_t k = 0; k < block.m; ++k) groups.unite(head, groups.id(a, block.first + k));
        for (std::uint32_t k = 0; k < block.n; ++k) groups.unite(head, groups.id(b, block.second + k));
        sureness.emplace_back(head, block.posterior, block.score);
      }
  std::vector<std::uint32_t> at(n, 0);
  std::vector<Bead> beads;
  std::vector<std::uint32_t> heads;
  groups.make_intervals();
  // Extent of every group on every side, by its root.
  const auto extents = [&] {
    std::vector<std::vector<SegmentRange>> out(n);
    for (std::size_t d = 0; d < n; ++d) {
      out[d].assign(groups.id(n - 1, 0) + sizes[n - 1] + 1, SegmentRange{0, 0});
      for (std::uint32_t i = 0; i < sizes[d]; ++i) {
        SegmentRange& r = out[d][groups.find(groups.id(d, i))];
        if (r.empty()) r.begin = i;
        r.end = i + 1;
      }
    }
    return out;
  };
  std::vector<std::vector<SegmentRange>> extent = extents();
  std::vector<std::uint32_t> roots;  // of the beads
  for (;;) {
    bool done = true;
    bool moved = false;
    for (std::size_t d = 0; d < n && !moved; ++d) {
      if (at[d] == sizes[d]) continue;
      done = false;
      const std::uint32_t root = groups.find(groups.id(d, at[d]));
      bool ready = true;
      for (std::size_t k = 0; k < n; ++k)
        ready = ready && (extent[k][root].empty() || extent[k][root].begin == at[k]);
      if (!ready) continue;
      Bead bead;
      for (std::size_t k = 0; k < n; ++k) {
        const SegmentRange r = extent[k][root].empty() ? SegmentRange{at[k], at[k]} : extent[k][root];
        bead.sides.push_back(r);
        at[k] = r.end;
      }
      beads.push_back(std::move(bead));
      roots.push_back(root);
      moved = true;
    }
    if (done) break;
    if (!moved) {
      // Groups cross: those that wait for each other become one.
      std::uint32_t first = 0xFFFFFFFF;
      for (std::size_t d = 0; d < n; ++d) {
        if (at[d] == sizes[d]) continue;
        const std::uint32_t head = groups.id(d, at[d]);
        if (first == 0xFFFFFFFF)
          first = head;
        else
          groups.unite(first, head);
      }
      groups.make_intervals();
      extent = extents();
    }
  }
  std::vector<std::uint32_t> bead_of(extent[0].size(), 0xFFFFFFFF);
  for (std::uint32_t k = 0; k < beads.size(); ++k) {
    bead_of[groups.find(roots[k])] = k;
    beads[k].confidence = 1.0;
    std::size_t full = 0;
    for (const SegmentRange& r : beads[k].sides) full += !r.empty();
    for (std::size_t d = 0; d < n && full == 1; ++d)
      for (std::uint32_t i = beads[k].sides[d].begin; i < beads[k].sides[d].end; ++i)
        beads[k].confidence = std::min(beads[k].confidence, static_cast<double>(gaps[d][i]));
  }
  for (const auto& [head, posterior, score] : sureness) {
    Bead& bead = beads[bead_of[groups.find(head)]];
    bead.confidence = std::min(bead.confidence, static_cast<double>(posterior));
    bead.cost -= static_cast<double>(score);
  }
  return Alignment::from_beads(std::move(beads), {sizes.begin(), sizes.end()});
}

}  // namespace taraz
