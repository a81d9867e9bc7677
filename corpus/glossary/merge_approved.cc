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

}  // namespace

std::vector<Concept> merge_approved(std::vector<Concept> approved, std::vector<Concept> found) {
  std::vector<Concept> out;
  for (Concept& c : found) {
    const Concept* same_source = nullptr;
    bool agrees = true;
    std::string conflict;
    for (const Concept& a : approved) {
      const ConceptTerm* source = c.terms.empty() ? nullptr : a.in(c.terms[0].language);
      if (source == nullptr || !is_form_of(*source, fold(c.terms[0].term))) continue;
      same_source = &a;
      for (std::size_t k = 1; k < c.terms.size(); ++k)
        if (const ConceptTerm* theirs = a.in(c.terms[k].language);
            theirs != nullptr && !is_form_of(*theirs, fold(c.terms[k].term)) &&
            !is_form_of(c.terms[k], fold(theirs->term))) {
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
