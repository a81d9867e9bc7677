// The page of taraz match: documents side by side, links drawn between the passages that tell the same.
#ifndef TARAZ_IO_MATCH_PAGE_H_
#define TARAZ_IO_MATCH_PAGE_H_

#include <span>
#include <string>
#include <vector>

#include "align/passages/events.h"
#include "align/passages/passage_link.h"
#include "io/sink.h"
#include "text/document.h"

namespace taraz {

// Writes one self-contained HTML file; the Sink is not committed. It holds all the texts; nothing in them can
// act as markup or script. Links by falling confidence. O(text).
void write_match_page(Sink& sink, std::span<const Document* const> collection,
                      const std::vector<PassageLink>& links, const std::vector<Event>& events,
                      const std::string& title);

}  // namespace taraz

#endif  // TARAZ_IO_MATCH_PAGE_H_
