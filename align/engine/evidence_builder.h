// Makes the evidence of two documents from words, anchors and marks; learns words from a first alignment.
#ifndef TARAZ_ALIGN_ENGINE_EVIDENCE_BUILDER_H_
#define TARAZ_ALIGN_ENGINE_EVIDENCE_BUILDER_H_

#include <memory>
#include <span>
#include <vector>

#include "align/aligner.h"
#include "align/engine/evidence.h"
#include "align/engine/lattice.h"
#include "text/document.h"

namespace taraz {

struct EvidenceOptions {
  bool use_lexicon = true;
  bool use_names = true;
  bool keep_names = false;  // fill TypeTable::name, for --explain
  std::vector<UserDictionary> dictionaries;
  std::vector<std::shared_ptr<const Lexicon>> lexicons = {};  // see AlignOptions
  unsigned threads = 1;
  std::vector<std::shared_ptr<const LearnedWords>> learned = {};
};

// Reads two segmented documents once; they must outlive the builder. Not thread-safe.
class EvidenceBuilder {
 public:
  EvidenceBuilder(const Document& first, const Document& second, const EvidenceOptions& options);
  ~EvidenceBuilder();

  // The evidence as of what is known now. O(tokens + links).
  PairEvidence build() const;

  // Learns word translations from blocks of a first search, those more likely than not. O(tokens squared per
  // bead).
  void learn(std::span<const Block> blocks);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ENGINE_EVIDENCE_BUILDER_H_
