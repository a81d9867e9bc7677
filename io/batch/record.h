// What a batch remembers of a document set.
#ifndef TARAZ_IO_BATCH_RECORD_H_
#define TARAZ_IO_BATCH_RECORD_H_

#include <cstdint>
#include <string>

namespace taraz {

// How an alignment went, for reports.
struct SetFacts {
  std::string languages;       // "fa ar en"
  std::uint64_t units = 0;     // written
  std::uint64_t segments = 0;  // of all documents
  std::uint64_t matched = 0;   // segments in units that have all languages
  double confidence = 0.0;     // mean over segments: that of their unit, 0 where a language lacks; 0..1

  friend bool operator==(const SetFacts&, const SetFacts&) = default;
};

struct SetRecord {
  std::string id;
  std::string inputs;    // hash of the documents
  std::string settings;  // hash of what else the result depends on
  std::string reason;    // not empty: it failed, and why; then there is no result
  std::string result;    // hash of the file
  std::uint64_t bytes = 0;
  SetFacts facts;

  bool failed() const { return !reason.empty(); }
  friend bool operator==(const SetRecord&, const SetRecord&) = default;
};

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_RECORD_H_
