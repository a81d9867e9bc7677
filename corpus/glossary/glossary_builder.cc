// Steps: words and keys of every text; a word model learned from the units on top of the shipped lexicon;
// candidates of the first language; each occurrence projected into the other languages by word links; the
// projections of a candidate vote for its translation; confidence from how often the two meet, how well their
// words are linked, and whether both are the same name. Tested by tests/corpus/glossary/glossary_test.cc.
#include "corpus/glossary/glossary_builder.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "align/anchors/name_form.h"
#include "align/anchors/name_similarity.h"
#include "align/lexicon/word_model.h"
#include "corpus/glossary/candidates.h"
#include "corpus/glossary/projection.h"
#include "corpus/glossary/surface_forms.h"
#include "corpus/glossary/term_text.h"
#include "text/words.h"

namespace taraz {
namespace {

using Keys = std::vector<std::uint32_t>;

constexpr std::size_t kContextLength = 160;  // code points, about

// What the projections of one candidate into one language vote for.
struct Vote {
  double strength = 0.0;  // sum over occurrences
  std::set<std::uint32_t> units;
  std::vector<Occurrence> occurrences;
};

Keys keys_of(const std::vector<TermWord>& words, std::uint32_t begin, std::uint32_t end) {
  Keys out;
  for (std::uint32_t i = begin; i < end; ++i) out.push_back(words[i].key);
  return out;
}

// In how many texts each of the sequences stands.
std::map<Keys, std::uint32_t> text_frequencies(const std::set<Keys>& wanted,
                                               const std::vector<std::vector<TermWord>>& texts) {
  std::map<Keys, std::uint32_t> out;
  std::size_t longest = 0;
  std::set<std::uint32_t> firsts;
  for (const Keys& k : wanted) {
    longest = std::max(longest, k.size());
    firsts.insert(k.front());
  }
  for (const auto& words : texts) {
    std::set<Keys> here;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (words[i].role == TermRole::barrier || firsts.count(words[i].key) == 0) continue;
      Keys keys;
      for (std::size_t k = i; k < words.size() && keys.size() < longest && words[k].role != TermRole::barrier;
           ++k) {
        keys.push_back(words[k].key);
        if (wanted.count(keys) > 0) here.insert(keys);
      }
    }
    for (const Keys& k : here) ++out[k];
  }
  return out;
}

}  // namespace

struct GlossaryBuilder::State {
  std::vector<Language> languages;
  GlossaryOptions options;
  std::vector<std::vector<std::string>> texts;  // by language, then unit; empty where a unit lacks it
  std::vector<std::uint32_t> document_of;       // by unit
  std::map<std::string, std::uint32_t> documents;
  std::vector<TermVocabulary> vocabularies;
  std::vector<std::vector<std::vector<TermWord>>> words;  // by language, then unit

  // One other language's side of the work.
  struct Pair {
    std::unique_ptr<WordModel> model;
    std::vector<ModelText> first, second;
  };
  std::vector<Pair> pairs;  // of languages 1, 2 ...

  void read_words();
  void make_model(std::size_t other);
  std::map<Keys, Vote> votes(const TermCandidate& candidate, std::size_t other) const;
  ConceptTerm term(std::size_t language, const std::vector<Occurrence>& occurrences, ConceptKind kind) const;
};

GlossaryBuilder::GlossaryBuilder(std::vector<Language> languages, const GlossaryOptions& options)
    : state_(new State) {
  state_->languages = std::move(languages);
  state_->options = options;
  state_->texts.resize(state_->languages.size());
  for (const Language& l : state_->languages) state_->vocabularies.emplace_back(l);
}

GlossaryBuilder::~GlossaryBuilder() = default;

void GlossaryBuilder::add(const TranslationUnit& unit) {
  std::vector<const std::string*> found(state_->languages.size(), nullptr);
  std::size_t others = 0;
  for (const Variant& v : unit.variants)
    for (std::size_t k = 0; k < found.size(); ++k)
      if (found[k] == nullptr && v.language == state_->languages[k] && !v.text.empty()) {
        found[k] = &v.text;
        others += k > 0;
        break;
      }
  if (found[0] == nullptr || others == 0) return;
  for (std::size_t k = 0; k < found.size(); ++k)
    state_->texts[k].push_back(found[k] == nullptr ? std::string() : *found[k]);
  const auto number = static_cast<std::uint32_t>(state_->documents.size());
  state_->document_of.push_back(
      unit.document.empty() ? 0 : state_->documents.emplace(unit.document, number + 1).first->second);
}

