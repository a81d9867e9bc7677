// Write-ahead log, synchronous=NORMAL: a crash of the machine may lose the last transactions but never the
// database; what is lost is found again in the seals (seals.h). Tested by tests/io/batch/state_store_test.cc.
#include "io/batch/state_store.h"

#include <sqlite3.h>
#include <unistd.h>

#include <cstdio>
#include <string_view>

#include "text/error.h"

namespace taraz {
namespace {

constexpr int kSchema = 1;

constexpr const char* kTables =
    "CREATE TABLE sets(id TEXT PRIMARY KEY, inputs TEXT, settings TEXT, reason TEXT, result TEXT, bytes "
    "INTEGER,"
    " languages TEXT, units INTEGER, segments INTEGER, matched INTEGER, confidence REAL) WITHOUT ROWID;"
    "CREATE TABLE files(path TEXT PRIMARY KEY, size INTEGER, modified INTEGER, changed INTEGER, hash TEXT) "
    "WITHOUT ROWID;"
    "CREATE TABLE first_pass(id TEXT PRIMARY KEY, inputs TEXT, settings TEXT, reason TEXT, beads TEXT);"
    "CREATE TABLE notes(key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
    "PRAGMA user_version=1;";

struct Damaged {};

Error trouble(const std::string& path, sqlite3* database, int code) {
  const std::string why = database != nullptr ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  const bool full = (code & 0xFF) == SQLITE_IOERR || (code & 0xFF) == SQLITE_FULL;
  return Error(path + ": cannot write the state of the batch: " + why +
               (full ? "; is the disk full? Free some space and start again, what is done is kept"
                     : "; mend that and start again, what is done is kept"));
}

bool is_damage(int code) { return (code & 0xFF) == SQLITE_CORRUPT || (code & 0xFF) == SQLITE_NOTADB; }

}  // namespace

struct StateStore::State {
  std::string path;
  sqlite3* database = nullptr;
  bool damaged = false;
  bool in_transaction = false;

  ~State() { close(); }
  void close() {
    sqlite3_close_v2(database);
    database = nullptr;
  }

  void check(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    if (is_damage(code)) throw Damaged{};
    throw trouble(path, database, code);
  }
  void run(const char* sql) { check(sqlite3_exec(database, sql, nullptr, nullptr, nullptr)); }

  void open() {
    check(sqlite3_open_v2(path.c_str(), &database,
                          SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr));
    sqlite3_extended_result_codes(database, 1);
    sqlite3_busy_timeout(database, 10000);
    run("PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-16000;");
    std::string verdict;
    check(sqlite3_exec(
        database, "PRAGMA integrity_check(1)",
        [](void* out, int, char** values, char**) {
          *static_cast<std::string*>(out) = values[0] != nullptr ? values[0] : "";
          return 0;
        },
        &verdict, nullptr));
    if (verdict != "ok") throw Damaged{};
    int version = 0;
    check(sqlite3_exec(
        database, "PRAGMA user_version",
        [](void* out, int, char** values, char**) {
          *static_cast<int*>(out) = std::atoi(values[0]);
          return 0;
        },
        &version, nullptr));
    if (version == 0) {
      run("BEGIN IMMEDIATE");
      run(kTables);
      run("COMMIT");
    } else if (version != kSchema) {
      throw Damaged{};  // of another version of this program
    }
    // A table or column that lacks is damage too.
    run("SELECT id,inputs,settings,reason,result,bytes,languages,units,segments,matched,confidence FROM sets "
        "LIMIT 1;"
        "SELECT path,size,modified,changed,hash FROM files LIMIT 1;"
        "SELECT id,inputs,settings,reason,beads FROM first_pass LIMIT 1; SELECT key,value FROM notes LIMIT "
        "1;");
  }

