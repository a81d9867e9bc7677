// Votes: each place of the term says what it is called there. Growing follows the extension step of phrase
// extraction (Och and Ney 2004), but asks the whole corpus: "الفيدرالي" for FBI becomes "مكتب التحقيقات
// الفيدرالي" when that is what meets FBI more exclusively. Tested by
// tests/corpus/glossary/translation_choice_test.cc.
#include "corpus/glossary/translation_choice.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "text/fold.h"

namespace taraz {
namespace {

using Keys = std::vector<std::uint32_t>;

constexpr double kHeardShare = 0.4;    // of the units of a name
constexpr float kSurelyHeard = 11.0F;  // nats: another spelling than the usual one
constexpr float kNearlyAsWell = 0.8F;  // of the evidence of the usual one
constexpr double kRarelyHeard = 0.65;
constexpr double kAlways = 0.75;         // share of the places at which a word stands beside a term
constexpr double kExplained = 0.35;      // link to other words from which a word belongs to these
constexpr double kMoreExclusive = 1.15;  // Dice of a grown translation against the one before
constexpr double kShorter = 0.85;
constexpr std::size_t kMostCells = 400 * 400;  // word pairs of a unit; longer ones are no sentences
constexpr std::size_t kGrowths = 5;

double dice(double together, double first, double second) {
  return first + second > 0 ? std::min(1.0, 2.0 * together / (first + second)) : 0.0;
}

}  // namespace

Keys TranslationChooser::keys_of(const Occurrence& o) const {
  Keys out;
  for (std::uint32_t i = o.begin; i < o.end; ++i) out.push_back(second_.words[o.text][i].key);
  return out;
}

bool TranslationChooser::linkable(std::uint32_t unit) const {
  const std::size_t cells = pair_.first[unit].tokens.size() * pair_.second[unit].tokens.size();
  return cells > 0 && cells <= kMostCells;
}

std::size_t TranslationChooser::units_of(const TermCandidate& candidate) const {
  std::set<std::uint32_t> units;
  for (const Occurrence& o : candidate.occurrences)
    if (!second_.texts[o.text].empty()) units.insert(o.text);
  return units.size();
}

std::optional<TranslationChoice> TranslationChooser::choose(const TermCandidate& candidate,
                                                            const std::string& name,
                                                            std::uint32_t min_frequency) const {
  const auto by_sound =
      candidate.kind == ConceptKind::term ? std::nullopt : heard(candidate, name, min_frequency);
  if (by_sound && by_sound->confidence >= kHeardConfidence &&
      by_sound->keys.size() >= candidate.keys.size()) {
    if (candidate.keys.size() > 1 || by_sound->copied) return by_sound;
    // "أوروبا" and "الأوروبي" both sound like Europe; links tell the word from its relatives.
    auto by_links = linked(candidate, name, min_frequency);
    const bool as_well = by_links && by_links->confidence >= kHeardConfidence && by_links->keys.size() == 1 &&
                         by_links->units.size() >= by_sound->units.size();
    return as_well && by_links->keys != by_sound->keys ? by_links : by_sound;
  }
  if (candidate.doubtful) return by_sound;
  auto by_links = linked(candidate, name, min_frequency);
  if (!by_sound) return by_links;
  if (by_sound->confidence < kHeardConfidence)
    return by_links && by_links->confidence >= by_sound->confidence ? by_links : by_sound;
  // "نوتنغهام" is heard in "Nottingham East", but "نوتنغهام الشرقية" is what it is called.
  const bool whole = by_links && by_links->keys.size() > by_sound->keys.size() &&
                     std::search(by_links->keys.begin(), by_links->keys.end(), by_sound->keys.begin(),
                                 by_sound->keys.end()) != by_links->keys.end();
  return whole ? by_links : by_sound;
}

std::optional<TranslationChoice> TranslationChooser::heard(const TermCandidate& candidate,
                                                           const std::string& name,
                                                           std::uint32_t min_frequency) const {
  struct Group {
    double evidence = 0.0;
    float best = 0.0F;
    bool copied = false;
    std::vector<Occurrence> occurrences;
  };
  const SoughtName sought(name, first_.language);
  std::map<Keys, Group> groups;
  std::set<std::uint32_t> units;
  for (const Occurrence& o : candidate.occurrences) {
    if (units.count(o.text) > 0) continue;
    const auto stretch = sought.heard_in(second_.texts[o.text], second_.words[o.text], second_.language);
    if (!stretch) continue;
    units.insert(o.text);
    const Occurrence there{o.text, stretch->begin, stretch->end};
    Group& g = groups[keys_of(there)];
    g.evidence +=
        stretch->evidence - 0.75F * SoughtName::kHeard;  // twice and well beats three times and hardly
    g.best = std::max(g.best, stretch->evidence);
    g.copied = stretch->copied;
    g.occurrences.push_back(there);
  }
  if (units.size() < min_frequency) return std::nullopt;
  const bool often =
      static_cast<double>(units.size()) >= kHeardShare * static_cast<double>(units_of(candidate));
  // A name that is left in its own script here and there is still called what it is called otherwise.
  std::size_t transcribed = 0;
  for (const auto& [keys, group] : groups) transcribed += group.copied ? 0 : group.occurrences.size();
  const auto best = std::max_element(groups.begin(), groups.end(), [&](const auto& a, const auto& b) {
    if (transcribed >= min_frequency_ && a.second.copied != b.second.copied) return a.second.copied;
    return a.second.evidence < b.second.evidence;
  });
  TranslationChoice out;
  out.keys = best->first;
  out.heard = true;
  out.copied = best->second.copied;
  out.units = units;
  for (const auto& [keys, group] : groups)
    if (keys == best->first || group.copied ||
        group.best >= std::max(kSurelyHeard, kNearlyAsWell * best->second.best))
      for (const Occurrence& o : group.occurrences)
        (keys == best->first ? out.occurrences : out.others).push_back(o);
  out.confidence = often ? kHeardConfidence : kRarelyHeard;
  return out;
}

bool TranslationChooser::grow(std::vector<Place>& places, Keys& keys, std::size_t source_units) const {
  const auto units_in = [](const std::vector<Place>& list) {
    std::set<std::uint32_t> units;
    for (const Place& p : list) units.insert(p.target.text);
    return static_cast<double>(units.size());
  };
  // Twice the same words around the term: a sentence that was repeated says nothing about its extent.
  const auto beside_source = [&](const Place& p, bool after) -> std::int64_t {
    const std::vector<TermWord>& words = first_.words[p.source.text];
    if (after ? p.source.end >= words.size() : p.source.begin == 0) return -1;
    const TermWord& w = words[after ? p.source.end : p.source.begin - 1];
    return w.role == TermRole::content ? static_cast<std::int64_t>(w.key) : -1;
  };
  bool repeated = false;
  for (const bool after : {false, true}) {
    const std::int64_t first = beside_source(places.front(), after);
    repeated = repeated || (first >= 0 && std::all_of(places.begin(), places.end(), [&](const Place& p) {
                              return beside_source(p, after) == first;
                            }));
  }
  const double now = dice(units_in(places), static_cast<double>(source_units), index_.texts_with(keys));
  double best = now;
  std::vector<Place> best_places;
  for (const bool after : {false, true})
    for (std::uint32_t steps = 1; steps <= 2; ++steps) {
      // The words beside the term, by how often they are there and nothing else explains them.
      struct Beside {
        std::vector<Place> places;
        std::size_t explained = 0;  // places where another word of the source explains them
      };
      std::map<Keys, Beside> beside;
      for (const Place& p : places) {
        const std::vector<TermWord>& words = second_.words[p.target.text];
        Place wider = p;
        if (after ? p.target.end + steps > words.size() : p.target.begin < steps) continue;
        (after ? wider.target.end += steps : wider.target.begin -= steps);
        const std::uint32_t begin = after ? p.target.end : wider.target.begin;
        const TermWord& edge = words[after ? wider.target.end - 1 : wider.target.begin];
        if (edge.role != TermRole::content) continue;
        bool barrier = false;
        for (std::uint32_t i = begin; i < begin + steps; ++i)
          barrier = barrier || words[i].role == TermRole::barrier;
        if (barrier) continue;
        const WordLinks links(*pair_.model, Side::first, pair_.first[p.source.text],
                              pair_.second[p.source.text]);
        Beside& there = beside[keys_of({p.target.text, begin, begin + steps})];
        there.places.push_back(wider);
        there.explained +=
            links.from_outside(p.source.begin, p.source.end, begin, begin + steps) > kExplained;
      }
      for (const auto& [added, there] : beside) {
        const std::vector<Place>& list = there.places;
        const std::size_t unexplained = list.size() - there.explained;
        if (unexplained < 2 || unexplained * 4 < list.size()) continue;
        if (list.size() < 2 ||
            static_cast<double>(list.size()) < kAlways * static_cast<double>(places.size()))
          continue;
        Keys wider = keys_of(list.front().target);
        const double d = dice(units_in(list), static_cast<double>(source_units), index_.texts_with(wider));
        // "پادشاهی" that never stands without "متحده" is not the whole of what UK is called.
        const bool inseparable = list.size() >= 3 && list.size() == places.size() &&
                                 there.explained * 5 <= list.size() && !repeated && d > best - 1e-9;
        const bool better =
            inseparable || (d > best + 1e-9 && d > kMoreExclusive * now &&
                            (list.size() >= 3 || (list.size() == places.size() && !repeated)));
        if (better) best = d, best_places = list;
      }
    }
  if (best_places.empty()) return false;
  places = std::move(best_places);
  keys = keys_of(places.front().target);
  return true;
}

bool TranslationChooser::known_name(const std::string& name, const std::vector<Place>& places) const {
  return std::any_of(places.begin(), places.end(), [&](const Place& p) {
    const std::vector<TermWord>& words = second_.words[p.target.text];
    const ByteSpan span{words[p.target.begin].span.begin, words[p.target.end - 1].span.end};
    return name_similarity(name, first_.language, span.of(second_.texts[p.target.text]), second_.language) >=
           kSameName;
  });
}

std::optional<TranslationChoice> TranslationChooser::linked(const TermCandidate& candidate,
                                                            const std::string& name,
                                                            std::uint32_t min_frequency) const {
  struct Vote {
    double strength = 0.0;
    std::vector<Place> places;
  };
  std::map<Keys, Vote> votes;
  for (const Occurrence& o : candidate.occurrences) {
    if (!linkable(o.text)) continue;
    const WordLinks links(*pair_.model, Side::first, pair_.first[o.text], pair_.second[o.text]);
    const auto p = links.project(o.begin, o.end, first_.words[o.text], second_.words[o.text]);
    if (!p) continue;
    const Occurrence there{o.text, p->begin, p->end};
    Vote& vote = votes[keys_of(there)];
    vote.strength += p->strength;
    vote.places.push_back({o, there, p->strength});
  }
  const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return a.second.strength < b.second.strength;
  });
  if (best == votes.end()) return std::nullopt;
  TranslationChoice out;
  out.keys = best->first;
  std::vector<Place> places = best->second.places;
  // Where other places say more ("التحقيقات الفيدرالي"), and the same stands around the rest, that is meant.
  for (const auto& [keys, vote] : votes) {
    const auto inner = std::search(keys.begin(), keys.end(), out.keys.begin(), out.keys.end());
    if (keys.size() <= out.keys.size() || inner == keys.end() || vote.places.size() < 2) continue;
    const auto before = static_cast<std::uint32_t>(inner - keys.begin());
    std::vector<Place> wider = vote.places;
    for (const Place& p : places) {
      if (p.target.begin < before) continue;
      Place w = p;
      w.target.begin -= before;
      w.target.end = w.target.begin + static_cast<std::uint32_t>(keys.size());
      if (w.target.end <= second_.words[w.target.text].size() && keys_of(w.target) == keys)
        wider.push_back(w);
    }
    if (static_cast<double>(wider.size()) < kAlways * static_cast<double>(places.size() + vote.places.size()))
      continue;
    places = std::move(wider);
    out.keys = keys;
  }
  const std::size_t source_units = units_of(candidate);
  const bool known = candidate.kind != ConceptKind::term && known_name(name, places);
  for (std::size_t k = 0; !known && k < kGrowths && grow(places, out.keys, source_units); ++k) {
  }
  double strength = 0.0;
  for (const Place& p : places) {
    strength += p.strength;
    out.units.insert(p.target.text);
    out.occurrences.push_back(p.target);
  }
  if (out.units.size() < min_frequency) return std::nullopt;
  const auto together = static_cast<double>(out.units.size());
  const double d = dice(together, static_cast<double>(source_units), index_.texts_with(out.keys));
  out.confidence =
      std::sqrt(d * strength / static_cast<double>(places.size())) * together / (together + kFewUnits);
  // Fewer words than the term has: some are left out more often than not.
  if (out.keys.size() < candidate.keys.size()) out.confidence *= kShorter;
  if (known) out.confidence = std::max(out.confidence, kHeardConfidence);
  return out;
}

bool learn_proclitics(const std::vector<TermCandidate>& candidates, const std::vector<std::string>& names,
                      const Language& first, const LanguageTexts& second, TermVocabulary& vocabulary) {
  bool any = false;
  if (second.language.base() != "ar") return any;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    if (candidates[c].kind == ConceptKind::term) continue;
    const SoughtName sought(names[c], first);
    for (const Occurrence& o : candidates[c].occurrences) {
      const auto stretch = sought.heard_in(second.texts[o.text], second.words[o.text], second.language);
      if (!stretch || stretch->proclitics == 0) continue;
      vocabulary.set_proclitics(fold(second.words[o.text][stretch->begin].span.of(second.texts[o.text])),
                                stretch->proclitics);
      any = true;
    }
  }
  return any;
}

}  // namespace taraz
