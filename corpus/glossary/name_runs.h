// Names by their capitals: whole runs of capitalised words.
#ifndef TARAZ_CORPUS_GLOSSARY_NAME_RUNS_H_
#define TARAZ_CORPUS_GLOSSARY_NAME_RUNS_H_

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "corpus/glossary/term_text.h"

namespace taraz {

// Words [begin, end) of the text number `text`.
struct Occurrence {
  std::uint32_t text = 0, begin = 0, end = 0;
};

struct NameRuns {
  // By keys of TermVocabulary, every place where the name stands as a whole.
  std::map<std::vector<std::uint32_t>, std::vector<Occurrence>> names;
  // By text and word: it is capitalised as a name is. Such words are in no other term.
  std::vector<std::vector<bool>> named;
};

// A run is as long as its words have capitals; titles before a person's name are cut off ("Senator"). Runs
// that "of" or another binder joins are one name where that stands in the corpus `min_frequency` times; runs
// that "and" or the like joins are one only when they do so more often and a part of them never
// stands alone ("Trinidad and Tobago"). The capital of a sentence's first word counts only when the word is
// never seen with a small letter. Sequences in `whole` are one name wherever they stand.
// `texts` are TermVocabulary::words() of every text. O(words); deterministic.
NameRuns find_name_runs(const std::vector<std::vector<TermWord>>& texts, const TermVocabulary& vocabulary,
                        std::uint32_t min_frequency, const std::set<std::vector<std::uint32_t>>& whole = {});

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_NAME_RUNS_H_
