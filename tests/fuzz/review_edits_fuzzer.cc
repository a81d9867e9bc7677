// Edits of any bytes on three units: applied or refused, never a crash.
#include <cstddef>
#include <cstdint>
#include <string>

#include "io/review_edits.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace taraz;
  std::vector<TranslationUnit> units;
  for (const char* id : {"1", "2", "3"})
    units.push_back(
        {id, {{Language::parse("en"), "a", {}}, {Language::parse("fa"), "b", {}}}, {}, "", "", {}});
  // Most of the input is the second line: the first is easily missed by chance.
  const std::string head = "{\"format\":\"taraz edits\",\"version\":1,\"units\":3}\n";
  const std::string text(reinterpret_cast<const char*>(data), size);
  try {
    apply_review_edits(units, Source::of_bytes("edits", size % 8 == 0 ? text : head + text));
  } catch (const Error&) {
  }
  return 0;
}
