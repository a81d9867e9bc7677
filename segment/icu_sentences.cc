#include "segment/icu_sentences.h"

#include <unicode/brkiter.h>
#include <unicode/filteredbrk.h>
#include <unicode/utext.h>

#include <map>
#include <memory>
#include <string>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// An iterator is costly to make and not safe to share: one per language and thread.
icu::BreakIterator& iterator_for(std::string_view tag) {
  thread_local std::map<std::string, std::unique_ptr<icu::BreakIterator>, std::less<>> made;
  if (const auto found = made.find(tag); found != made.end()) return *found->second;
  UErrorCode status = U_ZERO_ERROR;
  const icu::Locale locale = icu::Locale::forLanguageTag(std::string(tag), status);
  std::unique_ptr<icu::BreakIterator> plain(icu::BreakIterator::createSentenceInstance(locale, status));
  if (U_FAILURE(status)) throw Error(std::string("ICU has no sentence rules: ") + u_errorName(status));
  std::unique_ptr<icu::FilteredBreakIteratorBuilder> builder(
      icu::FilteredBreakIteratorBuilder::createInstance(locale, status));
  if (U_SUCCESS(status) && builder) {
    std::unique_ptr<icu::BreakIterator> filtered(builder->build(plain->clone(), status));
    if (U_SUCCESS(status) && filtered) plain = std::move(filtered);
  }
  return *made.emplace(std::string(tag), std::move(plain)).first->second;
}

}  // namespace

void find_icu_sentences(std::string_view text, ByteSpan block, std::string_view tag,
                        std::vector<Sentence>& out) {
  std::string copy(block.of(text));  // ICU ends a sentence at every line break; in here a break is a space
  for (char& c : copy)
    if (c == '\n' || c == '\r' || c == '\f' || c == '\v') c = ' ';
  UErrorCode status = U_ZERO_ERROR;
  UText* u = utext_openUTF8(nullptr, copy.data(), static_cast<int64_t>(copy.size()), &status);
  icu::BreakIterator& iterator = iterator_for(tag);
  iterator.setText(u, status);
  if (U_FAILURE(status)) {
    utext_close(u);
    throw Error(std::string("ICU cannot read the text: ") + u_errorName(status));
  }
  std::uint32_t last_end = 0;
  const std::size_t first = out.size();
  for (int32_t a = iterator.first(), b = iterator.next(); b != icu::BreakIterator::DONE;
       a = b, b = iterator.next()) {
    const std::string_view piece =
        trim(block.of(text).substr(static_cast<std::size_t>(a), static_cast<std::size_t>(b - a)));
    if (piece.empty()) continue;
    const auto begin = static_cast<std::uint32_t>(piece.data() - text.data());
    out.push_back(
        {{begin, begin + static_cast<std::uint32_t>(piece.size())}, out.size() > first && begin == last_end});
    last_end = begin + static_cast<std::uint32_t>(piece.size());
  }
  utext_close(u);
}

}  // namespace taraz
