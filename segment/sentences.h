// Where sentences end in Persian, Arabic and English text.
#ifndef TARAZ_SEGMENT_SENTENCES_H_
#define TARAZ_SEGMENT_SENTENCES_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace taraz {

struct SentenceTables;

struct Sentence {
  ByteSpan span;       // without outer white space
  bool glued = false;  // no white space stands between it and the sentence before: the text lost it
};

// Appends the sentences of `block`, one paragraph of `text`; line breaks in it count as spaces.
// They and the white space between them give the block back; a block of white space has none.
// Marks: . ! ? U+061F U+06D4 U+2026 with closing quotes, brackets and footnote marks. Never : nor U+061B.
// REQUIRES: valid UTF-8, block inside text. O(bytes); thread-safe.
// Source: the rules in sentences.cc; ../reference facts in docs/segmentation.md.
void find_sentences(std::string_view text, ByteSpan block, const SentenceTables& tables,
                    std::vector<Sentence>& out);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_SENTENCES_H_
