// Types of a side in one numbering: words of the word model, then anchors, then keys (marks, and in long
// documents plain numbers). Words link by the word model, anchors by their matcher, keys by being equal.
// Tests: evidence_builder_test.cc.
#include "align/engine/evidence_builder.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "align/anchors/anchor_finder.h"
#include "align/anchors/anchor_match.h"
#include "align/anchors/document_anchors.h"
#include "align/engine/side_reader.h"
#include "align/lexicon/dictionary.h"
#include "align/lexicon/learned_words.h"
#include "align/lexicon/lexicon.h"
#include "align/lexicon/word_model.h"
#include "text/words.h"

namespace taraz {
namespace {

constexpr double kSameValue = 0.8;  // p(counterpart has the same value)
constexpr float kHighestRatio = 3000;
constexpr float kLowestRatio = 2;  // weaker links cost time and say nothing
constexpr float kLeastSimilarity = 0.3F;
// Beads that words are learned from, taken evenly from long documents, beside a lexicon and without one: more
// takes longer than it helps.
constexpr std::size_t kMostLessons[2] = {3000, 10000};
// In longer documents words learned from the text itself know the names; comparing all of them would take
// longer than the alignment.
constexpr std::uint32_t kMostForNames = 6000;
constexpr std::uint32_t kMostForAnchors = 12000;

struct RawSide {
  const Document* document = nullptr;
  std::vector<SegmentFacts> facts;
  std::vector<WordId> words;
  std::vector<std::uint32_t> first_word{0};
  std::vector<std::uint32_t> keys;
  std::vector<std::uint32_t> first_key{0};
  TypeNames key_names;  // the first byte of a key is its class
  std::unique_ptr<DocumentAnchors> anchors;
  std::vector<TokenClass> anchor_class;
  std::vector<bool> anchor_used;

  std::size_t anchor_types() const { return anchor_class.size(); }
};

void read(RawSide& side, Side which, const Document& document, WordModel& model, bool plain_numbers) {
  side.document = &document;
  std::string key;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    const Words words(document.text(i));
    side.facts.push_back(segment_facts(document, i, words));
    model.tokenise(which, words, side.words);
    side.first_word.push_back(static_cast<std::uint32_t>(side.words.size()));
    for (std::size_t k = 0; k < words.size(); ++k) {
      const bool number = words[k].kind == WordKind::digits && plain_numbers;
      const std::string_view value = number                            ? words.folded(k)
                                     : words[k].kind == WordKind::mark ? mark_key(words.folded(k))
                                                                       : std::string_view();
      if (value.empty()) continue;
      key.assign(1, static_cast<char>(number ? TokenClass::number : TokenClass::mark)).append(value);
      side.keys.push_back(side.key_names.id(key));
    }
    side.first_key.push_back(static_cast<std::uint32_t>(side.keys.size()));
  }
}

TokenClass class_of(const AnchorType& type) {
  const AnchorKind kind = type.readings.empty() ? AnchorKind::name : type.readings[0].kind;
  switch (kind) {
    case AnchorKind::date:
      return TokenClass::date;
    case AnchorKind::number:
      return TokenClass::number;
    case AnchorKind::name:
      return TokenClass::name;
    default:
      return TokenClass::verbatim;
  }
}

void read_anchors(RawSide& side, bool names) {
  AnchorOptions options;
  options.language = side.document->language();
  if (!names)
    options.kinds = {AnchorKind::date,  AnchorKind::number,  AnchorKind::url,   AnchorKind::email,
                     AnchorKind::phone, AnchorKind::hashtag, AnchorKind::latin, AnchorKind::reference};
  side.anchors = std::make_unique<DocumentAnchors>(*side.document, AnchorFinder(options));
  for (const AnchorType& type : side.anchors->data().types) {
    side.anchor_class.push_back(class_of(type));
    // A number without a partner speaks against a bead; a word that may be a name does not.
    const TokenClass c = side.anchor_class.back();
    side.anchor_used.push_back(c == TokenClass::number || c == TokenClass::date ||
                               (c == TokenClass::name && type.known_name));
  }
}

WordModelOptions word_options(const EvidenceOptions& options, std::string_view first,
                              std::string_view second) {
  WordModelOptions out;
  out.shipped = options.use_lexicon;
  for (const std::shared_ptr<const Lexicon>& l : options.lexicons) {
    const std::string_view a = l->language(Side::first), b = l->language(Side::second);
    if (!(a == first && b == second) && !(a == second && b == first)) continue;
    out.lexicon = a == first ? l : l->swapped();
    break;
  }
  out.threads = options.threads;
  for (const auto& learned : options.learned) {
    const std::string_view a = learned->language(Side::first).base();
    const std::string_view b = learned->language(Side::second).base();
    if ((a == first && b == second) || (a == second && b == first)) out.learned = learned;
  }
  return out;
}

}  // namespace

