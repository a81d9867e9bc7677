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
// 5-20 lines is dropped from the whole.
struct Spoiling {
  const char* name;
  double merge, drop, run;
};
inline constexpr Spoiling kSpoilings[] = {
    {"clean", 0.0, 0.0, 0.0}, {"noisy", 0.12, 0.05, 0.0}, {"hard", 0.15, 0.12, 0.5}};

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
  // are left out. Components that are no intervals do not arise.
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
