// Evidence made by hand: segments are lists of words, a word links to the word of the same number.
#ifndef TARAZ_TESTS_ALIGN_PASSAGES_TINY_EVIDENCE_H_
#define TARAZ_TESTS_ALIGN_PASSAGES_TINY_EVIDENCE_H_

#include <algorithm>
#include <memory>
#include <vector>

#include "align/engine/evidence.h"

namespace taraz {

using TinySide = std::vector<std::vector<std::uint32_t>>;

inline PairEvidence tiny_evidence(const TinySide& first, const TinySide& second, std::uint32_t types) {
  PairEvidence out;
  const TinySide* sides[] = {&first, &second};
  std::vector<double> share[2];
  for (int k = 0; k < 2; ++k) {
    auto table = std::make_shared<TypeTable>();
    table->token_class.assign(types, TokenClass::word);
    table->count.assign(types, 0);
    for (std::uint32_t t = 0; t < types; ++t) table->name.push_back(std::to_string(t));
    out.sides[k].first_token.push_back(0);
    std::size_t total = 0;
    for (const auto& segment : *sides[k]) {
      SegmentFacts facts;
      facts.length = static_cast<float>(5 * segment.size() + 1);
      facts.counts[0] = static_cast<std::uint16_t>(segment.size());
      out.sides[k].segments.push_back(facts);
      for (const std::uint32_t t : segment) {
        out.sides[k].tokens.push_back(t);
        ++table->count[t];
        ++total;
      }
      out.sides[k].first_token.push_back(static_cast<std::uint32_t>(out.sides[k].tokens.size()));
    }
    for (std::uint32_t t = 0; t < types; ++t)
      share[k].push_back((table->count[t] + 0.5) / (static_cast<double>(total) + 0.5 * types));
    out.sides[k].types = table;
  }
  auto links = std::make_shared<LinkTable>();
  links->first_link.push_back(0);
  for (std::uint32_t t = 0; t < types; ++t) {
    links->links.push_back({t, static_cast<float>(0.8 / share[1][t]), static_cast<float>(0.8 / share[0][t])});
    links->first_link.push_back(links->links.size());
  }
  out.links = links;
  return out;
}

}  // namespace taraz

#endif  // TARAZ_TESTS_ALIGN_PASSAGES_TINY_EVIDENCE_H_
