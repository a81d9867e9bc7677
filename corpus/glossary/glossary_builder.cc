// Steps: words and keys of every text; a word model learned from the units on top of the shipped lexicon;
// candidates of the first language; each occurrence projected into the other languages by word links; the
// projections of a candidate vote for its translation; confidence from how often the two meet, how well their
// words are linked, and whether both are the same name. Tested by tests/corpus/glossary/glossary_test.cc.
#include "corpus/glossary/glossary_builder.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "align/lexicon/lexicon.h"
#include "corpus/glossary/acronyms.h"
#include "corpus/glossary/bilingual_words.h"
#include "corpus/glossary/candidates.h"
#include "corpus/glossary/surface_forms.h"
#include "corpus/glossary/term_text.h"
#include "corpus/glossary/translation_choice.h"
#include "text/fold.h"

namespace taraz {
namespace {

using Keys = std::vector<std::uint32_t>;

constexpr std::size_t kContextLength = 160;  // code points, about
constexpr double kFarWorse = 0.85;           // of the confidence of another term with the same translation
constexpr double kName = 1.3, kCopy = 0.5, kGivenName = 0.6;  // worth of entries, against a term

bool is_without_capitals(const Language& language) {
  constexpr std::array<std::string_view, 7> kLanguages{"fa", "ar", "ur", "ps", "ckb", "sd", "he"};
  return std::find(kLanguages.begin(), kLanguages.end(), language.base()) != kLanguages.end();
}

// How much a translator gains from an entry: sure, frequent and long ones more; a name that is left as it is
// written, less.
double worth_of(const Concept& entry, std::size_t words) {
  double worth = entry.confidence * std::log2(1.0 + entry.frequency) *
                 std::sqrt(std::log2(1.0 + static_cast<double>(words)));
  if (entry.kind != ConceptKind::term) worth *= kName;
  const std::string folded = fold(entry.terms[0].term);
  const bool copied = std::all_of(entry.terms.begin() + 1, entry.terms.end(),
                                  [&](const ConceptTerm& t) { return fold(t.term) == folded; });
  return copied ? worth * kCopy : worth;
}

}  // namespace

// An expansion and the acronym that texts define as its own.
struct Tie {
  Keys acronym;
  std::vector<AcronymDefinition> definitions;
  std::vector<Occurrence> places;  // of the acronym
};

struct GlossaryBuilder::State {
  GlossaryOptions options;
  std::vector<Language> order;           // as the user has them
  std::vector<LanguageTexts> languages;  // the one that terms are looked for in first
  std::vector<TermVocabulary> vocabularies;
  std::vector<std::uint32_t> document_of;  // by unit
  std::map<std::string, std::uint32_t> documents;

  std::multimap<Keys, Tie> ties;  // by expansion

