// Tested by tests/corpus/glossary/term_check_test.cc.
#include "corpus/glossary/term_check.h"

#include <algorithm>

#include "align/lexicon/stem.h"

namespace taraz {
namespace {

bool is_acronym(std::string_view form) {
  return form.size() >= 2 && form.size() <= 7 &&
         std::all_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "دادستان های": the plural ending written as a word of its own.
bool is_plural_ending(const Language& language, std::string_view folded) {
  return language.base() == "fa" && (folded == "ها" || folded == "های" || folded == "هایی");
}

std::vector<std::string> name_form(std::string_view folded) {
  std::vector<std::string> out{std::string(folded)};
  if (folded.ends_with("'s")) out.emplace(out.begin(), folded.substr(0, folded.size() - 2));
  return out;
}

}  // namespace

std::vector<std::string> TermChecker::stems_of(const Language& language, std::string_view folded) {
  std::vector<std::string> out{std::string(folded)};
  out.push_back(plain_stem(language.base(), folded));
  std::vector<std::string> more;
  stems(language.base(), folded, more);
  out.insert(out.end(), more.begin(), more.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<std::vector<std::string>> TermChecker::read(const Language& language, std::string_view text,
                                                        std::vector<ByteSpan>* spans, bool name) const {
  std::vector<std::vector<std::string>> out;
  const Words words(text);
  for (const Word& w : words.all()) {
    if (w.kind == WordKind::mark) continue;
    if (!out.empty() && is_plural_ending(language, words.folded(w))) continue;
    out.push_back(name && !w.arabic ? name_form(words.folded(w)) : stems_of(language, words.folded(w)));
    if (spans != nullptr) spans->push_back(w.span);
  }
  return out;
}

TermChecker::TermChecker(const std::vector<Concept>& concepts, const Language& source, const Language& target)
    : source_(source), target_(target) {
  for (const Concept& c : concepts) {
    const ConceptTerm *s = c.in(source), *t = c.in(target);
    if (s == nullptr || t == nullptr) continue;
    std::vector<std::string> forms{s->term};
    forms.insert(forms.end(), s->variants.begin(), s->variants.end());
    forms.insert(forms.end(), s->acronyms.begin(), s->acronyms.end());
    for (const std::string& form : forms) {
      auto words = read(source, form, nullptr, c.kind != ConceptKind::term);
      if (words.empty()) continue;
      for (const std::string& stem : words.front()) by_first_[stem].push_back({words, &c, is_acronym(form)});
    }
    auto& targets = targets_[&c];
    targets.push_back(read(target, t->term, nullptr));
    for (const std::string& v : t->variants) targets.push_back(read(target, v, nullptr));
    for (const std::string& v : t->acronyms) targets.push_back(read(target, v, nullptr));
  }
}

bool TermChecker::stands_at(const std::vector<std::vector<std::string>>& term,
                            const std::vector<std::vector<std::string>>& text, std::size_t at) {
  if (term.empty() || at + term.size() > text.size()) return false;
  for (std::size_t i = 0; i < term.size(); ++i) {
    const auto &a = term[i], &b = text[at + i];  // both sorted
    const bool common = std::any_of(a.begin(), a.end(), [&](const std::string& stem) {
      return std::binary_search(b.begin(), b.end(), stem);
    });
    if (!common) return false;
  }
  return true;
}

std::vector<TermFinding> TermChecker::missing(std::string_view source, std::string_view target) const {
  std::vector<ByteSpan> spans;
  const auto source_words = read(source_, source, &spans);
  std::vector<std::vector<std::string>> target_words;
  bool target_read = false;
  std::vector<TermFinding> out;
  const auto capitals_at = [&](std::size_t i) {
    const std::string_view word = spans[i].of(source);
    return is_acronym(word.substr(0, word.find_first_of("'s", 2)));
  };
  for (std::size_t i = 0; i < source_words.size();) {
    const Form* longest = nullptr;
    for (const std::string& stem : source_words[i]) {
      const auto it = by_first_.find(stem);
      if (it == by_first_.end()) continue;
      for (const Form& form : it->second)
        if ((longest == nullptr || form.words.size() > longest->words.size()) &&
            (!form.capitals || capitals_at(i)) && stands_at(form.words, source_words, i))
          longest = &form;
    }
    if (longest == nullptr) {
      ++i;
      continue;
    }
    if (!target_read) target_words = read(target_, target, nullptr);
    target_read = true;
    const auto& translations = targets_.at(longest->entry);
    const bool found = std::any_of(translations.begin(), translations.end(), [&](const auto& t) {
      for (std::size_t k = 0; k < target_words.size(); ++k)
        if (stands_at(t, target_words, k)) return true;
      return false;
    });
    if (!found) {
      TermFinding f;
      f.entry = longest->entry;
      f.span = {spans[i].begin, spans[i + longest->words.size() - 1].end};
      f.expected = longest->entry->in(target_)->term;
      out.push_back(std::move(f));
    }
    i += longest->words.size();
  }
  return out;
}

}  // namespace taraz
