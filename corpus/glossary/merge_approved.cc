#include <algorithm>
#include <iterator>
#include <utility>

#include "corpus/glossary/glossary_builder.h"
#include "text/fold.h"

namespace taraz {
namespace {

bool is_form_of(const ConceptTerm& term, const std::string& folded) {
  if (fold(term.term) == folded) return true;
  const auto same = [&](const std::string& v) { return fold(v) == folded; };
  return std::any_of(term.variants.begin(), term.variants.end(), same) ||
         std::any_of(term.acronyms.begin(), term.acronyms.end(), same);
}

// The two call the thing the same: a name or acronym of the one is a form of the other.
bool share_a_form(const ConceptTerm& approved, const ConceptTerm& found) {
  if (is_form_of(approved, fold(found.term)) || is_form_of(found, fold(approved.term))) return true;
  return std::any_of(found.acronyms.begin(), found.acronyms.end(),
                     [&](const std::string& a) { return is_form_of(approved, fold(a)); });
}

}  // namespace

std::vector<Concept> merge_approved(std::vector<Concept> approved, std::vector<Concept> found) {
  std::vector<Concept> out;
  for (Concept& c : found) {
    const Concept* same_source = nullptr;
    bool agrees = true;
    std::string conflict;
    for (const Concept& a : approved) {
      const ConceptTerm* source = c.terms.empty() ? nullptr : a.in(c.terms[0].language);
      if (source == nullptr || !share_a_form(*source, c.terms[0])) continue;
      same_source = &a;
      for (std::size_t k = 1; k < c.terms.size(); ++k)
        if (const ConceptTerm* theirs = a.in(c.terms[k].language);
            theirs != nullptr && !share_a_form(*theirs, c.terms[k])) {
          agrees = false;
          conflict += (conflict.empty() ? "" : ", ") + theirs->term;
        }
    }
    if (same_source != nullptr && agrees) continue;
    if (same_source != nullptr) c.note = "conflict: approved is " + conflict;
    out.push_back(std::move(c));
  }
  for (Concept& a : approved) a.approved = true;
  out.insert(out.begin(), std::make_move_iterator(approved.begin()), std::make_move_iterator(approved.end()));
  for (std::size_t i = 0; i < out.size(); ++i) out[i].id = "c" + std::to_string(i + 1);
  return out;
}

}  // namespace taraz
