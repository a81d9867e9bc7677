// Tokens by class: numbers and names link by their values, equal words by their spelling, words by the word
// model.
#include "align/engine/evidence_builder.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "align/engine/side_reader.h"
#include "align/lexicon/word_model.h"
#include "text/words.h"

namespace taraz {
namespace {

constexpr double kSameValue = 0.8;  // p(counterpart has the same value)
constexpr float kHighestRatio = 3000;
constexpr float kLowestRatio = 2;  // weaker links cost time and say nothing

struct RawSide {
  const Document* document;
  std::vector<SegmentFacts> facts;
  std::vector<std::vector<RawToken>> tokens;
  std::array<TypeNames, kTokenClasses> names;
};

void read(RawSide& side, Side which, const Document& document, WordModel& model) {
  std::vector<WordId> ids;
  side.document = &document;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    const Words words(document.text(i));
    side.facts.push_back(segment_facts(document, i, words));
    std::vector<RawToken>& tokens = side.tokens.emplace_back();
    const auto add = [&](TokenClass c, std::string_view key) {
      tokens.push_back({c, side.names[static_cast<std::size_t>(c)].id(key)});
    };
    ids.clear();
    model.tokenise(which, words, ids);
    for (const WordId id : ids) tokens.push_back({TokenClass::word, id});
    for (std::size_t k = 0; k < words.size(); ++k) {
      const std::string_view folded = words.folded(k);
      switch (words[k].kind) {
        case WordKind::digits:
          add(TokenClass::number, folded);
          break;
        case WordKind::letters:
          break;
        case WordKind::mark:
          if (const std::string_view key = mark_key(folded); !key.empty()) add(TokenClass::mark, key);
          break;
      }
    }
  }
}

WordModelOptions word_options(const EvidenceOptions& options) {
  WordModelOptions out;
  out.shipped = options.use_lexicon;
  out.threads = options.threads;
  return out;
}

}  // namespace

struct EvidenceBuilder::State {
  EvidenceOptions options;
  RawSide sides[2];
  WordModel words;

  std::uint32_t types(int k, std::size_t c) const {
    return static_cast<std::uint32_t>(c == 0 ? words.size(static_cast<Side>(k)) : sides[k].names[c].size());
  }
};

EvidenceBuilder::EvidenceBuilder(const Document& first, const Document& second,
                                 const EvidenceOptions& options)
    : state_(new State{options, {}, WordModel(first.language(), second.language(), word_options(options))}) {
  read(state_->sides[0], Side::first, first, state_->words);
  read(state_->sides[1], Side::second, second, state_->words);
  state_->words.build();
}

EvidenceBuilder::~EvidenceBuilder() = default;

