// Small random worlds for the engine's tests: evidence without text, weights without training, documents from
// words.
#ifndef TARAZ_TESTS_ALIGN_ENGINE_SMALL_WORLDS_H_
#define TARAZ_TESTS_ALIGN_ENGINE_SMALL_WORLDS_H_

#include <memory>
#include <random>
#include <string>
#include <vector>

#include "align/engine/evidence.h"
#include "align/engine/features.h"
#include "text/document.h"

namespace taraz::test {

inline SideEvidence random_side(std::uint32_t segments, std::mt19937& random) {
  SideEvidence side;
  auto types = std::make_shared<TypeTable>();
  for (std::uint32_t t = 0; t < 12; ++t)
    types->token_class.push_back(static_cast<TokenClass>(t * kTokenClasses / 12));
  types->count.assign(12, 1);
  side.first_token.push_back(0);
  for (std::uint32_t i = 0; i < segments; ++i) {
    SegmentFacts facts;
    facts.length = static_cast<float>(5 + random() % 60);
    facts.ends = static_cast<float>(1 + random() % 3);
    facts.paragraph = i / 2;
    facts.kind = static_cast<std::uint8_t>(random() % 5 == 0);
    for (std::uint32_t t = 0; t < 12; ++t)
      if (random() % 3 == 0) {
        side.tokens.push_back(t);
        ++facts.counts[static_cast<std::size_t>(types->token_class[t])];
      }
    side.segments.push_back(facts);
    side.first_token.push_back(static_cast<std::uint32_t>(side.tokens.size()));
  }
  side.paragraphs = true;
  side.types = std::move(types);
  return side;
}

inline PairEvidence random_evidence(std::uint32_t first, std::uint32_t second, std::mt19937& random) {
  PairEvidence out;
  out.sides[0] = random_side(first, random);
  out.sides[1] = random_side(second, random);
  auto links = std::make_shared<LinkTable>();
  links->first_link.push_back(0);
  for (std::uint32_t t = 0; t < 12; ++t) {
    for (std::uint32_t u = 0; u < 12; ++u)
      if (random() % 4 == 0)
        links->links.push_back({u, static_cast<float>(random() % 40), static_cast<float>(random() % 40)});
    links->first_link.push_back(links->links.size());
  }
  out.links = std::move(links);
  out.length_ratio = 0.7 + static_cast<double>(random() % 60) / 100;
  return out;
}

inline Weights random_weights(std::mt19937& random) {
  Weights out;
  for (double& w : out.values) w = static_cast<double>(random() % 200) / 100 - 1;
  return out;
}

// One segment a line.
inline Document document_of(const std::string& language, const std::vector<std::string>& lines) {
  std::string text;
  std::vector<Segment> segments;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line;
    segments.push_back(
        {{begin, static_cast<std::uint32_t>(text.size())}, static_cast<std::uint32_t>(segments.size())});
    text += '\n';
  }
  Document out(language, Language::parse(language), std::move(text));
  out.set_segments(std::move(segments));
  return out;
}

// Lines of an invented language: the words of line u are the same in every language but for a suffix, so that
// word u of the "translation" can be learned. `units[k]` are joined into line k.
inline std::vector<std::string> invented_lines(const std::vector<std::vector<std::uint32_t>>& units,
                                               const std::string& suffix) {
  std::vector<std::string> out;
  for (const auto& line : units) {
    std::string text;
    for (const std::uint32_t u : line) {
      std::mt19937 random(u * 7919 + 13);
      const std::uint32_t words = 5 + random() % 7;
      for (std::uint32_t w = 0; w < words; ++w) {
        std::uint32_t word = random() % 150;
        std::string letters;
        for (int k = 0; k < 3; ++k, word /= 6)
          letters += "bdklmr"[word % 6], letters += "aeiou"[(word + k) % 5];
        text += (text.empty() ? "" : " ") + letters + suffix;
      }
      text += u % 3 == 0 ? " " + std::to_string(1000 + u) + "." : ".";
    }
    out.push_back(text);
  }
  return out;
}

}  // namespace taraz::test

#endif  // TARAZ_TESTS_ALIGN_ENGINE_SMALL_WORLDS_H_
