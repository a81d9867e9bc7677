// Any bytes as TSV: an error or units, and units that come back the same when they are written and read
// again.
#include "tests/fuzz/unit_round_trip.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  taraz::check_unit_round_trip(taraz::UnitFormat::tsv, {reinterpret_cast<const char*>(data), size});
  return 0;
}
