// Distinct anchors of both documents are compared once ("edges"); a pair of ranges then only looks up which
// edges join its items, and takes them best first, each item once. The weight of an edge is how much likelier
// the two are in the same place when the ranges translate each other than by chance: the mean over both sides
// of ln((segments + 1) / segments that hold a match), times the similarity. Tested by
// tests/align/anchor_match_test.cc.
#include "align/anchors/anchor_match.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <unordered_map>

#include "align/anchors/date_finder.h"
#include "align/anchors/document_anchors.h"
#include "align/anchors/number_finder.h"
#include "text/fold.h"

namespace taraz {
namespace {

using Data = DocumentAnchors::Data;

constexpr float kNameEvidence = 8.0F;         // nats: about one chance pair of names in 6,000
constexpr float kListedNameEvidence = 10.0F;  // when one of the two is a known name, and the other is not
constexpr float kBareFormCost = 0.5F;         // nats for taking off what is written together with a word
constexpr float kReferenceShare = 0.3F;       // of the weight: its number counts by itself
constexpr std::size_t kLongRange = 20'000;    // items: above, edges of little weight are left out
constexpr float kLittleWeight = 1.5F;

// Nats against a pair for an item of one side that finds no partner (both sides are summed up). NTREX dev gives
// 2.7 for a number, 2.6 a date, 1.6 a known name, 1.8 another (ln of how much rarer in the translation than in
// another text); a change leaves one on both sides, and comparable texts drop more, hence below half of it.
float missing_weight(const AnchorType& t) {
  switch (t.kind) {
    case AnchorKind::number:
      return 1.2F;
    case AnchorKind::date:
      return 0.8F;
    case AnchorKind::name:
      return t.readings.empty() ? 0.0F : t.known_name ? 0.5F : 0.2F;
    case AnchorKind::url:
    case AnchorKind::email:
    case AnchorKind::phone:
      return 1.0F;
    case AnchorKind::reference:
      return 0.4F;
    default:
      return 0.0F;
  }
}

struct Edge {
  std::uint32_t a = 0, b = 0;  // types
  float similarity = 0.0F;
  float weight = 0.0F;
  AnchorKind kind = AnchorKind::number;
};

class EdgeMaker {
 public:
  EdgeMaker(const Data& a, const Data& b, const AnchorMatchOptions& options)
      : a_(a), b_(b), options_(options) {
    by_value();
    by_date();
    by_quantity();
    quotations();
    if (options.use_names) by_letters();
    weigh();
  }
  std::vector<Edge> take() { return std::move(edges_); }

 private:
  void add(std::uint32_t a, std::uint32_t b, AnchorKind kind, double similarity) {
    if (similarity <= 0) return;
    const std::uint64_t key = std::uint64_t{a} << 32 | b;
    const auto [it, added] = index_.emplace(key, edges_.size());
    if (added) {
      edges_.push_back({a, b, static_cast<float>(similarity), 0.0F, kind});
    } else if (Edge& e = edges_[it->second]; e.similarity < similarity) {
      e.similarity = static_cast<float>(similarity);
      e.kind = kind;
    }
  }

  // Same value: names by id, numbers, URLs ...; Latin strings and names of Latin script by their letters.
  void by_value() {
    std::unordered_map<std::string, std::vector<std::pair<std::uint32_t, std::uint32_t>>>
        there;  // type, reading
    std::string key;
    const auto make_key = [&](const AnchorType& t, const Anchor& r) {
      key.assign(1, static_cast<char>('A' + static_cast<int>(r.kind)));
      if (r.kind == AnchorKind::latin || (r.kind == AnchorKind::name && r.value[0] == '~')) {
        key.assign("=").append(t.folded);
      } else if (r.kind == AnchorKind::name && r.value.starts_with("acronym:")) {
        key.assign("=").append(fold(std::string_view(r.value).substr(8)));
      } else {
        key.append(r.value);
      }
    };
    const auto useful = [](const Anchor& r) {
      return r.kind != AnchorKind::quotation && r.kind != AnchorKind::date;
    };
    for (std::uint32_t b = 0; b < b_.types.size(); ++b) {
      const auto& readings = b_.types[b].readings;
      for (std::uint32_t r = 0; r < readings.size(); ++r)
        if (useful(readings[r])) make_key(b_.types[b], readings[r]), there[key].emplace_back(b, r);
    }
    for (std::uint32_t a = 0; a < a_.types.size(); ++a)
      for (const Anchor& x : a_.types[a].readings) {
        if (!useful(x)) continue;
        make_key(a_.types[a], x);
        const auto it = there.find(key);
        if (it == there.end()) continue;
        for (const auto& [b, r] : it->second) {
          const Anchor& y = b_.types[b].readings[r];
          add(a, b, x.kind, x.kind == AnchorKind::number && y.kind == x.kind ? number_agreement(x, y) : 1.0);
        }
      }
  }

