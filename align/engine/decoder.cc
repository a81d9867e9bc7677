// Chains of disjoint boxes by a sweep over the first side: a block may follow every block that ends before it
// on both sides; a Fenwick tree over ends on the second side holds the best chains that have ended. Test:
// decoder_test.cc against all chains.
#include "align/engine/decoder.h"

#include <algorithm>
#include <cstdint>

namespace taraz {
namespace {

constexpr std::uint32_t kNobody = 0xFFFFFFFF;

// Prefix maximum of (gain, block).
class BestEnds {
 public:
  explicit BestEnds(std::size_t n) : best_(n + 1, {0.0, kNobody}) {}
  struct Entry {
    double gain;
    std::uint32_t block;
  };
  void put(std::size_t at, Entry entry) {
    for (std::size_t k = at + 1; k < best_.size(); k += k & (~k + 1))
      if (entry.gain > best_[k].gain) best_[k] = entry;
  }
  Entry up_to(std::size_t at) const {
    Entry out{0.0, kNobody};
    for (std::size_t k = at + 1; k > 0; k &= k - 1)
      if (best_[k].gain > out.gain) out = best_[k];
    return out;
  }

 private:
  std::vector<Entry> best_;
};

}  // namespace

std::vector<Block> best_chain(std::span<const Block> blocks, double threshold) {
  std::vector<std::uint32_t> by_end(blocks.size());
  std::uint32_t columns = 0;
  for (std::uint32_t k = 0; k < blocks.size(); ++k) {
    by_end[k] = k;
    columns = std::max(columns, blocks[k].second + blocks[k].n);
  }
  std::sort(by_end.begin(), by_end.end(), [&](std::uint32_t a, std::uint32_t b) {
    const std::uint32_t x = blocks[a].first + blocks[a].m;
    const std::uint32_t y = blocks[b].first + blocks[b].m;
    return x != y ? x < y : a < b;
  });
  std::vector<double> gain(blocks.size());
  std::vector<std::uint32_t> before(blocks.size(), kNobody);
  BestEnds ended(columns + 1);
  std::size_t next = 0;
  for (std::uint32_t k = 0; k < blocks.size(); ++k) {
    for (; next < by_end.size() && blocks[by_end[next]].first + blocks[by_end[next]].m <= blocks[k].first;
         ++next) {
      const Block& b = blocks[by_end[next]];
      ended.put(b.second + b.n, {gain[by_end[next]], by_end[next]});
    }
    const auto best = ended.up_to(blocks[k].second);
    gain[k] = best.gain + blocks[k].posterior - threshold;
    before[k] = best.block;
  }
  std::uint32_t at = kNobody;
  double best = 0;
  for (std::uint32_t k = 0; k < blocks.size(); ++k)
    if (gain[k] > best) best = gain[k], at = k;
  std::vector<Block> out;
  for (; at != kNobody; at = before[at]) out.push_back(blocks[at]);
  std::reverse(out.begin(), out.end());
  return out;
}

}  // namespace taraz
