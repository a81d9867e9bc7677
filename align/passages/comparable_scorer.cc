// Idea: named entities, dates and numbers that agree are what cross-lingual story linking rests on (Pouliquen
// et al. 2004; Etchegoyhen and Azpeitia 2016); words count for less, since the texts tell it in their own.
// What stands all over a collection is its theme and links nothing; what only ever stands together
// ("national", "council", "of resistance") is one piece of evidence. Tested by
// tests/align/passages/comparable_finder_test.cc.
#include "align/passages/comparable_scorer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <iterator>
#include <string_view>
#include <utility>

#include "align/passages/plain_words.h"
#include "text/data_tables.h"
#include "text/error.h"

namespace taraz {
namespace {

constexpr float kLargest = 6.0F;  // nats that one shared type can be worth
// Nats of words that translate each other everywhere ("to", "this"): worth nothing.
constexpr float kCommon = 1.2F;
constexpr float kLeast = 0.05F;          // of a piece of evidence
constexpr std::size_t kFew = 2;          // segments of a name that is seldom used
constexpr std::size_t kOften = 64;       // segments of a type, above which it is not looked at with others
constexpr std::size_t kShortestKey = 3;  // bytes of a word that may be a part of a name

constexpr float kSameValue = 0.8F;                   // as the evidence has it (evidence_builder.cc)
constexpr float kFunction = 0.25F;                   // worth of a function word beside another
constexpr float kSmallNumber = 0.4F;                 // of a number of one digit beside one of two
constexpr float kLargeNumber = 1.6F;                 // and of a longer one
constexpr float kDoubtful = 0.7F, kCertain = 0.95F;  // similarity of names that is worth nothing, all
constexpr float kOnePerson = 0.6F;                   // of a name, given another that stands beside it
constexpr float kFullName = 1.25F;                   // worth of a name of several words beside one word
// A few words that two passages share, and no anchor worth so many nats, may be chance.
constexpr double kAnchored = 1.5, kFewWords = 0.6;
constexpr float kPiece = 0.1F;
constexpr int kFewPieces = 4;
constexpr double kShort = 30.0;   // types of two passages, below which shortness is no merit
constexpr float kStretch = 0.3F;  // of a date of several years

// Years from the first to the last day of "1980-01-01/1989-12-31"; 0 within one.
int years(std::string_view date) {
  const std::size_t slash = date.find('/');
  int first = 0, last = 0;
  if (slash == std::string_view::npos ||
      std::from_chars(date.data(), date.data() + slash, first).ec != std::errc() ||
      std::from_chars(date.data() + slash + 1, date.data() + date.size(), last).ec != std::errc())
    return 0;
  return last - first;
}

}  // namespace

ComparableModel ComparableModel::load() {
  ComparableModel out;
  const std::pair<std::string_view, double*> fields[] = {{"fee", &out.fee},
                                                         {"contradiction", &out.contradiction},
                                                         {"bias", &out.bias},
                                                         {"score", &out.score},
                                                         {"related_bias", &out.related_bias},
                                                         {"related_score", &out.related_score},
                                                         {"related_support", &out.related_support},
                                                         {"support_most", &out.support_most}};
  for (const DataRow& row : data_rows("passages/comparable.tsv", 2)) {
    const auto named = std::find_if(std::begin(fields), std::end(fields),
                                    [&](const auto& f) { return f.first == row.cells[0]; });
    double* field = named == std::end(fields) ? nullptr : named->second;
    for (std::size_t c = 0; c < kTokenClasses; ++c)
      if (row.cells[0] == name_of(static_cast<TokenClass>(c))) field = &out.worth[c];
    const std::string_view cell = row.cells[1];
    if (field == nullptr || std::from_chars(cell.data(), cell.data() + cell.size(), *field).ec != std::errc())
      throw FormatError("data/passages/comparable.tsv", row.line, 0,
                        "expected a token class or the name of a figure, and a number");
  }
  return out;
}

double ComparableModel::confidence(double evidence, double support) const {
  const auto logistic = [](double z) { return 1.0 / (1.0 + std::exp(-z)); };
  return logistic(bias + score * evidence) * logistic(related_bias + related_score * evidence +
                                                      related_support * std::min(support, support_most));
}

ComparableScorer::ComparableScorer(const PairEvidence& evidence, const ComparableModel& model,
                                   const Language& first, const Language& second)
    : evidence_(evidence), model_(model) {
  for (int k = 0; k < 2; ++k) {
    const SideEvidence& side = evidence.sides[k];
    const std::size_t types = side.types->token_class.size();
    const PlainWords plain = plain_words(k == 0 ? first : second);
    const std::vector<std::string>& names = side.types->name;
    for (std::size_t t = 0; t < types; ++t) {
      const TokenClass c = side.types->token_class[t];
      totals_[k][static_cast<std::size_t>(c)] += static_cast<float>(side.types->count[t]);
      auto worth = static_cast<float>(model.worth[static_cast<std::size_t>(c)]);
      if (t < names.size() && c == TokenClass::word)
        worth *= plain.time.count(names[t]) > 0       ? 0.0F
                 : plain.function.count(names[t]) > 0 ? kFunction
                                                      : 1.0F;
      if (t < names.size() && c == TokenClass::name && names[t].find(' ') != std::string::npos)
        worth *= kFullName;
      if (t < names.size() && c == TokenClass::number)
        worth *= names[t].size() == 1 ? kSmallNumber : names[t].size() > 2 ? kLargeNumber : 1.0F;
      worth_[k].push_back(worth);
    }
    Postings& p = postings_[k];
    std::vector<std::uint32_t> last(types, 0xFFFFFFFF);
    p.begin.assign(types + 1, 0);
    for (int pass = 0; pass < 2; ++pass) {
      std::vector<std::size_t> at(p.begin.begin(), p.begin.end() - 1);
      std::fill(last.begin(), last.end(), 0xFFFFFFFF);
      for (std::uint32_t i = 0; i < side.size(); ++i)
        for (const std::uint32_t t : side.of(i)) {
          if (last[t] == i) continue;
          last[t] = i;
          pass == 0 ? static_cast<void>(++p.begin[t + 1]) : static_cast<void>(p.segments[at[t]++] = i);
        }
      if (pass > 0) break;
      for (std::size_t t = 0; t < types; ++t) p.begin[t + 1] += p.begin[t];
      p.segments.resize(p.begin.back());
    }
    for (std::size_t t = 0; t < types; ++t)
      rarity_[k].push_back(
          std::max(0.0F, std::log((static_cast<float>(side.size()) + 1.0F) /
                                  (static_cast<float>(p.begin[t + 1] - p.begin[t]) + 0.5F))));
  }
}

// Words are worth by how surely they translate each other, less the more segments have them; anchors by how
// few segments have them: a number is one of few in its text, so its likelihood ratio says little of how rare
// it is.
float ComparableScorer::link_weight(std::uint32_t type, const EvidenceLink& link) const {
  const TokenClass c = evidence_.sides[0].types->token_class[type];
  const float a = rarity_[0][type], b = rarity_[1][link.type];
  const float worth = std::min(worth_[0][type], worth_[1][link.type]);
  if (c != TokenClass::word) return worth * likeness(type, link) * std::clamp(0.5F * (a + b), 0.0F, kLargest);
  const float ratio = std::sqrt(std::max(link.forward, 0.1F) * std::max(link.backward, 0.1F));
  const float weight = std::min(kLargest, std::max(0.0F, std::log1p(0.1F * ratio) - kCommon));
  const auto once = [&](int k) {
    return std::log((static_cast<float>(evidence_.sides[k].size()) + 1.0F) / 1.5F);
  };
  const float theme = a * b / std::max(0.1F, once(0) * once(1));  // 1: stands nowhere else; 0: everywhere
  return worth * weight * std::sqrt(std::min(1.0F, theme));
}

// 0..1: of anchors, how far the two are the same. Names that only sound alike and stretches of several years
// are not worth what their rarity is.
float ComparableScorer::likeness(std::uint32_t type, const EvidenceLink& link) const {
  const TypeTable& a = *evidence_.sides[0].types;
  const TypeTable& b = *evidence_.sides[1].types;
  const auto c = static_cast<std::size_t>(a.token_class[type]);
  if (a.token_class[type] == TokenClass::date && type < a.name.size() && link.type < b.name.size())
    return std::max(years(a.name[type]), years(b.name[link.type])) > 1 ? kStretch : 1.0F;
  if (a.token_class[type] != TokenClass::name) return 1.0F;
  // The ratios of the evidence are similarity over background.
  const float back = (static_cast<float>(a.count[type]) + 0.5F) / (totals_[0][c] + 1.0F);
  const float similarity = link.backward * back / kSameValue;
  return std::clamp((similarity - kDoubtful) / (kCertain - kDoubtful), 0.0F, 1.0F);
}

// How surely `b` stands where `a` stands, beyond the one segment in which both are seen: 0..1.
float ComparableScorer::together(int side, std::uint32_t a, std::uint32_t b) const {
  const Postings& p = postings_[side];
  const std::size_t n = p.begin[a + 1] - p.begin[a], m = p.begin[b + 1] - p.begin[b];
  if (n > kOften || m > kOften) return 0.0F;
  const auto names = [&](std::uint32_t t) {
    return evidence_.sides[side].types->token_class[t] == TokenClass::name;
  };
  std::size_t both = 0;
  for (std::size_t i = p.begin[a], j = p.begin[b]; i < p.begin[a + 1] && j < p.begin[b + 1];) {
    const std::uint32_t x = p.segments[i], y = p.segments[j];
    both += x == y;
    i += x <= y;
    j += y <= x;
  }
  // Two names are often one person's, even where they stand once.
  if (names(a) && names(b)) return kOnePerson * static_cast<float>(both) / static_cast<float>(std::min(n, m));
  return both < 2 ? 0.0F : static_cast<float>(both - 1) / static_cast<float>(n + m - both);
}

bool ComparableScorer::part_of_name(std::uint32_t word, std::uint32_t name, int side) const {
  const std::vector<std::string>& names = evidence_.sides[side].types->name;
  if (names.empty()) return false;
  const std::string_view key = names[word];
  if (key.size() < kShortestKey) return false;
  std::string_view rest = names[name];
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view part = rest.substr(0, end);
    // A proclitic or an article may stand before it, an ending behind.
    if (part.find(key) != std::string_view::npos || (part.size() >= kShortestKey && key.starts_with(part)))
      return true;
    rest.remove_prefix(std::min(rest.size(), end + 1));
  }
  return false;
}

