// Reads the tables and adds the regular forms of each language: proclitics and the article in Arabic;
// ordinals with م and مین, numbers written together, months with ماه and ezafe in Persian. Then an
// open-addressing hash table. Tested by tests/align/anchors/word_roles_test.cc.
#include <algorithm>
#include <array>
#include <charconv>
#include <cstring>
#include <set>
#include <map>
#include <string>
#include <utility>

#include "align/anchors/calendar.h"
#include "align/anchors/units.h"
#include "align/anchors/word_role.h"
#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/words.h"

namespace taraz {
namespace {

constexpr std::array<std::pair<std::string_view, Role>, 9> kNumberRoles = {{
    {"number", Role::number},
    {"ordinal", Role::ordinal},
    {"magnitude", Role::magnitude},
    {"dual", Role::multiple},
    {"fraction", Role::fraction},
    {"joiner", Role::joiner},
    {"point", Role::point},
    {"suffix", Role::suffix},
    {"ratio", Role::ratio},
}};
constexpr std::array<std::pair<std::string_view, Role>, 25> kTimeRoles = {{
    {"weekday", Role::weekday},
    {"season", Role::season},
    {"day", Role::day_noun},
    {"week", Role::week_noun},
    {"month", Role::month_noun},
    {"year", Role::year_noun},
    {"decade", Role::decade_noun},
    {"century", Role::century_noun},
    {"era", Role::era},
    {"day-offset", Role::day_offset},
    {"year-offset", Role::year_offset},
    {"last", Role::last},
    {"next", Role::next},
    {"this", Role::present},
    {"ago", Role::ago},
    {"later", Role::later},
    {"decade-name", Role::decade_name},
    {"range", Role::range},
    {"link", Role::link},
    {"before-year", Role::before_year},
    {"after-year", Role::after_year},
    {"not-year", Role::not_year},
    {"opener", Role::opener},
    {"event", Role::event},
    {"place", Role::place},
}};
constexpr std::array<std::pair<std::string_view, std::uint8_t>, 9> kFlags = {{
    {"weak", WordRole::kWeak},
    {"very-weak", WordRole::kVeryWeak},
    {"alone", WordRole::kAlone},
    {"plural", WordRole::kPlural},
    {"before", WordRole::kBefore},
    {"after", WordRole::kAfter},
    {"verb", WordRole::kVerb},
    {"adjacent", WordRole::kAdjacent},
    {"", 0},
}};

// Eight bytes at a time, multiplied and folded; quality matters little, speed does.
std::uint64_t hash_of(std::string_view word) {
  std::uint64_t h = word.size() * 0x9E3779B97F4A7C15U;
  std::size_t i = 0;
  const auto mix = [&h](std::uint64_t part) {
    h = (h ^ part) * 0xD6E8FEB86659FD93U;
    h ^= h >> 32;
  };
  for (; i + 8 <= word.size(); i += 8) {
    std::uint64_t part = 0;
    std::memcpy(&part, word.data() + i, 8);
    mix(part);
  }
  std::uint64_t rest = 0;
  for (unsigned shift = 0; i < word.size(); ++i, shift += 8)
    rest |= static_cast<std::uint64_t>(static_cast<unsigned char>(word[i])) << shift;
  mix(rest);
  return h;
}

bool takes_proclitics(Role role) {
  switch (role) {
    case Role::joiner:
    case Role::point:
    case Role::suffix:
    case Role::era:
    case Role::range:
    case Role::link:
    case Role::after_year:
    case Role::not_year:
    case Role::opener:
    case Role::event:
    case Role::before_year:
      return false;
    default:
      return true;
  }
}

}  // namespace

class RoleTableBuilder {
 public:
  RoleTable build() {
    month_length(Calendar::hijri, 1400,
                 1);  // a bad table of months is an error now, not at the first lunar date
    read_numbers();
    read_units();
    read_months();
    read_time_words();
    add_persian_numbers();
    finish();
    return std::move(table_);
  }

 private:
  struct Row {
    std::string source;
    std::size_t line;
    std::uint8_t languages;
    std::string_view language;
  };

  template <typename Table>
  static auto look_up(const Table& names, std::string_view name, const Row& row, const char* what) {
    for (const auto& [known, value] : names)
      if (known == name) return value;
    throw FormatError(row.source, row.line, 0, "'" + std::string(name) + "' is no " + what);
  }
  static std::int32_t number(std::string_view cell, const Row& row) {
    std::int32_t value = 0;
    const auto end = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    if (end.ec != std::errc() || end.ptr != cell.data() + cell.size())
      throw FormatError(row.source, row.line, 0, "'" + std::string(cell) + "' is no whole number");
    return value;
  }

