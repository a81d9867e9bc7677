// Number words. One accumulator for the three languages: a group below a thousand, and the total of finished
// magnitudes. What may follow what differs: Persian and Arabic need "and" between the parts, English does
// not; Arabic says the unit before the ten. The grammar is our own: ICU's RBNF reads few of the forms people
// write (reference: CLDR 42 RBNF, used as a round-trip oracle in development). Tested by
// tests/align/anchors/numbers.tsv.
#include "align/anchors/number_grammar.h"

#include <utility>

namespace taraz {
namespace {

constexpr int kLargestPower = 24;

class WordNumber {
 public:
  WordNumber(const RoledWords& words, std::size_t at) : w_(words), at_(at), end_(at) {}

  std::optional<ParsedNumber> parse() {
    if (!begin()) return std::nullopt;
    while (!finished_ && step()) {
    }
    add_hundred_after();
    add_point();
    add_half();
    const auto value = total_.plus(group());
    if (!value || (parts_ == 0)) return std::nullopt;
    ParsedNumber out = std::move(first_);
    out.begin = at_;
    out.end = end_;
    if (parts_ > 1 || !out.in_digits) {
      out.value = *value;
      out.text.clear();
      out.plain_digits = false;
    }
    out.ordinal = ordinal_;
    out.weak = weak_ && parts_ == 1;
    return out;
  }

 private:
  // ---- the state
  Decimal group() const {
    const auto sum = Decimal(group_).plus(extra_);
    return sum ? *sum : Decimal(group_);
  }
  bool group_empty() const { return group_ == 0 && extra_.is_zero(); }

  struct Next {
    std::size_t word;     // the number word itself
    bool joined = false;  // by "and" or و
    bool hyphen = false;
  };

  // ---- the first part: digits, a number word, "half a million", "a hundred"
  bool begin() {
    if (auto digits = parse_digits(w_, at_)) {
      first_ = std::move(*digits);
      end_ = first_.end;
      parts_ = 1;
      literal_ = true;
      if (first_.identifier || !first_.text.empty()) {
        finished_ = true;
        return true;
      }
      extra_ = first_.value;
      digit_suffix();
      money_suffix();
      return true;
    }
    if (half_of_magnitude()) return true;
    if (fraction_words()) return true;
    return take({at_, false, false});
  }

  // "11th", "۱۵ام", "15 ام"
  void digit_suffix() {
    if (!first_.value.is_whole()) return;
    std::size_t at = end_;
    if (w_.persian() && w_.mark(at, '-') && w_.adjacent(at) && w_.adjacent(at + 1)) ++at;  // "۷۵-امین"
    const RoleMatch suffix = w_.match(at, Role::suffix);
    if (!suffix) return;
    const bool latin = static_cast<unsigned char>(w_.folded(at)[0]) < 0x80;
    const bool short_word = w_.folded(at) == "م";
    if ((latin || short_word) && !w_.adjacent(at)) return;
    if (short_word && first_.digit_count >= 4) return;  // ۱۹۸۸م is a year
    end_ = suffix.next;
    ordinal_ = true;
    finished_ = true;
  }

  // "£125m", "$5b"
  void money_suffix() {
    if (!w_.adjacent(end_)) return;
    const RoleMatch sign = at_ > 0 && w_.adjacent(at_) ? w_.match(at_ - 1, Role::unit) : RoleMatch();
    const int power = w_.folded_is(end_, "m") ? 6 : w_.folded_is(end_, "b") ? 9 : 0;
    const bool money = sign && sign->has(WordRole::kBefore);
    if (power == 0 || !(money || (power == 6 && counted_things(end_ + 1)))) return;
    total_ = extra_.times_power_of_ten(power);
    extra_ = Decimal();
    last_power_ = power;
    ++end_;
    ++parts_;
    finished_ = true;
  }