  void begin() {
    if (in_transaction) return;
    run("BEGIN IMMEDIATE");
    in_transaction = true;
  }
};

namespace {

// One prepared statement; finalised with the object.
class Statement {
 public:
  Statement(sqlite3* database, const std::string& path, const char* sql) : path_(path), database_(database) {
    check(sqlite3_prepare_v2(database, sql, -1, &statement_, nullptr));
  }
  ~Statement() { sqlite3_finalize(statement_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  Statement& bind(std::string_view text) {
    check(sqlite3_bind_text64(statement_, ++bound_, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
  }
  Statement& bind(std::int64_t number) {
    check(sqlite3_bind_int64(statement_, ++bound_, number));
    return *this;
  }
  Statement& bind(std::uint64_t number) { return bind(static_cast<std::int64_t>(number)); }
  Statement& bind(double number) {
    check(sqlite3_bind_double(statement_, ++bound_, number));
    return *this;
  }
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code != SQLITE_ROW) check(code);
    return code == SQLITE_ROW;
  }
  std::string text(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr
               ? std::string()
               : std::string(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
  }
  std::int64_t number(int column) const { return sqlite3_column_int64(statement_, column); }
  double real(int column) const { return sqlite3_column_double(statement_, column); }

 private:
  void check(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE) return;
    throw trouble(path_, database_, code);
  }
  std::string path_;
  sqlite3* database_;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

}  // namespace

StateStore::StateStore(std::string path) : state_(std::make_unique<State>()) {
  state_->path = std::move(path);
  const std::string& file = state_->path;
  try {
    state_->open();
  } catch (const Damaged&) {
    state_->close();
    state_->damaged = true;
    // The log belongs to the damaged file: with another one it would do harm.
    ::unlink((file + "-wal").c_str());
    ::unlink((file + "-shm").c_str());
    if (std::rename(file.c_str(), (file + ".damaged").c_str()) != 0)
      throw Error(file + ": damaged, and cannot be moved aside; remove it and start again");
    try {
      state_->open();
    } catch (const Damaged&) {
      throw Error(file + ": a new database is damaged at once; is the disk broken?");
    }
  }
}
StateStore::~StateStore() = default;

bool StateStore::was_damaged() const { return state_->damaged; }

std::map<std::string, SetRecord> StateStore::records() const {
  Statement s(
      state_->database, state_->path,
      "SELECT id,inputs,settings,reason,result,bytes,languages,units,segments,matched,confidence FROM sets");
  std::map<std::string, SetRecord> out;
  while (s.step()) {
    SetRecord r{
        s.text(0), s.text(1), s.text(2), s.text(3), s.text(4), static_cast<std::uint64_t>(s.number(5)), {}};
    r.facts = {s.text(6), static_cast<std::uint64_t>(s.number(7)), static_cast<std::uint64_t>(s.number(8)),
               static_cast<std::uint64_t>(s.number(9)), s.real(10)};
    out.emplace(r.id, std::move(r));
  }
  return out;
}

void StateStore::put(const SetRecord& r) {
  state_->begin();
  Statement(state_->database, state_->path, "INSERT OR REPLACE INTO sets VALUES(?,?,?,?,?,?,?,?,?,?,?)")
      .bind(r.id)
      .bind(r.inputs)
      .bind(r.settings)
      .bind(r.reason)
      .bind(r.result)
      .bind(r.bytes)
      .bind(r.facts.languages)
      .bind(r.facts.units)
      .bind(r.facts.segments)
      .bind(r.facts.matched)
      .bind(r.facts.confidence)
      .step();
}

void StateStore::remove(const std::string& id) {
  state_->begin();
  Statement(state_->database, state_->path, "DELETE FROM sets WHERE id=?").bind(id).step();
  Statement(state_->database, state_->path, "DELETE FROM first_pass WHERE id=?").bind(id).step();
}

std::map<std::string, FileMemory> StateStore::files() const {
  Statement s(state_->database, state_->path, "SELECT path,size,modified,changed,hash FROM files");
  std::map<std::string, FileMemory> out;
  while (s.step())
    out.emplace(s.text(0),
                FileMemory{static_cast<std::uint64_t>(s.number(1)), s.number(2), s.number(3), s.text(4)});
  return out;
}

void StateStore::put(const std::string& path, const FileMemory& m) {
  state_->begin();
  Statement(state_->database, state_->path, "INSERT OR REPLACE INTO files VALUES(?,?,?,?,?)")
      .bind(path)
      .bind(m.size)
      .bind(m.modified)
      .bind(m.changed)
      .bind(m.hash)
      .step();
}

std::map<std::string, FirstPassRecord> StateStore::first_pass() const {
  Statement s(state_->database, state_->path, "SELECT id,inputs,settings,reason FROM first_pass");
  std::map<std::string, FirstPassRecord> out;
  while (s.step()) out.emplace(s.text(0), FirstPassRecord{s.text(1), s.text(2), s.text(3), {}});
  return out;
}

std::string StateStore::beads(const std::string& id) const {
  Statement s(state_->database, state_->path, "SELECT beads FROM first_pass WHERE id=?");
  s.bind(id);
  return s.step() ? s.text(0) : std::string();
}

void StateStore::put(const std::string& id, const FirstPassRecord& r) {
  state_->begin();
  Statement(state_->database, state_->path, "INSERT OR REPLACE INTO first_pass VALUES(?,?,?,?,?)")
      .bind(id)
      .bind(r.inputs)
      .bind(r.settings)
      .bind(r.reason)
      .bind(r.beads)
      .step();
}

std::optional<std::string> StateStore::note(const std::string& key) const {
  Statement s(state_->database, state_->path, "SELECT value FROM notes WHERE key=?");
  s.bind(key);
  if (!s.step()) return std::nullopt;
  return s.text(0);
}

void StateStore::set_note(const std::string& key, const std::string& value) {
  state_->begin();
  Statement(state_->database, state_->path, "INSERT OR REPLACE INTO notes VALUES(?,?)")
      .bind(key)
      .bind(value)
      .step();
}

void StateStore::commit() {
  if (!state_->in_transaction) return;
  Statement(state_->database, state_->path, "COMMIT").step();
  state_->in_transaction = false;
}

}  // namespace taraz
