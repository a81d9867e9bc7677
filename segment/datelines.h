// Datelines of news in running text, and the headings before them, which end without a mark.
#ifndef TARAZ_SEGMENT_DATELINES_H_
#define TARAZ_SEGMENT_DATELINES_H_

#include <string_view>
#include <vector>

#include "segment/glued_headings.h"

namespace taraz {

// Appends `sentence` to `out`, cut where a dateline shows a border:
//   behind  "TEHRAN - IRNA:"   Persian; the dateline is a segment of its own, as a heading
//   before  "PARIS - text"     Arabic, where words stand before the place: those are a heading
// Places and agencies come from data/segment/. Only the first bytes of a sentence are read: O(1) for each.
// Thread-safe; throws FormatError when a table is broken.
void cut_dateline(std::string_view text, ByteSpan sentence, std::vector<Piece>& out);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_DATELINES_H_