struct EvidenceBuilder::State {
  EvidenceOptions options;
  RawSide sides[2];
  WordModel words;
  std::vector<AnchorTypeLink> anchor_links;

  std::uint32_t anchor_base(int k) const {
    return static_cast<std::uint32_t>(words.size(static_cast<Side>(k)));
  }
  std::uint32_t key_base(int k) const {
    return anchor_base(k) + static_cast<std::uint32_t>(sides[k].anchor_types());
  }
  std::uint32_t types(int k) const {
    return key_base(k) + static_cast<std::uint32_t>(sides[k].key_names.size());
  }

  std::shared_ptr<TypeTable> make_types(int k) const;
  SideEvidence make_side(int k) const;
};

EvidenceBuilder::EvidenceBuilder(const Document& first, const Document& second,
                                 const EvidenceOptions& options)
    : state_(new State{options,
                       {},
                       WordModel(first.language(), second.language(),
                                 word_options(options, first.language().base(), second.language().base())),
                       {}}) {
  State& s = *state_;
  const std::uint32_t longest = std::max(first.size(), second.size());
  const bool anchors = longest <= kMostForAnchors;
  read(s.sides[0], Side::first, first, s.words, !anchors);
  read(s.sides[1], Side::second, second, s.words, !anchors);
  if (anchors) {
    const bool names = options.use_names && longest <= kMostForNames;
    for (RawSide& side : s.sides) read_anchors(side, names);
    AnchorMatchOptions match;
    match.use_names = names;
    for (const AnchorTypeLink& link :
         AnchorMatcher(*s.sides[0].anchors, *s.sides[1].anchors, match).type_links()) {
      if (link.kind == AnchorKind::quotation || link.similarity < kLeastSimilarity) continue;
      // Two plain words of Arabic script that sound alike: the word model knows better.
      if (s.sides[0].anchors->data().types[link.a].readings.empty() &&
          s.sides[1].anchors->data().types[link.b].readings.empty())
        continue;
      s.anchor_links.push_back(link);
      s.sides[0].anchor_used[link.a] = true;
      s.sides[1].anchor_used[link.b] = true;
    }
  }
  for (const UserDictionary& d : options.dictionaries) {
    if (d.first.base() == first.language().base() && d.second.base() == second.language().base())
      s.words.add_dictionary(*d.words);
    else if (d.second.base() == first.language().base() && d.first.base() == second.language().base())
      s.words.add_dictionary(d.words->swapped());
  }
  s.words.build();
}

EvidenceBuilder::~EvidenceBuilder() = default;

std::shared_ptr<TypeTable> EvidenceBuilder::State::make_types(int k) const {
  auto out = std::make_shared<TypeTable>();
  const RawSide& raw = sides[k];
  out->token_class.resize(anchor_base(k), TokenClass::word);
  out->token_class.insert(out->token_class.end(), raw.anchor_class.begin(), raw.anchor_class.end());
  for (std::uint32_t t = 0; t < raw.key_names.size(); ++t)
    out->token_class.push_back(static_cast<TokenClass>(raw.key_names.key(t)[0]));
  out->count.assign(types(k), 0);
  if (!options.keep_names) return out;
  for (WordId w = 0; w < anchor_base(k); ++w) out->name.emplace_back(words.word(static_cast<Side>(k), w));
  for (std::uint32_t t = 0; t < raw.anchor_types(); ++t) {
    const AnchorType& type = raw.anchors->data().types[t];
    out->name.push_back(!type.folded.empty() || type.readings.empty() ? type.folded : type.readings[0].value);
  }
  for (std::uint32_t t = 0; t < raw.key_names.size(); ++t)
    out->name.push_back(raw.key_names.key(t).substr(1));
  return out;
}

