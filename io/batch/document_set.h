// What a batch works on: sets of documents that are translations of each other.
#ifndef TARAZ_IO_BATCH_DOCUMENT_SET_H_
#define TARAZ_IO_BATCH_DOCUMENT_SET_H_

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "text/language.h"

namespace taraz {

struct InputFile {
  Language language;  // unknown: found out when it is read
  std::string path;

  friend bool operator==(const InputFile&, const InputFile&) = default;
};

struct DocumentSet {
  std::string id;                // names the result; unique in its plan
  std::vector<InputFile> files;  // in the order of the languages of the result
  std::uint64_t bytes = 0;       // of all files, as far as they exist: what the work is ordered by
  std::string problem;           // not empty: it cannot be aligned, and why
};

struct BatchPlan {
  std::vector<DocumentSet> sets;    // by id, bytewise
  std::vector<Language> languages;  // named by the user, in the order of joined results; may be empty
  // Inputs that belong to no set: path and reason, by path.
  std::vector<std::pair<std::string, std::string>> left_out;
};

// Which of `shards` parts a set belongs to, 0-based: by the hash of its id alone. REQUIRES: shards > 0.
std::uint32_t shard_of(const std::string& id, std::uint32_t shards);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_DOCUMENT_SET_H_
