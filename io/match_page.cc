// Tested by tests/io/match_page_test.cc and web/tests.
#include "io/match_page.h"

#include <fmt/format.h>

#include "io/review_data.h"
#include "io/web_page.h"

namespace taraz {
namespace {

std::string quoted(std::string_view text) {
  std::string out;
  append_script_string(out, text);
  return out;
}

std::string place(const Passage& p) {
  return fmt::format("[{},{},{}]", p.document, p.segments.begin, p.segments.end);
}

// Elements joined by commas, each written by `each(index)`.
template <typename Each>
std::string list(std::size_t count, const Each& each) {
  std::string out = "[";
  for (std::size_t k = 0; k < count; ++k) (out += k > 0 ? "," : "") += each(k);
  return out + "]";
}

}  // namespace

void write_match_page(Sink& sink, std::span<const Document* const> collection,
                      const std::vector<PassageLink>& links, const std::vector<Event>& events,
                      const std::string& title) {
  std::vector<std::size_t> event_of(links.size(), 0);
  for (std::size_t e = 0; e < events.size(); ++e)
    for (const std::size_t k : events[e].links) event_of[k] = e + 1;
  const std::string documents = list(collection.size(), [&](std::size_t d) {
    const Document& doc = *collection[d];
    return fmt::format(
        "{{\"id\":{},\"lang\":{},\"rtl\":{},\"segments\":{},\"paragraphs\":{}}}\n", quoted(doc.id()),
        quoted(doc.language().tag()), doc.language().right_to_left(),
        list(doc.size(),
             [&](std::size_t i) {
               const auto s = static_cast<std::uint32_t>(i);
               return quoted(doc.text_of({s, s + 1}));
             }),
        list(doc.size(), [&](std::size_t i) { return std::to_string(doc.segments()[i].paragraph); }));
  });
  const std::string link_list = list(links.size(), [&](std::size_t k) {
    const PassageLink& l = links[k];
    return fmt::format(
        "{{\"confidence\":{:.4f},\"kind\":\"{}\",\"event\":{},\"first\":{},\"second\":{},\"shared\":{}}}\n",
        l.confidence, name_of(l.kind), event_of[k], place(l.first), place(l.second),
        list(l.shared.size(), [&](std::size_t i) {
          return fmt::format("[{},{}]", quoted(l.shared[i].readable_first()),
                             quoted(l.shared[i].readable_second()));
        }));
  });
  const std::string event_list = list(events.size(), [&](std::size_t e) {
    return fmt::format(
        "{{\"label\":{},\"date\":{},\"confidence\":{:.4f},\"passages\":{}}}\n", quoted(events[e].label),
        quoted(events[e].date), events[e].confidence,
        list(events[e].passages.size(), [&](std::size_t i) { return place(events[e].passages[i]); }));
  });
  write_web_page(sink, {.html = "match.html",
                        .style = "review.css match.css",
                        .script = "match_page.js",
                        .title = title,
                        .data = "{\"documents\":" + documents + ",\"links\":" + link_list +
                                ",\"events\":" + event_list + "}"});
}

}  // namespace taraz
