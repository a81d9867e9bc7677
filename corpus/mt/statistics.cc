#include "corpus/mt/statistics.h"

#include <xxhash.h>

#include <algorithm>

#include "text/utf8.h"
#include "text/words.h"

namespace taraz {

void StatisticsCollector::add(const TranslationUnit& unit) {
  ++result_.units;
  result_.complete += unit.complete();
  if (!unit.kind.empty()) ++result_.kinds[unit.kind];
  if (!unit.document.empty() && documents_.insert(unit.document).second) ++result_.documents;
  if (unit.score) {
    ++result_.scored;
    result_.score_sum += *unit.score;
    ++result_.scores[std::min<std::size_t>(
        9, static_cast<std::size_t>(std::clamp(*unit.score, 0.0, 1.0) * 10.0))];
  }
  std::uint64_t all = 0;
  for (const Variant& v : unit.variants) {
    const std::uint64_t hash = XXH3_64bits(v.text.data(), v.text.size());
    all = (all * 31) ^ hash;
    LanguageStatistics& language = result_.languages[v.language.tag()];
    if (v.text.empty()) continue;
    Seen& seen = seen_[v.language.tag()];
    ++language.texts;
    language.characters += count_code_points(v.text);
    language.distinct_texts += seen.texts.insert(hash);
    const Words words(v.text);
    const auto n = static_cast<std::uint64_t>(std::count_if(
        words.all().begin(), words.all().end(), [](const Word& w) { return w.kind != WordKind::mark; }));
    language.words += n;
    language.longest = std::max(language.longest, n);
    ++language.lengths[std::min<std::size_t>(LanguageStatistics::kLengthBins - 1,
                                             n == 0 ? 0 : (n - 1) / LanguageStatistics::kBinWords)];
    if (!anchors_) continue;
    if (seen.finder.empty()) seen.finder.emplace_back(AnchorOptions{v.language, {}, AnchorKinds::all()});
    ByteSpan last;
    AnchorKind last_kind{};
    for (const Anchor& a : seen.finder.front().find(v.text, words)) {
      const bool reading = a.span == last && a.kind == last_kind;  // of the span before
      if (!reading) ++language.anchors[static_cast<std::size_t>(a.kind)];
      last = a.span;
      last_kind = a.kind;
    }
  }
  result_.duplicates += !units_.insert(all);
}

}  // namespace taraz
