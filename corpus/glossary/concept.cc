#include "corpus/glossary/concept.h"

namespace taraz {

std::string_view name_of(ConceptKind kind) {
  return kind == ConceptKind::name ? "name" : kind == ConceptKind::acronym ? "acronym" : "term";
}

const ConceptTerm* Concept::in(const Language& language) const {
  for (const ConceptTerm& t : terms)
    if (t.language == language) return &t;
  return nullptr;
}

}  // namespace taraz
