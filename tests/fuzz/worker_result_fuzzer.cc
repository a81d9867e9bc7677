// Any bytes as a result line of a worker: an error or a record.
#include <string_view>

#include "io/batch/worker_protocol.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  try {
    taraz::parse_result({reinterpret_cast<const char*>(data), size}, "result", 1);
  } catch (const taraz::FormatError&) {
  }
  return 0;
}
