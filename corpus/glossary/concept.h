// Concepts of a glossary: what a thing is called in two or more languages.
#ifndef TARAZ_CORPUS_GLOSSARY_CONCEPT_H_
#define TARAZ_CORPUS_GLOSSARY_CONCEPT_H_

#include <cstdint>
#include <string>
#include <vector>

#include "text/language.h"

namespace taraz {

enum class ConceptKind : std::uint8_t { name, acronym, term };
std::string_view name_of(ConceptKind kind);  // "name", "acronym", "term"

// What one language calls a concept.
struct ConceptTerm {
  Language language;
  std::string term;                   // canonical: most frequent spelling, without article and proclitics
  std::vector<std::string> variants;  // other forms that were seen, by falling frequency
  std::uint32_t frequency = 0;        // of all forms together
  std::string context;                // a short text it stands in; may be empty
  std::vector<std::string> acronyms = {};  // its short forms, where the term is written out

  friend bool operator==(const ConceptTerm&, const ConceptTerm&) = default;
};

struct Concept {
  std::string id;  // "c1", "c2" ... in the order of the glossary
  ConceptKind kind = ConceptKind::term;
  std::vector<ConceptTerm> terms;  // one a language, in the order of the corpus
  double confidence = 0.0;         // 0..1, that the terms mean the same
  std::uint32_t frequency = 0;     // units in which the terms meet
  std::uint32_t documents = 0;     // documents they come from; 0 when unknown
  bool approved = false;           // the user's own (--terms)
  std::string note;                // a conflict with an approved term, or the user's comment

  const ConceptTerm* in(const Language& language) const;  // null when the language lacks it
  friend bool operator==(const Concept&, const Concept&) = default;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_CONCEPT_H_
