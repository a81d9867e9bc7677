// Definitions by brackets on both sides say where a translation ends; word links, where it begins. Tested by
// tests/corpus/glossary/acronyms_test.cc.
#include <algorithm>
#include <map>
#include <utility>

#include "corpus/glossary/translation_choice.h"

namespace taraz {
namespace {

using Keys = std::vector<std::uint32_t>;

constexpr double kDefined = 0.9;  // said by the text itself, on both sides

bool holds(const Keys& longer, const Keys& shorter) {
  return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
}

void append(std::vector<Occurrence>& to, const std::vector<Occurrence>& from) {
  to.insert(to.end(), from.begin(), from.end());
}

}  // namespace

std::optional<TranslationChoice> TranslationChooser::defined(
    const std::vector<AcronymDefinition>& definitions) const {
  std::map<Keys, std::vector<Occurrence>> found;
  TranslationChoice out;
  for (const AcronymDefinition& d : definitions) {
    const std::uint32_t u = d.expansion.text;
    const std::string acronym(first_.words[u][d.acronym].span.of(first_.texts[u]));
    const auto found_at = bracketed(acronym, second_.texts[u], second_.words[u]);
    if (!found_at || !linkable(u)) continue;
    const std::uint32_t bracket = found_at->bracket;
    const WordLinks links(*pair_.model, Side::first, pair_.first[u], pair_.second[u]);
    const auto p = links.project(d.expansion.begin, d.expansion.end, first_.words[u], second_.words[u]);
    if (!p || p->begin >= bracket) continue;
    // It ends at the bracket; what links say is where it begins.
    bool barrier = false;
    for (std::uint32_t i = p->begin; i < bracket; ++i)
      barrier = barrier || second_.words[u][i].role == TermRole::barrier;
    if (barrier || bracket - p->begin > 2 * (d.expansion.end - d.expansion.begin) + 2) continue;
    const Occurrence there{u, p->begin, bracket};
    found[keys_of(there)].push_back(there);
    out.units.insert(u);
    out.acronyms.push_back({u, found_at->acronym, found_at->acronym + 1});
  }
  const auto best = std::max_element(found.begin(), found.end(), [](const auto& a, const auto& b) {
    return a.second.size() < b.second.size();
  });
  if (best == found.end()) return std::nullopt;
  out.keys = best->first;
  for (const auto& [keys, places] : found)
    (keys == out.keys ? out.occurrences : out.others)
        .insert((keys == out.keys ? out.occurrences : out.others).end(), places.begin(), places.end());
  out.confidence = kDefined;
  return out;
}

void TranslationChooser::add_meetings(TranslationChoice& choice, const std::string& acronym,
                                      const std::vector<Occurrence>& places) const {
  const auto sure = [&] {
    return static_cast<double>(choice.units.size()) / (static_cast<double>(choice.units.size()) + kFewUnits);
  };
  const double before = sure();
  for (const Occurrence& o : places) {
    if (choice.units.count(o.text) > 0) continue;
    const std::vector<TermWord>& words = second_.words[o.text];
    const auto size = static_cast<std::uint32_t>(choice.keys.size());
    for (std::uint32_t i = 0; i < words.size() && choice.units.count(o.text) == 0; ++i) {
      if (i + size <= words.size() && keys_of({o.text, i, i + size}) == choice.keys)
        choice.occurrences.push_back({o.text, i, i + size});
      else if (words[i].span.of(second_.texts[o.text]) == acronym)
        choice.acronyms.push_back({o.text, i, i + 1});
      else
        continue;
      choice.units.insert(o.text);
    }
  }
  choice.confidence =
      std::min(std::max(kHeardConfidence, choice.confidence), choice.confidence * sure() / before);
}

std::optional<TranslationChoice> joined_choice(std::optional<TranslationChoice> expansion,
                                               const std::optional<TranslationChoice>& acronym) {
  if (!acronym) return expansion;
  if (!expansion) return acronym;
  if (acronym->heard)
    append(expansion->acronyms, acronym->occurrences);
  else if (acronym->keys == expansion->keys)
    append(expansion->occurrences, acronym->occurrences);
  else if (holds(expansion->keys, acronym->keys) || holds(acronym->keys, expansion->keys))
    append(expansion->others, acronym->occurrences);
  else
    return expansion;  // they disagree
  expansion->units.insert(acronym->units.begin(), acronym->units.end());
  return expansion;
}

}  // namespace taraz
