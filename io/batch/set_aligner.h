// One document set from files to the bytes of its result: what batch and worker do again and again.
#ifndef TARAZ_IO_BATCH_SET_ALIGNER_H_
#define TARAZ_IO_BATCH_SET_ALIGNER_H_

#include <memory>
#include <string>
#include <vector>

#include "align/aligner.h"
#include "io/batch/batch_settings.h"
#include "io/batch/document_set.h"
#include "io/batch/record.h"
#include "text/document.h"

namespace taraz {

struct AlignedSet {
  std::vector<Document> documents;
  JointAlignment alignment;
};

struct RenderedSet {
  std::string bytes;  // a file of settings.format
  SetFacts facts;
};

// Counts and confidence of an alignment; `units` is not filled in.
SetFacts facts_of(const AlignedSet& set);

// Tables and lexicons are read once, at construction or first use. Const calls are thread-safe.
class SetAligner {
 public:
  explicit SetAligner(BatchSettings settings);
  ~SetAligner();

  const BatchSettings& settings() const { return settings_; }

  // The documents, read and segmented. Throws Error with the reason: unreadable, no text, language in doubt,
  // one language twice ...
  std::vector<Document> read(const DocumentSet& set) const;
  // Makes segments and checks as read() does. REQUIRES: documents without segments.
  void prepare(std::vector<Document>& documents) const;
  AlignedSet align(std::vector<Document> documents) const;
  RenderedSet render(const AlignedSet& set) const;

 private:
  BatchSettings settings_;
  Segmenter segmenter_;
  Aligner aligner_;
};

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_SET_ALIGNER_H_