PairEvidence EvidenceBuilder::build() const {
  PairEvidence out;
  // Types of all classes in one numbering: the class's first id, then its own.
  std::array<std::uint32_t, kTokenClasses + 1> base[2];
  for (int k = 0; k < 2; ++k) {
    const RawSide& raw = state_->sides[k];
    const RawSide& other = state_->sides[1 - k];
    SideEvidence& side = out.sides[k];
    base[k][0] = 0;
    auto types = std::make_shared<TypeTable>();
    for (std::size_t c = 0; c < kTokenClasses; ++c) {
      base[k][c + 1] = base[k][c] + state_->types(k, c);
      types->token_class.resize(base[k][c + 1], static_cast<TokenClass>(c));
      for (std::uint32_t t = 0; state_->options.keep_names && t < state_->types(k, c); ++t)
        types->name.push_back(c == 0 ? std::string(state_->words.word(static_cast<Side>(k), t))
                                     : raw.names[c].key(t));
    }
    types->count.assign(types->token_class.size(), 0);
    side.segments = raw.facts;
    side.first_token.push_back(0);
    std::uint32_t last = 0xFFFFFFFF;
    std::size_t several = 0;
    for (std::size_t i = 0; i < raw.tokens.size(); ++i) {
      several += raw.facts[i].paragraph == last;
      last = raw.facts[i].paragraph;
      for (std::size_t c = 0; c < kTokenClasses; ++c)
        for (const RawToken& token : raw.tokens[i]) {
          if (static_cast<std::size_t>(token.token_class) != c) continue;
          if (token.token_class == TokenClass::word &&
              !state_->words.covered(static_cast<Side>(k), token.type))
            continue;
          // A word says something only when the other side writes it the same.
          if (token.token_class == TokenClass::verbatim &&
              other.names[c].find(raw.names[c].key(token.type)) == 0xFFFFFFFF)
            continue;
          if (side.segments[i].counts[c] == 10000) continue;
          side.tokens.push_back(base[k][c] + token.type);
          ++types->count[base[k][c] + token.type];
          ++side.segments[i].counts[c];
        }
      side.first_token.push_back(static_cast<std::uint32_t>(side.tokens.size()));
    }
    side.paragraphs = several * 3 > raw.tokens.size();
    side.types = std::move(types);
  }
  std::array<double, kTokenClasses> totals[2] = {};
  for (int k = 0; k < 2; ++k)
    for (const SegmentFacts& f : out.sides[k].segments)
      for (std::size_t c = 0; c < kTokenClasses; ++c) totals[k][c] += f.counts[c];
  auto links = std::make_shared<LinkTable>();
  links->first_link.push_back(0);
  for (WordId w = 0; w < state_->words.size(Side::first); ++w) {
    for (const WordPair& p : state_->words.translations(Side::first, w)) {
      const float forward =
          std::min(kHighestRatio, p.forward / state_->words.background(Side::second, p.word));
      const float backward = std::min(kHighestRatio, p.backward / state_->words.background(Side::first, w));
      if (std::max(forward, backward) >= kLowestRatio) links->links.push_back({p.word, forward, backward});
    }
    links->first_link.push_back(links->links.size());
  }
  for (std::size_t c = 1; c < kTokenClasses; ++c)
    for (std::uint32_t t = 0; t < state_->sides[0].names[c].size(); ++t) {
      const std::uint32_t same = state_->sides[1].names[c].find(state_->sides[0].names[c].key(t));
      if (same != 0xFFFFFFFF) {
        const auto ratio = [&](int k, std::uint32_t type) {
          const double u = (out.sides[k].types->count[type] + 0.5) / (totals[k][c] + 1);
          return std::min(kHighestRatio, static_cast<float>(kSameValue / u));
        };
        links->links.push_back({base[1][c] + same, ratio(1, base[1][c] + same), ratio(0, base[0][c] + t)});
      }
      links->first_link.push_back(links->links.size());
    }
  out.links = std::move(links);
  double lengths[2] = {0, 0};
  for (int k = 0; k < 2; ++k)
    for (const SegmentFacts& f : out.sides[k].segments) lengths[k] += f.length;
  out.length_ratio = (lengths[1] + 2000) / (lengths[0] + 2000);
  return out;
}

void EvidenceBuilder::learn(std::span<const Block> blocks) {
  std::vector<std::vector<WordId>> ids[2];
  std::vector<double> weights;
  for (const Block& b : blocks) {
    if (b.posterior < 0.5F) continue;
    const SegmentRange ranges[2] = {{b.first, b.first + b.m}, {b.second, b.second + b.n}};
    for (int k = 0; k < 2; ++k) {
      std::vector<WordId>& words = ids[k].emplace_back();
      for (std::uint32_t i = ranges[k].begin; i < ranges[k].end; ++i)
        for (const RawToken& t : state_->sides[k].tokens[i])
          if (t.token_class == TokenClass::word) words.push_back(t.type);
    }
    weights.push_back(b.posterior);
  }
  std::vector<TokenPair> beads;
  for (std::size_t k = 0; k < weights.size(); ++k) beads.push_back({ids[0][k], ids[1][k], weights[k]});
  state_->words.learn(beads);
  state_->words.build();
}

}  // namespace taraz
