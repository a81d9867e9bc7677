// Starts at a bracket and reads the words before it backwards until the initials of some start of the phrase
// spell the acronym, the shortest phrase first. Idea: Schwartz and Hearst, "A simple algorithm for
// identifying abbreviation definitions in biomedical text" (PSB 2003), with initials instead of any letters,
// as names of organisations are made. Tested by tests/align/acronyms_test.cc.
#include "align/anchors/acronyms.h"

#include <algorithm>
#include <tuple>

#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kLongestPhrase = 14;  // words
constexpr float kCertainty = 0.9F;

bool is_mark(const Words& words, std::size_t i, std::string_view mark) {
  return i < words.size() && words[i].kind == WordKind::mark && words.folded(i) == mark;
}

bool latin_acronym(std::string_view text) {
  std::size_t capitals = 0;
  for (const char c : text) {
    if (c < 'A' || c > 'z' || (c > 'Z' && c < 'a')) return false;
    capitals += c <= 'Z';
  }
  return text.size() >= 2 && text.size() <= 8 && capitals >= 2 && capitals * 2 > text.size();
}

bool is_acronym(std::string_view text, const Words& words, std::size_t i) {
  if (i >= words.size() || words[i].kind != WordKind::letters) return false;
  if (!words[i].arabic) return latin_acronym(words[i].span.of(text));
  const std::size_t letters = count_code_points(words.folded(i));
  return letters >= 3 && letters <= 6;
}

// Words of Arabic script that give no letter.
bool light_word(std::string_view folded) {
  for (const std::string_view w : {"و", "در", "از", "برای", "به", "فی", "من", "علی", "عن", "ضد", "لل", "های"})
    if (folded == w) return true;
  return false;
}

class Speller {
 public:
  Speller(const Words& words, std::size_t end, std::string_view acronym)
      : words_(words), end_(end), acronym_(acronym) {}

  // Whether words [w, end) spell the acronym from byte p on.
  bool spells(std::size_t w, std::size_t p, bool first) const {
    while (w < end_ && words_[w].kind == WordKind::mark) ++w;
    if (w == end_) return p == acronym_.size();
    const Word& word = words_[w];
    std::string_view folded = words_.folded(w);
    if (give(w, p, folded)) return true;
    if (word.arabic) {
      for (const std::string_view prefix : {"ال", "وال", "لل", "و", "ل", "ب"})
        if (folded.starts_with(prefix) && folded.size() > prefix.size() &&
            give(w, p, folded.substr(prefix.size())))
          return true;
    }
    const bool light = word.kind == WordKind::letters && (word.arabic ? light_word(folded) : !word.upper);
    return light && !first && spells(w + 1, p, false);
  }

 private:
  bool give(std::size_t w, std::size_t p, std::string_view folded) const {
    std::size_t bytes = 0;
    for (int letters = 0; letters < 3 && bytes < folded.size(); ++letters) {
      next_code_point(folded, bytes);
      if (acronym_.substr(p, bytes) != folded.substr(0, bytes)) return false;
      if (spells(w + 1, p + bytes, false)) return true;
    }
    return false;
  }

  const Words& words_;
  std::size_t end_;
  std::string_view acronym_;
};

std::string key_of(std::string_view text, const Words& words, std::size_t i) {
  return std::string(words[i].arabic ? words.folded(i) : words[i].span.of(text));
}

bool known(const Anchor& a) { return a.kind == AnchorKind::name && a.value[0] != '~'; }

}  // namespace

std::vector<AcronymPlace> find_acronyms(std::string_view text, const Words& words) {
  std::vector<AcronymPlace> found;
  for (std::size_t open = 1; open + 2 < words.size(); ++open) {
    if (!is_mark(words, open, "(")) continue;
    if (is_acronym(text, words, open + 1) && is_mark(words, open + 2, ")")) {
      const std::string_view acronym = words.folded(open + 1);
      bool spelled = false;
      for (std::size_t begin = open, letters = 0; begin-- > 0 && letters < kLongestPhrase && !spelled;) {
        const Word& w = words[begin];
        if (w.kind == WordKind::mark && words.folded(begin) != "-" && words.folded(begin) != "&") break;
        if (w.kind != WordKind::letters) continue;
        ++letters;
        if (letters < 2 || (!w.arabic && !w.upper)) continue;
        if (!Speller(words, open, acronym).spells(begin, 0, true)) continue;
        found.push_back({open + 1, begin, open, true});
        spelled = true;
      }
      if (!spelled && words[open - 1].kind == WordKind::letters)
        found.push_back({open + 1, open - 1, open, false});
      open += 2;
      continue;
    }
    // "HRAI (the Human Rights Activists in Iran)"
    if (!is_acronym(text, words, open - 1) || words[open - 1].arabic) continue;
    const std::size_t begin = open + (words.folded(open + 1) == "the" ? 2 : 1);
    std::size_t end = begin;
    while (end < words.size() && end - begin < kLongestPhrase && !is_mark(words, end, ")")) ++end;
    if (is_mark(words, end, ")") && end > begin + 1 &&
        Speller(words, end, words.folded(open - 1)).spells(begin, 0, true))
      found.push_back({open - 1, begin, end, true});
  }
  return found;
}

