// Tries the grammar at every candidate word and takes the first family of expressions that holds there, the
// most specific first. Tested by tests/align/anchors/date_finder_test.cc and dates.tsv.
#include "align/anchors/date_finder.h"

#include <algorithm>

#include "align/anchors/date_grammar.h"

namespace taraz {

const std::optional<ParsedNumber>& DateGrammar::number_at(std::size_t i) const {
  if (number_word_ != i) {
    number_word_ = i;
    number_ = parse_number(w_, i);
  }
  return number_;
}

std::optional<DateMatch> DateGrammar::at(std::size_t i) const {
  const bool digits = w_.digits(i);
  if (digits)
    if (auto match = numeric(i)) return match;
  if (w_.is(i, Role::weekday))
    if (auto match = weekday(i)) return match;
  if (w_.is(i, Role::day_offset))
    if (auto match = relative(i)) return match;  // أول أمس begins with a number
  if (digits || w_.is(i, Role::number) || w_.is(i, Role::ordinal)) {
    if (auto match = day_first(i)) return match;
    if (auto match = decade(i)) return match;
    if (auto match = century(i)) return match;
    if (auto match = amount_of_time(i)) return match;
    if (auto match = year(i)) return match;
    if (digits) return std::nullopt;
  }
  if (w_.is(i, Role::month) || w_.is(i, Role::month_noun))
    if (auto match = month_first(i)) return match;
  if (w_.is(i, Role::season))
    if (auto match = season(i)) return match;
  if (w_.is(i, Role::decade_noun) || w_.is(i, Role::decade_name))
    if (auto match = decade(i)) return match;
  if (w_.is(i, Role::century_noun))
    if (auto match = century(i)) return match;
  if (w_.is(i, Role::year_noun))
    if (auto match = year(i)) return match;
  return relative(i);
}

namespace {

// An Arabic word with و before it: "واليوم". The conjunction is no part of the date.
bool begins_with_and(const RoledWords& words, std::size_t i) {
  if (!words.letters(i) || !words.words()[i].span.of(words.text()).starts_with("و")) return false;
  for (const Role role : {Role::day_offset, Role::weekday, Role::month, Role::month_noun, Role::year_noun,
                          Role::ago, Role::season, Role::week_noun, Role::decade_name, Role::decade_noun,
                          Role::century_noun, Role::present, Role::ordinal})
    if (const RoleMatch m = words.match(i, role)) return m->has(WordRole::kJoined);
  return false;
}

}  // namespace

void find_dates(const RoledWords& words, const DateContext& context, std::vector<Anchor>& out) {
  const DateGrammar grammar(words, context);
  std::size_t next = 0;
  for (const std::uint32_t at : words.candidates()) {
    if (at < next) continue;
    const auto match = grammar.at(at);
    if (!match) continue;
    next = match->end;
    ByteSpan span{words.words()[match->begin].span.begin, words.words()[match->end - 1].span.end};
    while (words.text().substr(span.end).starts_with("\u0640")) span.end += 2;  // هـ ends in a tatweel
    if (begins_with_and(words, match->begin)) span.begin += 2;
    const std::string_view last = words.words()[match->end - 1].span.of(words.text());
    if (last.ends_with("'s")) span.end -= 2;
    if (last.ends_with("’s")) span.end -= 4;
    for (const DateReading& r : match->readings) {
      Anchor a;
      a.kind = AnchorKind::date;
      a.span = span;
      a.value = r.recurring.empty() ? iso_range(r.days) : r.recurring;
      a.certainty = static_cast<float>(r.certainty);
      a.first_day = r.days.first;
      a.last_day = r.days.last;
      a.calendar = r.calendar;
      a.granularity = r.granularity;
      out.push_back(std::move(a));
    }
  }
}

}  // namespace taraz
