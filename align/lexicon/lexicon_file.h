// Writing lexicon files (docs/formats/lexicon.md).
#ifndef TARAZ_ALIGN_LEXICON_LEXICON_FILE_H_
#define TARAZ_ALIGN_LEXICON_LEXICON_FILE_H_

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "align/lexicon/lexicon.h"

namespace taraz {

inline constexpr char kLexiconMagic[8] = {'T', 'A', 'R', 'A', 'Z', 'L', 'E', 'X'};
inline constexpr std::uint32_t kLexiconVersion = 1;

// The first bytes of a file; all numbers little-endian. Two sides follow, each: word offsets (u32, words +
// 1), words, background (u8), null probability (u8), row offsets (u32, words + 1), rows (u32); each block
// padded to 8 bytes.
struct LexiconHeader {
  char magic[8];
  std::uint32_t version;
  std::uint32_t reserved;
  char language[2][8];  // base tags, padded with NUL
  std::uint32_t words[2];
  std::uint32_t entries[2];
  std::uint32_t string_bytes[2];
};
static_assert(sizeof(LexiconHeader) == 56);

// What a lexicon file says, in any order.
struct LexiconContent {
  struct Translation {
    std::uint32_t word;  // index into the words of the other side
    double probability;
  };
  struct Word {
    std::string text;  // folded key, not empty, unique on its side
    double background = 0.0;
    double null_probability = 0.0;
    std::vector<Translation> translations;
  };
  std::array<std::string, 2> language;
  std::array<std::vector<Word>, 2> words;
};

// The bytes of a lexicon file. Equal contents give equal bytes in whatever order words and translations come.
// Throws Error when there are 2^24 words or more on a side, or a word is listed twice.
std::string encode_lexicon(const LexiconContent& content);

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_LEXICON_FILE_H_
