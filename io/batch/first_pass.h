// The first pass of a batch: every set is aligned by what is known already, and lexicons are learned from all
// of them.
#ifndef TARAZ_IO_BATCH_FIRST_PASS_H_
#define TARAZ_IO_BATCH_FIRST_PASS_H_

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/batch/set_aligner.h"

namespace taraz {

// The beads of every pair of documents in little text: what learning needs of a set besides its documents.
std::string encode_beads(const JointAlignment& alignment);

struct LearnedLexicon {
  std::string name;   // "ar-fa"
  std::string bytes;  // a lexicon file
};

// Learns one lexicon for each pair of languages, from all sets in the order given. `beads(k)` are those of
// set k, as encode_beads() gave them. The same sets and beads give the same bytes, for any number of threads.
// The documents are read again, some at a time. `progress(k)`: k sets are read. Throws Error when a document
// has changed since.
std::vector<LearnedLexicon> learn_lexicons(const SetAligner& aligner,
                                           const std::vector<const DocumentSet*>& sets,
                                           const std::function<std::string(std::size_t)>& beads,
                                           unsigned threads,
                                           const std::function<void(std::size_t)>& progress);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_FIRST_PASS_H_
