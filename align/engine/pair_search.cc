// Windows overlap by kOverlap rows; a block counts in the window whose own rows it starts in. A path forgets
// where it started after a few dozen rows, so the posteriors in the middle are those of the whole lattice
// (tested).
#include "align/engine/pair_search.h"

#include <algorithm>

#include "align/engine/parallel.h"

namespace taraz {
namespace {

constexpr float kFloor = 0.004F;
constexpr std::size_t kWindowNodes = 24000;
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

// Cuts a range of rows into windows of about kWindowNodes.
void cut(const Corridor& corridor, SegmentRange range, std::vector<SegmentRange>& windows) {
  std::size_t nodes = 0;
  SegmentRange window{range.begin, range.begin};
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    nodes += corridor.end[i] - corridor.begin[i];
    window.end = i + 1;
    if (nodes >= kWindowNodes && window.size() >= 4 * kOverlap && range.end - window.end >= 4 * kOverlap) {
      windows.push_back(window);
      window.begin = window.end;
      nodes = 0;
    }
  }
  windows.push_back({window.begin, range.end});
}

std::vector<std::vector<Block>> search_windows(const ScoringModel& model, const Corridor& corridor,
                                               const std::vector<SegmentRange>& own, unsigned threads) {
  std::vector<std::vector<Block>> found(own.size());
  parallel_for(own.size(), threads, [&](std::size_t k) {
    const SegmentRange wide{own[k].begin > kOverlap ? own[k].begin - kOverlap : 0,
                            std::min(corridor.rows(), own[k].end + kOverlap)};
    found[k] = search_window(model, corridor, wide, own[k]);
  });
  return found;
}

}  // namespace

std::vector<Block> likely_blocks(const ScoringModel& model, const Corridor& corridor, unsigned threads) {
  std::vector<SegmentRange> own;
  cut(corridor, {0, corridor.rows()}, own);
  std::vector<Block> out;
  for (const auto& part : search_windows(model, corridor, own, threads))
    out.insert(out.end(), part.begin(), part.end());
  return out;
}

void search_rows(const ScoringModel& model, const Corridor& corridor, std::span<const SegmentRange> rows,
                 unsigned threads, std::vector<Block>& likely) {
  std::vector<SegmentRange> own;
  for (const SegmentRange& range : rows) cut(corridor, range, own);
  const std::vector<std::vector<Block>> found = search_windows(model, corridor, own, threads);
  std::vector<Block> out;
  out.reserve(likely.size());
  auto next = likely.begin();
  for (std::size_t k = 0; k < own.size(); ++k) {
    for (; next != likely.end() && next->first < own[k].begin; ++next) out.push_back(*next);
    while (next != likely.end() && next->first < own[k].end) ++next;
    out.insert(out.end(), found[k].begin(), found[k].end());
  }
  out.insert(out.end(), next, likely.end());
  likely = std::move(out);
}

}  // namespace taraz
