// Which word sequences of one language may be terms.
#ifndef TARAZ_CORPUS_GLOSSARY_CANDIDATES_H_
#define TARAZ_CORPUS_GLOSSARY_CANDIDATES_H_

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "corpus/glossary/concept.h"
#include "corpus/glossary/name_runs.h"
#include "corpus/glossary/term_text.h"

namespace taraz {

struct TermCandidate {
  std::vector<std::uint32_t> keys;  // of TermVocabulary
  ConceptKind kind = ConceptKind::term;
  std::vector<Occurrence> occurrences;
  double termhood = 0.0;  // C-value (Frantzi, Ananiadou, Mima 2000)
  bool doubtful = false;  // a name by capitals at the starts of sentences alone
};

// Sequences that are terms however seldom they stand, and where.
using WholeTerms = std::map<std::vector<std::uint32_t>, std::vector<Occurrence>>;

struct CandidateOptions {
  std::size_t longest = 5;          // words
  std::uint32_t min_frequency = 2;  // occurrences
  bool single_words = false;        // also single words that are no names
  WholeTerms whole = {};            // as expansions of acronyms
};

// Sequences of content words, joiners inside allowed, that occur often enough, hold together (the
// log-likelihood ratio of their weakest pair of neighbours, Dunning 1993, is significant) and are not just
// parts of longer candidates; three words or more, all places of which have the same words beside them, are a
// sentence that was repeated and no term. In languages with capitals names are find_name_runs(). By falling
// termhood, then keys. `texts` are TermVocabulary::words() of every text. O(words * longest).
std::vector<TermCandidate> find_candidates(const std::vector<std::vector<TermWord>>& texts,
                                           const TermVocabulary& vocabulary, const CandidateOptions& options);

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_CANDIDATES_H_