  template <typename Use, typename Agree>
  void pairs_of(AnchorKind kind, Use use, Agree agree) {
    struct Reading {
      std::uint32_t type;
      const Anchor* anchor;
    };
    std::vector<Reading> there;
    for (std::uint32_t b = 0; b < b_.types.size(); ++b)
      for (const Anchor& y : b_.types[b].readings)
        if (y.kind == kind && use(y)) there.push_back({b, &y});
    if (there.empty()) return;
    for (std::uint32_t a = 0; a < a_.types.size(); ++a)
      for (const Anchor& x : a_.types[a].readings)
        if (x.kind == kind && use(x))
          for (const Reading& y : there) add(a, y.type, kind, agree(x, *y.anchor));
  }

  void by_date() {
    pairs_of(
        AnchorKind::date, [](const Anchor&) { return true; }, date_agreement);
  }
  void by_quantity() {  // the same quantity in other units
    pairs_of(
        AnchorKind::number, [](const Anchor& x) { return x.unit != 0; }, number_agreement);
  }
  void quotations() {
    pairs_of(
        AnchorKind::quotation, [](const Anchor&) { return true; },
        [](const Anchor& x, const Anchor& y) {
          const double p = static_cast<double>(x.span.size()), q = static_cast<double>(y.span.size());
          const double ratio = std::min(p, q) / std::max(p, q);
          return ratio > 0.4 ? 0.15 * ratio : 0.0;
        });
  }

  static std::vector<std::uint32_t> with_letters(const Data& d) {
    std::vector<std::uint32_t> types;
    for (std::uint32_t t = 0; t < d.types.size(); ++t)
      if (!d.types[t].keys.empty()) types.push_back(t);
    return types;
  }

  void by_letters() {
    const std::vector<std::uint32_t> as = with_letters(a_), bs = with_letters(b_);
    if (as.size() * bs.size() <= options_.most_name_pairs) {
      for (const std::uint32_t a : as)
        for (const std::uint32_t b : bs)
          if (distance(a_.types[a].signature, b_.types[b].signature) <= 2) compare_letters(a, b);
      return;
    }
    // Skeletons that are equal, or equal after a consonant is left out of one or both.
    std::unordered_map<std::string, std::vector<std::uint32_t>> there;
    for (const std::uint32_t b : bs)
      for (const NameKey& key : b_.types[b].keys)
        each_near_skeleton(name_skeleton(key.form), [&](const std::string& s) { there[s].push_back(b); });
    std::vector<std::uint32_t> seen(b_.types.size(), 0);
    for (const std::uint32_t a : as)
      for (const NameKey& key : a_.types[a].keys)
        each_near_skeleton(name_skeleton(key.form), [&](const std::string& s) {
          const auto it = there.find(s);
          if (it == there.end()) return;
          for (const std::uint32_t b : it->second) {
            if (seen[b] == a + 1) continue;
            seen[b] = a + 1;
            if (distance(a_.types[a].signature, b_.types[b].signature) <= 2) compare_letters(a, b);
          }
        });
  }

  // The skeleton, and those with one consonant left out when at least three stay. Skeletons of one consonant
  // are left to documents that are small enough.
  template <typename Take>
  static void each_near_skeleton(const std::string& skeleton, Take take) {
    if (skeleton.size() > 2) take(skeleton);
    if (skeleton.size() < 5) return;
    for (std::size_t i = 1; i < skeleton.size(); ++i) {
      std::string shorter = skeleton;
      shorter.erase(i, 1);
      take(shorter);
    }
  }

  void compare_letters(std::uint32_t a, std::uint32_t b) {
    const AnchorType &x = a_.types[a], &y = b_.types[b];
    if (x.known_name && y.known_name) return;  // the gazetteer has spoken
    float best = -1e9F;
    for (std::size_t i = 0; i < x.keys.size(); ++i)
      for (std::size_t k = 0; k < y.keys.size(); ++k) {
        // Of two sides with bare forms only the same word can be meant by both: fa and ar.
        const float cost = kBareFormCost * static_cast<float>((i > 0) + (k > 0));
        best = std::max(best, name_evidence(x.keys[i], y.keys[k]) - cost);
      }
    if (best < (x.known_name != y.known_name ? kListedNameEvidence : kNameEvidence)) return;
    add(a, b, AnchorKind::name, 0.95 * similarity_of_evidence(best));
  }

