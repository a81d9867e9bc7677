// Idea: a monotone alignment of texts whose passages moved leaves them on both sides without a counterpart.
// Mining (align/passages/sentence_miner.h) among those finds them again; what comes in runs has moved, what
// stands alone is chance. The runs and the beads in order cut the second document into pieces.
// Tested by tests/align/passages/text_order_test.cc.
#include "align/passages/text_order.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

#include "align/engine/evidence_builder.h"
#include "align/engine/features.h"
#include "align/engine/lattice.h"
#include "align/lexicon/lexicon.h"
#include "align/passages/reordered_document.h"
#include "align/passages/sentence_miner.h"

namespace taraz {
namespace {

constexpr double kSureBead = 0.5;      // confidence of a bead that counts
constexpr double kLikelyPair = 0.3;    // confidence of a mined pair that may belong to a run
constexpr double kSureToLearn = 0.9;   // of pairs that teach words
constexpr std::size_t kLessons = 20;   // pairs at least, to learn from them
constexpr std::uint32_t kStep = 4;     // segments from one pair of a run to the next
constexpr std::uint32_t kNear = 8;     // segments within which runs do not cross
constexpr double kRun = 1.8;           // sum of confidences of a run
constexpr double kAlone = 0.97;        // confidence of a pair that is a run of its own
constexpr double kMoved = 0.01;        // share of segments below which nothing has moved: chance, repetition
constexpr std::uint32_t kFewest = 2;   // segments left on both sides, below which nothing is looked for
constexpr std::uint32_t kLong = 5000;  // segments from which on only runs are looked at, of so many left
constexpr std::size_t kLeftRun = 4;
constexpr double kMovedOfLong = 0.04;    // share in long documents: they have more that is alike by chance
constexpr std::size_t kMostLeft = 2000;  // segments of each side: mining more takes longer than aligning
constexpr float kFaint = 0.02F;          // confidence of pairs that say where a cut goes

// What belongs together, as ranges of both documents.
struct Atom {
  SegmentRange first, second;
  double confidence = 1.0;
  bool in_order = true;  // a bead of the alignment
};

bool counts(const Document& d, std::uint32_t segment) {
  return d.segments()[segment].kind != SegmentKind::boilerplate;
}

struct Left {
  std::vector<Atom> sure;
  std::vector<std::uint32_t> segments[2];  // of each side, without a sure bead
};

Left what_is_left(const Document* const documents[2], const Alignment& alignment) {
  Left out;
  for (const Bead& b : alignment.beads()) {
    if (b.complete() && b.confidence >= kSureBead) {
      out.sure.push_back({b.sides[0], b.sides[1], b.confidence, true});
      continue;
    }
    for (int k = 0; k < 2; ++k)
      for (std::uint32_t i = b.sides[k].begin; i < b.sides[k].end; ++i)
        if (counts(*documents[k], i)) out.segments[k].push_back(i);
  }
  return out;
}

// In long documents, what stands alone without a counterpart was dropped, not moved; and where very much is
// left, nothing is looked for: the time stays linear.
void keep_what_may_have_moved(std::uint32_t size, Left& left) {
  if (size < kLong) return;
  for (std::vector<std::uint32_t>& segments : left.segments) {
    std::vector<std::uint32_t> runs;
    for (std::size_t k = 0; k < segments.size();) {
      std::size_t end = k + 1;
      while (end < segments.size() && segments[end] == segments[end - 1] + 1) ++end;
      if (end - k >= kLeftRun)
        runs.insert(runs.end(), segments.begin() + static_cast<std::ptrdiff_t>(k),
                    segments.begin() + static_cast<std::ptrdiff_t>(end));
      k = end;
    }
    segments = std::move(runs);
  }
  if (std::min(left.segments[0].size(), left.segments[1].size()) > kMostLeft)
    left.segments[0].clear(), left.segments[1].clear();
}

// All likely pairs among what is left, in numbers of the documents.
std::vector<MinedPair> mine(const Document* const documents[2], const Left& left,
                            const AlignOptions& options) {
  const ReorderedDocument parts[2] = {ReorderedDocument(*documents[0], left.segments[0]),
                                      ReorderedDocument(*documents[1], left.segments[1])};
  EvidenceBuilder builder(parts[0].document(), parts[1].document(),
                          {.use_lexicon = options.use_lexicon,
                           .use_names = options.use_names,
                           .keep_names = false,
                           .dictionaries = options.dictionaries,
                           .threads = options.threads});
  const Weights weights = Weights::load();
  const MiningModel model = MiningModel::load();
  std::vector<Block> lessons;
  for (const MinedPair& p : mine_sentences(builder.build(), weights, model, {.min_confidence = kSureToLearn}))
    lessons.push_back({p.first, p.second, 1, 1, p.confidence, p.score});
  if (lessons.size() >= kLessons) builder.learn(lessons);
  std::vector<MinedPair> out =
      mine_sentences(builder.build(), weights, model, {.one_to_one = false, .min_confidence = kFaint});
  for (MinedPair& p : out) {
    // Where few segments are left there are no rivals, and a lead over nothing says nothing.
    p.confidence = std::min(p.confidence, 1.0F / (1.0F + std::exp(-0.5F * p.score)));
    p.first = parts[0].original(p.first);
    p.second = parts[1].original(p.second);
  }
  return out;
}

// How far `b` is behind `a`, both sides together; more than 2 * kStep when it does not follow within reach.
std::uint32_t steps(const MinedPair& a, const MinedPair& b) {
  if (b.first <= a.first || b.second <= a.second || b.first - a.first > kStep || b.second - a.second > kStep)
    return 2 * kStep + 1;
  return b.first - a.first + b.second - a.second;
}

// Pairs that a neighbour supports: were the neighbour right, this pair would stand where a moved passage goes
// on; chance puts a pair there as often as pairs are dense in all `cells`.
std::vector<MinedPair> supported(const std::vector<MinedPair>& pairs, double cells) {
  std::vector<MinedPair> out = pairs;
  double expected = 0.5;
  for (const MinedPair& p : pairs) expected += p.confidence;
  const double density = expected / cells;
  const auto support = [&](std::uint32_t distance, float confidence) {
    const double far = distance - 1.0;  // 1: the next on both sides
    return confidence * std::max(0.0, std::log(0.5 / (far * far * far) / density));
  };
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    double before = 0.0, after = 0.0;
    for (std::size_t b = k; b-- > 0 && pairs[k].first - pairs[b].first <= kStep;)
      if (const std::uint32_t d = steps(pairs[b], pairs[k]); d <= 2 * kStep)
        before = std::max(before, support(d, pairs[b].confidence));
    for (std::size_t b = k + 1; b < pairs.size() && pairs[b].first - pairs[k].first <= kStep; ++b)
      if (const std::uint32_t d = steps(pairs[k], pairs[b]); d <= 2 * kStep)
        after = std::max(after, support(d, pairs[b].confidence));
    const double p = std::clamp<double>(pairs[k].confidence, 1e-4, 1.0 - 1e-4);
    out[k].confidence =
        static_cast<float>(1.0 / (1.0 + std::exp(-(std::log(p / (1.0 - p)) + before + after))));
  }
  return out;
}

// The best pairs, each segment in one at most, by first.
std::vector<MinedPair> best_of(std::vector<MinedPair> pairs, const Document* const documents[2]) {
  std::erase_if(pairs, [](const MinedPair& p) { return p.confidence < kLikelyPair; });
  std::stable_sort(pairs.begin(), pairs.end(),
                   [](const MinedPair& a, const MinedPair& b) { return a.confidence > b.confidence; });
  std::vector<char> used[2] = {std::vector<char>(documents[0]->size(), 0),
                               std::vector<char>(documents[1]->size(), 0)};
  std::erase_if(pairs, [&](const MinedPair& p) {
    if (used[0][p.first] != 0 || used[1][p.second] != 0) return true;
    used[0][p.first] = used[1][p.second] = 1;
    return false;
  });
  std::sort(pairs.begin(), pairs.end(),
            [](const MinedPair& a, const MinedPair& b) { return a.first < b.first; });
  return pairs;
}

// How far `b` is behind the end of `a`, both sides together; more than 2 * kStep when it does not follow
// within reach.
std::uint32_t steps(const Atom& a, const Atom& b) {
  if (b.first.begin < a.first.end || b.second.begin < a.second.end || b.first.begin - a.first.end >= kStep ||
      b.second.begin - a.second.end >= kStep)
    return 2 * kStep + 1;
  return b.first.begin - a.first.end + b.second.begin - a.second.end;
}

// Leaves those that come in runs (each after the one before it, on both sides, within a few segments) or are
// very sure, and none that crosses a better moved run close by; beads in order only go when they stand alone.
// REQUIRES: by first, at most one a segment.
std::vector<Atom> runs_of(const std::vector<Atom>& atoms) {
  std::vector<std::size_t> run(atoms.size());
  std::iota(run.begin(), run.end(), std::size_t{0});
  std::vector<double> sum;
  for (std::size_t k = 0; k < atoms.size(); ++k) {
    sum.push_back(atoms[k].confidence);
    std::size_t best = k;
    std::uint32_t nearest = 2 * kStep + 1;
    for (std::size_t b = k; b-- > 0 && atoms[k].first.begin < atoms[b].first.end + kStep;)
      if (const std::uint32_t distance = steps(atoms[b], atoms[k]); distance < nearest) {
        nearest = distance;
        best = b;
      }
    if (best == k) continue;
    run[k] = run[best];
    sum[run[k]] += atoms[k].confidence;
  }
  const auto crosses_better = [&](std::size_t k) {
    std::size_t b = k;
    while (b > 0 && atoms[k].first.begin - atoms[b - 1].first.begin <= kNear) --b;
    for (; b < atoms.size() && atoms[b].first.begin <= atoms[k].first.begin + kNear; ++b) {
      const std::int64_t across = std::int64_t{atoms[b].second.begin} - atoms[k].second.begin;
      if (atoms[b].in_order || (atoms[k].in_order && sum[run[k]] >= kRun)) continue;
      if (((b < k && across > 0) || (b > k && across < 0)) && std::abs(across) <= kNear &&
          sum[run[b]] > sum[run[k]])
        return true;
    }
    return false;
  };
  std::vector<Atom> out;
  for (std::size_t k = 0; k < atoms.size(); ++k)
    if ((atoms[k].in_order || sum[run[k]] >= kRun || atoms[k].confidence >= kAlone) && !crosses_better(k))
      out.push_back(atoms[k]);
  return out;
}

// Where between two atoms that part, `a` before `b` on the second side, the cut goes: segments are drawn to
// what they may translate, and a cut to the beginning of a paragraph.
std::uint32_t cut_between(const Atom& a, const Atom& b, const std::vector<MinedPair>& faint,
                          const Document& second) {
  const std::uint32_t begin = a.second.end, end = b.second.begin;
  std::vector<double> with_a(end - begin, 0.0), with_b(end - begin, 0.0);
  const std::uint32_t reach = end - begin + kStep;
  for (const MinedPair& p : faint) {
    if (p.second < begin || p.second >= end) continue;
    if (p.first >= a.first.end && p.first < a.first.end + reach) with_a[p.second - begin] += p.confidence;
    if (p.first < b.first.begin && p.first + reach >= b.first.begin) with_b[p.second - begin] += p.confidence;
  }
  double value = std::accumulate(with_b.begin(), with_b.end(), 0.0), best_value = -1.0;
  std::uint32_t best = begin;
  for (std::uint32_t cut = begin; cut <= end; ++cut) {
    const bool paragraph = second.segments()[cut].paragraph != second.segments()[cut - 1].paragraph;
    if (value + (paragraph ? 0.1 : 0.0) > best_value) {
      best_value = value + (paragraph ? 0.1 : 0.0);
      best = cut;
    }
    if (cut < end) value += with_a[cut - begin] - with_b[cut - begin];
  }
  return best;
}

// `atoms` by first.
std::vector<SegmentRange> pieces_of(const std::vector<Atom>& atoms, const std::vector<MinedPair>& faint,
                                    const Document& second) {
  std::vector<std::size_t> order(atoms.size());  // by second
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return atoms[a].second.begin < atoms[b].second.begin; });
  struct Piece {
    std::size_t rank;
    SegmentRange range;
  };
  std::vector<Piece> pieces;
  std::uint32_t begin = 0;
  std::size_t head = order.empty() ? 0 : order[0];
  for (std::size_t k = 1; k < order.size(); ++k) {
    if (order[k] == order[k - 1] + 1) continue;
    const std::uint32_t cut = cut_between(atoms[order[k - 1]], atoms[order[k]], faint, second);
    pieces.push_back({head, {begin, cut}});
    begin = cut;
    head = order[k];
  }
  pieces.push_back({head, {begin, second.size()}});
  std::sort(pieces.begin(), pieces.end(), [](const Piece& a, const Piece& b) { return a.rank < b.rank; });
  std::vector<SegmentRange> out;
  for (const Piece& p : pieces)  // neighbours that were cut needlessly grow together again
    if (!out.empty() && out.back().end == p.range.begin)
      out.back().end = p.range.end;
    else
      out.push_back(p.range);
  return out;
}

