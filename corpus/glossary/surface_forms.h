// The spellings of one term: which is the one for the glossary, which are variants.
#ifndef TARAZ_CORPUS_GLOSSARY_SURFACE_FORMS_H_
#define TARAZ_CORPUS_GLOSSARY_SURFACE_FORMS_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "corpus/glossary/concept.h"
#include "corpus/glossary/term_text.h"
#include "text/span.h"

namespace taraz {

class SurfaceForms {
 public:
  SurfaceForms(const TermVocabulary& vocabulary, ConceptKind kind) : vocabulary_(vocabulary), kind_(kind) {}

  // `first`: it stands at the start of a sentence, so its capital may be the sentence's.
  void add(std::string_view form, bool first);
  // The most frequent spelling once Arabic proclitics are off (and, of a term that is no name, the article):
  // ties go to the shorter one, then in byte order. Empty when nothing was added.
  std::string canonical() const;
  // Chooses the canonical form; forms added later do not change it.
  void set_canonical(std::string form) { chosen_ = std::move(form); }
  // The other forms as they were written, most frequent first, at most 12.
  std::vector<std::string> variants() const;

 private:
  std::string bare(std::string_view form) const;
  const TermVocabulary& vocabulary_;
  ConceptKind kind_;
  std::map<std::string, std::uint32_t> forms_;
  std::map<std::string, std::uint32_t> bare_;
  std::string chosen_;
};

// `text` around `span`, at most about `length` code points, cut at spaces, with "…" where something is left
// out.
std::string context_of(std::string_view text, ByteSpan span, std::size_t length);

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_SURFACE_FORMS_H_