  void weigh() {
    std::vector<double> held_a(a_.types.size(), 0.0), held_b(b_.types.size(), 0.0);
    for (const Edge& e : edges_) {
      held_a[e.a] += b_.types[e.b].segments;
      held_b[e.b] += a_.types[e.a].segments;
    }
    const double na = static_cast<double>(a_.first_item.size() - 1),
                 nb = static_cast<double>(b_.first_item.size() - 1);
    for (Edge& e : edges_) {
      const double there = std::log((nb + 1) / std::min(nb, std::max(1.0, held_a[e.a])));
      const double here = std::log((na + 1) / std::min(na, std::max(1.0, held_b[e.b])));
      e.weight = static_cast<float>(0.5 * (there + here) * e.similarity);
      if (e.kind == AnchorKind::reference) e.weight *= kReferenceShare;
    }
  }

  const Data& a_;
  const Data& b_;
  const AnchorMatchOptions& options_;
  std::vector<Edge> edges_;
  std::unordered_map<std::uint64_t, std::size_t> index_;
};

struct Candidate {
  float weight;
  std::uint32_t edge;
  std::uint32_t a, b;  // items
  float apart;         // difference of the relative places
};

// Per thread: what is where in the range at hand.
struct Scratch {
  std::vector<std::uint32_t> first_of_type;  // item of side b + 1; 0: none
  std::vector<std::uint32_t> next;           // item of side b with the same type + 1
  std::vector<Candidate> candidates;
  std::vector<std::uint8_t> used_a, used_b;
};

Scratch& scratch() {
  thread_local Scratch s;
  return s;
}

}  // namespace

double AnchorAgreement::total_agreement() const {
  return std::accumulate(agreement.begin(), agreement.end(), 0.0);
}
double AnchorAgreement::total_contradiction() const {
  return std::accumulate(contradiction.begin(), contradiction.end(), 0.0);
}

struct AnchorMatcher::State {
  const Data& a;
  const Data& b;
  std::vector<Edge> edges;                // by type of a
  std::vector<std::uint32_t> first_edge;  // of a type of a; one more at the end

