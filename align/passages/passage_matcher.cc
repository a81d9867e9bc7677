// For each pair of languages: join the documents of each, make the evidence once, mine translations, learn
// words from them and mine again; documents that many mined pairs join are translations; between the others
// look for passages that tell of the same thing. Tested by tests/align/passages/passage_matcher_test.cc.
#include "align/passages/passage_matcher.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <utility>

#include "align/engine/evidence_builder.h"
#include "align/engine/features.h"
#include "align/engine/lattice.h"
#include "align/passages/comparable_finder.h"
#include "align/passages/joined_documents.h"
#include "align/passages/readable_evidence.h"
#include "align/passages/sentence_miner.h"

namespace taraz {
namespace {

constexpr double kTranslated =
    0.15;  // share of mined sentences from which two documents count as translations
constexpr double kSureToLearn = 0.9;  // confidence of pairs that teach words
constexpr std::size_t kShared = 12;   // pieces of evidence kept of a link

std::string readable(TokenClass token_class, const std::string& key, const Document& document,
                     SegmentRange range) {
  if (token_class == TokenClass::number) return readable_number(key);
  if (token_class == TokenClass::date) return readable_date(key);
  return spelling_of(document.text_of(range), key);
}

std::vector<SharedEvidence> shared_of(const ComparableScorer& scorer, const Document& first,
                                      SegmentRange first_range, const Document& second,
                                      SegmentRange second_range) {
  const TypeTable& a = *scorer.evidence().sides[0].types;
  const TypeTable& b = *scorer.evidence().sides[1].types;
  std::vector<SharedEvidence> out;
  for (const SharedTypes& s : scorer.shared(first_range, second_range)) {
    if (out.size() == kShared) break;
    const TokenClass c = a.token_class[s.first];
    out.push_back({c, a.name[s.first], b.name[s.second], s.weight,
                   readable(c, a.name[s.first], first, first_range),
                   readable(b.token_class[s.second], b.name[s.second], second, second_range)});
  }
  return out;
}

class LanguagePairMatch {
 public:
  LanguagePairMatch(std::span<const Document* const> collection, const std::vector<std::uint32_t>& first,
                    const std::vector<std::uint32_t>& second, const MatchOptions& options)
      : options_(options),
        same_(first == second),
        sides_{JoinedDocuments(collection, first), JoinedDocuments(collection, second)} {}

  void run(MatchResult& out) {
    if (sides_[0].size() == 0 || sides_[1].size() == 0) return;
    EvidenceBuilder builder(sides_[0].document(), sides_[1].document(),
                            {.use_lexicon = options_.use_lexicon,
                             .use_names = options_.use_names,
                             .keep_names = true,
                             .dictionaries = {},
                             .threads = options_.threads});
    PairEvidence evidence = builder.build();
    const Weights weights = Weights::load();
    const MiningModel model = MiningModel::load();
    MiningOptions mining{
        .one_to_one = options_.one_to_one, .min_confidence = kSureToLearn, .threads = options_.threads};
    if (!same_) {
      std::vector<Block> blocks;
      for (const MinedPair& p : mine_sentences(evidence, weights, model, mining))
        blocks.push_back({p.first, p.second, 1, 1, p.confidence, p.score});
      if (blocks.size() >= 20) {
        builder.learn(blocks);
        evidence = builder.build();
      }
    }
    mining.min_confidence = std::min(0.1, options_.min_confidence);
    mining.one_to_one = options_.one_to_one;
    const std::vector<MinedPair> pairs = mine_sentences(evidence, weights, model, mining);
    const auto shares = pair_documents(pairs, out);
    const ComparableModel comparable = ComparableModel::load();
    const ComparableScorer scorer(evidence, comparable, sides_[0].document().language(),
                                  sides_[1].document().language());
    for (const MinedPair& p : pairs) {
      if (p.confidence < options_.min_confidence || !allowed(p.first, p.second)) continue;
      // Between texts that are no translations a likely pair is mostly a comparable one, which is looked for
      // below.
      const double share = shares.at({sides_[0].document_of(p.first), sides_[1].document_of(p.second)});
      if (options_.comparable && share < kTranslated && p.confidence < kSureToLearn) continue;
      add(out, scorer, {p.first, p.first + 1}, {p.second, p.second + 1}, LinkKind::translation, p.score,
          p.confidence);
    }
    if (!options_.comparable) return;
    ComparableOptions finding;
    finding.min_confidence = options_.min_confidence;
    finding.threads = options_.threads;
    finding.adjacent = [&](int side, std::uint32_t i) { return sides_[side].adjacent(i); };
    finding.document_of = [&](int side, std::uint32_t i) { return sides_[side].document_of(i); };
    finding.allowed = [&](std::uint32_t i, std::uint32_t j) {
      if (!allowed(i, j)) return false;
      const auto it = shares.find({sides_[0].document_of(i), sides_[1].document_of(j)});
      return it == shares.end() || it->second < kTranslated;
    };
    std::set<std::pair<std::uint32_t, std::uint32_t>> mined;
    for (const MinedPair& p : pairs)
      if (p.confidence >= kSureToLearn) mined.insert({p.first, p.second});
    for (const ComparablePair& p : find_comparable(scorer, finding)) {
      const bool known =
          p.first.size() == 1 && p.second.size() == 1 && mined.count({p.first.begin, p.second.begin}) > 0;
      if (!known) add(out, scorer, p.first, p.second, LinkKind::comparable, p.score, p.confidence);
    }
  }

