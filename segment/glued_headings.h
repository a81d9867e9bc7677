// Headings that a text has glued to the next word because a web page lost its line breaks.
#ifndef TARAZ_SEGMENT_GLUED_HEADINGS_H_
#define TARAZ_SEGMENT_GLUED_HEADINGS_H_

#include <cstdint>
#include <string_view>
#include <vector>

#include "segment/sentences.h"

namespace taraz {

struct SentenceTables;

// A sentence, or a heading cut off from the front of one.
struct Piece {
  ByteSpan span;
  bool heading = false;
};

// Appends the sentences of one paragraph, with headings cut off where the evidence is good. Nothing is done
// in a paragraph without a sentence glued to the one before. O(bytes); thread-safe. Source: the evidence in
// the .cc.
void cut_glued_headings(std::string_view text, const std::vector<Sentence>& sentences,
                        const SentenceTables& tables, std::vector<Piece>& out);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_GLUED_HEADINGS_H_
