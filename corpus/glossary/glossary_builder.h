// Bilingual and trilingual glossaries from aligned units.
#ifndef TARAZ_CORPUS_GLOSSARY_GLOSSARY_BUILDER_H_
#define TARAZ_CORPUS_GLOSSARY_GLOSSARY_BUILDER_H_

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/glossary/concept.h"
#include "corpus/translation_unit.h"

namespace taraz {

struct GlossaryOptions {
  std::uint32_t min_frequency = 2;  // units in which source and target term meet
  double min_confidence = 0.5;
  std::size_t top = 0;        // the best so many; 0: all
  bool single_words = false;  // also single words that are neither names nor acronyms
  bool shipped_lexicon = true;
  unsigned threads = 1;  // the result is the same
};

// Collects units, then finds the concepts that one language of the corpus names and the others translate.
// Memory: the texts and about 40 bytes a word. Not thread-safe; deterministic.
class GlossaryBuilder {
 public:
  // `languages`: which, and in which order. Terms are looked for in the first, or in English when the first
  // has no capitals to show its names. REQUIRES: at least two.
  GlossaryBuilder(std::vector<Language> languages, const GlossaryOptions& options);
  ~GlossaryBuilder();

  // Units that lack the first language, or all others, are left out.
  void add(const TranslationUnit& unit);
  // Concepts by falling worth: confidence, frequency, names before terms; ties by the term.
  std::vector<Concept> build();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Puts the user's approved concepts in front and drops found ones that say the same. A found concept whose
// source term is approved with other translations stays, with a note that says so.
std::vector<Concept> merge_approved(std::vector<Concept> approved, std::vector<Concept> found);

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_GLOSSARY_BUILDER_H_