  // A counted noun: "2.5m barrels", but "the 2.5m wall", "2.5m in height".
  bool counted_things(std::size_t i) const {
    if (w_.is(i, Role::counter)) return true;
    if (!w_.letters(i) || w_.is(i, Role::after_year)) return false;
    const std::string_view noun = w_.folded(i);
    return noun.size() > 4 && noun.ends_with('s') && !noun.ends_with("ss");
  }

  // "half a million", "نیم میلیون", "نصف مليون"
  bool half_of_magnitude() {
    const RoleMatch half = w_.match(at_, Role::fraction);
    if (!half) return false;
    std::size_t i = half.next;
    if (w_.folded_is(i, "a")) ++i;
    const RoleMatch power = w_.match(i, Role::magnitude);
    if (!power || 100 % half->value != 0 || power->power < 3) return false;
    total_ = Decimal(100 / half->value, power->power - 2);
    last_power_ = power->power;
    end_ = power.next;
    parts_ = 2;
    finished_ = true;
    return true;
  }

  bool fraction_words() {
    const auto ratio = parse_fraction(w_, at_);
    return ratio && take_ratio(ratio->numerator, ratio->denominator, ratio->end);
  }

  bool take_ratio(int numerator, int denominator, std::size_t end) {
    end_ = end;
    parts_ = 2;
    finished_ = true;
    // "three quarters of a billion", "ثلاثة أرباع مليار"
    std::size_t i = end;
    if (w_.folded_is(i, "of")) ++i;
    if (w_.folded_is(i, "a")) ++i;
    const RoleMatch power = w_.match(i, Role::magnitude);
    if (power && power->power >= 3 && 100 % denominator == 0 && !power->has(WordRole::kJoined)) {
      total_ = Decimal(numerator * (100 / denominator), power->power - 2);
      last_power_ = power->power;
      end_ = power.next;
      return true;
    }
    for (const auto& [scale, exponent] : {std::pair(10, -1), std::pair(100, -2), std::pair(1000, -3)})
      if (scale % denominator == 0) {
        total_ = Decimal(numerator * (scale / denominator), exponent);
        return true;
      }
    first_.text = std::to_string(numerator) + "/" + std::to_string(denominator);
    first_.in_digits = true;  // keeps the text
    parts_ = 1;
    return true;
  }

  // ---- the further parts
  bool step() {
    Next next{end_, false, false};
    if (w_.match(end_, Role::joiner)) {
      next = {end_ + 1, true, false};
    } else if (w_.mark(end_, ',') && last_power_ >= 3 && !literal_ && w_.is(end_ + 1, Role::number) &&
               (w_.is(end_ + 2, Role::magnitude) ||
                (w_.mark(end_ + 2, '-') && w_.is(end_ + 4, Role::magnitude)))) {
      next = {end_ + 1, false, false};  // "two thousand, five hundred"
    } else if (w_.mark(end_, '-') && w_.adjacent(end_) && w_.adjacent(end_ + 1)) {
      next = {end_ + 1, false, true};
    }
    return take(next);
  }

  bool take(const Next& next) {
    if (const RoleMatch power = w_.match(next.word, Role::magnitude)) return take_magnitude(next, power);
    if (const RoleMatch multiple = w_.match(next.word, Role::multiple)) return take_multiple(next, multiple);
    if (parts_ > 0 && w_.digits(next.word)) return take_digits(next);
    if (literal_ && last_power_ == kNone) return false;  // "5 seven"
    // "5 million and two others": digits are added to by words only in Persian and Arabic.
    if (literal_ && (w_.english() || !next.joined)) {
      const RoleMatch number = w_.match(next.word, Role::number);
      if (!number || !number->has(WordRole::kJoined)) return false;
    }
    const RoleMatch number = w_.match(next.word, Role::number);
    if (number && take_number(next, number, false)) return true;
    const RoleMatch ordinal = w_.match(next.word, Role::ordinal);
    return ordinal && take_number(next, ordinal, true);
  }

  bool accept(const RoleMatch& match) {
    end_ = match.next;
    ++parts_;
    return true;
  }

