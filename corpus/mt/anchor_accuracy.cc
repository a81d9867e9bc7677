// Spans of a and b are matched greedily, the most alike first; ties by position, so that the result is
// symmetric up to swapping only_a and only_b. Tested by tests/corpus/mt/anchor_accuracy_test.cc.
#include "corpus/mt/anchor_accuracy.h"

#include <algorithm>
#include <cstdlib>
#include <span>
#include <tuple>
#include <vector>

#include "align/anchors/date_finder.h"
#include "align/anchors/name_similarity.h"
#include "align/anchors/number_finder.h"
#include "text/words.h"

namespace taraz {
namespace {

constexpr double kSame = 0.6;          // agreement from which two dates or names are the same
constexpr double kSameQuantity = 0.4;  // of numbers: the same in other units
constexpr double kSmall = 10.0;  // numbers in words up to here are often said otherwise ("the two", "both")
constexpr float kSureReading = 0.5F;  // readings below do not have to be kept

using Span = AnchorComparer::Span;

std::vector<Span> spans_of(const std::vector<Anchor>& anchors) {
  std::vector<Span> out;
  for (const Anchor& a : anchors) {
    if (a.kind != AnchorKind::date && a.kind != AnchorKind::number && a.kind != AnchorKind::name) continue;
    if (!out.empty() && out.back().readings.back().span == a.span) {
      out.back().readings.push_back(a);
    } else if (a.certainty >= kSureReading) {
      out.push_back({a.kind, {a}, false});
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

KeptKind kept_kind(AnchorKind kind) {
  return kind == AnchorKind::date     ? KeptKind::date
         : kind == AnchorKind::number ? KeptKind::number
                                      : KeptKind::name;
}

// The year of a date is no number that is missing: what lies in a span that is matched is matched as well.
void settle_nested(std::vector<Span>& spans) {
  for (Span& inner : spans)
    for (const Span& outer : spans) {
      const ByteSpan &i = inner.readings[0].span, &o = outer.readings[0].span;
      inner.done = inner.done || (outer.done && i.begin >= o.begin && i.end <= o.end && i.size() < o.size());
    }
}

// "6 6" of "6-foot-6": the groups of digits of a span.
std::string digit_groups(std::string_view text) {
  std::string out;
  const Words words(text);
  for (const Word& w : words.all())
    if (w.kind == WordKind::digits) (out += out.empty() ? "" : " ") += words.folded(w);
  return out;
}

// Of every span that was not matched.
std::vector<std::string> digits_left(const std::vector<Span>& spans, std::string_view text) {
  std::vector<std::string> out;
  for (const Span& s : spans)
    if (!s.done) out.push_back(digit_groups(s.readings[0].span.of(text)));
  return out;
}

// How many spans of a kind the other text says otherwise. Not those whose digits it has, read as something
// else
// ("February's 4-1"), nor small numbers in words, nor days that depend on the day of the text.
std::size_t telling(const std::vector<Span>& spans, AnchorKind kind, std::string_view text,
                    const std::vector<std::string>& other_digits) {
  const std::string others = [&] {
    std::string all = " ";
    for (const std::string& d : other_digits) all += d + " ";
    return all;
  }();
  std::size_t n = 0;
  for (const Span& s : spans) {
    if (s.done || s.kind != kind || is_floating(s)) continue;
    const std::string digits = digit_groups(s.readings[0].span.of(text));
    if (!digits.empty() && others.find(" " + digits + " ") != std::string::npos) continue;
    if (digits.empty() && kind == AnchorKind::number &&
        std::strtod(s.readings[0].value.c_str(), nullptr) <= kSmall)
      continue;
    ++n;
  }
  return n;
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

AnchorComparer::Comparison AnchorComparer::matched(std::string_view a, const Language& a_language,
                                                   std::string_view b, const Language& b_language) {
  Comparison out;
  out.left = spans_of(finder(a_language).find(a));
  out.right = spans_of(finder(b_language).find(b));
  std::vector<std::tuple<double, std::size_t, std::size_t>> pairs;  // -agreement, a, b
  for (std::size_t i = 0; i < out.left.size(); ++i)
    for (std::size_t k = 0; k < out.right.size(); ++k) {
      double best = 0.0;
      for (const Anchor& x : out.left[i].readings)
        for (const Anchor& y : out.right[k].readings) {
          const double same = agreement(x, a, a_language, y, b, b_language);
          if (same >= (x.kind == AnchorKind::number ? kSameQuantity : kSame)) best = std::max(best, same);
        }
      if (best > 0.0) pairs.emplace_back(-best, i, k);
    }
  std::sort(pairs.begin(), pairs.end());
  for (const auto& [cost, i, k] : pairs) {
    if (out.left[i].done || out.right[k].done) continue;
    out.left[i].done = out.right[k].done = true;
    ++out.matched[static_cast<std::size_t>(kept_kind(out.left[i].kind))];
  }
  settle_nested(out.left);
  settle_nested(out.right);
  return out;
}

KeptByKind AnchorComparer::compare(std::string_view a, const Language& a_language, std::string_view b,
                                   const Language& b_language) {
  const Comparison c = matched(a, a_language, b, b_language);
  KeptByKind out{};
  for (std::size_t i = 0; i < kKeptKinds; ++i) out[i].matched = c.matched[i];
  for (const Span& s : c.left) out[static_cast<std::size_t>(kept_kind(s.kind))].only_a += !s.done;
  for (const Span& s : c.right) out[static_cast<std::size_t>(kept_kind(s.kind))].only_b += !s.done;
  return out;
}

int AnchorComparer::contradictions(std::string_view a, const Language& a_language, std::string_view b,
                                   const Language& b_language) {
  const Comparison c = matched(a, a_language, b, b_language);
  const std::vector<std::string> left = digits_left(c.left, a), right = digits_left(c.right, b);
  int n = 0;
  for (const AnchorKind kind : {AnchorKind::date, AnchorKind::number})
    n += static_cast<int>(std::min(telling(c.left, kind, a, right), telling(c.right, kind, b, left)));
  return n;
}

}  // namespace taraz
