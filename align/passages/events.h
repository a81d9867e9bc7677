// Events: groups of passages over all documents and languages that tell of the same thing.
#ifndef TARAZ_ALIGN_PASSAGES_EVENTS_H_
#define TARAZ_ALIGN_PASSAGES_EVENTS_H_

#include <string>
#include <vector>

#include "align/passages/passage_link.h"

namespace taraz {

struct Event {
  std::vector<Passage> passages;   // by document, then position; no two overlap
  std::vector<std::size_t> links;  // indices of the links that hold it together
  std::string label;               // what they share, strongest first: "1988 · 30,000 · Khomeini"
  std::string date;         // that most share: "1988", "2019-11", "2020-09-21", ISO 8601 days; or empty
  double confidence = 0.0;  // of its strongest link
};

// Groups links of confidence `least` or more, the strongest first: a link joins the groups of its two
// passages unless they share no strong evidence (name, number, date or rare word), so that a chain of weak
// likenesses does not make one event of everything. REQUIRES: links with their shared evidence. By falling
// confidence. O(links squared) at worst.
std::vector<Event> group_events(const std::vector<PassageLink>& links, double least);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_EVENTS_H_