  bool english(const WordRole& r) const { return r.languages == english_bit(); }
  static std::uint8_t english_bit() {
    static const std::uint8_t bit = RoleTable::instance().language_bit("en");
    return bit;
  }

  bool take_magnitude(const Next& next, const RoleMatch& power) {
    const int p = power->power;
    const bool joined = next.joined || power->has(WordRole::kJoined);
    const bool latin = english(*power.role);
    if (latin && power.next - next.word == 1 && w_.folded(next.word).size() <= 3 && !literal_)
      return false;  // "bn"
    if (latin && w_.folded(next.word) == "k" && !w_.adjacent(next.word)) return false;
    if (parts_ == 0) {
      const bool article = at_ > 0 && (w_.folded_is(at_ - 1, "a") || w_.folded_is(at_ - 1, "per"));
      if (!power->has(WordRole::kAlone) && !(latin && article)) return false;
      group_ = construct_dual(next.word) ? 2 : 1;
    } else if (joined) {
      // "مئة وألف": a magnitude on its own, smaller than the one before.
      if (!power->has(WordRole::kAlone) || last_power_ == kNone || p >= last_power_ || !group_empty())
        return false;
      group_ = 1;
    }
    if (p == 2) {
      if (group_ < 1 || group_ > 99 || !extra_.is_zero() || literal_) return false;
      group_ *= 100;
      return accept(power);
    }
    if (last_power_ == kNone || p > last_power_) {
      const auto sum = total_.plus(group());
      if (!sum || sum->is_zero()) return false;
      if (sum->exponent() + p > kLargestPower) return false;
      total_ = sum->times_power_of_ten(p);
    } else {
      if (group_empty()) {
        // "ألف ألف"
        if (latin || total_.exponent() + p > kLargestPower || joined) return false;
        total_ = total_.times_power_of_ten(p);
        return accept(power);
      }
      const auto sum = total_.plus(group().times_power_of_ten(p));
      if (!sum) return false;
      total_ = *sum;
    }
    last_power_ = p;
    group_ = 0;
    extra_ = Decimal();
    year_style_ = false;
    return accept(power);
  }

  // "ألفا دولار", "مليونا شخص": the dual before its noun; with tanwin it is a single one ("ألفًا").
  bool construct_dual(std::size_t i) const {
    return w_.arabic() && !w_.persian() && w_.folded(i).ends_with("ا") && w_.letters(i + 1) &&
           w_.words()[i].span.of(w_.text()).find("\u064B") == std::string_view::npos;
  }

  // "ألفان", "سی‌هزار"
  bool take_multiple(const Next& next, const RoleMatch& multiple) {
    const bool joined = next.joined || multiple->has(WordRole::kJoined);
    if (parts_ > 0 && (!joined || !group_empty() || (last_power_ != kNone && multiple->power >= last_power_)))
      return false;
    const auto sum = total_.plus(Decimal(multiple->value, multiple->power));
    if (!sum) return false;
    total_ = *sum;
    last_power_ = multiple->power;
    return accept(multiple);
  }

  // "۲ میلیون و ۵۰۰ هزار", "۵ هزار و ۳۰۰"
  bool take_digits(const Next& next) {
    if (!next.joined || last_power_ == kNone || !group_empty() || w_.english()) return false;
    const auto digits = parse_digits(w_, next.word);
    if (!digits || digits->identifier || !digits->text.empty()) return false;
    const RoleMatch power = w_.match(digits->end, Role::magnitude);
    if (power && power->power < last_power_ && !power->has(WordRole::kJoined)) {
      const auto sum = total_.plus(digits->value.times_power_of_ten(power->power));
      if (!sum) return false;
      total_ = *sum;
      last_power_ = power->power;
      end_ = power.next;
      ++parts_;
      return true;
    }
    // Without a magnitude of its own: it must fill the thousands below.
    const double part = digits->value.to_double();
    const double magnitude = Decimal(1, last_power_).to_double();
    if (power || part >= magnitude || (last_power_ > 3 && part < magnitude / 1000) ||
        !digits->value.is_whole())
      return false;
    const auto sum = total_.plus(digits->value);
    if (!sum) return false;
    total_ = *sum;
    end_ = digits->end;
    ++parts_;
    finished_ = true;
    return true;
  }

