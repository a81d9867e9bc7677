// What each word of a segment can be in a date or a number, looked up once and shared by the finders.
//
// The knowledge is in the tables data/anchors/{number_words,months,time_words,units}.tsv; a row there is a
// word or several words, and becomes roles of its first word.
#ifndef TARAZ_ALIGN_ANCHORS_WORD_ROLES_H_
#define TARAZ_ALIGN_ANCHORS_WORD_ROLES_H_

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "text/language.h"
#include "text/words.h"

namespace taraz {

struct WordRole;  // align/anchors/word_role.h, for the finders themselves

// The words of one segment with their roles. Refers to `words` and `text`, which must outlive it.
// O(words): one hash look-up a word. Thread-safe to make and to read.
class RoledWords {
 public:
  // REQUIRES: words were made of text. A language that is not known is guessed from the letters.
  // Throws FormatError when a table of a user's --data is bad.
  RoledWords(const Words& words, std::string_view text, const Language& language);

  const Words& words() const { return words_; }
  std::string_view text() const { return text_; }
  std::uint8_t languages() const { return languages_; }  // bits of WordRole::languages that apply

  // Roles of the word; nothing for most. Roles of other languages are included: test WordRole::languages.
  std::span<const WordRole> roles(std::size_t word) const;
  // Indices of the words that are digits or have a role, in order: all that a finder must look at.
  std::span<const std::uint32_t> candidates() const { return candidates_; }

 private:
  const Words& words_;
  std::string_view text_;
  std::uint8_t languages_ = 0;
  std::vector<std::uint32_t> role_of_;  // per word: entry of the role table, 0 is none
  std::vector<std::uint32_t> candidates_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_WORD_ROLES_H_
