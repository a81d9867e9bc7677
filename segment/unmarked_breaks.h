// Sentences of English that end without any mark, where the next word shows it: "Great service The staff were
// ...".
#ifndef TARAZ_SEGMENT_UNMARKED_BREAKS_H_
#define TARAZ_SEGMENT_UNMARKED_BREAKS_H_

#include <cstddef>

#include "segment/sentence_context.h"
#include "segment/sentence_tables.h"

namespace taraz {

// The first place in [c.start, end) at which a sentence ends although no mark stands there, or 0: behind a
// word, before white space. O(end - c.start).
std::size_t unmarked_end(const SentenceContext& c, std::size_t end, const SentenceTables& tables);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_UNMARKED_BREAKS_H_
