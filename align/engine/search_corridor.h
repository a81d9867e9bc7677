// Which part of the lattice each search of a pair looks at.
#ifndef TARAZ_ALIGN_ENGINE_SEARCH_CORRIDOR_H_
#define TARAZ_ALIGN_ENGINE_SEARCH_CORRIDOR_H_

#include <cstdint>
#include <span>
#include <vector>

#include "align/engine/corridor.h"
#include "align/engine/lattice.h"
#include "text/span.h"

namespace taraz {

// Everything for short documents; else about the strong pairs, which are looked for about the meeting points.
Corridor first_corridor(const ScoringModel& model);

// Whether a first corridor is so wide that it pays to learn words before it is searched, and the rows to
// learn them from: about 1600, others for each round.
bool is_wide(const Corridor& corridor);
std::vector<SegmentRange> sample_rows(const Corridor& corridor, std::uint32_t round);

// About the diagonal: for long documents in which nothing meets.
Corridor narrow_corridor(std::uint32_t first, std::uint32_t second);

// About the likely blocks of a search, and along the way between them.
Corridor next_corridor(std::span<const Block> likely, std::uint32_t first, std::uint32_t second);

// Widens the corridor where likely blocks lie at its edge, beyond which a better path may run, by 8 <<
// `times` nodes, and returns the rows about these places; none: the search is done.
std::vector<SegmentRange> widen_at_edges(Corridor& corridor, std::span<const Block> likely, int times);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_SEARCH_CORRIDOR_H_
