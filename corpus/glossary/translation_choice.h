// What a term of one language is called in another, from all places where it stands.
#ifndef TARAZ_CORPUS_GLOSSARY_TRANSLATION_CHOICE_H_
#define TARAZ_CORPUS_GLOSSARY_TRANSLATION_CHOICE_H_

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corpus/glossary/acronyms.h"
#include "corpus/glossary/bilingual_words.h"
#include "corpus/glossary/candidates.h"
#include "corpus/glossary/name_stretch.h"
#include "corpus/glossary/sequence_index.h"

namespace taraz {

struct TranslationChoice {
  std::vector<std::uint32_t> keys;      // of the other language
  std::vector<Occurrence> occurrences;  // in its usual form
  std::vector<Occurrence> others;       // in other spellings
  std::vector<Occurrence> acronyms;     // its acronym
  std::set<std::uint32_t> units;        // in which the two meet
  double confidence = 0.0;              // 0..1
  bool heard = false;                   // the two are one name by their sound
  bool copied = false;                  // mostly left as it is written in the first language
};

// Keeps references to all it is made of. Const calls are thread-safe.
class TranslationChooser {
 public:
  static constexpr double kHeardConfidence = 0.95;  // of names that are heard in most of their units
  static constexpr double kFewUnits = 0.3;          // n units are n / (n + this) sure

  TranslationChooser(const LanguageTexts& first, const LanguageTexts& second, const BilingualWords& pair,
                     std::uint32_t min_frequency)
      : first_(first), second_(second), pair_(pair), index_(second.words), min_frequency_(min_frequency) {}

  // A name (`name` is how it is written) that is heard in enough of its units is what is heard there.
  // Anything else is where its word links point to in most places, grown by the words that always stand
  // beside it there and that nothing else explains. Nothing when fewer than min_frequency units agree.
  std::optional<TranslationChoice> choose(const TermCandidate& candidate, const std::string& name) const {
    return choose(candidate, name, min_frequency_);
  }
  std::optional<TranslationChoice> choose(const TermCandidate& candidate, const std::string& name,
                                          std::uint32_t min_frequency) const;
  // What the expansion of an acronym is called, from the places where the acronym stands in brackets behind
  // it on both sides; one such place will do. Nothing when there is none.
  std::optional<TranslationChoice> defined(const std::vector<AcronymDefinition>& definitions) const;
  // Adds the units of `places` across from which the translation stands, or the acronym as it is written.
  void add_meetings(TranslationChoice& choice, const std::string& acronym,
                    const std::vector<Occurrence>& places) const;

 private:
  struct Place {
    Occurrence source, target;
    double strength;
  };
  std::optional<TranslationChoice> heard(const TermCandidate& candidate, const std::string& name,
                                         std::uint32_t min_frequency) const;
  std::optional<TranslationChoice> linked(const TermCandidate& candidate, const std::string& name,
                                          std::uint32_t min_frequency) const;
  bool known_name(const std::string& name, const std::vector<Place>& places) const;
  bool grow(std::vector<Place>& places, std::vector<std::uint32_t>& keys, std::size_t source_units) const;
  std::vector<std::uint32_t> keys_of(const Occurrence& o) const;
  bool linkable(std::uint32_t unit) const;  // the word links of the unit are worth their memory
  std::size_t units_of(const TermCandidate& candidate) const;

  const LanguageTexts& first_;
  const LanguageTexts& second_;
  const BilingualWords& pair_;
  SequenceIndex index_;
  std::uint32_t min_frequency_;
};

// Joins what an expansion and its acronym are called: the acronym's translation is another form of the
// expansion's, or its acronym. Either may be missing.
std::optional<TranslationChoice> joined_choice(std::optional<TranslationChoice> expansion,
                                               const std::optional<TranslationChoice>& acronym);

// Tells the vocabulary of the other language the proclitics that names show: where "وبنما" is heard for
// Panama and "بنما" sounds better. Returns whether there were any; then the words of its texts are to be read
// again.
bool learn_proclitics(const std::vector<TermCandidate>& candidates, const std::vector<std::string>& names,
                      const Language& first, const LanguageTexts& second, TermVocabulary& vocabulary);

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_TRANSLATION_CHOICE_H_
