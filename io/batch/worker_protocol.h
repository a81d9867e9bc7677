// Tasks and results of taraz worker: one JSON object a line each, docs/cluster.md specifies them.
#ifndef TARAZ_IO_BATCH_WORKER_PROTOCOL_H_
#define TARAZ_IO_BATCH_WORKER_PROTOCOL_H_

#include <optional>
#include <string>
#include <string_view>

#include "io/batch/record.h"
#include "io/batch/set_aligner.h"

namespace taraz {

// The result line, with its line feed, of a task line. Never throws but for lack of memory: what is wrong
// with the task or its documents is in the result ("ok":false and "error"). `number` counts lines, from 1,
// for a task that names no id.
std::string answer_task(std::string_view line, std::size_t number, const SetAligner& aligner);

// A result line read back.
struct WorkerResult {
  SetRecord record;   // id, reason, facts
  std::string units;  // as a file of JSON lines (docs/formats/jsonl.md)
};

// Throws FormatError, naming `source` and `number`, when the line is no result of a worker; none for an empty
// line.
std::optional<WorkerResult> parse_result(std::string_view line, const std::string& source,
                                         std::size_t number);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_WORKER_PROTOCOL_H_