  Row row_of(std::string_view path, const DataRow& data) {
    Row row{data_source(path), data.line, 0xFF, data.cells[0]};
    if (row.language != "-") row.languages = bit(row.language);
    if (row.languages == 0) throw FormatError(row.source, row.line, 0, "more than eight languages");
    return row;
  }
  std::uint8_t bit(std::string_view language) {
    auto& known = table_.languages_;
    std::size_t i = static_cast<std::size_t>(std::find(known.begin(), known.end(), language) - known.begin());
    if (i == known.size()) known.emplace_back(language);
    return i < 8 ? static_cast<std::uint8_t>(1U << i) : std::uint8_t{0};
  }

  // Calls `each` with every word of a comma-separated cell; a cell that is a comma alone would be empty.
  template <typename Each>
  static void for_words(std::string_view cell, Each each) {
    for (std::size_t i = 0; i <= cell.size();) {
      const std::size_t comma = std::min(cell.find(',', i), cell.size());
      std::string_view word = cell.substr(i, comma - i);
      while (word.starts_with(' ')) word.remove_prefix(1);
      while (word.ends_with(' ')) word.remove_suffix(1);
      if (!word.empty()) each(word);
      i = comma + 1;
    }
  }

  void add(const std::string& first, WordRole role, const std::vector<std::string>& tail) {
    role.tail_size = static_cast<std::uint8_t>(tail.size());
    role.tail = static_cast<std::uint32_t>(table_.tails_.size());
    table_.tails_.insert(table_.tails_.end(), tail.begin(), tail.end());
    forms_[first].push_back(role);
  }

  void add_word(std::string_view word, WordRole role, const Row& row) {
    const Words words(word);
    if (words.size() == 0 || words.size() > 8)
      throw FormatError(row.source, row.line, 0, "'" + std::string(word) + "' is no word");
    std::vector<std::string> tail;
    for (std::size_t i = 1; i < words.size(); ++i) tail.emplace_back(words.folded(i));
    const std::string first(words.folded(0));
    add(first, role, tail);
    if (row.language == "ar" && words[0].kind == WordKind::letters && takes_proclitics(role.role))
      add_proclitics(first, role, tail);
    if (row.language == "ar" && (role.role == Role::unit || role.role == Role::counter) && tail.empty() &&
        words[0].kind == WordKind::letters)
      add_dual(first, role);
    // "کیلومتری", "کیلویی", "دقیقه‌ای"
    if (row.language == "fa" && role.role == Role::unit && tail.empty() &&
        words[0].kind == WordKind::letters) {
      const bool vowel = first.ends_with("و") || first.ends_with("ا");
      if (!first.ends_with("ی")) add(first + (vowel ? "یی" : first.ends_with("ه") ? "ای" : "ی"), role, tail);
    }
    if (row.language == "fa" && role.role == Role::weekday && tail.empty()) add(first + "شب", role, tail);
    if (row.language == "fa" && role.role == Role::month) {
      if (tail.empty()) add(first + "ماه", role, tail);
      if (tail.empty() && first.ends_with("ه")) add(first + "ی", role, tail);
    }
  }

  // "شهر" -> شهرين, شهران; "دولة" -> دولتين, دولتان. Plurals and accusatives give forms that do not exist.
  void add_dual(const std::string& first, WordRole role) {
    if (first.ends_with("ا") || first.ends_with("ات") || first == "طالب") return;  // طالبان
    role.value = role.role == Role::unit ? role.value : 0;
    role.role = Role::dual;
    const std::string stem = first.ends_with("ه") ? first.substr(0, first.size() - 2) + "ت" : first;
    for (const char* ending : {"ین", "ان"}) {
      if (plurals_.find(stem + ending) != plurals_.end()) continue;  // متهمين: many accused
      add(stem + ending, role, {});
      add_proclitics(stem + ending, role, {});
    }
  }

