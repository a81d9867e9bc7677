// All finders together, in three languages, over any text; and the comparison of names.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "align/anchors/anchor_finder.h"
#include "align/anchors/name_similarity.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using taraz::Language;
  static const taraz::AnchorFinder finders[] = {
      taraz::AnchorFinder({.language = Language::parse("en"), .document_day = 18890}),
      taraz::AnchorFinder({.language = Language::parse("fa"), .document_day = 18890}),
      taraz::AnchorFinder({.language = Language::parse("ar"), .document_day = {}})};
  const std::string text = taraz::repair_utf8({reinterpret_cast<const char*>(data), size});
  for (const taraz::AnchorFinder& finder : finders)
    for (const taraz::Anchor& a : finder.find(text))
      if (a.span.end > text.size() || a.span.begin >= a.span.end) std::abort();
  const std::size_t half = text.find('\n');
  if (half != std::string::npos) {
    const std::string_view a = std::string_view(text).substr(0, half),
                           b = std::string_view(text).substr(half + 1);
    const double s = name_similarity(a, Language::parse("en"), b, Language::parse("fa"));
    if (!(s >= 0.0 && s <= 1.0)) std::abort();
  }
  return 0;
}
