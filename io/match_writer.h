// Links and events of a collection as TSV, JSON lines and bare links.
#ifndef TARAZ_IO_MATCH_WRITER_H_
#define TARAZ_IO_MATCH_WRITER_H_

#include <span>
#include <string>
#include <vector>

#include "align/passages/events.h"
#include "align/passages/passage_link.h"
#include "io/sink.h"
#include "text/document.h"

namespace taraz {

// docs/match.md specifies the three forms. All write, none commits.

// confidence, kind, event, document, segments, text, document, segments, text, shared; a header line.
void write_links_tsv(Sink& sink, std::span<const Document* const> collection,
                     const std::vector<PassageLink>& links, const std::vector<Event>& events);
// One object a link ("type":"link") and one an event ("type":"event").
void write_links_jsonl(Sink& sink, std::span<const Document* const> collection,
                       const std::vector<PassageLink>& links, const std::vector<Event>& events);
// document TAB [segments] TAB document TAB [segments] TAB confidence; no header line.
void write_bare_links(Sink& sink, std::span<const Document* const> collection,
                      const std::vector<PassageLink>& links);
// event, label, date, confidence, document, segments, text; a header line; a line a passage.
void write_events_tsv(Sink& sink, std::span<const Document* const> collection,
                      const std::vector<Event>& events);

}  // namespace taraz

#endif  // TARAZ_IO_MATCH_WRITER_H_