void GlossaryBuilder::State::read_words() {
  words.assign(languages.size(), {});
  for (std::size_t k = 0; k < languages.size(); ++k) {
    for (const std::string& text : texts[k]) vocabularies[k].count(text);
    for (const std::string& text : texts[k]) words[k].push_back(vocabularies[k].words(text));
  }
}

void GlossaryBuilder::State::make_model(std::size_t other) {
  Pair& pair = pairs[other - 1];
  WordModelOptions model_options;
  model_options.shipped = options.shipped_lexicon;
  model_options.threads = options.threads;
  pair.model = std::make_unique<WordModel>(languages[0], languages[other], model_options);
  pair.model->set_skeleton([](std::string_view language, std::string_view folded) {
    const std::string skeleton =
        name_skeleton(make_name_form(folded, name_script(folded, Language::parse(language))));
    return skeleton.size() >= 5 ? skeleton
                                : std::string();  // "~" and four consonants: shorter ones are alike by chance
  });
  const auto read = [&](Side side, std::size_t language, std::vector<ModelText>& out) {
    for (std::size_t u = 0; u < texts[language].size(); ++u) {
      const Words tokens(texts[language][u]);
      std::vector<WordId> ids;
      std::vector<std::uint32_t> positions;
      pair.model->tokenise(side, tokens, ids, &positions);
      ModelText text;
      const std::vector<TermWord>& terms = words[language][u];
      std::size_t t = 0;
      for (std::size_t i = 0; i < ids.size(); ++i) {
        while (t < terms.size() && terms[t].word < positions[i]) ++t;
        if (t < terms.size() && terms[t].word == positions[i])
          text.tokens.push_back({ids[i], static_cast<std::uint32_t>(t)});
      }
      out.push_back(std::move(text));
    }
  };
  read(Side::first, 0, pair.first);
  read(Side::second, other, pair.second);
  std::vector<std::vector<WordId>> first_ids, second_ids;
  const auto ids_of = [](const ModelText& t) {
    std::vector<WordId> ids;
    for (const auto& token : t.tokens) ids.push_back(token.id);
    return ids;
  };
  for (std::size_t u = 0; u < pair.first.size(); ++u) {
    first_ids.push_back(ids_of(pair.first[u]));
    second_ids.push_back(ids_of(pair.second[u]));
  }
  std::vector<TokenPair> beads;
  for (std::size_t u = 0; u < first_ids.size(); ++u)
    if (!second_ids[u].empty()) beads.push_back({first_ids[u], second_ids[u], 1.0});
  pair.model->build();
  pair.model->learn(beads);
  pair.model->build();
}

std::map<Keys, Vote> GlossaryBuilder::State::votes(const TermCandidate& candidate, std::size_t other) const {
  std::map<Keys, Vote> out;
  const Pair& pair = pairs[other - 1];
  for (const Occurrence& o : candidate.occurrences) {
    if (pair.second[o.text].tokens.empty()) continue;
    const WordLinks links(*pair.model, Side::first, pair.first[o.text], pair.second[o.text]);
    const auto p = links.project(o.begin, o.end, words[0][o.text], words[other][o.text]);
    if (!p) continue;
    Vote& vote = out[keys_of(words[other][o.text], p->begin, p->end)];
    vote.strength += p->strength;
    vote.units.insert(o.text);
    vote.occurrences.push_back({o.text, p->begin, p->end});
  }
  return out;
}

ConceptTerm GlossaryBuilder::State::term(std::size_t language, const std::vector<Occurrence>& occurrences,
                                         ConceptKind kind) const {
  ConceptTerm out;
  out.language = languages[language];
  out.frequency = static_cast<std::uint32_t>(occurrences.size());
  SurfaceForms forms(vocabularies[language], kind);
  for (const Occurrence& o : occurrences) {
    const std::vector<TermWord>& w = words[language][o.text];
    const std::string& text = texts[language][o.text];
    forms.add(
        std::string_view(text).substr(w[o.begin].span.begin, w[o.end - 1].span.end - w[o.begin].span.begin),
        w[o.begin].first);
    const std::string context =
        context_of(text, {w[o.begin].span.begin, w[o.end - 1].span.end}, kContextLength);
    if (out.context.empty() || context.size() < out.context.size()) out.context = context;
  }
  out.term = forms.canonical();
  out.variants = forms.variants();
  return out;
}