  void use_lexicons();
  void read_ties();
  void read_words(std::size_t language);
  ConceptTerm term(std::size_t language, const std::vector<Occurrence>& usual,
                   const std::vector<Occurrence>& others, ConceptKind kind) const;
  std::string context(std::size_t language, const std::vector<Occurrence>& occurrences,
                      std::uint32_t unit) const;
  std::vector<std::optional<TranslationChoice>> translations(std::size_t other,
                                                             const std::vector<TermCandidate>& candidates,
                                                             const std::vector<std::string>& names);
  Concept entry(const TermCandidate& candidate, const std::vector<const TranslationChoice*>& choices) const;
};

GlossaryBuilder::GlossaryBuilder(std::vector<Language> languages, const GlossaryOptions& options)
    : state_(new State) {
  state_->options = options;
  state_->order = languages;
  // English shows its names by capitals; from Persian or Arabic they are found through it.
  if (!languages.empty() && is_without_capitals(languages[0]))
    std::stable_partition(languages.begin(), languages.end(),
                          [](const Language& l) { return l.base() == "en"; });
  for (const Language& l : languages) {
    state_->languages.push_back({l, {}, {}});
    state_->vocabularies.emplace_back(l);
  }
}

GlossaryBuilder::~GlossaryBuilder() = default;

void GlossaryBuilder::add(const TranslationUnit& unit) {
  std::vector<LanguageTexts>& languages = state_->languages;
  std::vector<const std::string*> found(languages.size(), nullptr);
  std::size_t others = 0;
  for (const Variant& v : unit.variants)
    for (std::size_t k = 0; k < found.size(); ++k)
      if (found[k] == nullptr && v.language == languages[k].language && !v.text.empty()) {
        found[k] = &v.text;
        others += k > 0;
        break;
      }
  if (found[0] == nullptr || others == 0) return;
  for (std::size_t k = 0; k < found.size(); ++k) {
    languages[k].texts.push_back(found[k] == nullptr ? std::string() : *found[k]);
    state_->vocabularies[k].count(languages[k].texts.back());
  }
  const auto number = static_cast<std::uint32_t>(state_->documents.size());
  state_->document_of.push_back(
      unit.document.empty() ? 0 : state_->documents.emplace(unit.document, number + 1).first->second);
}

// What words there are, for the proclitics of Arabic.
void GlossaryBuilder::State::use_lexicons() {
  for (std::size_t k = 0; k < languages.size(); ++k) {
    if (languages[k].language.base() != "ar") continue;
    const auto lexicon = Lexicon::shipped(languages[k].language, languages[k == 0 ? 1 : 0].language);
    if (lexicon == nullptr) continue;
    vocabularies[k].set_lexicon(
        [lexicon](std::string_view folded) { return lexicon->find(Side::first, folded) != kNoWord; });
  }
}

void GlossaryBuilder::State::read_ties() {
  const auto keys_of = [&](const Occurrence& o) {
    Keys keys;
    for (std::uint32_t i = o.begin; i < o.end; ++i) keys.push_back(languages[0].words[o.text][i].key);
    return keys;
  };
  std::map<Keys, std::map<Keys, std::vector<AcronymDefinition>>> by_acronym;
  for (const AcronymDefinition& d : find_acronym_definitions(languages[0]))
    by_acronym[keys_of({d.expansion.text, d.acronym, d.acronym + 1})][keys_of(d.expansion)].push_back(d);
  ties.clear();
  for (auto& [acronym, expansions] : by_acronym) {
    const auto best =
        std::max_element(expansions.begin(), expansions.end(),
                         [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    ties.emplace(best->first, Tie{acronym, std::move(best->second), {}});
  }
  std::map<std::uint32_t, Tie*> by_key;
  for (auto& [expansion, tie] : ties) by_key[tie.acronym.front()] = &tie;
  for (std::uint32_t t = 0; t < languages[0].words.size(); ++t)
    for (std::uint32_t w = 0; w < languages[0].words[t].size(); ++w) {
      const TermWord& word = languages[0].words[t][w];
      if (!word.capitals || word.role == TermRole::barrier) continue;
      if (const auto it = by_key.find(word.key); it != by_key.end())
        it->second->places.push_back({t, w, w + 1});
    }
}

void GlossaryBuilder::State::read_words(std::size_t language) {
  LanguageTexts& l = languages[language];
  l.words.clear();
  for (const std::string& text : l.texts) l.words.push_back(vocabularies[language].words(text));
}

// Of the place in this unit, or else of the one with the shortest context.
std::string GlossaryBuilder::State::context(std::size_t language, const std::vector<Occurrence>& occurrences,
                                            std::uint32_t unit) const {
  std::string out;
  for (const Occurrence& o : occurrences) {
    const std::vector<TermWord>& w = languages[language].words[o.text];
    std::string here = context_of(languages[language].texts[o.text],
                                  {w[o.begin].span.begin, w[o.end - 1].span.end}, kContextLength);
    if (o.text == unit) return here;
    if (out.empty() || here.size() < out.size()) out = std::move(here);
  }
  return out;
}

ConceptTerm GlossaryBuilder::State::term(std::size_t language, const std::vector<Occurrence>& usual,
                                         const std::vector<Occurrence>& others, ConceptKind kind) const {
  ConceptTerm out;
  out.language = languages[language].language;
  out.frequency = static_cast<std::uint32_t>(usual.size() + others.size());
  SurfaceForms forms(vocabularies[language], kind);
  const auto add = [&](const std::vector<Occurrence>& places) {
    for (const Occurrence& o : places) {
      const std::vector<TermWord>& w = languages[language].words[o.text];
      const ByteSpan span{w[o.begin].span.begin, w[o.end - 1].span.end};
      forms.add(span.of(languages[language].texts[o.text]), w[o.begin].first);
    }
  };
  add(usual);
  out.term = forms.canonical();
  add(others);
  forms.set_canonical(out.term);
  out.variants = forms.variants();
  return out;
}

std::vector<std::optional<TranslationChoice>> GlossaryBuilder::State::translations(
    std::size_t other, const std::vector<TermCandidate>& candidates, const std::vector<std::string>& names) {
  if (learn_proclitics(candidates, names, languages[0].language, languages[other], vocabularies[other]))
    read_words(other);
  WordModelOptions model_options;
  model_options.shipped = options.shipped_lexicon;
  model_options.threads = options.threads;
  const BilingualWords pair = read_bilingual_words(languages[0], languages[other], model_options);
  const TranslationChooser chooser(languages[0], languages[other], pair, options.min_frequency);
  std::vector<std::optional<TranslationChoice>> out;
  std::map<Keys, double> best;  // of each translation
  std::map<Keys, std::size_t> numbers;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    out.push_back(chooser.choose(candidates[c], names[c]));
    numbers.emplace(candidates[c].keys, c);
  }
  for (const auto& [expansion, tie] : ties) {
    const auto at = numbers.find(expansion), short_at = numbers.find(tie.acronym);
    if (at == numbers.end()) continue;
    std::optional<TranslationChoice>& whole = out[at->second];
    auto defined = chooser.defined(tie.definitions);
    if (defined && whole && !whole->copied && defined->keys.size() <= whole->keys.size()) {
      whole->acronyms.insert(whole->acronyms.end(), defined->acronyms.begin(), defined->acronyms.end());
      whole->units.insert(defined->units.begin(), defined->units.end());
    } else if (defined) {
      whole = std::move(defined);
    }
    if (!whole)  // once is enough when the acronym stands for it elsewhere; seldom ones are left out below
      whole = chooser.choose(candidates[at->second], names[at->second], 1);
    if (whole && !whole->copied) {
      const AcronymDefinition& d = tie.definitions.front();
      const std::string acronym(
          languages[0].words[d.expansion.text][d.acronym].span.of(languages[0].texts[d.expansion.text]));
      chooser.add_meetings(*whole, acronym, candidates[at->second].occurrences);
      chooser.add_meetings(*whole, acronym, tie.places);
    }
    if (short_at == numbers.end()) continue;
    whole = joined_choice(std::move(whole), out[short_at->second]);
    out[short_at->second].reset();
  }
  for (auto& choice : out) {
    if (choice && choice->units.size() < options.min_frequency) choice.reset();
    if (choice) best[choice->keys] = std::max(best[choice->keys], choice->confidence);
  }
  // Two terms with one translation: the far better one keeps it.
  for (auto& choice : out)
    if (choice &&
        (choice->confidence < options.min_confidence || choice->confidence < kFarWorse * best[choice->keys]))
      choice.reset();
  return out;
}

Concept GlossaryBuilder::State::entry(const TermCandidate& candidate,
                                      const std::vector<const TranslationChoice*>& choices) const {
  Concept out;
  out.kind = candidate.kind;
  out.terms.push_back(term(0, candidate.occurrences, {}, out.kind));
  const auto [first, last] = ties.equal_range(candidate.keys);
  for (auto tie = first; tie != last; ++tie) {
    std::vector<Occurrence> places;
    for (const AcronymDefinition& d : tie->second.definitions)
      places.push_back({d.expansion.text, d.acronym, d.acronym + 1});
    out.terms[0].acronyms.push_back(term(0, places, {}, ConceptKind::acronym).term);
  }
  std::set<std::uint32_t> units, in_documents;
  double sum = 0.0, count = 0.0;
  for (std::size_t k = 0; k < choices.size(); ++k) {
    if (choices[k] == nullptr) continue;
    out.terms.push_back(term(k + 1, choices[k]->occurrences, choices[k]->others, out.kind));
    if (!choices[k]->acronyms.empty()) {
      const ConceptTerm acronym = term(k + 1, choices[k]->acronyms, {}, ConceptKind::acronym);
      std::vector<std::string> forms{acronym.term};  // of two in one bracket, both
      forms.insert(forms.end(), acronym.variants.begin(), acronym.variants.end());
      for (std::string& form : forms)
        if (form != out.terms.back().term) out.terms.back().acronyms.push_back(std::move(form));
    }
    units.insert(choices[k]->units.begin(), choices[k]->units.end());
    sum += choices[k]->confidence;
    count += 1.0;
  }
  // All contexts from one unit, the shortest that has the term itself.
  std::uint32_t shortest = *units.begin();
  std::size_t least = std::string::npos;
  for (const Occurrence& o : candidate.occurrences)
    if (units.count(o.text) > 0 && languages[0].texts[o.text].size() < least)
      shortest = o.text, least = languages[0].texts[o.text].size();
  out.terms[0].context = context(0, candidate.occurrences, shortest);
  for (std::size_t k = 0, t = 1; k < choices.size(); ++k)
    if (choices[k] != nullptr) out.terms[t++].context = context(k + 1, choices[k]->occurrences, shortest);
  for (std::uint32_t u : units)
    if (document_of[u] != 0) in_documents.insert(document_of[u]);
  out.confidence = sum / count;
  out.frequency = static_cast<std::uint32_t>(units.size());
  out.documents = static_cast<std::uint32_t>(in_documents.size());
  return out;
}

std::vector<Concept> GlossaryBuilder::build() {
  State& s = *state_;
  if (s.options.shipped_lexicon) s.use_lexicons();
  for (std::size_t k = 0; k < s.languages.size(); ++k) s.read_words(k);
  s.read_ties();
  CandidateOptions candidate_options{.min_frequency = s.options.min_frequency,
                                     .single_words = s.options.single_words};
  for (const auto& [expansion, tie] : s.ties)
    if (auto& places = candidate_options.whole[expansion]; places.empty())
      for (const AcronymDefinition& d : tie.definitions) places.push_back(d.expansion);
  const std::vector<TermCandidate> candidates =
      find_candidates(s.languages[0].words, s.vocabularies[0], candidate_options);
  std::vector<std::string> names;
  std::set<std::uint32_t> single;  // names of one word
  for (const TermCandidate& c : candidates) {
    names.push_back(c.kind == ConceptKind::term ? std::string() : s.term(0, c.occurrences, {}, c.kind).term);
    if (c.kind == ConceptKind::name && c.keys.size() == 1) single.insert(c.keys.front());
  }
  std::set<std::uint32_t> given;  // what names of two words begin with whose second word also stands alone
  for (const TermCandidate& c : candidates)
    if (c.kind == ConceptKind::name && c.keys.size() == 2 && single.count(c.keys.back()) > 0)
      given.insert(c.keys.front());
  std::vector<std::vector<std::optional<TranslationChoice>>> chosen;  // by other language, then candidate
  for (std::size_t k = 1; k < s.languages.size(); ++k) chosen.push_back(s.translations(k, candidates, names));

  std::vector<std::pair<double, Concept>> ranked;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    std::vector<const TranslationChoice*> choices;
    for (const auto& list : chosen) choices.push_back(list[c] ? &*list[c] : nullptr);
    if (std::all_of(choices.begin(), choices.end(), [](const auto* choice) { return choice == nullptr; }))
      continue;
    Concept entry = s.entry(candidates[c], choices);
    const bool part = candidates[c].keys.size() == 1 && given.count(candidates[c].keys.front()) > 0;
    const double worth = worth_of(entry, candidates[c].keys.size()) * (part ? kGivenName : 1.0);
    ranked.emplace_back(worth, std::move(entry));
  }
  std::sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second.terms[0].term < b.second.terms[0].term;
  });
  if (s.options.top > 0 && ranked.size() > s.options.top) ranked.resize(s.options.top);
  std::vector<Concept> out;
  for (auto& [worth, entry] : ranked) {
    std::vector<ConceptTerm> terms;
    for (const Language& l : s.order)
      for (ConceptTerm& t : entry.terms)
        if (t.language == l) terms.push_back(std::move(t));
    entry.terms = std::move(terms);
    entry.id = "c" + std::to_string(out.size() + 1);
    out.push_back(std::move(entry));
  }
  return out;
}

}  // namespace taraz
