// The alignment engine's face: two to N segmented documents in, one monotone Alignment out.
#ifndef TARAZ_ALIGN_ALIGNER_H_
#define TARAZ_ALIGN_ALIGNER_H_

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "align/alignment.h"
#include "text/document.h"

namespace taraz {

class Dictionary;    // align/lexicon/dictionary.h
class LearnedWords;  // align/lexicon/learned_words.h
class Lexicon;       // align/lexicon/lexicon.h
class VectorTable;   // align/engine/vector_table.h

// A user's word list for two languages, used for documents in either order.
struct UserDictionary {
  Language first, second;
  std::shared_ptr<const Dictionary> words;
};

// What speaks for a bead: parts of its score in ln odds, largest first, and what was matched ("house=خانه").
struct BeadExplanation {
  std::vector<std::pair<std::string, double>> parts;
  std::vector<std::string> matches;
};

struct AlignOptions {
  bool use_lexicon = true;  // the shipped lexicons; --no-lexicon
  bool use_names = true;    // names across scripts; --no-names
  std::vector<UserDictionary> dictionaries;
  // What other documents have taught, see align/batch_learner.h; each serves documents of its two languages
  // in either order, of several the last.
  std::vector<std::shared_ptr<const LearnedWords>> learned;
  // Lexicons that take the place of the shipped ones of their two languages, in either order; also with
  // --no-lexicon. The first that fits is taken.
  std::vector<std::shared_ptr<const Lexicon>> lexicons;
  // Sentence vectors of some of the documents, by their places; null or missing: none.
  std::vector<std::shared_ptr<const VectorTable>> vectors;
  // A segment that begins with a match of this regular expression (ECMAScript, on folded text) begins a part
  // that no bead reaches over; parts of the documents are paired by the numbers in these segments, or in
  // order. Empty: none.
  std::string boundary;
  // Of each document, segments that begin a part which no bead reaches over; rising. None or missing: none.
  std::vector<std::vector<std::uint32_t>> joints;
  bool quick = false;    // one search, nothing learned from the documents, no joint refinement: a first pass
  bool explain = false;  // fill JointAlignment::explanations
  unsigned threads = 0;  // 0: as many as the machine has; the result is the same
};

// Three and more documents: the beads of all, and the alignments of the pairs (0, 1), (0, 2) ... (1, 2) ...,
// which may be finer: beads of two documents that a third ties together stay apart there.
struct JointAlignment {
  Alignment joint;
  std::vector<Alignment> pairs;
  std::vector<std::vector<BeadExplanation>>
      explanations;  // of the beads of each pair; empty unless asked for
};

// Aligns documents. Reusable; const calls are thread-safe.
class Aligner {
 public:
  explicit Aligner(AlignOptions options = {});
  ~Aligner();

  // REQUIRES: at least two documents, all segmented, none null. Every segment of every document is in exactly
  // one bead, in order; no segments on any side: no beads; segments on one side only: beads of that side
  // alone. Time and memory are linear in the number of segments.
  Alignment align(std::span<const Document* const> documents) const;
  JointAlignment align_jointly(std::span<const Document* const> documents) const;

 private:
  struct State;
  std::unique_ptr<const State> state_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ALIGNER_H_
