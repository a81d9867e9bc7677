// The roles a word can play in dates and numbers, and the table of them.
#ifndef TARAZ_ALIGN_ANCHORS_WORD_ROLE_H_
#define TARAZ_ALIGN_ANCHORS_WORD_ROLE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace taraz {

enum class Role : std::uint8_t {
  // number_words.tsv
  number,     // value: what it adds: "seven", "بیست", "أربعمائة"
  ordinal,    // value: "seventh", "هفتم", "السابع"
  magnitude,  // power: of ten, by which it multiplies: "hundred" 2, "هزار" 3
  multiple,   // value times ten to power: "ألفان" 2 and 3, "سی‌هزار" 30 and 3
  fraction,   // value: the denominator: "half" 2, "third" 3
  ratio,      // value: the numerator, power: the denominator: "سه‌چهارم"
  joiner,     // "and", "و": between the parts of a number
  point,      // decimal point as a word: "point", "ممیز"
  suffix,     // makes digits an ordinal: "th", "ام"
  // units.tsv
  unit,     // value: index of the unit (align/anchors/units.h)
  counter,  // counted noun that shows a number is no year: "نفر", "people"
  dual,     // two of a unit (value) or of counted things (0): "شهرين", "هدفين"
  // months.tsv
  month,  // value: calendar * 16 + month (1..12)
  // time_words.tsv
  weekday,  // value: 1 Monday .. 7 Sunday
  season,   // value: 1 spring .. 4 winter
  day_noun,
  week_noun,
  month_noun,
  year_noun,
  decade_noun,
  century_noun,
  era,         // value: see Era
  day_offset,  // value: days from the document's: "yesterday" -1
  last,
  next,
  present,      // "گذشته", "المقبل", "this"
  year_offset,  // "امسال" 0, "پارسال" -1
  ago,
  later,        // after (before in Arabic) an amount of time
  decade_name,  // value: 80: "eighties", "الثمانينيات"
  range,        // "to", "تا", "إلى", "-"
  link,         // words inside a date that say nothing: "of", "من", "مصادف"
  before_year,  // a word after which four digits are a year: "since", "في"
  after_year,   // a word that may follow a bare year: "که", "در"
  not_year,     // a word before a count: "about", "حدود"
  opener,       // before a month or season without a year: "in", "اوایل"
  event,        // "انقلاب": two digits after it are a year
  place,        // "میدان": the day after it is a name
};

inline constexpr unsigned kRoleCount = static_cast<unsigned>(Role::place) + 1;
static_assert(kRoleCount <= 64, "RoledWords keeps a bit per role");

enum class Era : std::uint8_t { none, gregorian, before_christ, jalali, lunar, hijri };

struct WordRole {
  Role role = Role::number;
  std::uint8_t languages = 0;  // bit per language of the tables
  std::uint8_t tail_size = 0;  // further words of the row
  std::uint8_t flags = 0;
  std::uint8_t power = 0;
  std::int32_t value = 0;
  std::uint32_t tail = 0;  // first of them in RoleTable::tail()

  static constexpr std::uint8_t kJoined = 1;    // begins with the conjunction و
  static constexpr std::uint8_t kWeak = 2;      // often another word
  static constexpr std::uint8_t kVeryWeak = 4;  // mostly another word
  static constexpr std::uint8_t kArticle = 8;   // has the article ال
  static constexpr std::uint8_t kAlone = 16;   // counts as 1 without a number before it: "هزار", "ألف"
  static constexpr std::uint8_t kPlural = 32;  // "سال‌های"
  static constexpr std::uint8_t kBefore = 64;  // a sign that stands before its number: "$"
  static constexpr std::uint8_t kAfter = 64;   // an adjective after its noun: "گذشته"
  static constexpr std::uint8_t kVerb = 128;   // also a verb's prefix: "می"
  static constexpr std::uint8_t kAdjacent = 128;  // only without a space before it: "m"

  bool has(std::uint8_t flag) const { return (flags & flag) != 0; }
};

// All roles of all words, from the tables; one for the program. Built at the first use. Immutable,
// thread-safe.
class RoleTable {
 public:
  static const RoleTable& instance();  // throws FormatError when a table is bad

  // The entry of a folded word; 0 when it has none. O(1).
  std::uint32_t find(std::string_view folded) const;
  std::span<const WordRole> roles(std::uint32_t entry) const;
  std::string_view tail(std::uint32_t index) const { return tails_[index]; }
  // Bit of a language; 0 when no table has it.
  std::uint8_t language_bit(std::string_view base) const;

 private:
  friend class RoleTableBuilder;
  struct Slot {
    std::uint64_t hash = 0;
    std::uint32_t entry = 0;
  };
  struct Entry {
    std::string word;
    std::uint32_t first = 0;
    std::uint32_t size = 0;
  };

  std::vector<Slot> slots_;
  std::vector<Entry> entries_{1};  // entry 0: a word without roles
  std::vector<WordRole> roles_;
  std::vector<std::string> tails_;
  std::vector<std::string> languages_;
  std::size_t longest_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_WORD_ROLE_H_
