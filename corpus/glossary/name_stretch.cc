// Every window of about as many words as the name has is compared by name_evidence(); Arabic words also
// without proclitics. Tested by tests/corpus/glossary/name_stretch_test.cc.
#include "corpus/glossary/name_stretch.h"

#include <algorithm>
#include <array>
#include <utility>

#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr float kSameLetters = 20.0F;    // written the same in the same script
constexpr float kProcliticGain = -1.0F;  // nats that it may sound worse without one and still have it

std::string joined(std::string_view text) {
  std::string out = fold(text);
  std::erase_if(out, [](char c) { return c == ' ' || c == '-' || c == '\''; });
  return out;
}

// Names of the letters A to Z in one language, folded, without spaces.
using LetterNames = std::array<std::vector<std::string>, 26>;

LetterNames read_letter_names(std::size_t column) {
  LetterNames out;
  const char* const path = "corpus/letter_names.tsv";
  for (const DataRow& row : data_rows(path, 3)) {
    if (row.cells[0].size() != 1 || row.cells[0][0] < 'A' || row.cells[0][0] > 'Z')
      throw FormatError(data_source(path), row.line, 0, "the first cell is a letter, A to Z");
    std::vector<std::string>& names = out[static_cast<std::size_t>(row.cells[0][0] - 'A')];
    const std::string_view cell = row.cells[column];
    for (std::size_t i = 0; i <= cell.size();) {
      const std::size_t end = std::min(cell.find('|', i), cell.size());
      names.push_back(joined(cell.substr(i, end - i)));
      i = end + 1;
    }
  }
  return out;
}

const LetterNames* letter_names(const Language& language) {
  static const LetterNames persian = read_letter_names(1), arabic = read_letter_names(2);
  return language.base() == "fa" ? &persian : language.base() == "ar" ? &arabic : nullptr;
}

// Whether `text` is the names of the letters one after the other.
bool spells(std::string_view text, std::string_view letters, const LetterNames& names) {
  if (letters.empty()) return text.empty();
  const std::vector<std::string>& first = names[static_cast<std::size_t>(letters[0] - 'A')];
  return std::any_of(first.begin(), first.end(), [&](const std::string& name) {
    return !name.empty() && text.starts_with(name) &&
           spells(text.substr(name.size()), letters.substr(1), names);
  });
}

// Bytes of the first `count` letters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
  std::size_t i = 0;
  while (count-- > 0 && i < text.size()) next_code_point(text, i);
  return i;
}

// Whether a proclitic stands at byte `at`, and not a sound that the name begins with as well.
bool is_proclitic(std::string_view text, std::size_t at, std::string_view name) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kProclitics{
      {{"و", "ouvw"}, {"ف", "fpv"}, {"ب", "bpv"}, {"ل", "l"}, {"ك", "ckqx"}}};
  return std::any_of(kProclitics.begin(), kProclitics.end(), [&](const auto& p) {
    return text.substr(at).starts_with(p.first) &&
           (name.empty() || p.second.find(name[0]) == std::string_view::npos);
  });
}

}  // namespace

SoughtName::SoughtName(std::string_view name, const Language& language)
    : folded_(joined(name)),
      words_(1 + static_cast<std::size_t>(
                     std::count_if(name.begin(), name.end(), [](char c) { return c == ' ' || c == '-'; }))),
      key_(make_name_key(name, name_script(name, language))) {
  const bool capitals = std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (capitals && name.size() >= 2 && name.size() <= 6) acronym_ = name;
}

std::optional<NameStretch> SoughtName::heard_in(std::string_view text, const std::vector<TermWord>& words,
                                                const Language& language) const {
  const bool arabic = language.base() == "ar";
  const LetterNames* const letters = acronym_.empty() ? nullptr : letter_names(language);
  const std::size_t longest = std::max(words_ + 2, letters == nullptr ? 0 : acronym_.size() + 1);
  NameStretch best;
  for (std::uint32_t begin = 0; begin < words.size(); ++begin) {
    if (words[begin].role == TermRole::barrier) continue;
    for (std::uint32_t end = begin + 1; end <= words.size() && end <= begin + longest; ++end) {
      if (words[end - 1].role == TermRole::barrier) break;
      // No name is written half in one script, half in another.
      if (end > begin + 1 && name_script(words[end - 1].span.of(text), language) !=
                                 name_script(words[begin].span.of(text), language))
        break;
      const std::string_view stretch = ByteSpan{words[begin].span.begin, words[end - 1].span.end}.of(text);
      const NameScript script = name_script(stretch, language);
      if (script == key_.form.script) {
        const std::string folded = joined(stretch);
        const bool same = folded == folded_ || folded == folded_ + "s";
        if (same && best.evidence < kSameLetters) best = {begin, end, kSameLetters, true, 0};
        continue;
      }
      if (letters != nullptr) {
        const std::string folded = joined(stretch);
        for (std::size_t cut = 0; cut <= (arabic ? 1U : 0U); ++cut)
          if (best.evidence < kSameLetters && (cut == 0 || is_proclitic(folded, 0, folded_)) &&
              spells(std::string_view(folded).substr(bytes_of(folded, cut)), acronym_, *letters))
            best = {begin, end, kSameLetters, false, cut};
      }
      if (end > begin + words_ + 2) continue;
      // "است" behind Nottingham East is no part of it, "هو" in Ri Yong Ho is.
      const bool edge = words[begin].role == TermRole::edge || words[end - 1].role == TermRole::edge;
      if (edge && end > begin + words_) continue;
      float evidence = name_evidence(key_, make_name_key(stretch, script));
      std::size_t proclitics = 0;
      for (std::size_t cut = 1; arabic && cut <= 2; ++cut) {
        const std::size_t before = bytes_of(stretch, cut - 1), after = bytes_of(stretch, cut);
        if (!is_proclitic(stretch, before, folded_) || after + 3 >= words[begin].span.size()) break;
        const float bare = name_evidence(key_, make_name_key(stretch.substr(after), script));
        if (bare <= evidence + kProcliticGain) continue;
        evidence = bare;
        proclitics = cut;
      }
      if (evidence > best.evidence) best = {begin, end, evidence, false, proclitics};
    }
  }
  if (best.evidence < kHeard + kHeardWord * static_cast<float>(words_ - 1)) return std::nullopt;
  return best;
}

}  // namespace taraz
