// What each word of a segment can be in a date or a number, looked up once and shared by the finders.
//
// The knowledge is in the tables data/anchors/{number_words,unit_words,months,time_words}.tsv; a row there is
// a word or several words, and becomes a role of its first word.
#ifndef TARAZ_ALIGN_ANCHORS_WORD_ROLES_H_
#define TARAZ_ALIGN_ANCHORS_WORD_ROLES_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "align/anchors/word_role.h"
#include "text/language.h"
#include "text/words.h"

namespace taraz {

constexpr std::uint64_t bit_of(Role role) { return std::uint64_t{1} << static_cast<unsigned>(role); }

// A role that holds at a word: with all the words of its row.
struct RoleMatch {
  const WordRole* role = nullptr;
  std::size_t next = 0;  // the word after it

  explicit operator bool() const { return role != nullptr; }
  const WordRole* operator->() const { return role; }
};

// The words of one segment with their roles. Refers to `words` and `text`, which must outlive it.
// O(words): one hash look-up a word. Thread-safe to make and to read.
class RoledWords {
 public:
  // REQUIRES: words were made of text. A language that is not known is guessed from the letters; one without
  // tables is read as Persian when it is written in Arabic script, and has no words but digits otherwise.
  // Throws FormatError when a table of a user's --data is bad.
  RoledWords(const Words& words, std::string_view text, const Language& language);

  const Words& words() const { return words_; }
  std::string_view text() const { return text_; }
  std::size_t size() const { return words_.size(); }

  // Whether the segment is (also) read as that language: "fa", "ar", "en".
  bool persian() const { return (languages_ & persian_) != 0; }
  bool arabic() const { return (languages_ & arabic_) != 0; }
  bool english() const { return english_only_; }

  // The role at a word in the languages of the segment, the longest row first; empty when it has not got it
  // or word >= size(). O(roles of the word).
  RoleMatch match(std::size_t word, Role role) const {
    if (word >= size() || (masks_[word] >> static_cast<unsigned>(role) & 1U) == 0) return {};
    return find_match(word, role);
  }
  // Whether the first word of a row of one of these roles (bits 1 << role) stands here; a filter before
  // match.
  bool may_be(std::size_t word, std::uint64_t roles) const {
    return word < size() && (masks_[word] & roles) != 0;
  }
  bool is(std::size_t word, Role role) const { return static_cast<bool>(match(word, role)); }

  // Digits, or words a date or number can begin with, in order: where a finder must look.
  std::span<const std::uint32_t> candidates() const { return candidates_; }

  // --- what both grammars ask of words; all false when a word does not exist
  bool digits(std::size_t word) const { return word < size() && words_[word].kind == WordKind::digits; }
  bool letters(std::size_t word) const { return word < size() && words_[word].kind == WordKind::letters; }
  bool mark(std::size_t word) const { return word < size() && words_[word].kind == WordKind::mark; }
  bool mark(std::size_t word, char ascii) const {
    return mark(word) && folded(word) == std::string_view(&ascii, 1);
  }
  // No white space or anything else between the word and the one before it.
  bool adjacent(std::size_t word) const {
    return word > 0 && word < size() && words_[word - 1].span.end == words_[word].span.begin;
  }
  std::string_view folded(std::size_t word) const { return words_.folded(word); }
  bool folded_is(std::size_t word, std::string_view text) const {
    return word < size() && folded(word) == text;
  }

 private:
  RoleMatch find_match(std::size_t word, Role role) const;

  const Words& words_;
  std::string_view text_;
  const RoleTable& table_;
  std::uint8_t languages_ = 0;
  std::uint8_t persian_ = 0;
  std::uint8_t arabic_ = 0;
  bool english_only_ = false;
  std::vector<std::uint32_t> entries_;  // per word: entry of the RoleTable, 0 is none
  std::vector<std::uint64_t> masks_;    // per word: bit per Role that it has in these languages
  std::vector<std::uint32_t> candidates_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_WORD_ROLES_H_
