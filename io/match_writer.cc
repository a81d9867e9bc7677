// Tested by tests/io/match_writer_test.cc and tests/cli/match.
#include "io/match_writer.h"

#include <fmt/format.h>

#include "io/escapes.h"

namespace taraz {
namespace {

std::string cell(std::string_view text) {
  std::string out;
  append_tsv_cell(out, text);
  return out;
}

std::string json(std::string_view text) {
  std::string out;
  append_json_string(out, text);
  return out;
}

std::string list(SegmentRange r) {
  std::string out = "[";
  for (std::uint32_t i = r.begin; i < r.end; ++i) out += (i > r.begin ? "," : "") + std::to_string(i);
  return out + "]";
}

std::string range(SegmentRange r) {
  return r.size() == 1 ? std::to_string(r.begin) : fmt::format("{}-{}", r.begin, r.end - 1);
}

std::string shared_text(const SharedEvidence& e) {
  const std::string &a = e.readable_first(), &b = e.readable_second();
  return a == b ? a : a + "=" + b;
}

// Number of the event of each link, from 1; 0 for none.
std::vector<std::size_t> events_of(const std::vector<PassageLink>& links, const std::vector<Event>& events) {
  std::vector<std::size_t> out(links.size(), 0);
  for (std::size_t e = 0; e < events.size(); ++e)
    for (const std::size_t k : events[e].links) out[k] = e + 1;
  return out;
}

}  // namespace

void write_links_tsv(Sink& sink, std::span<const Document* const> collection,
                     const std::vector<PassageLink>& links, const std::vector<Event>& events) {
  sink.write("confidence\tkind\tevent\tdocument1\tsegments1\ttext1\tdocument2\tsegments2\ttext2\tshared\n");
  const std::vector<std::size_t> event = events_of(links, events);
  for (std::size_t k = 0; k < links.size(); ++k) {
    const PassageLink& l = links[k];
    std::string line = fmt::format("{:.4f}\t{}\t{}", l.confidence, name_of(l.kind),
                                   event[k] == 0 ? "" : std::to_string(event[k]));
    for (const Passage* p : {&l.first, &l.second}) {
      const Document& d = *collection[p->document];
      line += fmt::format("\t{}\t{}\t{}", cell(d.id()), range(p->segments), cell(d.text_of(p->segments)));
    }
    line += '\t';
    for (std::size_t i = 0; i < l.shared.size(); ++i)
      line += (i > 0 ? " | " : "") + cell(shared_text(l.shared[i]));
    sink.write(line + "\n");
  }
}

void write_links_jsonl(Sink& sink, std::span<const Document* const> collection,
                       const std::vector<PassageLink>& links, const std::vector<Event>& events) {
  const auto passage = [&](const Passage& p) {
    const Document& d = *collection[p.document];
    return fmt::format("{{\"document\":{},\"lang\":{},\"source\":[{},{}],\"text\":{}}}", json(d.id()),
                       json(d.language().tag()), p.segments.begin, p.segments.end,
                       json(d.text_of(p.segments)));
  };
  const std::vector<std::size_t> event = events_of(links, events);
  for (std::size_t k = 0; k < links.size(); ++k) {
    const PassageLink& l = links[k];
    std::string line = fmt::format("{{\"type\":\"link\",\"confidence\":{:.4f},\"kind\":\"{}\"", l.confidence,
                                   name_of(l.kind));
    if (event[k] > 0) line += fmt::format(",\"event\":{}", event[k]);
    line += ",\"passages\":[" + passage(l.first) + "," + passage(l.second) + "],\"shared\":[";
    for (std::size_t i = 0; i < l.shared.size(); ++i)
      line += fmt::format("{}{{\"kind\":\"{}\",\"first\":{},\"second\":{},\"weight\":{:.2f}}}",
                          i > 0 ? "," : "", name_of(l.shared[i].token_class), json(l.shared[i].first),
                          json(l.shared[i].second), l.shared[i].weight);
    sink.write(line + "]}\n");
  }
  for (std::size_t e = 0; e < events.size(); ++e) {
    std::string line = fmt::format("{{\"type\":\"event\",\"event\":{},\"confidence\":{:.4f},\"label\":{}",
                                   e + 1, events[e].confidence, json(events[e].label));
    if (!events[e].date.empty()) line += ",\"date\":" + json(events[e].date);
    line += ",\"passages\":[";
    for (std::size_t i = 0; i < events[e].passages.size(); ++i)
      line += (i > 0 ? "," : "") + passage(events[e].passages[i]);
    sink.write(line + "]}\n");
  }
}

void write_bare_links(Sink& sink, std::span<const Document* const> collection,
                      const std::vector<PassageLink>& links) {
  for (const PassageLink& l : links)
    sink.write(fmt::format("{}\t{}\t{}\t{}\t{:.4f}\n", cell(collection[l.first.document]->id()),
                           list(l.first.segments), cell(collection[l.second.document]->id()),
                           list(l.second.segments), l.confidence));
}

void write_events_tsv(Sink& sink, std::span<const Document* const> collection,
                      const std::vector<Event>& events) {
  sink.write("event\tlabel\tdate\tconfidence\tdocument\tsegments\ttext\n");
  for (std::size_t e = 0; e < events.size(); ++e)
    for (const Passage& p : events[e].passages) {
      const Document& d = *collection[p.document];
      sink.write(fmt::format("{}\t{}\t{}\t{:.4f}\t{}\t{}\t{}\n", e + 1, cell(events[e].label), events[e].date,
                             events[e].confidence, cell(d.id()), range(p.segments),
                             cell(d.text_of(p.segments))));
    }
}

}  // namespace taraz
