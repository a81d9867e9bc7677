// Folding for comparison: what a reader takes for the same letter becomes the same letter.
// Folded text never reaches an output; spans go back through the OffsetMap.
//
// Rules, in this order: compatibility forms of Arabic letters to letters; Latin accents and Arabic vowel signs,
// tatweel, ZWNJ, ZWJ and bidi marks dropped; letters to one form each (ي ى ې ے -> ی, ك -> ک, أ إ آ ٱ -> ا, ؤ -> و,
// ۀ ة ہ ە -> ه; ئ stays); digits of any script to ASCII; upper case to lower case; typographic quotes and dashes
// to ASCII ones; every white space to ' '. Source: ../docs/design.md, "Folding"; UAX #15 for the decompositions.
#ifndef TARAZ_TEXT_FOLD_H_
#define TARAZ_TEXT_FOLD_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace taraz {

// Byte offsets of a folded text mapped to the text it came from.
class OffsetMap {
 public:
  // Offset in the source of the character that gave folded byte `i`; source size for i == folded size. O(1).
  std::uint32_t source(std::uint32_t i) const { return offsets_[i]; }
  std::vector<std::uint32_t>& offsets() { return offsets_; }

 private:
  std::vector<std::uint32_t> offsets_;
};

struct FoldedText {
  std::string text;
  OffsetMap map;
};

// REQUIRES: valid UTF-8. O(n), about 300 MB/s. Thread-safe.
std::string fold(std::string_view text);
void fold(std::string_view text, std::string& out);  // appends
FoldedText fold_with_map(std::string_view text);

// The folded form of one code point: up to three code points; 0 ends, an empty one means dropped.
struct FoldedCodePoint {
  char32_t c[3] = {0, 0, 0};
};
FoldedCodePoint fold_code_point(char32_t c);

}  // namespace taraz

#endif  // TARAZ_TEXT_FOLD_H_
