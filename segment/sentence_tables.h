// Word knowledge of the sentence rules, from data/segment/*.tsv.
#ifndef TARAZ_SEGMENT_SENTENCE_TABLES_H_
#define TARAZ_SEGMENT_SENTENCE_TABLES_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace taraz {

enum class Abbreviation : std::uint8_t { none, never, number, maybe };

// A set of short byte strings with a value each: one hash, one comparison. Built once, read by many threads.
class TokenTable {
 public:
  static constexpr std::size_t kLongest = 40;  // bytes; longer tokens are in no table
  void add(std::string_view token, std::uint8_t value);
  std::uint8_t find(std::string_view token) const;  // 0: not in it
  struct Entry {
    std::string token;
    std::uint8_t value;
  };
  const std::vector<Entry>& entries() const { return entries_; }  // in the order they were added

 private:
  void rehash(std::size_t slots);
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> slots_;  // 1 + index into entries_, 0: free
};

// Tables of one language: its own rows and, for the Latin words in it, the English ones.
struct SentenceTables {
  TokenTable
      abbreviations;    // Latin in lower case, Arabic script with k and y as the Arabic letters; Abbreviation
  TokenTable starters;  // words that show that a sentence ended
  TokenTable continuations;  // words that go on with the line before
  TokenTable attributions;   // words that name the speaker behind a quotation
  TokenTable glued_verbs;    // Arabic; segment/glued_headings.h
  TokenTable unmarked;  // English texts only: words that show an unmarked end; 1 anywhere, 2 behind a heading
  TokenTable unfinished;  // English texts only: words in lower case behind which nothing ends
};

// The tables for the language `base` ("fa", "ar", "en"; any other gets all rows). Throws FormatError.
// Lives as long as the program; thread-safe.
const SentenceTables& sentence_tables(std::string_view base);

// The form in which tokens are looked up: ASCII upper case to lower when `lower`, Persian and Arabic kaf and
// yeh as one, ZWNJ, bidi marks and vowel signs dropped. Appends to `out`.
void fold_token(std::string_view token, bool lower, std::string& out);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_SENTENCE_TABLES_H_
