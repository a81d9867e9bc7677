// Edits made in the review page, brought back to the units the page was made of (docs/review.md,
// "EDITS.jsonl").
#ifndef TARAZ_IO_REVIEW_EDITS_H_
#define TARAZ_IO_REVIEW_EDITS_H_

#include <cstddef>
#include <vector>

#include "corpus/translation_unit.h"
#include "io/source.h"

namespace taraz {

struct AppliedEdits {
  std::vector<TranslationUnit> units;  // as the reviewer left them
  std::size_t changes = 0;             // runs of units that were changed
  bool same_content = true;            // the units are the very ones of the page, score for score
};

// `units` with the edits of the file `edits` in them. Every unit that was changed is compared with what the
// reviewer had before her; scores and properties may have changed since, texts and the number of units may
// not. Throws FormatError, naming the line, when the file is no file of edits, or the unit, when a text
// differs.
AppliedEdits apply_review_edits(std::vector<TranslationUnit> units, Source edits);

}  // namespace taraz

#endif  // TARAZ_IO_REVIEW_EDITS_H_