  // The assignment of two ranges of items, into scratch().candidates (those taken, best first), used_a and
  // used_b.
  void assign(std::uint32_t a_begin, std::uint32_t a_end, std::uint32_t b_begin, std::uint32_t b_end) const {
    Scratch& s = scratch();
    s.candidates.clear();
    s.used_a.assign(a_end - a_begin, 0);
    s.used_b.assign(b_end - b_begin, 0);
    if (s.first_of_type.size() < b.types.size()) s.first_of_type.resize(b.types.size(), 0);
    s.next.assign(b_end - b_begin, 0);
    for (std::uint32_t i = b_end; i-- > b_begin;) {
      std::uint32_t& first = s.first_of_type[b.items[i].type];
      s.next[i - b_begin] = first;
      first = i - b_begin + 1;
    }
    const bool long_range = a_end - a_begin > kLongRange || b_end - b_begin > kLongRange;
    const float wa = 1.0F / static_cast<float>(std::max(1U, a_end - a_begin));
    const float wb = 1.0F / static_cast<float>(std::max(1U, b_end - b_begin));
    for (std::uint32_t i = a_begin; i < a_end; ++i) {
      const std::uint32_t type = a.items[i].type;
      for (std::uint32_t e = first_edge[type]; e < first_edge[type + 1]; ++e) {
        if (long_range && edges[e].weight < kLittleWeight)
          continue;  // frequent on both sides: n x m candidates
        for (std::uint32_t k = s.first_of_type[edges[e].b]; k != 0; k = s.next[k - 1]) {
          const float apart = std::abs(wa * (static_cast<float>(i - a_begin) + 0.5F) -
                                       wb * (static_cast<float>(k - 1) + 0.5F));
          s.candidates.push_back({edges[e].weight, e, i - a_begin, k - 1, apart});
        }
      }
    }
    for (std::uint32_t i = b_begin; i < b_end; ++i) s.first_of_type[b.items[i].type] = 0;
    // A total order that is the same from either side.
    std::sort(s.candidates.begin(), s.candidates.end(), [](const Candidate& x, const Candidate& y) {
      if (x.weight != y.weight) return x.weight > y.weight;
      if (x.apart != y.apart) return x.apart < y.apart;
      if (x.a + x.b != y.a + y.b) return x.a + x.b < y.a + y.b;
      return std::min(x.a, x.b) < std::min(y.a, y.b);
    });
    std::size_t taken = 0;
    for (const Candidate& c : s.candidates) {
      if (s.used_a[c.a] != 0 || s.used_b[c.b] != 0) continue;
      s.used_a[c.a] = s.used_b[c.b] = 1;
      s.candidates[taken++] = c;
    }
    s.candidates.resize(taken);
  }
};

AnchorMatcher::AnchorMatcher(const DocumentAnchors& a, const DocumentAnchors& b, AnchorMatchOptions options) {
  auto state = std::make_unique<State>(State{a.data(), b.data(), {}, {}});
  state->edges = EdgeMaker(a.data(), b.data(), options).take();
  std::sort(state->edges.begin(), state->edges.end(),
            [](const Edge& x, const Edge& y) { return x.a != y.a ? x.a < y.a : x.b < y.b; });
  state->first_edge.assign(a.data().types.size() + 1, 0);
  for (const Edge& e : state->edges) ++state->first_edge[e.a + 1];
  std::partial_sum(state->first_edge.begin(), state->first_edge.end(), state->first_edge.begin());
  state_ = std::move(state);
}
AnchorMatcher::~AnchorMatcher() = default;
AnchorMatcher::AnchorMatcher(AnchorMatcher&&) noexcept = default;

AnchorAgreement AnchorMatcher::compare(SegmentRange a, SegmentRange b) const {
  const State& m = *state_;
  const std::uint32_t a_begin = m.a.first_item[a.begin], a_end = m.a.first_item[a.end];
  const std::uint32_t b_begin = m.b.first_item[b.begin], b_end = m.b.first_item[b.end];
  m.assign(a_begin, a_end, b_begin, b_end);
  const Scratch& s = scratch();
  // Sums in double: nearly independent of the order, so the same from both sides after rounding to float.
  std::array<double, kAnchorKindCount> agreement{}, contradiction{};
  AnchorAgreement out;
  for (const Candidate& c : s.candidates) {
    agreement[static_cast<std::size_t>(m.edges[c.edge].kind)] += c.weight;
    out.matched += m.edges[c.edge].weight > 0;
  }
  const auto miss = [&](const AnchorType& t) {
    const float w = missing_weight(t) * t.certainty;
    if (w <= 0) return;
    contradiction[static_cast<std::size_t>(t.kind)] += w;
    ++out.unmatched;
  };
  for (std::uint32_t i = a_begin; i < a_end; ++i)
    if (s.used_a[i - a_begin] == 0) miss(m.a.types[m.a.items[i].type]);
  for (std::uint32_t i = b_begin; i < b_end; ++i)
    if (s.used_b[i - b_begin] == 0) miss(m.b.types[m.b.items[i].type]);
  for (std::size_t k = 0; k < kAnchorKindCount; ++k) {
    out.agreement[k] = static_cast<float>(agreement[k]);
    out.contradiction[k] = static_cast<float>(contradiction[k]);
  }
  return out;
}

std::vector<AnchorLink> AnchorMatcher::links(SegmentRange a, SegmentRange b) const {
  const State& m = *state_;
  const std::uint32_t a_begin = m.a.first_item[a.begin], b_begin = m.b.first_item[b.begin];
  m.assign(a_begin, m.a.first_item[a.end], b_begin, m.b.first_item[b.end]);
  std::vector<AnchorLink> links;
  for (const Candidate& c : scratch().candidates) {
    const Edge& e = m.edges[c.edge];
    const AnchorItem &x = m.a.items[a_begin + c.a], &y = m.b.items[b_begin + c.b];
    links.push_back({e.kind, x.segment, y.segment, x.span, y.span, e.similarity, e.weight});
  }
  return links;
}

std::vector<AnchorTypeLink> AnchorMatcher::type_links() const {
  std::vector<AnchorTypeLink> out;
  out.reserve(state_->edges.size());
  for (const Edge& e : state_->edges) out.push_back({e.a, e.b, e.kind, e.similarity});
  return out;
}

}  // namespace taraz
