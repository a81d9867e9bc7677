// Spans of a and b are matched greedily, the most alike first; ties by position, so that the result is
// symmetric up to swapping only_a and only_b. Tested by tests/corpus/mt/anchor_accuracy_test.cc.
#include "corpus/mt/anchor_accuracy.h"

#include <algorithm>
#include <span>
#include <tuple>
#include <vector>

#include "align/anchors/date_finder.h"
#include "align/anchors/name_similarity.h"
#include "align/anchors/number_finder.h"

namespace taraz {
namespace {

constexpr double kSame = 0.6;         // agreement from which two dates or numbers are the same
constexpr float kSureReading = 0.5F;  // readings below do not have to be kept

struct Span {
  AnchorKind kind;
  std::vector<Anchor> readings;  // of one span, likeliest first
};

std::vector<Span> spans_of(const std::vector<Anchor>& anchors) {
  std::vector<Span> out;
  for (const Anchor& a : anchors) {
    if (a.kind != AnchorKind::date && a.kind != AnchorKind::number && a.kind != AnchorKind::name) continue;
    if (!out.empty() && out.back().readings.back().span == a.span) {
      out.back().readings.push_back(a);
    } else if (a.certainty >= kSureReading) {
      out.push_back({a.kind, {a}});
    }
  }
  return out;
}

double agreement(const Anchor& a, std::string_view a_text, const Language& a_language, const Anchor& b,
                 std::string_view b_text, const Language& b_language) {
  if (a.kind != b.kind) return 0.0;
  // Days that share nothing contradict; a year and a day in it do not.
  if (a.kind == AnchorKind::date)
    return a.value == b.value ? 1.0 : std::max(date_agreement(a, b), 1.0 - date_contradiction(a, b));
  if (a.kind == AnchorKind::number) return number_agreement(a, b);
  if (a.value == b.value) return 1.0;
  const bool known = !a.value.starts_with('~') && !b.value.starts_with('~');
  if (known && a.value.substr(0, a.value.find(':')) == b.value.substr(0, b.value.find(':'))) return 0.0;
  return name_similarity(a.span.of(a_text), a_language, b.span.of(b_text), b_language) >= kSameName ? 0.9
                                                                                                    : 0.0;
}

// "yesterday", "Friday", "20 July": dates only with the day of the text, which two texts may name
// differently.
bool is_floating(const Span& s) {
  return s.kind == AnchorKind::date &&
         (s.readings[0].value.starts_with('-') || s.readings[0].value.find("--") != std::string::npos);
}

}  // namespace

double KeptAnchors::kept() const {
  return matched + only_a == 0 ? 1.0 : static_cast<double>(matched) / static_cast<double>(matched + only_a);
}

KeptAnchors& KeptAnchors::operator+=(const KeptAnchors& other) {
  matched += other.matched;
  only_a += other.only_a;
  only_b += other.only_b;
  return *this;
}

const AnchorFinder& AnchorComparer::finder(const Language& language) {
  auto it = finders_.find(language.tag());
  if (it == finders_.end())
    it = finders_
             .emplace(language.tag(),
                      AnchorFinder({language, {}, {AnchorKind::date, AnchorKind::number, AnchorKind::name}}))
             .first;
  return it->second;
}

KeptByKind AnchorComparer::compare(std::string_view a, const Language& a_language, std::string_view b,
                                   const Language& b_language, bool fixed_only) {
  const std::vector<Span> left = spans_of(finder(a_language).find(a)),
                          right = spans_of(finder(b_language).find(b));
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // -agreement, a, b
  for (std::size_t i = 0; i < left.size(); ++i)
    for (std::size_t k = 0; k < right.size(); ++k) {
      double best = 0.0;
      for (const Anchor& x : left[i].readings)
        for (const Anchor& y : right[k].readings)
          best = std::max(best, agreement(x, a, a_language, y, b, b_language));
      if (best >= kSame) pairs.emplace_back(-best, i, k);
    }
  std::sort(pairs.begin(), pairs.end());
  std::vector<char> left_done(left.size(), 0), right_done(right.size(), 0);
  KeptByKind out{};
  const auto at = [&](AnchorKind kind) -> KeptAnchors& {
    return out[static_cast<std::size_t>(kind == AnchorKind::date     ? KeptKind::date
                                        : kind == AnchorKind::number ? KeptKind::number
                                                                     : KeptKind::name)];
  };
  for (const auto& [cost, i, k] : pairs) {
    if (left_done[i] != 0 || right_done[k] != 0) continue;
    left_done[i] = right_done[k] = 1;
    ++at(left[i].kind).matched;
  }
  for (std::size_t i = 0; i < left.size(); ++i)
    at(left[i].kind).only_a += left_done[i] == 0 && !(fixed_only && is_floating(left[i]));
  for (std::size_t k = 0; k < right.size(); ++k)
    at(right[k].kind).only_b += right_done[k] == 0 && !(fixed_only && is_floating(right[k]));
  return out;
}

int AnchorComparer::contradictions(std::string_view a, const Language& a_language, std::string_view b,
                                   const Language& b_language) {
  const KeptByKind kept = compare(a, a_language, b, b_language, true);
  std::uint64_t n = 0;
  for (KeptKind kind : {KeptKind::date, KeptKind::number}) {
    const KeptAnchors& k = kept[static_cast<std::size_t>(kind)];
    n += std::min(k.only_a, k.only_b);
  }
  return static_cast<int>(n);
}

}  // namespace taraz