  bool take_number(const Next& next, const RoleMatch& match, bool ordinal) {
    const int v = match->value;
    const bool joined = next.joined || match->has(WordRole::kJoined);
    const bool first = parts_ == 0;
    if (first) {
      weak_ = match->has(WordRole::kWeak) || match->has(WordRole::kVeryWeak);
      first_.joined = match->has(WordRole::kJoined);
    }
    if (ordinal && v == 100 && !first && english(*match.role) && group_ >= 1 && group_ <= 9 && !joined) {
      group_ *= 100;  // "two hundredth"
      ordinal_ = finished_ = true;
      return accept(match);
    }
    if (!extra_.is_zero() || v >= 1000) {
      if (!first) return false;
    } else if (!first) {
      if (!(english(*match.role) ? fits_english(v, joined, next.hyphen) : fits_eastern(v, joined, match)))
        return false;
    }
    if (ordinal && !first && w_.arabic() && !w_.persian()) return false;  // Arabic ordinals stand first
    if (year_style_) {
      group_ = group_ * 100 + v;
      year_style_ = false;
      year_done_ = v % 10 != 0 || v < 20;
    } else {
      group_ += v;
    }
    if (ordinal) ordinal_ = true;
    // "الحادي عشر", "السادسة والسبعين": the ten follows; elsewhere an ordinal is the end.
    if (ordinal && !(w_.arabic() && v <= 9 && !english(*match.role))) finished_ = true;
    if (v == 0) finished_ = true;
    return accept(match);
  }

  bool fits_english(int v, bool joined, bool hyphen) {
    const std::int64_t low = group_ % 100;
    if (v >= 100 || v == 0) return false;
    if (joined && low != 0) return false;
    if (joined && group_ == 0 && last_power_ == kNone) return false;
    // "nineteen eighty-eight", "twenty twenty-one"
    if (!joined && !hyphen && v >= 10 && group_ >= 11 && group_ <= 20 && last_power_ == kNone &&
        parts_ == 1) {
      year_style_ = true;
      return true;
    }
    if (v >= 10) return low == 0 && !year_done_;
    if (low == 0) return !(group_ == 0 && !total_.is_zero() && !joined && literal_) && !year_done_;
    return low >= 20 && low % 10 == 0 && !joined && !year_done_;
  }

  bool fits_eastern(int v, bool joined, const RoleMatch& match) {
    const std::int64_t low = group_ % 100;
    const bool arabic_word = w_.arabic() && !w_.persian();
    if (arabic_word || (w_.arabic() && match->has(WordRole::kJoined))) {
      if (!joined) {
        if (v == 10 && low >= 1 && low <= 9) return true;  // خمسة عشر
        if (v == 100 && group_ >= 3 && group_ <= 9 && !ordinal_)
          return group_ = group_ * 100 - 100, true;  // ثلاث مئة
        return false;
      }
      if (ordinal_ && !(v >= 20 && match->has(WordRole::kArticle))) return false;
      if (v >= 100) return group_ == 0;
      if (v >= 20) return low < 10;
      return low == 0;
    }
    if (!joined) return v == 100 && group_ >= 1 && group_ <= 9 ? (group_ = group_ * 100 - 100, true) : false;
    if (v >= 100) return group_ == 0;
    if (v >= 10) return low == 0;
    return v != 0 && (low == 0 || low >= 20) && low % 10 == 0 && group_ + (total_.is_zero() ? 0 : 1) > 0;
  }