SideEvidence EvidenceBuilder::State::make_side(int k) const {
  const RawSide& raw = sides[k];
  SideEvidence side;
  std::shared_ptr<TypeTable> types = make_types(k);
  side.segments = raw.facts;
  side.first_token.push_back(0);
  std::vector<std::uint32_t> found;
  std::size_t several = 0;
  for (std::uint32_t i = 0; i < raw.facts.size(); ++i) {
    several += i > 0 && raw.facts[i].paragraph == raw.facts[i - 1].paragraph;
    found.clear();
    for (std::uint32_t w = raw.first_word[i]; w < raw.first_word[i + 1]; ++w)
      if (words.covered(static_cast<Side>(k), raw.words[w])) found.push_back(raw.words[w]);
    if (raw.anchors) {
      const DocumentAnchors::Data& data = raw.anchors->data();
      for (std::uint32_t a = data.first_item[i]; a < data.first_item[i + 1]; ++a)
        if (raw.anchor_used[data.items[a].type]) found.push_back(anchor_base(k) + data.items[a].type);
    }
    for (std::uint32_t a = raw.first_key[i]; a < raw.first_key[i + 1]; ++a)
      found.push_back(key_base(k) + raw.keys[a]);
    for (std::size_t c = 0; c < kTokenClasses; ++c)
      for (const std::uint32_t type : found) {
        if (static_cast<std::size_t>(types->token_class[type]) != c || side.segments[i].counts[c] == 10000)
          continue;
        side.tokens.push_back(type);
        ++types->count[type];
        ++side.segments[i].counts[c];
      }
    side.first_token.push_back(static_cast<std::uint32_t>(side.tokens.size()));
  }
  side.paragraphs = several * 3 > raw.facts.size();
  side.types = std::move(types);
  return side;
}

PairEvidence EvidenceBuilder::build() const {
  const State& s = *state_;
  PairEvidence out;
  std::array<double, kTokenClasses> totals[2] = {};
  double lengths[2] = {0, 0};
  for (int k = 0; k < 2; ++k) {
    out.sides[k] = s.make_side(k);
    for (const SegmentFacts& f : out.sides[k].segments) {
      lengths[k] += f.length;
      for (std::size_t c = 0; c < kTokenClasses; ++c) totals[k][c] += f.counts[c];
    }
  }
  out.length_ratio = (lengths[1] + 2000) / (lengths[0] + 2000);
  auto table = std::make_shared<LinkTable>();
  table->first_link.push_back(0);
  for (WordId w = 0; w < s.anchor_base(0); ++w) {
    for (const WordPair& p : s.words.translations(Side::first, w)) {
      const float forward = std::min(kHighestRatio, p.forward / s.words.background(Side::second, p.word));
      const float backward = std::min(kHighestRatio, p.backward / s.words.background(Side::first, w));
      if (std::max(forward, backward) >= kLowestRatio) table->links.push_back({p.word, forward, backward});
    }
    table->first_link.push_back(table->links.size());
  }
  const auto ratio = [&](int k, std::uint32_t type, double similarity) {
    const auto c = static_cast<std::size_t>(out.sides[k].types->token_class[type]);
    const double background = (out.sides[k].types->count[type] + 0.5) / (totals[k][c] + 1);
    return std::min(kHighestRatio, static_cast<float>(kSameValue * similarity / background));
  };
  const auto add = [&](std::uint32_t a, std::uint32_t b, double similarity) {
    table->links.push_back({b, ratio(1, b, similarity), ratio(0, a, similarity)});
  };
  std::size_t next = 0;
  for (std::uint32_t t = 0; t < s.sides[0].anchor_types(); ++t) {
    for (; next < s.anchor_links.size() && s.anchor_links[next].a == t; ++next)
      add(s.anchor_base(0) + t, s.anchor_base(1) + s.anchor_links[next].b, s.anchor_links[next].similarity);
    table->first_link.push_back(table->links.size());
  }
  for (std::uint32_t t = 0; t < s.sides[0].key_names.size(); ++t) {
    const std::uint32_t same = s.sides[1].key_names.find(s.sides[0].key_names.key(t));
    if (same != 0xFFFFFFFF) add(s.key_base(0) + t, s.key_base(1) + same, 1.0);
    table->first_link.push_back(table->links.size());
  }
  out.links = std::move(table);
  return out;
}

void EvidenceBuilder::learn(std::span<const Block> blocks) {
  State& s = *state_;
  std::vector<TokenPair> beads;
  const auto likely = static_cast<std::size_t>(
      std::count_if(blocks.begin(), blocks.end(), [](const Block& b) { return b.posterior >= 0.5F; }));
  const std::size_t step = likely / kMostLessons[s.words.has_lexicon() ? 0 : 1] + 1;
  std::size_t number = 0;
  for (const Block& b : blocks) {
    if (b.posterior < 0.5F || number++ % step != 0) continue;
    const SegmentRange ranges[2] = {{b.first, b.first + b.m}, {b.second, b.second + b.n}};
    std::span<const WordId> words[2];
    for (int k = 0; k < 2; ++k) {
      const std::uint32_t begin = s.sides[k].first_word[ranges[k].begin];
      words[k] = std::span(s.sides[k].words).subspan(begin, s.sides[k].first_word[ranges[k].end] - begin);
    }
    beads.push_back({words[0], words[1], b.posterior});
  }
  s.words.learn(beads);
  s.words.build();
}

}  // namespace taraz
