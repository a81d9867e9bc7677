// Any bytes, made valid UTF-8: segments and gaps must give the text back, gaps hold only white space.
// The first byte chooses the language.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "segment/segmenter.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace taraz;
  if (size == 0) return 0;
  static const Segmenter segmenter;
  static const char* const kLanguages[] = {"fa", "ar", "en", "th"};
  Document document("fuzz", Language::parse(kLanguages[data[0] % 4]),
                    repair_utf8({reinterpret_cast<const char*>(data + 1), size - 1}));
  segmenter.segment(document);
  std::size_t at = 0;
  for (const Segment& s : document.segments()) {
    const std::string_view gap = document.text().substr(at, s.span.begin - at);
    if (s.span.empty() || !trim(gap).empty() || trim(s.span.of(document.text())).size() != s.span.size())
      std::abort();
    at = s.span.end;
  }
  if (!trim(document.text().substr(at)).empty()) std::abort();
  return 0;
}