// A name of several words on both sides.
bool ComparableScorer::full_name(const SharedTypes& s) const {
  const std::vector<std::string>& a = evidence_.sides[0].types->name;
  const std::vector<std::string>& b = evidence_.sides[1].types->name;
  return !a.empty() && !b.empty() && a[s.first].find(' ') != std::string::npos &&
         b[s.second].find(' ') != std::string::npos;
}

bool ComparableScorer::frequent(const SharedTypes& s) const {
  return postings_[0].begin[s.first + 1] - postings_[0].begin[s.first] > kFew ||
         postings_[1].begin[s.second + 1] - postings_[1].begin[s.second] > kFew;
}

// A year that is read as a number too.
bool ComparableScorer::same_year(std::uint32_t date, std::uint32_t number) const {
  const std::vector<std::string>& names = evidence_.sides[0].types->name;
  return !names.empty() && names[number].size() == 4 && names[date].starts_with(names[number]);
}

std::vector<std::uint32_t> ComparableScorer::types_of(int side, SegmentRange range) const {
  std::vector<std::uint32_t> out;
  for (std::uint32_t i = range.begin; i < range.end; ++i)
    for (const std::uint32_t t : evidence_.sides[side].of(i))
      if (worth_[side][t] > 0.0F) out.push_back(t);
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::vector<SharedTypes> ComparableScorer::shared(SegmentRange first, SegmentRange second) const {
  const std::vector<std::uint32_t> a = types_of(0, first), b = types_of(1, second);
  std::vector<SharedTypes> all;
  for (const std::uint32_t t : a)
    for (const EvidenceLink& link : evidence_.links_of(t))
      if (std::binary_search(b.begin(), b.end(), link.type))
        if (const float weight = link_weight(t, link); weight > kLeast) all.push_back({t, link.type, weight});
  const auto& classes = evidence_.sides[0].types->token_class;
  // Dates, other anchors, then words: parts of what was seen before are seen after it.
  const auto stage = [&](const SharedTypes& s) {
    return classes[s.first] == TokenClass::date ? 0 : classes[s.first] == TokenClass::word ? 2 : 1;
  };
  std::sort(all.begin(), all.end(), [&](const SharedTypes& x, const SharedTypes& y) {
    if (stage(x) != stage(y)) return stage(x) < stage(y);
    if (x.weight != y.weight) return x.weight > y.weight;
    return x.first != y.first ? x.first < y.first : x.second < y.second;
  });
  std::vector<SharedTypes> out;
  for (SharedTypes s : all) {
    const auto known = [&](const SharedTypes& o) { return o.first == s.first || o.second == s.second; };
    if (std::any_of(out.begin(), out.end(), known)) continue;
    float discount = 1.0F;
    for (const SharedTypes& o : out) {
      const bool of_name = classes[o.first] == TokenClass::name &&
                           (part_of_name(s.first, o.first, 0) || part_of_name(s.second, o.second, 1));
      const bool of_date = classes[o.first] == TokenClass::date && classes[s.first] == TokenClass::number &&
                           same_year(o.first, s.first);
      discount = of_name || of_date ? 0.0F
                                    : std::min(discount, 1.0F - std::min(together(0, o.first, s.first),
                                                                         together(1, o.second, s.second)));
    }
    s.weight *= discount;
    if (s.weight > kLeast) out.push_back(s);
  }
  std::sort(out.begin(), out.end(), [](const SharedTypes& x, const SharedTypes& y) {
    if (x.weight != y.weight) return x.weight > y.weight;
    return x.first != y.first ? x.first < y.first : x.second < y.second;
  });
  return out;
}

double ComparableScorer::score(SegmentRange first, SegmentRange second) const {
  double sum = 0.0, most = 0.0;
  double anchors = 0.0;
  int pieces = 0;
  bool dates_agree = false;
  const auto& classes = evidence_.sides[0].types->token_class;
  for (const SharedTypes& s : shared(first, second)) {
    sum += s.weight;
    // The parts of a full name agree by themselves.
    const bool full = classes[s.first] == TokenClass::name && full_name(s);
    if (!full || frequent(s)) most = std::max<double>(most, s.weight);
    anchors += classes[s.first] == TokenClass::word ? 0.0 : s.weight;
    pieces += s.weight > kPiece;
    dates_agree = dates_agree || classes[s.first] == TokenClass::date;
  }
  if (sum == 0.0) return 0.0;
  // One piece of evidence is no evidence: what outweighs all the rest counts half.
  sum -= 0.5 * std::max(0.0, 2.0 * most - sum);  // most - (sum - most)
  if (anchors < kAnchored && pieces < kFewPieces) sum *= kFewWords;
  double types = 0.0;
  bool dated[2] = {false, false};
  for (int k = 0; k < 2; ++k)
    for (const std::uint32_t t : types_of(k, k == 0 ? first : second)) {
      types += 1.0;
      dated[k] = dated[k] || evidence_.sides[k].types->token_class[t] == TokenClass::date;
    }
  const double segments = static_cast<double>(first.size() + second.size()) - 2.0;
  return sum * std::sqrt(24.0 / (24.0 + std::max(types, kShort))) - model_.fee * segments -
         (dated[0] && dated[1] && !dates_agree ? model_.contradiction : 0.0);
}

}  // namespace taraz