  void add_proclitics(const std::string& first, WordRole role, const std::vector<std::string>& tail) {
    const auto with = [&](std::string form, std::uint8_t flags) {
      WordRole other = role;
      other.flags |= flags;
      add(form, other, tail);
      other.flags |= WordRole::kJoined;
      add("و" + form, other, tail);
    };
    WordRole joined = role;
    joined.flags |= WordRole::kJoined;
    add("و" + first, joined, tail);
    const bool article = first.starts_with("ال");
    const std::string bare = article ? first.substr(4) : first;
    if (!article) {
      if (tail.empty() || role.role != Role::month) with("ال" + bare, WordRole::kArticle);  // not الذي
      with("ب" + bare, 0);
      with("ل" + bare, 0);
    }
    with("بال" + bare, WordRole::kArticle);
    with("لل" + bare, WordRole::kArticle);
  }

  std::uint8_t flags_of(const DataRow& data, std::size_t cell, const Row& row) {
    return data.cells.size() > cell ? look_up(kFlags, data.cells[cell], row, "flag") : std::uint8_t{0};
  }

  void read_numbers() {
    constexpr std::string_view kPath = "anchors/number_words.tsv";
    for (const DataRow& data : data_rows(kPath, 4)) {
      const Row row = row_of(kPath, data);
      WordRole role;
      role.languages = row.languages;
      role.role = look_up(kNumberRoles, data.cells[1], row, "role");
      const std::size_t slash = role.role == Role::ratio ? data.cells[2].find('/') : std::string_view::npos;
      role.value = number(data.cells[2].substr(0, slash), row);
      if (role.role == Role::ratio) {
        const std::int32_t of =
            slash == std::string_view::npos ? 0 : number(data.cells[2].substr(slash + 1), row);
        if (of < 2 || of > 100 || role.value < 1)
          throw FormatError(row.source, row.line, 0, "a ratio must be like 2/3");
        role.power = static_cast<std::uint8_t>(of);
      }
      if (role.role == Role::magnitude || role.role == Role::multiple) {
        if (role.value < 1 || role.value > 15)
          throw FormatError(row.source, row.line, 0, "a power must be 1..15");
        role.power = static_cast<std::uint8_t>(role.value);
        role.value = role.role == Role::multiple ? 2 : 1;
      }
      role.flags = flags_of(data, 4, row);
      for_words(data.cells[3], [&](std::string_view word) {
        add_word(word, role, row);
        if (row.language == "fa") persian_.push_back({fold(word), role});
      });
    }
  }

  void read_units() {
    constexpr std::string_view kPath = "anchors/unit_words.tsv";
    for (const DataRow& data : data_rows(kPath, 3)) {
      const Row row = row_of(kPath, data);
      WordRole role;
      role.languages = row.languages;
      role.role = Role::counter;
      if (data.cells[1] != "counter") {
        const auto unit = find_unit(data.cells[1]);
        if (!unit)
          throw FormatError(row.source, row.line, 0,
                            "'" + std::string(data.cells[1]) + "' is no unit of anchors/units.tsv");
        role.role = Role::unit;
        role.value = *unit;
      }
      role.flags = flags_of(data, 3, row);
      for_words(data.cells[2], [&](std::string_view word) { plurals_.insert(fold(word)); });
      for_words(data.cells[2], [&](std::string_view word) { add_word(word, role, row); });
    }
  }

  void read_months() {
    constexpr std::string_view kPath = "anchors/months.tsv";
    static constexpr std::array<std::pair<std::string_view, Calendar>, 3> kCalendars = {
        {{"gregorian", Calendar::gregorian}, {"jalali", Calendar::jalali}, {"hijri", Calendar::hijri}}};
    for (const DataRow& data : data_rows(kPath, 4)) {
      const Row row = row_of(kPath, data);
      WordRole role;
      role.languages = row.languages;
      role.role = Role::month;
      const std::int32_t month = number(data.cells[2], row);
      if (month < 1 || month > 12) throw FormatError(row.source, row.line, 0, "a month must be 1..12");
      role.value = static_cast<int>(look_up(kCalendars, data.cells[1], row, "calendar")) * 16 + month;
      role.flags = flags_of(data, 4, row);
      for_words(data.cells[3], [&](std::string_view word) { add_word(word, role, row); });
    }
  }

  void read_time_words() {
    constexpr std::string_view kPath = "anchors/time_words.tsv";
    for (const DataRow& data : data_rows(kPath, 4)) {
      const Row row = row_of(kPath, data);
      WordRole role;
      role.languages = row.languages;
      role.role = look_up(kTimeRoles, data.cells[1], row, "role");
      role.value = number(data.cells[2], row);
      role.flags = flags_of(data, 4, row);
      for_words(data.cells[3], [&](std::string_view word) { add_word(word, role, row); });
    }
  }

