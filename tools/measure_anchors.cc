// How often names and other anchors of a sentence are found in its translation, and in a sentence of another
// text.
//   measure_anchors LANG FILE LANG FILE DOCUMENTS     line-aligned files; DOCUMENTS: the document of each
//   line
#include <cstdio>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "align/anchors/anchor_match.h"
#include "text/document.h"

namespace {

std::vector<std::string> lines_of(const char* path) {
  std::ifstream in(path);
  std::vector<std::string> lines;
  for (std::string line; std::getline(in, line);) {
    if (!line.empty() && line.back() == '\r') line.pop_back();
    lines.push_back(line.empty() ? "-" : line);
  }
  return lines;
}

taraz::Document document(const char* language, const std::vector<std::string>& lines) {
  std::string text;
  std::vector<taraz::Segment> segments;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line;
    segments.push_back({{begin, static_cast<std::uint32_t>(text.size())}, 0, taraz::SegmentKind::sentence});
    text += "\n";
  }
  taraz::Document d(language, taraz::Language::parse(language), std::move(text));
  d.set_segments(std::move(segments));
  return d;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 6) return std::fprintf(stderr, "measure_anchors LANG FILE LANG FILE DOCUMENTS\n"), 2;
  const taraz::Document a = document(argv[1], lines_of(argv[2])), b = document(argv[3], lines_of(argv[4]));
  const std::vector<std::string> groups = lines_of(argv[5]);
  const auto anchors = [](const taraz::Document& d) {
    return taraz::DocumentAnchors(d, taraz::AnchorFinder({.language = d.language()}));
  };
  const taraz::DocumentAnchors x = anchors(a), y = anchors(b);
  const taraz::AnchorMatcher match(x, y);
  struct Count {
    std::size_t all = 0, here = 0, elsewhere = 0;
  };
  std::map<std::string, Count> counts;
  std::mt19937 random(1);
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    std::uint32_t other = i;
    while (groups[other] == groups[i]) other = static_cast<std::uint32_t>(random() % a.size());
    const auto found = [&](std::uint32_t k, const taraz::Anchor& t) {
      for (const taraz::AnchorLink& l : match.links({i, i + 1}, {k, k + 1}))
        if (l.a == t.span) return true;
      return false;
    };
    taraz::ByteSpan last;
    for (const taraz::Anchor& t : x.segment(i)) {
      if (t.span == last) continue;
      last = t.span;
      std::string kind(name_of(t.kind));
      if (t.kind == taraz::AnchorKind::name) kind += t.value[0] == '~' ? " (by letters)" : " (known)";
      if (t.kind == taraz::AnchorKind::name && t.certainty < 0.5F) kind += " uncertain";
      Count& c = counts[kind];
      ++c.all;
      c.here += found(i, t);
      c.elsewhere += found(other, t);
    }
  }
  for (const auto& [kind, c] : counts)
    std::printf("%-28s %6zu  in the translation %.3f  in a random sentence %.4f\n", kind.c_str(), c.all,
                static_cast<double>(c.here) / static_cast<double>(c.all),
                static_cast<double>(c.elsewhere) / static_cast<double>(c.all));
  return 0;
}
