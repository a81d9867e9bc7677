// Windows overlap by kOverlap rows; a block counts in the window whose own rows it starts in. A path forgets
// where it started after a few dozen rows, so the posteriors in the middle are those of the whole lattice
// (tested).
#include "align/engine/pair_search.h"

#include <algorithm>

#include "align/engine/parallel.h"

namespace taraz {
namespace {

constexpr float kFloor = 0.004F;
constexpr std::size_t kWindowNodes = 60000;
constexpr std::uint32_t kOverlap = 48;

std::vector<Block> search_window(const ScoringModel& whole, const Corridor& corridor, SegmentRange rows,
                                 SegmentRange own) {
  const SegmentRange columns{corridor.begin[rows.begin], corridor.end[rows.end] - 1};
  const PairEvidence part = slice(*whole.evidence, rows, columns);
  Corridor local;
  for (std::uint32_t i = rows.begin; i <= rows.end; ++i) {
    local.begin.push_back(corridor.begin[i] - columns.begin);
    local.end.push_back(corridor.end[i] - columns.begin);
  }
  ScoringModel model = whole;
  model.evidence = &part;
  model.offset[0] += rows.begin;
  model.offset[1] += columns.begin;
  std::vector<Block> blocks = posteriors(BlockScores(model, local), gap_scores(model), local, kFloor).blocks;
  std::size_t kept = 0;
  for (Block& b : blocks) {
    b.first += rows.begin;
    b.second += columns.begin;
    if (b.first >= own.begin && b.first < own.end) blocks[kept++] = b;
  }
  blocks.resize(kept);
  return blocks;
}

}  // namespace

std::vector<Block> likely_blocks(const ScoringModel& model, const Corridor& corridor, unsigned threads) {
  const std::uint32_t rows = corridor.rows();
  std::vector<SegmentRange> own;
  std::size_t nodes = 0;
  SegmentRange window{0, 0};
  for (std::uint32_t i = 0; i < rows; ++i) {
    nodes += corridor.end[i] - corridor.begin[i];
    window.end = i + 1;
    if (nodes >= kWindowNodes && window.size() >= 4 * kOverlap && rows - window.end >= 4 * kOverlap) {
      own.push_back(window);
      window.begin = window.end;
      nodes = 0;
    }
  }
  own.push_back({window.begin, rows});
  std::vector<std::vector<Block>> found(own.size());
  parallel_for(own.size(), threads, [&](std::size_t k) {
    const SegmentRange wide{own[k].begin > kOverlap ? own[k].begin - kOverlap : 0,
                            std::min(rows, own[k].end + kOverlap)};
    found[k] = search_window(model, corridor, wide, own[k]);
  });
  std::vector<Block> out;
  for (const auto& part : found) out.insert(out.end(), part.begin(), part.end());
  return out;
}

}  // namespace taraz