double share_of(const Document& d, std::size_t left) {
  std::size_t all = 0;
  for (std::uint32_t i = 0; i < d.size(); ++i) all += counts(d, i);
  return all == 0 ? 0.0 : 1.0 - static_cast<double>(left) / static_cast<double>(all);
}

}  // namespace

TextOrder find_order(const Document& first, const Document& second, const Alignment& alignment,
                     const AlignOptions& options) {
  const Document* const documents[2] = {&first, &second};
  Left left = what_is_left(documents, alignment);
  TextOrder out;
  out.judged = options.use_lexicon && Lexicon::shipped(first.language(), second.language()) != nullptr;
  std::size_t unmatched[2] = {left.segments[0].size(), left.segments[1].size()};
  keep_what_may_have_moved(std::max(first.size(), second.size()), left);
  if (std::min(left.segments[0].size(), left.segments[1].size()) >= kFewest) {
    const std::vector<MinedPair> faint = mine(documents, left, options);
    const double cells =
        static_cast<double>(left.segments[0].size()) * static_cast<double>(left.segments[1].size());
    std::vector<Atom> atoms = left.sure;
    for (const MinedPair& p : best_of(supported(faint, cells), documents))
      atoms.push_back({{p.first, p.first + 1}, {p.second, p.second + 1}, p.confidence, false});
    std::sort(atoms.begin(), atoms.end(),
              [](const Atom& a, const Atom& b) { return a.first.begin < b.first.begin; });
    atoms = runs_of(atoms);
    const auto moved = static_cast<std::size_t>(
        std::count_if(atoms.begin(), atoms.end(), [](const Atom& a) { return !a.in_order; }));
    for (std::size_t& n : unmatched) n -= moved;
    const double least = std::max(first.size(), second.size()) < kLong ? kMoved : kMovedOfLong;
    if (static_cast<double>(moved) >= std::max(1.0, least * std::min(first.size(), second.size())))
      out.pieces = pieces_of(atoms, faint, second);
  }
  for (int k = 0; k < 2; ++k) out.matched[k] = share_of(*documents[k], unmatched[k]);
  return out;
}

}  // namespace taraz