  // "السابعة بعد المئة": the 107th
  void add_hundred_after() {
    if (!ordinal_ || literal_ || !w_.arabic() || !w_.folded_is(end_, "بعد")) return;
    const RoleMatch hundred = w_.match(end_ + 1, Role::number);
    if (!hundred || hundred->value < 100 || !hundred->has(WordRole::kArticle)) return;
    group_ += hundred->value;
    end_ = hundred.next;
    ++parts_;
  }

  // "seven point two five", "هفت ممیز پنج": digits one by one, then perhaps a magnitude.
  void add_point() {
    if (literal_ || finished_ || ordinal_ || parts_ == 0 || last_power_ != kNone) return;
    const RoleMatch point = w_.match(end_, Role::point);
    if (!point) return;
    Decimal part;
    std::size_t i = point.next;
    int places = 0;
    for (; places < 9; ++places) {
      const RoleMatch digit = w_.match(i, Role::number);
      if (!digit || digit->value > 9 || digit->has(WordRole::kJoined)) break;
      if (const auto sum = part.plus(Decimal(digit->value, -places - 1))) part = *sum;
      i = digit.next;
    }
    if (places == 0) return;
    extra_ = part;
    end_ = i;
    ++parts_;
    finished_ = true;
    if (const RoleMatch power = w_.match(end_, Role::magnitude)) take_magnitude({end_, false, false}, power);
  }

  // "and a half", "و نیم", "ونصف": of the last magnitude, and then perhaps "million" follows.
  void add_half() {
    if (finished_ || ordinal_ || parts_ == 0) return;
    std::size_t i = end_;
    RoleMatch half = w_.match(i, Role::fraction);
    if (!half || !half->has(WordRole::kJoined)) {
      const bool hyphens = w_.mark(i, '-') && w_.adjacent(i);  // "three-and-a-half"
      i += hyphens;
      if (!w_.match(i, Role::joiner)) return;
      i += hyphens && w_.mark(i + 1, '-') ? 2 : 1;
      if (w_.folded_is(i, "a")) i += hyphens && w_.mark(i + 1, '-') ? 2 : 1;
      half = w_.match(i, Role::fraction);
    }
    if (!half || (half->value != 2 && half->value != 4)) return;
    const Decimal part(100 / half->value, -2);
    if (group_empty() && last_power_ != kNone) {
      const auto sum = total_.plus(part.times_power_of_ten(last_power_));
      if (!sum) return;
      total_ = *sum;
      end_ = half.next;
      ++parts_;
      // "مليونين ونصف المليون" says the magnitude again
      const RoleMatch again = w_.match(end_, Role::magnitude);
      if (again && again->power == last_power_ && !again->has(WordRole::kJoined)) end_ = again.next;
      return;
    }
    const auto sum = extra_.plus(part);
    if (!sum || group_empty()) return;
    extra_ = *sum;
    end_ = half.next;
    ++parts_;
    if (const RoleMatch power = w_.match(end_, Role::magnitude); power && !power->has(WordRole::kJoined))
      take_magnitude({end_, false, false}, power);
  }

  static constexpr int kNone = -1;
  const RoledWords& w_;
  std::size_t at_;
  std::size_t end_;
  ParsedNumber first_;
  Decimal total_;           // finished magnitudes
  std::int64_t group_ = 0;  // below a thousand, words
  Decimal extra_;           // digits, or a half, of the group
  int last_power_ = kNone;
  int parts_ = 0;
  bool literal_ = false;
  bool ordinal_ = false;
  bool weak_ = false;
  bool finished_ = false;
  bool year_style_ = false;
  bool year_done_ = false;
};

}  // namespace

std::optional<ParsedNumber> parse_number(const RoledWords& words, std::size_t at) {
  constexpr std::uint64_t kOpeners = bit_of(Role::number) | bit_of(Role::ordinal) | bit_of(Role::magnitude) |
                                     bit_of(Role::multiple) | bit_of(Role::fraction) | bit_of(Role::ratio);
  if (words.letters(at) && !words.may_be(at, kOpeners)) return std::nullopt;
  return WordNumber(words, at).parse();
}

}  // namespace taraz
