// A second memory beside the database: one line per finished result, so that a lost database costs nothing.
#ifndef TARAZ_IO_BATCH_SEALS_H_
#define TARAZ_IO_BATCH_SEALS_H_

#include <map>
#include <string>
#include <vector>

#include "io/batch/record.h"

namespace taraz {

// A lexicon learned: what from, which file, and the hash of its bytes.
struct LexiconSeal {
  std::string key;
  std::vector<std::pair<std::string, std::string>> files;  // name in the folder of lexicons, hash
};

struct Seals {
  std::map<std::string, SetRecord> results;     // the last of each id
  std::map<std::string, LexiconSeal> lexicons;  // the last of each key
  std::size_t lines = 0;
};

// Reads a file of seals. Every line ends with the hash of the rest of it; lines that do not (torn by a crash,
// damaged) are left out. A missing file: no seals.
Seals read_seals(const std::string& path);

// Appends lines and keeps the file open. Not thread-safe. Throws Error when it cannot write.
class SealWriter {
 public:
  explicit SealWriter(std::string path);
  ~SealWriter();
  SealWriter(const SealWriter&) = delete;
  SealWriter& operator=(const SealWriter&) = delete;
  void add(const SetRecord& record);
  void add(const LexiconSeal& seal);
  // Writes what was added in one piece and waits until it is on the disk.
  void flush();

 private:
  void add_line(const std::vector<std::string>& cells);
  std::string path_;
  std::string pending_;
  int file_ = -1;
};

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_SEALS_H_
