// Paths of a long search that lost their way.
#ifndef TARAZ_ALIGN_ENGINE_TORN_PATH_H_
#define TARAZ_ALIGN_ENGINE_TORN_PATH_H_

#include <cstdint>
#include <vector>

#include "align/engine/lattice.h"

namespace taraz {

// Whether more than one segment in fifty lies in holes of 30 or more segments on both sides without a likely
// bead (posterior of half or more) that holds. Then the beads of stretches that do not hold are taken away:
// fewer than 30, or less than one for two segments. `first`, `second`: the texts' sizes. REQUIRES: blocks by
// (first, second). O(blocks * stretches).
bool clear_if_torn(std::vector<Block>& likely, std::uint32_t first, std::uint32_t second);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_TORN_PATH_H_
