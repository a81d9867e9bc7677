// Any bytes as a manifest of a batch: an error or a plan with distinct ids.
#include <cstdlib>
#include <string>

#include "io/batch/plan.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  try {
    const taraz::BatchPlan plan = taraz::plan_manifest(
        taraz::Source::of_bytes("manifest", {reinterpret_cast<const char*>(data), size}), {});
    for (std::size_t k = 1; k < plan.sets.size(); ++k)
      if (plan.sets[k - 1].id >= plan.sets[k].id) std::abort();
  } catch (const taraz::Error&) {
  }
  return 0;
}
