// One flat hash from folded words to what is known of them, and a trie of word numbers for names of several
// words. Tested by tests/align/gazetteer_test.cc.
#include "align/anchors/gazetteer.h"

#include <array>
#include <cstring>
#include <string>
#include <unordered_map>
#include <vector>

#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::array<const char*, 7> kNameTables = {
    "anchors/names/places.tsv",  "anchors/names/cldr.tsv",
    "anchors/names/peoples.tsv", "anchors/names/organisations.tsv",
    "anchors/names/people.tsv",  "anchors/names/given_names.tsv",
    "anchors/names/own.tsv"};  // own.tsv: a user's additions by --data; not shipped

std::uint64_t hash(std::string_view s) {
  std::uint64_t h = 0x9E3779B97F4A7C15ULL ^ s.size();
  while (s.size() >= 8) {
    std::uint64_t x;
    std::memcpy(&x, s.data(), 8);
    h = (h ^ x) * 0xD6E8FEB86659FD93ULL;
    h ^= h >> 32;
    s.remove_prefix(8);
  }
  std::uint64_t x = 0;
  std::memcpy(&x, s.data(), s.size());
  h = (h ^ x) * 0xD6E8FEB86659FD93ULL;
  return h ^ h >> 29;
}

template <typename F>
void for_each_variant(std::string_view cell, F f) {
  while (!cell.empty()) {
    const std::size_t bar = std::min(cell.find('|'), cell.size());
    if (const std::string_view v = trim(cell.substr(0, bar)); !v.empty() && v != "-") f(v);
    cell.remove_prefix(std::min(bar + 1, cell.size()));
  }
}

std::uint8_t language_bit(std::string_view language, const char* path, std::size_t line) {
  if (language == "en") return kEnglishNames;
  if (language == "fa") return kPersianNames;
  if (language == "ar") return kArabicNames;
  throw FormatError(path, line, 0, "the first cell is en, fa or ar");
}

bool is_hyphen(std::string_view folded) { return folded == "-"; }

// An acronym: two to six letters, all capitals.
bool is_acronym(std::string_view form) {
  std::size_t letters = 0;
  for (const char c : form) {
    if (c == '.') continue;
    if (c < 'A' || c > 'Z') return false;
    ++letters;
  }
  return letters >= 2 && letters <= 6;
}

}  // namespace

struct Gazetteer::Data {
  // Folded words, and their facts under the same number; number 0 is the unknown word.
  std::vector<std::string> words{""};
  std::vector<NameWord> facts{NameWord{}};
  std::vector<std::uint32_t> slots = std::vector<std::uint32_t>(1U << 12, 0);
  // Trie: node 0 is nowhere.
  std::unordered_map<std::uint64_t, std::uint32_t> edges;  // node << 32 | word -> node
  std::vector<std::vector<KnownName>> names{{}};           // that end at a node
  std::vector<std::string> ids{""};
  std::unordered_map<std::string, std::uint32_t> id_number;
  std::vector<std::string> references;

  std::uint32_t find(std::string_view folded) const {
    for (std::size_t i = hash(folded) & (slots.size() - 1);; i = (i + 1) & (slots.size() - 1)) {
      const std::uint32_t w = slots[i];
      if (w == 0 || words[w] == folded) return w;
    }
  }
  std::uint32_t intern(std::string_view folded) {
    if (const std::uint32_t w = find(folded); w != 0) return w;
    words.emplace_back(folded);
    facts.emplace_back();
    if (words.size() * 2 > slots.size()) {
      slots.assign(slots.size() * 2, 0);
      for (std::uint32_t w = 1; w < words.size(); ++w) place(w);
    } else {
      place(static_cast<std::uint32_t>(words.size() - 1));
    }
    return static_cast<std::uint32_t>(words.size() - 1);
  }
  void place(std::uint32_t w) {
    std::size_t i = hash(words[w]) & (slots.size() - 1);
    while (slots[i] != 0) i = (i + 1) & (slots.size() - 1);
    slots[i] = w;
  }
  std::uint32_t number_of(std::string_view id) {
    const auto [it, added] = id_number.emplace(std::string(id), static_cast<std::uint32_t>(ids.size()));
    if (added) ids.emplace_back(id);
    return it->second;
  }
  std::uint32_t new_node() {
    names.emplace_back();
    return static_cast<std::uint32_t>(names.size() - 1);
  }