  void add_persian_numbers() {
    const auto ordinals = [&](const std::string& form, WordRole role) {
      role.role = Role::ordinal;
      add(form + "م", role, {});
      add(form + "مین", role, {});
      if (form != "صد") add(form + "ام", role, {});  // Saddam
      add(form + "امین", role, {});
    };
    for (const auto& [word, role] : persian_) {
      if (role.role != Role::number || role.value == 0) continue;
      WordRole ordinal = role;
      ordinal.flags = 0;
      if (role.value != 3 && role.value != 30) ordinals(word, ordinal);
      for (const auto& [unit, unit_role] : persian_) {
        const bool number_unit =
            unit_role.role == Role::number && unit_role.value >= 1 && unit_role.value <= 9;
        const bool third = unit_role.role == Role::ordinal && unit_role.value == 3;
        if (role.value >= 20 && role.value <= 90 && (number_unit || third)) {
          WordRole both = role;
          both.flags = 0;
          both.value += unit_role.value;
          if (third) both.role = Role::ordinal;
          add(word + "و" + unit, both, {});
          if (number_unit && unit_role.value != 3) ordinals(word + "و" + unit, both);
        }
        // "یک‌سوم", "سه‌چهارم"
        if (number_unit && role.value >= 1 && role.value < unit_role.value && unit_role.value >= 3) {
          WordRole ratio = role;
          ratio.flags = 0;
          ratio.role = Role::ratio;
          ratio.power = static_cast<std::uint8_t>(unit_role.value);
          add(word + (unit_role.value == 3 ? "سوم" : unit + "م"), ratio, {});
        }
        if (unit_role.role == Role::magnitude) {
          WordRole both = role;
          both.flags = 0;
          both.role = Role::multiple;
          both.power = unit_role.power;
          add(word + unit, both, {});
        }
      }
    }
    for (const auto& [word, role] : persian_)
      if (role.role == Role::magnitude) {
        WordRole ordinal = role;
        if (role.power != 3) continue;
        ordinal.value = 1000;
        ordinals(word, ordinal);
      }
  }

  void finish() {
    std::size_t capacity = 64;
    while (capacity < forms_.size() * 3) capacity *= 2;
    table_.slots_.resize(capacity);
    for (auto& [word, roles] : forms_) {
      // The longest row first: "ربیع الاول" before "ربیع".
      std::stable_sort(roles.begin(), roles.end(),
                       [](const WordRole& a, const WordRole& b) { return a.tail_size > b.tail_size; });
      RoleTable::Entry entry{word, static_cast<std::uint32_t>(table_.roles_.size()),
                             static_cast<std::uint32_t>(roles.size())};
      table_.roles_.insert(table_.roles_.end(), roles.begin(), roles.end());
      table_.longest_ = std::max(table_.longest_, word.size());
      const std::uint64_t hash = hash_of(word);
      std::size_t i = hash & (capacity - 1);
      while (table_.slots_[i].entry != 0) i = (i + 1) & (capacity - 1);
      table_.slots_[i] = {hash, static_cast<std::uint32_t>(table_.entries_.size())};
      table_.entries_.push_back(std::move(entry));
    }
  }

  RoleTable table_;
  std::map<std::string, std::vector<WordRole>> forms_;
  std::vector<std::pair<std::string, WordRole>> persian_;
  std::set<std::string> plurals_;  // folded words of the row at hand and before
};

const RoleTable& RoleTable::instance() {
  static const RoleTable table = RoleTableBuilder().build();
  return table;
}

std::uint32_t RoleTable::find(std::string_view folded) const {
  if (folded.size() > longest_) return 0;
  const std::uint64_t hash = hash_of(folded);
  for (std::size_t i = hash & (slots_.size() - 1); slots_[i].entry != 0; i = (i + 1) & (slots_.size() - 1))
    if (slots_[i].hash == hash && entries_[slots_[i].entry].word == folded) return slots_[i].entry;
  return 0;
}

std::span<const WordRole> RoleTable::roles(std::uint32_t entry) const {
  const Entry& e = entries_[entry];
  return std::span(roles_).subspan(e.first, e.size);
}

std::uint8_t RoleTable::language_bit(std::string_view base) const {
  for (std::size_t i = 0; i < languages_.size() && i < 8; ++i)
    if (languages_[i] == base) return static_cast<std::uint8_t>(1U << i);
  return 0;
}

}  // namespace taraz