void DocumentAcronyms::collect(std::string_view text, const Words& words, const AnchorFinder& finder) {
  if (text.find('(') == std::string_view::npos) return;
  const std::vector<AcronymPlace> definitions = find_acronyms(text, words);
  if (definitions.empty()) return;
  const std::vector<Anchor> anchors = finder.find(text, words);
  for (const AcronymPlace& d : definitions) {
    const std::uint32_t end = words[d.end - 1].span.end;
    std::string of_phrase, of_acronym;
    for (const Anchor& a : anchors) {
      if (!known(a)) continue;
      if (a.span.end == end && (!d.initials || a.span.begin <= words[d.begin].span.begin))
        of_phrase = a.value;
      if (a.span == words[d.acronym].span) of_acronym = a.value;
    }
    if (!d.initials && (of_phrase.empty() || !of_acronym.empty() || words[d.acronym].arabic)) continue;
    std::string value = !of_acronym.empty() ? of_acronym : of_phrase;
    if (value.empty()) value = "acronym:" + std::string(words[d.acronym].span.of(text));
    if (of_acronym.empty()) acronyms_.emplace(key_of(text, words, d.acronym), value);
    if (!d.initials || !of_phrase.empty()) continue;
    std::vector<std::string> phrase;
    for (std::size_t i = d.begin; i < d.end; ++i) phrase.emplace_back(words.folded(i));
    acronyms_.emplace(key_of(text, words, d.acronym), value);
    std::string first = phrase[0];
    phrases_[std::move(first)].emplace_back(std::move(phrase), value);
  }
}

void DocumentAcronyms::apply(std::string_view text, const Words& words, std::vector<Anchor>& anchors,
                             std::size_t first) const {
  if (acronyms_.empty()) return;
  const std::size_t before = anchors.size();
  const auto add = [&](ByteSpan span, const std::string& value) {
    // A name that is known and reaches further has been found already.
    for (std::size_t i = first; i < before; ++i)
      if (known(anchors[i]) && anchors[i].span.begin <= span.begin && span.end <= anchors[i].span.end) return;
    Anchor a;
    a.kind = AnchorKind::name;
    a.span = span;
    a.value = value;
    a.certainty = kCertainty;
    anchors.push_back(std::move(a));
  };
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i].kind != WordKind::letters) continue;
    if (const auto it = acronyms_.find(key_of(text, words, i)); it != acronyms_.end())
      add(words[i].span, it->second);
    const auto phrases = phrases_.find(words.folded(i));
    if (phrases == phrases_.end()) continue;
    for (const auto& [phrase, value] : phrases->second) {
      std::size_t k = 0;
      while (k < phrase.size() && i + k < words.size() && words.folded(i + k) == phrase[k]) ++k;
      if (k < phrase.size()) continue;
      add({words[i].span.begin, words[i + k - 1].span.end}, value);
      break;
    }
  }
  if (anchors.size() == before) return;
  const auto covered = [&](const Anchor& a) {
    if (a.kind != AnchorKind::name && a.kind != AnchorKind::latin) return false;
    for (std::size_t i = before; i < anchors.size(); ++i)
      if (anchors[i].span.begin <= a.span.begin && a.span.end <= anchors[i].span.end) return true;
    return false;
  };
  std::vector<Anchor> kept;
  for (std::size_t i = first; i < anchors.size(); ++i)
    if (i >= before || !covered(anchors[i])) kept.push_back(anchors[i]);
  std::stable_sort(kept.begin(), kept.end(), [](const Anchor& a, const Anchor& b) {
    return std::tie(a.span.begin, a.span.end, a.kind) < std::tie(b.span.begin, b.span.end, b.kind);
  });
  anchors.resize(first);
  anchors.insert(anchors.end(), kept.begin(), kept.end());
}

}  // namespace taraz