  // Node of a form, made where `make`; 0 when there is none.
  std::uint32_t walk(std::string_view form, bool make) {
    const Words w(form);
    std::uint32_t node = 0;
    for (std::size_t i = 0; i < w.size(); ++i) {
      if (is_hyphen(w.folded(i))) continue;
      const std::uint32_t word = make ? intern(w.folded(i)) : find(w.folded(i));
      if (word == 0) return 0;
      if (node == 0) {
        if (facts[word].node == 0) {
          if (!make) return 0;
          facts[word].node = new_node();
        }
        node = facts[word].node;
        continue;
      }
      const std::uint64_t key = std::uint64_t{node} << 32 | word;
      if (const auto it = edges.find(key); it != edges.end()) {
        node = it->second;
      } else if (make) {
        node = edges[key] = new_node();
      } else {
        return 0;
      }
    }
    return node;
  }

  void add(std::string_view form, const KnownName& name) {
    const std::uint32_t node = walk(form, true);
    if (node == 0) return;
    for (KnownName& n : names[node])
      if (n.id == name.id) {
        n.languages |= name.languages;
        n.capitals = n.capitals && name.capitals;
        return;
      }
    names[node].push_back(name);
  }

  // Forms that follow by rule: plurals and feminine forms of peoples, Persian names with plural endings.
  void add_people(std::string_view form, std::uint8_t language, const KnownName& name) {
    const std::string f(form);
    add(f, name);
    const bool one_word = form.find(' ') == std::string_view::npos;
    if (language == kEnglishNames) {
      if (!one_word || form.ends_with("sh") || form.ends_with("ch") || form.ends_with("ese")) return;
      if (form.ends_with("man")) {
        add(f.substr(0, f.size() - 3) + "men", name);
        if (form == "German") add("Germans", name);
      } else {
        add(f + "s", name);
      }
    } else if (language == kPersianNames) {
      for (const char* ending : {"ان", "‌ها", "‌های", "ها", "های", "یان"}) add(f + ending, name);
    } else if (one_word && !form.starts_with("ال")) {
      for (const char* ending : {"", "ة", "ون", "ين", "ات", "و"}) {
        add(f + ending, name);
        add("ال" + f + ending, name);
      }
    }
  }

  void read_names(const char* path) {
    if (!has_data_file(path)) return;
    for (const DataRow& row : data_rows(path, 4)) {
      const std::string_view id = row.cells[0];
      if (id.find(':') == std::string_view::npos || id.find(' ') != std::string_view::npos)
        throw FormatError(path, row.line, 1, "an id is written kind:name, without spaces");
      KnownName name;
      name.id = number_of(id);
      name.any_case = id.starts_with("currency:");
      const bool people = id.starts_with("people:") || id.starts_with("language:");
      for (std::size_t k = 0; k < 3; ++k)
        for_each_variant(row.cells[k + 1], [&](std::string_view form) {
          name.languages = static_cast<std::uint8_t>(1U << k);
          name.capitals = k == 0 && is_acronym(form);
          if (people) {
            add_people(k == 2 && form.starts_with("ال") ? form.substr(4) : form, name.languages, name);
          } else {
            add(form, name);
          }
        });
    }
  }

  template <typename F>
  void read_words(const char* path, F f) {
    for (const DataRow& row : data_rows(path, 2)) {
      const std::uint8_t language = language_bit(row.cells[0], path, row.line);
      const std::string_view flag = row.cells.size() > 2 ? row.cells[2] : std::string_view();
      if (!flag.empty() && flag != "company" && flag != "always")
        throw FormatError(path, row.line, 0, "the third cell is 'company', 'always' or empty");
      for_each_variant(row.cells[1], [&](std::string_view form) { f(form, language, !flag.empty()); });
    }
  }
};

