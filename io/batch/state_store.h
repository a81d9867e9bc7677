// The memory of a batch: an SQLite database in the output folder.
#ifndef TARAZ_IO_BATCH_STATE_STORE_H_
#define TARAZ_IO_BATCH_STATE_STORE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "io/batch/record.h"

namespace taraz {

// The hash of a file at the time when it had this size and these times.
struct FileMemory {
  std::uint64_t size = 0;
  std::int64_t modified = 0, changed = 0;  // nanoseconds
  std::string hash;

  friend bool operator==(const FileMemory&, const FileMemory&) = default;
};

// What the first pass found out about a set: `beads` as io/batch/first_pass.h writes them, or why it failed.
struct FirstPassRecord {
  std::string inputs, settings, reason, beads;
};

// Not thread-safe. Changes are kept in one transaction until commit(). Throws Error (disk full ...); a
// damaged database is never an error but moved aside and begun anew.
class StateStore {
 public:
  // Opens or makes `path`. Its integrity is checked; a damaged one becomes PATH.damaged.
  explicit StateStore(std::string path);
  ~StateStore();
  StateStore(const StateStore&) = delete;
  StateStore& operator=(const StateStore&) = delete;

  bool was_damaged() const;  // and has been moved aside

  std::map<std::string, SetRecord> records() const;
  void put(const SetRecord& record);
  void remove(const std::string& id);

  std::map<std::string, FileMemory> files() const;
  void put(const std::string& path, const FileMemory& memory);

  // Without the beads.
  std::map<std::string, FirstPassRecord> first_pass() const;
  std::string beads(const std::string& id) const;
  void put(const std::string& id, const FirstPassRecord& record);

  // Small facts: "shard" ...
  std::optional<std::string> note(const std::string& key) const;
  void set_note(const std::string& key, const std::string& value);

  void commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_STATE_STORE_H_
