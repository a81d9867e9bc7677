// A bilingual lexicon as a file: words of two languages and how likely they translate each other.
// Most callers want WordModel (align/lexicon/word_model.h), which joins several lexicons for the documents at
// hand.
#ifndef TARAZ_ALIGN_LEXICON_LEXICON_H_
#define TARAZ_ALIGN_LEXICON_LEXICON_H_

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "text/language.h"

namespace taraz {

using WordId = std::uint32_t;  // dense, from 0, one numbering per side
inline constexpr WordId kNoWord = 0xFFFFFFFF;

enum class Side : std::uint8_t { first, second };
constexpr Side other(Side side) { return side == Side::first ? Side::second : Side::first; }
constexpr std::size_t index(Side side) { return static_cast<std::size_t>(side); }

// Probabilities in one byte: q stands for exp(-q / 20), so 5 % steps from 1 down to 2.9e-6.
std::uint8_t quantise(double probability);
float dequantise(std::uint8_t q);

// One entry of a row in a file: 24 bits of word id, 8 bits of probability.
struct PackedTranslation {
  std::uint32_t bits = 0;
  WordId word() const { return bits >> 8; }
  float probability() const { return dequantise(static_cast<std::uint8_t>(bits & 0xFF)); }
};

// A view of the bytes of a lexicon file (docs/formats/lexicon.md): nothing is parsed, everything is checked
// at opening. Const access is thread-safe.
class Lexicon {
 public:
  // The lexicon shipped for two languages in either order ("en", "fa"), or nothing. The first side of the
  // result is always `first`. Regions and scripts of the tags do not matter. Opened once and kept. Throws
  // FormatError when the data file is broken.
  static std::shared_ptr<const Lexicon> shipped(const Language& first, const Language& second);
  // Maps a file. Throws Error when it cannot be read, FormatError when it is no lexicon.
  static std::shared_ptr<const Lexicon> open(const std::string& path);
  // REQUIRES: `bytes` outlives the lexicon and is aligned to 8 bytes. `source` names them in messages.
  // O(size).
  Lexicon(std::string_view bytes, std::string source);
  ~Lexicon();
  Lexicon(const Lexicon&) = delete;
  Lexicon& operator=(const Lexicon&) = delete;

  // The same bytes with the sides exchanged.
  std::shared_ptr<const Lexicon> swapped() const;

  std::string_view language(Side side) const;  // "en"
  std::size_t size(Side side) const;           // number of words

  // The key that is exactly this folded word, or kNoWord. O(log size).
  WordId find(Side side, std::string_view folded) const;
  // The key of a folded word: itself, else the first of its stems (align/lexicon/stem.h) that is a key, else
  // kNoWord.
  WordId find_stem(Side side, std::string_view folded) const;
  std::string_view word(Side side, WordId id) const;

  // Translations of a word, by id ascending; the probability is p(translation | word), of the words that are
  // not translated by nothing. REQUIRES: id < size(side).
  std::span<const PackedTranslation> translations(Side side, WordId id) const;
  float null_probability(Side side, WordId id) const;  // that the word has no counterpart
  float background(Side side, WordId id) const;        // its share of running words in the training data

 private:
  struct Bytes;
  explicit Lexicon(std::shared_ptr<const Bytes> bytes, bool swapped);
  std::shared_ptr<const Bytes> bytes_;
  bool swapped_ = false;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_LEXICON_H_
