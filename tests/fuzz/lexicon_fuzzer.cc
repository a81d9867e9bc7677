// Any bytes: a FormatError, or a lexicon whose every row can be walked.
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "align/lexicon/dictionary.h"
#include "align/lexicon/lexicon.h"
#include "text/error.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace taraz;
  std::vector<std::uint64_t> aligned(size / 8 + 1);
  if (size > 0) std::memcpy(aligned.data(), data, size);
  const std::string_view bytes(reinterpret_cast<const char*>(aligned.data()), size);
  try {
    const Lexicon lexicon(bytes, "fuzz");
    for (const Side side : {Side::first, Side::second})
      for (WordId w = 0; w < lexicon.size(side); ++w) {
        lexicon.find_stem(side, lexicon.word(side, w));
        for (const PackedTranslation t : lexicon.translations(side, w)) lexicon.word(other(side), t.word());
      }
  } catch (const Error&) {
  }
  if (!first_invalid_byte(bytes)) try {
      Dictionary::parse(bytes, "fuzz");
    } catch (const Error&) {
    }
  return 0;
}
