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

// "7:30", "7.30 pm": the minutes are two digits after the hour, at its second next word.
bool clock(const RoledWords& w, std::size_t hour) {
  const std::size_t sign = hour + 1;
  if (!w.digits(hour) || !w.digits(hour + 2) || w.folded(hour).size() > 2 || w.folded(hour + 2).size() != 2)
    return false;
  return clock_point(w, sign) || (w.mark(sign, ':') && w.adjacent(sign) && w.adjacent(sign + 1));
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
      auto number = parse_number(w_, at);
      if (!number) {
        if (const RoleMatch dual = w_.match(at, Role::dual)) two(at, dual);
        continue;
      }
      const bool time = number->plain_digits && clock(w_, at);
      if (time) add_minutes(*number);
      next = std::max(next, number->end);
      ByteSpan span = span_of(*number);
      const Anchor* date = date_over(span);
      Suffix suffix = suffix_of(w_, *number);
      if (time) suffix = {0, NumberKind::clock, false, number->end};
      // Inside a date, the number of a year stays, "سال ۲۰۱۶" is 2016 as well, and an amount of time, "3 days
      // ago".
      if (date != nullptr) {
        const bool year =
            date->granularity == Granularity::year && (number->plain_digits || date->span == span);
        const bool length = date->granularity != Granularity::day && date->granularity < Granularity::decade;
        const bool open =
            date->granularity == Granularity::range || date->granularity == Granularity::relative;
        // "السنوات الخمس الماضية"
        const bool after_noun = w_.arabic() && open && number->begin > 0 && plural_period(number->begin - 1);
        const bool amount =
            after_noun || (suffix.unit != 0 && unit_at(suffix.unit).dimension == "time" &&
                           !number->ordinal && (length || open));
        if (!year && !amount) continue;
        if (after_noun) suffix.counted = true;
      }
      add_smaller_unit(*number, suffix);
      if (date == nullptr) add_half_unit(*number, suffix);
      const int power = date == nullptr && !time ? power_of_range(*number, suffix) : 0;
      span = span_of(*number);
      next = std::max(next, suffix.end);
      if (keep(*number, suffix)) {
        emit(*number, suffix, span, date != nullptr);
        if (power > 0) {
          Anchor larger = out_.back();
          larger.value = number->value.times_power_of_ten(power).to_string();
          larger.certainty = 0.5F;
          out_.push_back(std::move(larger));
        }
      }
    }
  }

 private:
  ByteSpan span_of(const ParsedNumber& n) const {
    ByteSpan span{w_.words()[n.begin].span.begin, w_.words()[n.end - 1].span.end};
    if (n.joined && !n.in_digits) span.begin += 2;  // without و
    return span;
  }

  // An Arabic dual.
  void two(std::size_t at, const RoleMatch& dual) {
    if (at > 0 && (w_.is(at - 1, Role::number) || w_.digits(at - 1))) return;
    Anchor a;
    a.kind = AnchorKind::number;
    a.span = w_.words()[at].span;
    if (dual->has(WordRole::kJoined)) a.span.begin += 2;
    const Anchor* date = date_over(a.span);
    if (date != nullptr && date->granularity != Granularity::relative && date->granularity != Granularity::range)
      return;
    a.value = "2";
    a.unit = static_cast<std::uint8_t>(dual->value);
    a.number_kind = a.unit != 0 ? unit_at(a.unit).kind : NumberKind::cardinal;
    a.certainty = 0.5F;
    out_.push_back(std::move(a));
  }

  // Two numbers that stand together: "nine in ten", «سه بر صفر», "واحد من كل خمسة".
  bool one_of_two(const ParsedNumber& n) const {
    const auto number = [&](std::size_t k) { return w_.digits(k) || w_.is(k, Role::number); };
    const std::size_t k = n.end;
    if (w_.folded_is(k, "in")) return number(k + 1) && !w_.is(k + 2, Role::month);
    if (w_.folded_is(k, "out") && w_.folded_is(k + 1, "of")) return number(k + 2);
    if (w_.folded_is(k, "بر") || w_.folded_is(k, "من") || w_.folded_is(k, "از"))
      return number(k + 1 + (w_.folded_is(k, "بر") ? 0 : of_all(k + 1)));
    if (n.begin < 2) return false;
    if (w_.folded_is(n.begin - 1, "بر") || w_.folded_is(n.begin - 1, "in")) return number(n.begin - 2);
    return n.begin >= 3 && of_all(n.begin - 1) == 1 && number(n.begin - 3) &&
           (w_.folded_is(n.begin - 2, "من") || w_.folded_is(n.begin - 2, "از"));
  }
  // "كل", "أصل", "هر", "میان" between the numbers: one word, and no number without it.
  std::size_t of_all(std::size_t k) const {
    return w_.folded_is(k, "کل") || w_.folded_is(k, "اصل") || w_.folded_is(k, "بین") || w_.folded_is(k, "هر") ||
                   w_.folded_is(k, "میان")
               ? 1
               : w_.size();
  }

  // "السنوات", "الأيام"
  bool plural_period(std::size_t i) const {
    for (const Role noun : {Role::year_noun, Role::month_noun, Role::week_noun, Role::day_noun})
      if (const RoleMatch m = w_.match(i, noun))
        return m->has(WordRole::kPlural) && m->has(WordRole::kArticle);
    return false;
  }

  // The date that the span is a part of, or nothing.
  const Anchor* date_over(ByteSpan span) {
    while (date_ < dates_.size() && dates_[date_].span.end <= span.begin) ++date_;
    if (date_ < dates_.size() && dates_[date_].span.begin < span.end) return &dates_[date_];
    return nullptr;
  }

  // "10 to 15 million", "5-10%": the first number may have the magnitude of the second, and has its unit.
  int power_of_range(const ParsedNumber& n, Suffix& suffix) const {
    if (!n.plain_digits || suffix.unit != 0 || n.identifier) return 0;
    if (!w_.mark(n.end, '-') && !w_.is(n.end, Role::range) && !(w_.english() && w_.is(n.end, Role::joiner)))
      return 0;
    const auto second = parse_digits(w_, n.end + 1);
    if (!second || second->identifier || !second->text.empty() || !(n.value < second->value)) return 0;
    const RoleMatch power = w_.match(second->end, Role::magnitude);
    ParsedNumber whole = *second;
    if (power) whole.end = power.next;
    if (!w_.is(n.end, Role::joiner)) {
      const Suffix other = suffix_of(w_, whole);
      suffix.unit = other.unit;
      suffix.kind = other.kind;
      suffix.counted = other.counted;
    }
    return power ? power->power : 0;
  }

  // 7:55 becomes 7.55, which is also how it is written in many places.
  void add_minutes(ParsedNumber& n) const {
    const auto value = Decimal::from_digits(w_.folded(n.begin), w_.folded(n.begin + 2));
    if (!value) return;
    n.value = *value;
    n.end = n.begin + 3;
    n.plain_digits = false;
  }

  // "6-foot-6", "5 feet 10 inches", "۱ متر و ۹۸ سانتیمتر": one length, in the smaller unit.
  void add_smaller_unit(ParsedNumber& n, Suffix& suffix) const {
    if (suffix.unit == 0 || !n.value.is_whole()) return;
    const std::string& larger = unit_at(suffix.unit).id;
    if (larger != "foot" && larger != "m") return;
    std::size_t k = suffix.end;
    const bool hyphen = w_.mark(k, '-') && w_.adjacent(k);
    if (hyphen || w_.is(k, Role::joiner) || w_.mark(k, ',')) ++k;
    const auto rest = parse_number(w_, k);
    if (!rest || !rest->value.is_whole() || rest->ordinal) return;
    const RoleMatch unit = w_.match(rest->end, Role::unit);
    const bool named =
        unit && unit_at(static_cast<std::uint8_t>(unit->value)).id == (larger == "m" ? "cm" : "inch");
    if (!named && !(hyphen && larger == "foot")) return;
    const auto whole = n.value.whole();
    const auto part = rest->value.whole();
    const std::int64_t parts = larger == "m" ? 100 : 12;
    if (!whole || !part || *whole > 1000000 || *part >= parts) return;
    const auto smaller = find_unit(larger == "m" ? "cm" : "inch");
    if (!smaller) return;
    n.value = Decimal(*whole * parts + *part);
    n.end = named ? unit.next : rest->end;
    suffix.unit = *smaller;
    suffix.end = n.end;
  }

  // «سه ساعت و نیم», "three hours and a half", "ثلاث ساعات ونصف الساعة"
  void add_half_unit(ParsedNumber& n, Suffix& suffix) const {
    if (suffix.unit == 0 || !n.value.is_whole() || n.ordinal || !n.text.empty()) return;
    std::size_t k = suffix.end;
    RoleMatch half = w_.match(k, Role::fraction);
    if (!half || !half->has(WordRole::kJoined)) {
      if (!w_.is(k, Role::joiner)) return;
      ++k;
      if (w_.folded_is(k, "a")) ++k;
      half = w_.match(k, Role::fraction);
    }
    if (!half || half->value != 2) return;
    const RoleMatch again = w_.match(half.next, Role::unit);
    if (!w_.arabic() && (again || w_.is(half.next, Role::magnitude))) return;  // and half a million
    const auto sum = n.value.plus(Decimal(5, -1));
    if (!sum) return;
    n.value = *sum;
    n.plain_digits = false;
    n.end = suffix.end = again && again->has(WordRole::kArticle) ? again.next : half.next;
  }

  bool keep(const ParsedNumber& n, const Suffix& suffix) const {
    if (n.in_digits) return true;
    if (n.begin > 0 && (w_.folded_is(n.begin - 1, "می") || w_.folded_is(n.begin - 1, "نمی")))
      return false;  // می دهم
    const bool named = suffix.kind != NumberKind::none || suffix.counted;
    const auto whole = n.value.whole();
    if (whole && *whole < 10 && !n.ordinal && one_of_two(n)) return true;
    if (n.weak && !(named && whole && *whole != 1)) return suffix.kind == NumberKind::percent;
    if (n.end - n.begin == 1 && w_.folded(n.begin) == "سی" && (spells(n.begin - 1) || spells(n.end)))
      return false;
    // "ده‌ها هزار نفر", "چند هزار"
    if (n.end - n.begin == 1 && w_.is(n.begin, Role::magnitude) && n.begin > 0 &&
        (w_.folded(n.begin - 1).ends_with("ها") || w_.folded_is(n.begin - 1, "چند") ||
         w_.folded_is(n.begin - 1, "چندین")))
      return false;
    if (n.ordinal && whole && *whole >= 3) return true;
    if (whole && *whole < 10) return named && *whole > 0;
    return true;
  }

  // A letter's name: "بی بی سی", "می سی سی پی".
  bool spells(std::size_t i) const {
    return w_.folded_is(i, "بی") || w_.folded_is(i, "سی") || w_.folded_is(i, "پی") || w_.folded_is(i, "ان") ||
           w_.folded_is(i, "دی") || w_.folded_is(i, "ای");
  }

  void emit(const ParsedNumber& n, const Suffix& suffix, ByteSpan span, bool year) {
    Anchor a;
    a.kind = AnchorKind::number;
    a.span = span;
    if (year) a.certainty = 0.5F;
    const bool measured = !(n.ordinal && suffix.kind == NumberKind::measure);  // "the 19th century"
    a.unit = measured ? suffix.unit : std::uint8_t{0};
    a.number_kind = measured ? suffix.kind : NumberKind::none;
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
