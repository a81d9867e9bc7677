#include "io/match_writer.h"

#include <gtest/gtest.h>

#include <sstream>

namespace taraz {
namespace {

struct World {
  Document a{"a\tb", Language::parse("en"), "One.\nTwo \"x\"."};
  Document b{"b", Language::parse("fa"), "یک."};
  std::vector<const Document*> collection{&a, &b};
  std::vector<PassageLink> links;
  World() {
    a.set_segments({{{0, 4}, 0, SegmentKind::sentence}, {{5, 13}, 1, SegmentKind::sentence}});
    b.set_segments({{{0, 5}, 0, SegmentKind::sentence}});
    PassageLink l;
    l.first = {0, {0, 2}};
    l.second = {1, {0, 1}};
    l.kind = LinkKind::comparable;
    l.confidence = 0.75;
    l.shared = {{TokenClass::number, "30", "30", 4.0F}, {TokenClass::word, "one", "یک", 2.0F}};
    links.push_back(l);
  }
  std::string written(auto write) const {
    std::ostringstream out;
    Sink sink("-", out);
    write(sink);
    sink.commit();
    return out.str();
  }
};

TEST(MatchWriter, BareLinks) {
  const World w;
  EXPECT_EQ(w.written([&](Sink& s) { write_bare_links(s, w.collection, w.links); }),
            "a\\tb\t[0,1]\tb\t[0]\t0.7500\n");
}

TEST(MatchWriter, Tsv) {
  const World w;
  EXPECT_EQ(
      w.written([&](Sink& s) { write_links_tsv(s, w.collection, w.links, group_events(w.links, 0.5)); }),
      "confidence\tkind\tevent\tdocument1\tsegments1\ttext1\tdocument2\tsegments2\ttext2\tshared\n"
      "0.7500\tcomparable\t1\ta\\tb\t0-1\tOne. Two \"x\".\tb\t0\tیک.\t30 | one=یک\n");
}

TEST(MatchWriter, JsonLines) {
  const World w;
  EXPECT_EQ(w.written([&](Sink& s) { write_links_jsonl(s, w.collection, w.links, {}); }),
            "{\"type\":\"link\",\"confidence\":0.7500,\"kind\":\"comparable\",\"passages\":[{\"document\":"
            "\"a\\tb\",\"lang\":\"en\",\"source\":[0,2],"
            "\"text\":\"One. Two "
            "\\\"x\\\".\"},{\"document\":\"b\",\"lang\":\"fa\",\"source\":[0,1],\"text\":\"یک.\"}],"
            "\"shared\":[{\"kind\":\"number\","
            "\"first\":\"30\",\"second\":\"30\",\"weight\":4.00},{\"kind\":\"word\",\"first\":\"one\","
            "\"second\":\"یک\",\"weight\":2.00}]}\n");
}

TEST(MatchWriter, Events) {
  const World w;
  EXPECT_EQ(w.written([&](Sink& s) { write_events_tsv(s, w.collection, group_events(w.links, 0.5)); }),
            "event\tlabel\tdate\tconfidence\tdocument\tsegments\ttext\n1\t30 \u00B7 "
            "one\t\t0.7500\ta\\tb\t0-1\tOne. Two \"x\".\n"
            "1\t30 \u00B7 one\t\t0.7500\tb\t0\tیک.\n");
}

}  // namespace
}  // namespace taraz