std::vector<Concept> GlossaryBuilder::build() {
  State& s = *state_;
  s.read_words();
  s.pairs.clear();
  s.pairs.resize(s.languages.size() - 1);
  for (std::size_t k = 1; k < s.languages.size(); ++k) s.make_model(k);
  const std::vector<TermCandidate> candidates =
      find_candidates(s.words[0], s.vocabularies[0],
                      {.min_frequency = s.options.min_frequency, .single_words = s.options.single_words});

  struct Choice {
    std::size_t candidate;
    Keys keys;
    Vote vote;
    double confidence = 0.0;
  };
  std::vector<std::vector<Choice>> chosen(s.pairs.size());  // by other language
  for (std::size_t other = 1; other < s.languages.size(); ++other) {
    std::vector<Choice>& list = chosen[other - 1];
    std::set<Keys> wanted;
    for (std::size_t c = 0; c < candidates.size(); ++c) {
      std::map<Keys, Vote> votes = s.votes(candidates[c], other);
      const auto best = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
        return a.second.strength < b.second.strength;
      });
      if (best == votes.end() || best->second.units.size() < s.options.min_frequency) continue;
      wanted.insert(best->first);
      list.push_back({c, best->first, std::move(best->second), 0.0});
    }
    const std::map<Keys, std::uint32_t> frequency = text_frequencies(wanted, s.words[other]);
    std::map<Keys, double> best_of_target;
    for (Choice& choice : list) {
      std::set<std::uint32_t> units;
      for (const Occurrence& o : candidates[choice.candidate].occurrences)
        if (!s.texts[other][o.text].empty()) units.insert(o.text);
      const double together = static_cast<double>(choice.vote.units.size());
      const double dice = 2.0 * together / static_cast<double>(units.size() + frequency.at(choice.keys));
      const double linked = choice.vote.strength / static_cast<double>(choice.vote.occurrences.size());
      choice.confidence = std::sqrt(std::min(1.0, dice) * linked) * together / (together + 0.3);
      if (candidates[choice.candidate].kind != ConceptKind::term) {
        const ConceptTerm a = s.term(0, candidates[choice.candidate].occurrences, ConceptKind::name),
                          b = s.term(other, choice.vote.occurrences, ConceptKind::name);
        if (name_similarity(a.term, a.language, b.term, b.language) >= kSameName)
          choice.confidence = std::max(choice.confidence, 0.95);
      }
      double& best = best_of_target[choice.keys];
      best = std::max(best, choice.confidence);
    }
    // Two terms with one translation: the far better one keeps it.
    std::erase_if(list, [&](const Choice& c) {
      return c.confidence < s.options.min_confidence || c.confidence < 0.7 * best_of_target[c.keys];
    });
  }

  struct Ranked {
    Concept entry;
    double worth;
  };
  std::vector<Ranked> ranked;
  for (std::size_t c = 0; c < candidates.size(); ++c) {
    Ranked r;
    r.entry.kind = candidates[c].kind;
    std::set<std::uint32_t> units;
    double sum = 0.0;
    std::size_t translations = 0;
    for (std::size_t other = 1; other < s.languages.size(); ++other)
      for (const Choice& choice : chosen[other - 1]) {
        if (choice.candidate != c) continue;
        if (translations++ == 0) r.entry.terms.push_back(s.term(0, candidates[c].occurrences, r.entry.kind));
        r.entry.terms.push_back(s.term(other, choice.vote.occurrences, r.entry.kind));
        units.insert(choice.vote.units.begin(), choice.vote.units.end());
        sum += choice.confidence;
      }
    if (translations == 0) continue;
    r.entry.confidence = sum / static_cast<double>(translations);
    r.entry.frequency = static_cast<std::uint32_t>(units.size());
    std::set<std::uint32_t> documents;
    for (std::uint32_t u : units)
      if (s.document_of[u] != 0) documents.insert(s.document_of[u]);
    r.entry.documents = static_cast<std::uint32_t>(documents.size());
    const double kind = r.entry.kind == ConceptKind::term ? 1.0 : 1.3;
    r.worth = r.entry.confidence * kind * std::log2(1.0 + r.entry.frequency) *
              std::sqrt(std::log2(1.0 + static_cast<double>(candidates[c].keys.size())));
    ranked.push_back(std::move(r));
  }
  std::sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    return a.worth != b.worth ? a.worth > b.worth : a.entry.terms[0].term < b.entry.terms[0].term;
  });
  if (s.options.top > 0 && ranked.size() > s.options.top) ranked.resize(s.options.top);
  std::vector<Concept> out;
  for (Ranked& r : ranked) {
    r.entry.id = "c" + std::to_string(out.size() + 1);
    out.push_back(std::move(r.entry));
  }
  return out;
}

}  // namespace taraz
