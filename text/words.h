// Words of a text: maximal runs of letters and marks, or of digits, with their folded forms.
// One tokeniser for the lexicon, the anchors, the glossary and the statistics.
#ifndef TARAZ_TEXT_WORDS_H_
#define TARAZ_TEXT_WORDS_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace taraz {

enum class WordKind : std::uint8_t {
  letters,  // letters of one script and marks; inner ZWNJ, apostrophe between letters, hyphen is a border
  digits,   // decimal digits of any script, without separators
  mark,     // one code point of punctuation or symbol
};

struct Word {
  ByteSpan span;             // of the text
  ByteSpan folded;           // of Words::folded_text()
  WordKind kind = WordKind::letters;
  bool upper = false;        // begins with an upper-case letter
  bool arabic = false;       // letters of the Arabic script
};

// The words of one text. Holds the folded forms; the text itself is not kept.
// O(n); letters of different scripts, and letters beside digits, are different words.
class Words {
 public:
  // REQUIRES: valid UTF-8 below 4 GiB.
  explicit Words(std::string_view text);

  std::span<const Word> all() const { return words_; }
  std::size_t size() const { return words_.size(); }
  const Word& operator[](std::size_t i) const { return words_[i]; }
  // Folded form (text/fold.h) of a word; the view lives as long as this object stays where it is.
  std::string_view folded(const Word& word) const { return word.folded.of(folded_); }
  std::string_view folded(std::size_t i) const { return folded(words_[i]); }
  std::string_view folded_text() const { return folded_; }

 private:
  std::vector<Word> words_;
  std::string folded_;
};

}  // namespace taraz

#endif  // TARAZ_TEXT_WORDS_H_