Gazetteer::Gazetteer() {
  auto data = std::make_unique<Data>();
  for (const char* path : kNameTables) data->read_names(path);
  data->read_words("anchors/names/ambiguous.tsv", [&](std::string_view form, std::uint8_t language, bool company) {
    if (const std::uint32_t node = data->walk(form, false); node != 0)
      for (KnownName& n : data->names[node])
        if ((n.languages & language) != 0) n.ambiguous |= language, n.company |= company ? language : 0;
  });
  data->read_words("anchors/names/not_names.tsv", [&](std::string_view form, std::uint8_t language, bool) {
    NameWord& facts = data->facts[data->intern(fold(form))];
    facts.not_name |= language;
    facts.maksura = form.ends_with("ى");
  });
  data->read_words("anchors/names/titles.tsv", [&](std::string_view form, std::uint8_t language, bool always) {
    NameWord& facts = data->facts[data->intern(fold(form))];
    facts.title |= language;
    if (always) facts.always_before_name |= language;
  });
  data->read_words("anchors/names/common_words.tsv", [&](std::string_view form, std::uint8_t language, bool) {
    data->facts[data->intern(fold(form))].common |= language;
  });
  constexpr const char* kReferences = "anchors/reference_words.tsv";
  for (const DataRow& row : data_rows(kReferences, 4)) {
    data->references.emplace_back(row.cells[0]);
    if (data->references.size() > 200) throw FormatError(kReferences, row.line, 0, "more than 200 rows");
    for (std::size_t k = 0; k < 3; ++k)
      for_each_variant(row.cells[k + 1], [&](std::string_view form) {
        NameWord& facts = data->facts[data->intern(fold(form))];
        facts.reference = static_cast<std::uint8_t>(data->references.size());
        facts.reference_languages |= static_cast<std::uint8_t>(1U << k);
      });
  }
  data_ = std::move(data);
}

Gazetteer::~Gazetteer() = default;

const Gazetteer& Gazetteer::instance() {
  static const std::unique_ptr<const Gazetteer> gazetteer(new Gazetteer);
  return *gazetteer;
}

const NameWord& Gazetteer::word(std::string_view folded) const { return data_->facts[data_->find(folded)]; }

Gazetteer::Found Gazetteer::longest(const Words& words, std::size_t first, std::uint32_t start,
                                    std::uint8_t languages) const {
  Found found;
  std::uint32_t node = start;
  bool possessive = false;
  for (std::size_t i = first + 1; node != 0; ++i) {
    const std::vector<KnownName>& here = data_->names[node];
    for (const KnownName& n : here)
      if ((n.languages & languages) != 0) {
        found = {here, i, possessive};
        break;
      }
    if (possessive) break;
    if (i < words.size() && is_hyphen(words.folded(i))) ++i;
    if (i >= words.size()) break;
    const std::string_view folded = words.folded(i);
    std::uint32_t word = data_->find(folded);
    auto it = data_->edges.find(std::uint64_t{node} << 32 | word);
    if ((word == 0 || it == data_->edges.end()) && folded.size() > 3 && folded.ends_with("'s")) {
      word = data_->find(folded.substr(0, folded.size() - 2));
      it = data_->edges.find(std::uint64_t{node} << 32 | word);
      possessive = true;
    }
    node = word == 0 || it == data_->edges.end() ? 0 : it->second;
  }
  return found;
}

std::string_view Gazetteer::id(std::uint32_t number) const { return data_->ids[number]; }
std::string_view Gazetteer::reference(std::uint8_t row) const { return data_->references[row - 1U]; }

std::uint32_t Gazetteer::find_id(std::string_view id) const {
  const auto it = data_->id_number.find(std::string(id));
  return it == data_->id_number.end() ? 0 : it->second;
}

std::span<const KnownName> Gazetteer::whole(std::string_view name, std::uint8_t languages) const {
  const Words w(name);
  if (w.size() == 0) return {};
  const Found found = longest(w, 0, word(w.folded(0)).node, languages);
  return found.end == w.size() ? found.names : std::span<const KnownName>();
}

bool Gazetteer::reserved(std::uint32_t id) const {
  const std::string& s = data_->ids[id];
  return s.starts_with("person:") || s.starts_with("given:") || s.starts_with("country:");
}

}  // namespace taraz
