// Sentences of the languages that Taraz has no own rules for: ICU's iterator with its suppressions.
#ifndef TARAZ_SEGMENT_ICU_SENTENCES_H_
#define TARAZ_SEGMENT_ICU_SENTENCES_H_

#include <string_view>
#include <vector>

#include "segment/sentences.h"

namespace taraz {

// As find_sentences, by the rules of UAX #29 for the language `tag`, tailored by CLDR's "ss=standard" list of
// abbreviations where it has one. A line break inside the block does not end a sentence.
// Throws Error when ICU has no data at all. O(bytes); thread-safe.
void find_icu_sentences(std::string_view text, ByteSpan block, std::string_view tag,
                        std::vector<Sentence>& out);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_ICU_SENTENCES_H_
