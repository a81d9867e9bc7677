// Fractions in words: two thirds, سه چهارم, ثلاثة أرباع, half of the prisoners. Tested by
// tests/align/anchors/numbers.tsv and sentences.tsv.
#include "align/anchors/number_grammar.h"

namespace taraz {
namespace {

bool latin(const RoledWords& w, std::size_t i) { return static_cast<unsigned char>(w.folded(i)[0]) < 0x80; }

// A fraction without a count: "half the population", "ربع السكان", «نیمی از مردم».
bool alone(const RoledWords& w, std::size_t at, const RoleMatch& part) {
  if (part->has(WordRole::kJoined) || part->has(WordRole::kArticle)) return false;
  const std::size_t i = part.next;
  if (latin(w, at))
    return part->value == 2 && (w.folded_is(i, "of") || (w.folded_is(i, "the") && w.letters(i + 1)));
  if (w.persian()) return w.folded_is(i, "از") || (w.folded(at) == "نصف" && w.letters(i));
  return w.letters(i) && w.folded(i).starts_with("ال") && !w.is(i, Role::magnitude) && !w.is(i, Role::unit);
}

}  // namespace

std::optional<ParsedFraction> parse_fraction(const RoledWords& w, std::size_t at) {
  if (const RoleMatch ratio = w.match(at, Role::ratio))
    return ParsedFraction{ratio->value, ratio->power, ratio.next};
  if (const RoleMatch part = w.match(at, Role::fraction)) {
    const bool of = at > 0 && w.folded_is(at - 1, "a") && w.folded_is(part.next, "of");  // "a third of"
    if (of || alone(w, at, part)) return ParsedFraction{1, part->value, part.next};
  }
  const RoleMatch count = w.match(at, Role::number);
  if (!count || count->value < 1 || count->value > 9) return std::nullopt;
  std::size_t i = count.next;
  if (w.mark(i, '-') && w.adjacent(i)) ++i;
  int denominator = 0;
  std::size_t end = 0;
  if (const RoleMatch named = w.match(i, Role::fraction); named && (!named->has(WordRole::kJoined))) {
    denominator = named->value;
    end = named.next;
  } else if (const RoleMatch ordinal = w.match(i, Role::ordinal);
             ordinal && w.persian() && ordinal->value >= 3 && ordinal->value <= 10 &&
             count->value < ordinal->value && !w.folded(i).ends_with("ین")) {
    denominator = ordinal->value;
    end = ordinal.next;
  }
  if (denominator < 2 || count->value >= denominator) return std::nullopt;
  if (w.match(end, Role::month)) return std::nullopt;  // "سه سوم مهر"
  return ParsedFraction{count->value, denominator, end};
}

}  // namespace taraz
