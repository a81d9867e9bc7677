// Hard boundaries: segments that begin a part (chapter, article), and which parts of two documents belong
// together.
#ifndef TARAZ_ALIGN_ENGINE_BOUNDARIES_H_
#define TARAZ_ALIGN_ENGINE_BOUNDARIES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "align/engine/corridor.h"
#include "text/document.h"

namespace taraz {

struct Boundary {
  std::uint32_t segment;
  std::string key;  // the digits in the matched text, folded; may be empty
};

// The segments that begin with a match of `pattern`, an ECMAScript regular expression over folded text.
// Throws UsageError for a bad expression.
std::vector<Boundary> find_boundaries(const Document& document, const std::string& pattern);

// Nodes that every path must pass: boundaries of equal numbers (longest common subsequence), or all in order
// when none has a number. Throws Error when there are no numbers and the counts differ. O(boundaries
// squared).
std::vector<MeetingPoint> paired_boundaries(const std::vector<Boundary>& first,
                                            const std::vector<Boundary>& second);

// The part of the corridor that paths through all the nodes can reach. REQUIRES: nodes rise strictly on both
// sides.
void confine(Corridor& corridor, const std::vector<MeetingPoint>& nodes);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_BOUNDARIES_H_
