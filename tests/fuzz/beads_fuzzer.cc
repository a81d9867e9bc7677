// Any bytes as beads: an error or beads; those that make units are written as they were read.
#include <cstdlib>
#include <sstream>

#include "io/bead_reader.h"
#include "io/unit_reader.h"
#include "io/unit_writer.h"
#include "text/error.h"

namespace {

std::vector<taraz::BeadIndices> beads(const std::string& bytes) {
  taraz::BeadReader reader(taraz::Source::of_bytes("input", bytes));
  std::vector<taraz::BeadIndices> out;
  for (taraz::BeadIndices bead; reader.next(bead);) out.push_back(bead);
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  std::ostringstream out;
  try {
    const auto reader =
        taraz::make_unit_reader(taraz::UnitFormat::beads, taraz::Source::of_bytes("input", bytes));
    const auto writer = taraz::make_unit_writer(taraz::UnitFormat::beads, taraz::Sink("-", out), {});
    for (taraz::TranslationUnit unit; reader->next(unit);) writer->write(unit);
    writer->finish();
  } catch (const taraz::Error&) {
    return 0;
  }
  if (beads(out.str()) != beads(bytes)) std::abort();
  return 0;
}
