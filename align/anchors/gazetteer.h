// Names that are known: countries, cities, peoples, people, organisations ... with their forms in three
// languages. Tables data/anchors/names/*.tsv: id, English, Persian, Arabic; | parts variants. Adding a row is
// all it takes.
#ifndef TARAZ_ALIGN_ANCHORS_GAZETTEER_H_
#define TARAZ_ALIGN_ANCHORS_GAZETTEER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>

#include "text/words.h"

namespace taraz {

// Languages as bits: which language's forms a text may hold.
enum NameLanguage : std::uint8_t { kEnglishNames = 1, kPersianNames = 2, kArabicNames = 4 };

// What the tables say of one folded word, from a single look-up.
struct NameWord {
  std::uint32_t node = 0;      // where names that begin with it go on; 0: none
  std::uint8_t not_name = 0;   // languages in which it is capitalised without being a name
  bool maksura = false;         // not_name only when it is written with a final alef maksura: على, not علي
  std::uint8_t common = 0;     // languages in which it is a common word: a capital or a title makes it no name
  std::uint8_t title = 0;      // languages in which a person's name follows
  std::uint8_t always_before_name = 0;  // titles after which any word is a name: «آقای»
  std::uint8_t reference = 0;  // 1 + row of reference_words.tsv; 0: none
  std::uint8_t reference_languages = 0;
};

struct KnownName {
  std::uint32_t id = 0;        // Gazetteer::id()
  std::uint8_t languages = 0;  // in which the form means this
  bool capitals = false;       // an acronym: only in capital letters
  bool any_case = false;       // currencies: lower case as well
  std::uint8_t ambiguous = 0;  // languages in which it is a common word as well
  std::uint8_t company = 0;    // of these, where it is mostly the word: a name only in the company of another
};

class Gazetteer {
 public:
  // Read once, on first use. Throws FormatError naming file and line when a table is broken.
  static const Gazetteer& instance();

  // Nothing known: a NameWord of zeros. REQUIRES: folded. O(size), about 20 ns. Thread-safe.
  const NameWord& word(std::string_view folded) const;
  // The name that words [first, first + count) make, the longest there is; `words` may go on. Hyphens between
  // words are skipped. Spans of KnownName: several ids for one form.
  struct Found {
    std::span<const KnownName> names;
    std::size_t end = 0;      // one past the last word
    bool possessive = false;  // the last word has an English 's that is no part of the name
  };
  // `start` is word(...).node of the first word (which may have lost a proclitic).
  Found longest(const Words& words, std::size_t first, std::uint32_t start, std::uint8_t languages) const;

  std::string_view id(std::uint32_t number) const;     // "country:IR"
  std::string_view reference(std::uint8_t row) const;  // "article"
  // Number of the id, or 0 when there is none.
  std::uint32_t find_id(std::string_view id) const;

  // The ids of a whole name in one of the languages, none when it is unknown.
  std::span<const KnownName> whole(std::string_view name, std::uint8_t languages) const;
  bool reserved(std::uint32_t id) const;

  Gazetteer(const Gazetteer&) = delete;
  ~Gazetteer();

 private:
  Gazetteer();
  struct Data;
  std::unique_ptr<const Data> data_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_GAZETTEER_H_
