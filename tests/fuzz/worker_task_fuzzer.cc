// Any bytes as a task of a worker: always one line of JSON that reads back. Tasks that name files are left
// out, so that nothing of the machine is read.
#include <cstdlib>
#include <string>
#include <string_view>

#include "io/batch/set_aligner.h"
#include "io/batch/worker_protocol.h"
#include "text/error.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  static const taraz::SetAligner aligner{taraz::BatchSettings()};
  const std::string_view line(reinterpret_cast<const char*>(data), size);
  if (line.find("iles") != std::string_view::npos || line.find('\\') != std::string_view::npos) return 0;
  const std::string answer = taraz::answer_task(line, 1, aligner);
  if (answer.empty() || answer.find('\n') != answer.size() - 1) std::abort();
  try {
    taraz::parse_result(answer, "result", 1);
  } catch (const taraz::FormatError&) {
    if (!answer.starts_with("{\"id\":null")) std::abort();
  }
  return 0;
}
