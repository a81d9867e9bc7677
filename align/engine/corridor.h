// The corridor: the part of the lattice of two documents that is searched.
#ifndef TARAZ_ALIGN_ENGINE_CORRIDOR_H_
#define TARAZ_ALIGN_ENGINE_CORRIDOR_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace taraz {

struct PairEvidence;

// A place where the two documents seem to meet.
struct MeetingPoint {
  std::uint32_t first = 0;
  std::uint32_t second = 0;
  float weight = 0;  // ln odds
};

// Nodes (i, j), i in [0, rows], j in [begin[i], end[i]): i segments of the first and j of the second are
// behind. Invariants: begin and end never fall; every row has a node; (0, 0) and the last node are in; rows
// overlap, so that a path exists.
struct Corridor {
  std::vector<std::uint32_t> begin;
  std::vector<std::uint32_t> end;

  std::uint32_t rows() const { return static_cast<std::uint32_t>(begin.size()) - 1; }
  bool has(std::uint32_t i, std::uint32_t j) const { return i < begin.size() && j >= begin[i] && j < end[i]; }
  std::size_t nodes() const;
};

// All nodes.
Corridor full_corridor(std::uint32_t first, std::uint32_t second);

// Of a band about a long stretch without any meeting point.
inline constexpr std::uint32_t kWidest = 300;

// Builds a corridor from stretches of a path.
class CorridorBuilder {
 public:
  CorridorBuilder(std::uint32_t first, std::uint32_t second);
  // Adds the rectangle between two nodes and the nodes at most `margin` steps from it; of a large one only a
  // band about its diagonal, as wide as its sides differ and 9 margins, at most `widest`, on either side.
  // REQUIRES: `to` is not before `from` on either side. O(rows covered).
  void cover(MeetingPoint from, MeetingPoint to, std::uint32_t margin, std::uint32_t widest = kWidest);
  // What was covered and what it takes to keep the invariants. O(rows).
  Corridor finish() &&;

 private:
  std::uint32_t second_;
  std::vector<std::uint32_t> begin_, end_;
};

// `margin` nodes on both sides of the polygon through the points, and the whole rectangle between points that
// do not lie on a diagonal. REQUIRES: points rise strictly on both sides. O(first + area of the rectangles).
Corridor corridor_along(std::span<const MeetingPoint> points, std::uint32_t first, std::uint32_t second,
                        std::uint32_t margin);

// The heaviest chain of places that share rare types, both indices rising strictly; weight falls off with the
// distance jumped off the diagonal. Empty where the documents share nothing rare. O(n log n).
std::vector<MeetingPoint> meeting_points(const PairEvidence& evidence);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_CORRIDOR_H_
