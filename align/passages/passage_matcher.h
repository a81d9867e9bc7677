// Matching documents and passages of a collection, in any number of languages: the face of align/passages.
#ifndef TARAZ_ALIGN_PASSAGES_PASSAGE_MATCHER_H_
#define TARAZ_ALIGN_PASSAGES_PASSAGE_MATCHER_H_

#include <cstdint>
#include <span>
#include <vector>

#include "align/passages/passage_link.h"
#include "text/document.h"

namespace taraz {

struct MatchOptions {
  bool same_language = false;  // also documents of one language with each other
  bool one_to_one = true;      // a sentence is the translation of one other at most (in each other language)
  bool comparable =
      true;  // also passages that tell of the same thing; not between documents that are translations
  double min_confidence = 0.35;
  bool keep_shared = true;  // fill PassageLink::shared
  bool use_lexicon = true;
  bool use_names = true;
  unsigned threads = 1;  // the result is the same
};

// Two documents that say or tell the same.
struct DocumentPair {
  std::uint32_t first = 0, second = 0;  // indices into the collection
  double score = 0.0;  // expected number of sentences that translate each other, and a little for likeness
  double share = 0.0;  // of the smaller document's sentences, 0..1
};

struct MatchResult {
  std::vector<PassageLink> links;       // by falling confidence, ties by position
  std::vector<DocumentPair> documents;  // one-to-one in each pair of languages, best first
};

// Links and document pairs of a collection. REQUIRES: segmented documents, at least two, none null. Memory:
// the texts once more, and about 100 bytes a word. Thread-safe; deterministic.
MatchResult match_collection(std::span<const Document* const> collection, const MatchOptions& options);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_PASSAGE_MATCHER_H_
