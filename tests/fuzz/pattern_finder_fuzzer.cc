// Any valid text: URLs, addresses, phone numbers, hashtags, Latin strings, quotations and references are spans inside
// the text on code points, and nothing stands inside a URL, an address, a phone number or a hashtag.
#include <cstdlib>
#include <string>

#include "align/anchors/anchor_finder.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  using taraz::AnchorKind;
  if (size < 1 || size > 20000) return 0;  // time is linear in the text; longer ones find nothing new
  static const char* const kLanguages[] = {"fa", "ar", "en", ""};
  const std::string tag = kLanguages[data[0] % 4U];
  const std::string text = taraz::repair_utf8({reinterpret_cast<const char*>(data) + 1, size - 1});
  taraz::AnchorOptions options;
  if (!tag.empty()) options.language = taraz::Language::parse(tag);
  const std::vector<taraz::Anchor> anchors = taraz::AnchorFinder(options).find(text);
  const auto boundary = [&](std::uint32_t at) {
    return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U;
  };
  const taraz::Anchor* opaque = nullptr;
  for (const taraz::Anchor& a : anchors) {
    if (a.span.begin >= a.span.end || a.span.end > text.size()) std::abort();
    if (!boundary(a.span.begin) || !boundary(a.span.end) || a.value.empty()) std::abort();
    if (opaque != nullptr && a.kind != AnchorKind::quotation && a.span.begin >= opaque->span.begin &&
        a.span.end <= opaque->span.end)
      std::abort();
    if (a.kind == AnchorKind::url || a.kind == AnchorKind::email || a.kind == AnchorKind::phone ||
        a.kind == AnchorKind::hashtag)
      opaque = &a;
  }
  return 0;
}
