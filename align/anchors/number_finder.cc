// Walks over the candidates, parses the longest number at each, looks at the words around it for its kind,
// and leaves out what is part of a date or what is likelier another word. Tested by
// tests/align/anchors/numbers.tsv.
#include "align/anchors/number_finder.h"

#include <algorithm>
#include <cmath>

#include "align/anchors/number_grammar.h"
#include "align/anchors/units.h"

namespace taraz {
namespace {

struct Suffix {
  std::uint8_t unit = 0;
  NumberKind kind = NumberKind::none;
  bool counted = false;  // a counted noun follows
  std::size_t end = 0;   // the word after it
};

// What follows a number, over at most one hyphen ("5-km", "40-year").
Suffix suffix_of(const RoledWords& w, const ParsedNumber& n) {
  Suffix out;
  std::size_t i = n.end;
  if (w.mark(i, '-') && w.adjacent(i) && w.letters(i + 1)) ++i;
  if (const RoleMatch unit = w.match(i, Role::unit); unit && !unit->has(WordRole::kJoined)) {
    const bool far = unit->has(WordRole::kAdjacent) && !(w.adjacent(i) && n.in_digits);
    if (!far) {
      out.unit = static_cast<std::uint8_t>(unit->value);
      out.kind = unit_at(out.unit).kind;
      out.end = unit.next;
      return out;
    }
  }
  out.counted = w.is(i, Role::counter);
  return out;
}

// A currency sign or code before the number: "$5", "US $5", "£ 5".
std::uint8_t unit_before(const RoledWords& w, std::size_t at) {
  for (std::size_t back = 1; back <= 3 && back <= at; ++back) {
    const RoleMatch unit = w.match(at - back, Role::unit);
    if (unit && unit.next == at) {
      const Unit& u = unit_at(static_cast<std::uint8_t>(unit->value));
      if (unit->has(WordRole::kBefore) || (u.kind == NumberKind::percent && w.adjacent(at) && w.mark(at - 1)))
        return static_cast<std::uint8_t>(unit->value);
    }
  }
  return 0;
}

// "7:30": hour and minute. `at` is the hour or the minute.
bool clock(const RoledWords& w, std::size_t at) {
  const auto colon = [&](std::size_t i) {
    return w.mark(i, ':') && w.adjacent(i) && w.adjacent(i + 1) && w.digits(i + 1) && w.digits(i - 1) &&
           w.folded(i + 1).size() == 2 && w.folded(i - 1).size() <= 2;
  };
  return (at + 1 < w.size() && colon(at + 1)) || (at >= 2 && colon(at - 1));
}

bool negative(const RoledWords& w, std::size_t at) {
  if (at == 0 || !w.mark(at - 1, '-') || !w.adjacent(at)) return false;
  if (at == 1) return true;
  return !w.adjacent(at - 1);
}

bool plus_before(const RoledWords& w, std::size_t at) {
  return at > 0 && w.mark(at - 1, '+') && w.adjacent(at);
}

class Finder {
 public:
  Finder(const RoledWords& words, std::span<const Anchor> dates, std::vector<Anchor>& out)
      : w_(words), dates_(dates), out_(out) {}

  void run() {
    std::size_t next = 0;
    for (const std::uint32_t at : w_.candidates()) {
      if (at < next) continue;
      const auto number = parse_number(w_, at);
      if (!number) continue;
      next = std::max(next, number->end);
      const ByteSpan span = span_of(*number);
      if (inside_date(span)) continue;
      const Suffix suffix = suffix_of(w_, *number);
      next = std::max(next, suffix.end);
      if (keep(*number, suffix)) emit(*number, suffix, span);
    }
  }

 private:
  ByteSpan span_of(const ParsedNumber& n) const {
    ByteSpan span{w_.words()[n.begin].span.begin, w_.words()[n.end - 1].span.end};
    if (n.joined && !n.in_digits) span.begin += 2;  // without و
    return span;
  }

  // Part of a date; a number that is a whole date stays, as another reading.
  bool inside_date(ByteSpan span) {
    while (date_ < dates_.size() && dates_[date_].span.end <= span.begin) ++date_;
    for (std::size_t i = date_; i < dates_.size() && dates_[i].span.begin < span.end; ++i)
      if (dates_[i].span.end > span.begin) return !(dates_[i].span == span);
    return false;
  }

  bool keep(const ParsedNumber& n, const Suffix& suffix) const {
    if (n.in_digits) return true;
    const bool named = suffix.kind != NumberKind::none || suffix.counted;
    const auto whole = n.value.whole();
    if (n.weak && !(named && whole && *whole != 1)) return suffix.kind == NumberKind::percent;
    if (n.end - n.begin == 1 && w_.folded(n.begin) == "سی" && n.begin > 0 && w_.folded_is(n.begin - 1, "بی"))
      return false;  // بی بی سی
    if (whole && *whole < 10) return named && *whole > 0;
    return true;
  }

  void emit(const ParsedNumber& n, const Suffix& suffix, ByteSpan span) {
    Anchor a;
    a.kind = AnchorKind::number;
    a.span = span;
    a.unit = suffix.unit;
    a.number_kind = suffix.kind;
    if (a.unit == 0)
      if (const std::uint8_t before = unit_before(w_, n.begin)) {
        a.unit = before;
        a.number_kind = unit_at(before).kind;
      }
    if (a.number_kind == NumberKind::none)
      a.number_kind = n.ordinal ? NumberKind::ordinal : NumberKind::cardinal;
    a.value = n.to_string();
    if (n.identifier || (n.in_digits && plus_before(w_, n.begin) && n.digit_count >= 9)) {
      a.number_kind = NumberKind::identifier;
    } else if (n.plain_digits && clock(w_, n.begin)) {
      a.number_kind = NumberKind::clock;
    } else if (n.in_digits && n.text.empty() && negative(w_, n.begin)) {
      a.value = n.value.negated().to_string();
      a.span.begin = w_.words()[n.begin - 1].span.begin;
    }
    out_.push_back(std::move(a));
  }

  const RoledWords& w_;
  std::span<const Anchor> dates_;
  std::vector<Anchor>& out_;
  std::size_t date_ = 0;
};

double quantity(const Anchor& a) {
  const auto value = Decimal::parse(a.value);
  const Unit& unit = unit_at(a.unit);
  return value ? value->to_double() * unit.factor + unit.offset : std::nan("");
}

}  // namespace

void find_numbers(const RoledWords& words, std::span<const Anchor> dates, std::vector<Anchor>& out) {
  Finder(words, dates, out).run();
}

double number_agreement(const Anchor& a, const Anchor& b) {
  if (a.value == b.value) {
    if (a.number_kind == b.number_kind) return a.unit == b.unit || a.unit == 0 || b.unit == 0 ? 1.0 : 0.8;
    const bool identifier =
        a.number_kind == NumberKind::identifier || b.number_kind == NumberKind::identifier;
    return identifier ? 0.6 : 0.9;
  }
  if (a.unit == 0 || b.unit == 0 || a.unit == b.unit) return 0.0;
  if (unit_at(a.unit).dimension != unit_at(b.unit).dimension) return 0.0;
  const double x = quantity(a);
  const double y = quantity(b);
  const double larger = std::max(std::abs(x), std::abs(y));
  // Rounded quantities differ by a few per cent; temperatures by half a degree.
  const double allowed = unit_at(a.unit).dimension == "temperature" ? 0.6 : 0.02 * larger;
  return std::abs(x - y) <= allowed ? 0.4 : 0.0;  // false for NaN
}

}  // namespace taraz
