// Any valid text in any language: the finders end, and give spans inside the text, in order, on code points,
// with values that read back.
#include <cstdlib>
#include <string>

#include "align/anchors/calendar.h"
#include "align/anchors/date_finder.h"
#include "align/anchors/decimal.h"
#include "align/anchors/number_finder.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::vector<taraz::Anchor>& anchors, const std::string& text) {
  std::uint32_t last = 0;
  for (const taraz::Anchor& a : anchors) {
    require(a.span.begin >= last || (&a != anchors.data() && (&a - 1)->span == a.span));
    require(a.span.begin < a.span.end && a.span.end <= text.size());
    require((static_cast<unsigned char>(text[a.span.begin]) & 0xC0U) != 0x80U);
    require(a.span.end == text.size() || (static_cast<unsigned char>(text[a.span.end]) & 0xC0U) != 0x80U);
    require(!a.value.empty() && a.value.size() < 4096 + text.size());
    if (a.kind == taraz::AnchorKind::date) require(a.first_day <= a.last_day);
    last = a.span.end;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size < 2 || size > 20000) return 0;  // time is linear in the text; longer ones find nothing new
  static const char* const kLanguages[] = {"fa", "ar", "en", "de", ""};
  const std::string tag = kLanguages[data[0] % 5U];
  const std::string text = taraz::repair_utf8({reinterpret_cast<const char*>(data) + 2, size - 2});
  const taraz::Words words(text);
  const taraz::RoledWords roled(words, text, tag.empty() ? taraz::Language() : taraz::Language::parse(tag));
  taraz::DateContext context;
  if ((data[1] & 1U) != 0) context.document_day = static_cast<std::int32_t>(data[1]) * 300 - 10000;
  std::vector<taraz::Anchor> dates;
  std::vector<taraz::Anchor> numbers;
  find_dates(roled, context, dates);
  find_numbers(roled, dates, numbers);
  check(dates, text);
  check(numbers, text);
  for (const taraz::Anchor& a : dates)
    for (const taraz::Anchor& b : dates)
      if (&b - &a < 3) require(date_agreement(a, b) == date_agreement(b, a));
  return 0;
}
