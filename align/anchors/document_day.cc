// Where a document says when it was written: a segment that is hardly more than a date, or a dateline
// ("PARIS, Sept. 20, 2021 - ..."), among the first segments or, for letters, the last. A date in the middle
// of a sentence is what the text is about and not taken, which an earlier attempt did. Tested by
// tests/align/anchors/date_finder_test.cc.
#include <algorithm>

#include "align/anchors/calendar.h"
#include "align/anchors/date_finder.h"
#include "text/document.h"

namespace taraz {
namespace {

constexpr std::uint32_t kFirstSegments = 6;
constexpr std::uint32_t kLastSegments = 2;

bool full_day(const Anchor& a) {
  return a.kind == AnchorKind::date && a.granularity == Granularity::day && a.certainty >= 0.59F;
}

// Letters and digits of a text.
std::size_t weight(const Words& words, ByteSpan part) {
  std::size_t sum = 0;
  for (const Word& w : words.all())
    if (w.kind != WordKind::mark && w.span.begin >= part.begin && w.span.end <= part.end)
      sum += w.folded.size();
  return sum;
}

}  // namespace

std::optional<std::int32_t> find_document_day(const Document& document) {
  const std::uint32_t size = document.size();
  for (std::uint32_t i = 0; i < size; ++i) {
    if (i >= kFirstSegments && i + kLastSegments < size) continue;
    const std::string_view text = document.text(i);
    if (text.size() > 2000) continue;
    const Words words(text);
    const RoledWords roled(words, text, document.language());
    std::vector<Anchor> dates;
    find_dates(roled, DateContext{}, dates);
    const auto date = std::find_if(dates.begin(), dates.end(), full_day);
    if (date == dates.end()) continue;
    const std::size_t all = weight(words, {0, static_cast<std::uint32_t>(text.size())});
    const std::size_t dated = weight(words, date->span);
    const bool alone = dated * 2 >= all || (all - dated <= 30 && text.size() <= 90 && text.back() != '.');
    // A place, the date, then a dash or a colon.
    const std::string_view after = text.substr(date->span.end);
    const auto starts = [&](std::string_view sign) { return after.starts_with(sign); };
    const bool dash = starts(" - ") || starts(" – ") || starts(" — ") || starts(" -- ") || starts(": ") || starts(" /") ||
                      starts(" (") || starts("– ") || starts("— ");
    const bool dateline =
        i < 3 && date->span.begin <= 60 && dash && weight(words, {0, date->span.begin}) <= 30;
    if (alone || dateline) return date->first_day;
  }
  return std::nullopt;
}

}  // namespace taraz