 private:
  bool allowed(std::uint32_t i, std::uint32_t j) const {
    return !same_ || sides_[0].document_of(i) < sides_[1].document_of(j);
  }

  void add(MatchResult& out, const ComparableScorer& scorer, SegmentRange first, SegmentRange second,
           LinkKind kind, double score, double confidence) const {
    PassageLink link;
    link.first = sides_[0].passage(first);
    link.second = sides_[1].passage(second);
    link.kind = kind;
    link.score = score;
    link.confidence = confidence;
    if (options_.keep_shared)
      link.shared = shared_of(scorer, sides_[0].document(), first, sides_[1].document(), second);
    out.links.push_back(std::move(link));
  }

  // Shares of mined sentences by pair of documents; puts the one-to-one choice into `out`.
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> pair_documents(
      const std::vector<MinedPair>& pairs, MatchResult& out) const {
    std::map<std::uint32_t, double> sizes[2];
    for (int side = 0; side < 2; ++side)
      for (std::uint32_t i = 0; i < sides_[side].size(); ++i) ++sizes[side][sides_[side].document_of(i)];
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> sums;
    for (const MinedPair& p : pairs)
      if (allowed(p.first, p.second))
        sums[{sides_[0].document_of(p.first), sides_[1].document_of(p.second)}] += p.confidence;
    std::vector<DocumentPair> ranked;
    for (auto& [key, sum] : sums) {
      const double share = std::min(1.0, sum / std::min(sizes[0].at(key.first), sizes[1].at(key.second)));
      ranked.push_back({key.first, key.second, sum, share});
      sum = share;
    }
    std::sort(ranked.begin(), ranked.end(), [](const DocumentPair& a, const DocumentPair& b) {
      return std::make_tuple(-a.share * a.score, a.first, a.second) <
             std::make_tuple(-b.share * b.score, b.first, b.second);
    });
    std::set<std::uint32_t> used[2];
    for (const DocumentPair& p : ranked)
      if (used[0].count(p.first) == 0 && used[1].count(p.second) == 0) {
        used[0].insert(p.first);
        used[1].insert(p.second);
        out.documents.push_back(p);
      }
    return sums;
  }

  const MatchOptions& options_;
  bool same_;
  JoinedDocuments sides_[2];
};

}  // namespace

MatchResult match_collection(std::span<const Document* const> collection, const MatchOptions& options) {
  std::vector<std::pair<std::string, std::vector<std::uint32_t>>> languages;  // in order of first occurrence
  for (std::uint32_t d = 0; d < collection.size(); ++d) {
    const std::string base(collection[d]->language().base());
    auto it =
        std::find_if(languages.begin(), languages.end(), [&](const auto& l) { return l.first == base; });
    if (it == languages.end()) it = languages.insert(languages.end(), {base, {}});
    it->second.push_back(d);
  }
  MatchResult out;
  for (std::size_t a = 0; a < languages.size(); ++a)
    for (std::size_t b = options.same_language ? a : a + 1; b < languages.size(); ++b)
      LanguagePairMatch(collection, languages[a].second, languages[b].second, options).run(out);
  std::sort(out.links.begin(), out.links.end(), [](const PassageLink& a, const PassageLink& b) {
    const auto key = [](const PassageLink& l) {
      return std::make_tuple(-l.confidence, l.first.document, l.first.segments.begin, l.second.document,
                             l.second.segments.begin);
    };
    return key(a) < key(b);
  });
  std::stable_sort(
      out.documents.begin(), out.documents.end(),
      [](const DocumentPair& a, const DocumentPair& b) { return a.share * a.score > b.share * b.score; });
  return out;
}

}  // namespace taraz
