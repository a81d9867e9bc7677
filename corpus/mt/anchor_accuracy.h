// Which dates, numbers and names of one text stand in another: what a translation must keep.
#ifndef TARAZ_CORPUS_MT_ANCHOR_ACCURACY_H_
#define TARAZ_CORPUS_MT_ANCHOR_ACCURACY_H_

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "align/anchors/anchor.h"
#include "align/anchors/anchor_finder.h"
#include "text/language.h"

namespace taraz {

// Anchors of one kind in two texts a and b, matched one to one.
struct KeptAnchors {
  std::uint64_t matched = 0, only_a = 0, only_b = 0;

  // Share of a's anchors that b has; 1 when a has none.
  double kept() const;
  KeptAnchors& operator+=(const KeptAnchors& other);
};

enum class KeptKind : std::uint8_t { date, number, name };
inline constexpr std::size_t kKeptKinds = 3;
using KeptByKind = std::array<KeptAnchors, kKeptKinds>;

// Compares texts of any of the languages. Finders are made once per language. Not thread-safe.
class AnchorComparer {
 public:
  // All readings of one span, the likeliest first.
  struct Span {
    AnchorKind kind;
    std::vector<Anchor> readings;
    bool done = false;  // matched
  };

  // Names are compared by identity (gazetteer) or by sound (name_similarity.h); dates and numbers by value, a
  // number also with a date that is the same digits. A span with several readings matches by the best of
  // them. O(anchors a * b).
  KeptByKind compare(std::string_view a, const Language& a_language, std::string_view b,
                     const Language& b_language);
  // Dates and numbers that differ: for each kind the smaller of what only a and what only b has. Left out:
  // days that depend on the day of the text ("Friday"), numbers up to ten in words, and digits that the other
  // text has as part of something else.
  int contradictions(std::string_view a, const Language& a_language, std::string_view b,
                     const Language& b_language);

 private:
  struct Comparison {
    std::vector<Span> left, right;
    std::array<std::uint64_t, kKeptKinds> matched{};
  };
  Comparison matched(std::string_view a, const Language& a_language, std::string_view b,
                     const Language& b_language);
  const AnchorFinder& finder(const Language& language);
  std::map<std::string, AnchorFinder, std::less<>> finders_;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_MT_ANCHOR_ACCURACY_H_
