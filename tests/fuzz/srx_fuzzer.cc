// Any bytes as an SRX file: read or refused, never a crash; what was read can be written and read again.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "segment/srx_rules.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace taraz;
  try {
    const SrxDocument document = read_srx({reinterpret_cast<const char*>(data), size}, "fuzz");
    const SrxDocument again = read_srx(write_srx(document), "again");
    if (again.languages.size() != document.languages.size() || again.maps.size() != document.maps.size())
      std::abort();
    SrxRules rules(document, "fuzz");
  } catch (const Error&) {
  }
  return 0;
}
