// Any valid text in any language: names end, are spans inside the text on code points, and of no other text;
// acronyms keep the order of the anchors; names compare alike from both sides.
#include <cstdlib>
#include <string>
#include <tuple>

#include "align/anchors/acronyms.h"
#include "align/anchors/name_finder.h"
#include "align/anchors/name_similarity.h"
#include "text/utf8.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

bool on_code_point(const std::string& text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
}

void check(const std::vector<taraz::Anchor>& anchors, std::size_t first, const std::string& text) {
  for (std::size_t i = first; i < anchors.size(); ++i) {
    const taraz::Anchor& a = anchors[i];
    require(a.span.begin < a.span.end && a.span.end <= text.size());
    require(on_code_point(text, a.span.begin) && on_code_point(text, a.span.end));
    require(!a.value.empty() && a.certainty > 0 && a.certainty <= 1);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  if (size < 1 || size > 20000) return 0;  // time is linear in the text; longer ones find nothing new
  static const char* const kLanguages[] = {"fa", "ar", "en", "de"};
  const taraz::Language language = taraz::Language::parse(kLanguages[data[0] % 4U]);
  const std::string text = taraz::repair_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
  const taraz::Words words(text);
  std::vector<taraz::Anchor> names(1);  // what stands there is left alone
  find_names(text, words, language, names);
  require(names[0].value.empty());
  check(names, 1, text);
  for (std::size_t i = 2; i < names.size(); ++i) require(names[i - 1].span.begin <= names[i].span.begin);

  for (const taraz::AcronymPlace& d : taraz::find_acronyms(text, words))
    require(d.begin < d.end && d.end <= words.size() && d.acronym < words.size());
  taraz::AnchorOptions options;
  options.language = language;
  options.kinds = {taraz::AnchorKind::name, taraz::AnchorKind::latin};
  const taraz::AnchorFinder finder(options);
  taraz::DocumentAcronyms acronyms;
  acronyms.collect(text, words, finder);
  std::vector<taraz::Anchor> anchors = finder.find(text, words);
  acronyms.apply(text, words, anchors, 0);
  check(anchors, 0, text);
  for (std::size_t i = 1; i < anchors.size(); ++i)
    require(std::tie(anchors[i - 1].span.begin, anchors[i - 1].span.end) <=
            std::tie(anchors[i].span.begin, anchors[i].span.end));

  const std::size_t half = text.find('\n');
  if (half == std::string::npos) return 0;
  const std::string_view a = std::string_view(text).substr(0, half), b = std::string_view(text).substr(half + 1);
  const taraz::Language other = taraz::Language::parse("ar");
  const double s = name_similarity(a, language, b, other);
  const double back = name_similarity(b, other, a, language);
  require(s >= 0 && s <= 1 && s - back < 1e-5 && back - s < 1e-5);
  return 0;
}
