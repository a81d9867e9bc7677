// Practice: alignments with known answers, made from line-aligned documents by merging and dropping lines.
#ifndef TARAZ_ALIGN_ENGINE_PRACTICE_CASE_H_
#define TARAZ_ALIGN_ENGINE_PRACTICE_CASE_H_

#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <vector>

#include "align/engine/lattice.h"
#include "text/document.h"

namespace taraz {

// How a text is spoilt: chance that a line is merged with the next, that a line is dropped, that a run of
// 5-20 lines is dropped from the whole, that a merged line takes one more, up to five;
// whether some documents are written without spaces or in words that nobody knows.
struct Spoiling {
  const char* name;
  double merge, drop, run, longer;
  bool writing;
};
inline constexpr Spoiling kSpoilings[] = {{"clean", 0.0, 0.0, 0.0, 0.0, false},
                                          {"noisy", 0.12, 0.05, 0.0, 0.0, false},
                                          {"hard", 0.15, 0.12, 0.5, 0.0, false},
                                          {"merged", 0.12, 0.04, 0.0, 0.5, true},
                                          {"odd", 0.13, 0.08, 0.3, 0.0, true}};

// The same documents in several languages: lines[k] in language k, all of one length; documents[i] names the
// document of line i.
struct LineAligned {
  std::vector<Language> languages;
  std::vector<std::vector<std::string>> lines;
  std::vector<std::string> documents;
};

// One document per language, one segment a line, and which units (lines of the source) each segment holds.
struct PracticeCase {
  std::vector<Document> documents;
  std::vector<std::vector<std::vector<std::uint32_t>>> units;  // [language][segment]

  // The right beads of two of the languages: connected components over shared units. Beads with an empty side
  // are left out. A dropped unit within merged ones makes a component that is no interval: no bead of
  // consecutive segments is right there. Its bead is the interval about it, with a posterior of 0.
  std::vector<Block> gold(std::size_t a, std::size_t b) const;
};

// Cases of `group` documents each; every side is spoilt on its own. The same seed gives the same cases
// everywhere.
std::vector<PracticeCase> practice_cases(const LineAligned& text, const Spoiling& spoiling, std::size_t group,
                                         std::uint64_t seed);

// The documents of one half, by a hash of their names.
LineAligned half_of(const LineAligned& text, bool odd);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_PRACTICE_CASE_H_
