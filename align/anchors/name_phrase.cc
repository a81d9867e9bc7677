// Cuts a name into words, drops those that the table of name words knows, and keeps every sensible remainder.
// Tested by tests/align/name_similarity_test.cc.
#include "align/anchors/name_phrase.h"

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>

#include "align/anchors/gazetteer.h"
#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr float kTranslatedWord = 4.0F;  // nats for a translated word that both names have
constexpr std::uint64_t kGeneric = 1;    // bit 0; other classes from bit 1

struct NameWords {
  // Folded word -> classes, for Latin, Persian and Arabic names.
  std::array<std::unordered_map<std::string, std::uint64_t>, kNameScriptCount> classes;

  NameWords() {
    constexpr const char* kPath = "anchors/names/name_words.tsv";
    std::vector<std::string_view> names = {"generic"};
    for (const DataRow& row : data_rows(kPath, 4)) {
      auto at = std::find(names.begin(), names.end(), row.cells[0]);
      if (at == names.end()) at = names.insert(at, row.cells[0]);
      if (names.size() > 60) throw FormatError(kPath, row.line, 0, "more than 60 classes of words");
      const std::uint64_t bit = std::uint64_t{1} << (at - names.begin());
      for (std::size_t s = 0; s < kNameScriptCount; ++s) {
        std::string_view cell = row.cells[s + 1];
        while (!cell.empty()) {
          const std::size_t bar = std::min(cell.find('|'), cell.size());
          if (bar > 0) classes[s][fold(cell.substr(0, bar))] |= bit;
          cell.remove_prefix(std::min(bar + 1, cell.size()));
        }
      }
    }
  }
};

const NameWords& name_words() {
  static const std::unique_ptr<const NameWords> instance = std::make_unique<const NameWords>();
  return *instance;
}

struct Part {
  std::string_view word;
  std::uint64_t classes;
};

std::vector<Part> parts_of(std::string_view name, NameScript script) {
  const auto& known = name_words().classes[static_cast<std::size_t>(script)];
  std::vector<Part> parts;
  std::string folded;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t end = std::min(name.find_first_of(" -", i), name.size());
    if (end > i) {
      folded.clear();
      fold(name.substr(i, end - i), folded);
      const auto it = known.find(folded);
      parts.push_back({name.substr(i, end - i), it == known.end() ? 0 : it->second});
    }
    i = end + 1;
  }
  return parts;
}

std::string joined(const std::vector<Part>& parts, std::uint64_t without) {
  std::string out;
  for (const Part& p : parts)
    if ((p.classes & without) == 0) out.append(out.empty() ? "" : " ").append(p.word);
  return out;
}

// Where an addition begins: a comma of any script, a bracket; npos when the name has none or begins with it.
std::size_t addition(std::string_view name) {
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t at = i;
    const char32_t c = next_code_point(name, i);
    if ((c == ',' || c == U'،' || c == '(' || c == '[' || c == '/') && at > 0) return at;
  }
  return std::string_view::npos;
}

// Latin letters whose mark changes the sound, as English writes that sound: "Şevket", "Milošević".
std::string sound_marks(std::string_view name) {
  std::string out;
  for (std::size_t i = 0; i < name.size();) {
    const std::size_t at = i;
    switch (next_code_point(name, i)) {
      case U'ş':
      case U'š':
      case U'Ş':
      case U'Š':
      case U'ś':
      case U'Ś':
      case U'ș':
      case U'Ș':
        out += "sh";
        break;
      case U'č':
      case U'ć':
      case U'ç':
      case U'Č':
      case U'Ć':
      case U'Ç':
        out += "ch";
        break;
      case U'ž':
      case U'Ž':
      case U'ż':
      case U'Ż':
        out += "zh";
        break;
      case U'ñ':
      case U'Ñ':
      case U'ń':
        out += "ny";
        break;
      case U'ğ':
      case U'Ğ':
        out += "gh";
        break;
      case U'ţ':
      case U'ț':
      case U'Ț':
        out += "ts";
        break;
      default:
        out.append(name.substr(at, i - at));
    }
  }
  return out;
}

}  // namespace

std::vector<NameReading> name_readings(std::string_view name, NameScript script) {
  std::vector<NameReading> readings;
  const auto add = [&](std::string_view text, std::uint64_t translated) {
    const NameReading reading{make_name_form(text, script), translated};
    if (reading.form.empty()) return;
    for (const NameReading& r : readings)
      if (r.form == reading.form && r.translated == translated) return;
    readings.push_back(reading);
  };
  const std::string_view cut = name.substr(0, addition(name));
  add(cut, 0);
  if (script == NameScript::latin)
    if (const std::string sounded = sound_marks(cut); sounded != cut) add(sounded, 0);
  if (cut.find_first_of(" -") == std::string_view::npos) return readings;
  const std::vector<Part> parts = parts_of(cut, script);
  std::uint64_t classes = 0;
  for (const Part& p : parts) classes |= p.classes;
  if ((classes & kGeneric) != 0) add(joined(parts, kGeneric), 0);
  for (std::uint64_t rest = classes & ~kGeneric; rest != 0; rest &= rest - 1) {
    const std::uint64_t bit = rest & (~rest + 1);
    add(joined(parts, bit), bit);
    if ((classes & kGeneric) != 0) add(joined(parts, bit | kGeneric), bit);
  }
  return readings;
}

NamePhrase::NamePhrase(std::string_view name, NameScript script) {
  for (const NameReading& r : name_readings(name, script))
    readings_.push_back({make_name_key(r.form), r.translated});
}

float name_evidence(const NamePhrase& a, const NamePhrase& b) {
  float best = -1e9F;
  for (const NamePhrase::Reading& x : a.readings())
    for (const NamePhrase::Reading& y : b.readings())
      if (x.translated == y.translated)
        best = std::max(best, name_evidence(x.key, y.key) + (x.translated != 0 ? kTranslatedWord : 0.0F));
  return best;
}

namespace {

constexpr float kListedAgainstUnlisted = 4.0F;  // nats that a form missing in the table must make up for

std::vector<std::uint32_t> reserved_ids(std::string_view name, NameScript script) {
  const std::uint8_t language = script == NameScript::latin     ? kEnglishNames
                                : script == NameScript::persian ? kPersianNames
                                                                : kArabicNames;
  std::vector<std::uint32_t> ids;
  for (const KnownName& k : Gazetteer::instance().whole(name, language))
    if ((k.languages & language) != 0 && Gazetteer::instance().reserved(k.id)) ids.push_back(k.id);
  return ids;
}

}  // namespace

double name_similarity(std::string_view a, const Language& a_language, std::string_view b,
                       const Language& b_language) {
  const NameScript a_script = name_script(a, a_language), b_script = name_script(b, b_language);
  const std::vector<std::uint32_t> a_ids = reserved_ids(a, a_script), b_ids = reserved_ids(b, b_script);
  float penalty = 0.0F;
  if (!a_ids.empty() && !b_ids.empty()) {
    const bool same =
        std::find_first_of(a_ids.begin(), a_ids.end(), b_ids.begin(), b_ids.end()) != a_ids.end();
    return same ? 1.0 : 0.0;
  }
  if (a_ids.empty() != b_ids.empty()) penalty = kListedAgainstUnlisted;
  return similarity_of_evidence(name_evidence(NamePhrase(a, a_script), NamePhrase(b, b_script)) - penalty);
}

}  // namespace taraz
