// Tested by tests/io/batch/output_folder_test.cc and the kill loop tests/cli/batch_kills.sh.
#include "io/batch/output_folder.h"

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <utility>

#include "io/batch/content_hash.h"
#include "io/batch/result_path.h"
#include "text/error.h"

namespace taraz {
namespace fs = std::filesystem;

OutputFolder::OutputFolder(std::string folder, std::string ending)
    : folder_(std::move(folder)), hidden_(folder_ + "/.taraz"), ending_(std::move(ending)) {
  std::error_code error;
  fs::create_directories(hidden_ + "/lexicon", error);
  if (error) throw Error(folder_ + ": cannot make the output folder: " + error.message());
  lock_ = std::make_unique<FolderLock>(hidden_, folder_);
  files_ = std::make_unique<ResultFiles>(folder_, hidden_ + "/tmp");
  state_ = std::make_unique<StateStore>(hidden_ + "/state.sqlite");
  if (ending_.empty()) ending_ = "." + state_->note("format").value_or("tsv");
  seals_ = read_seals(hidden_ + "/seals.tsv");
  records_ = state_->records();
  reconcile();
  // A file of many dead lines is written anew.
  if (seals_.lines > 1000 && seals_.lines > 3 * (records_.size() + seals_.lexicons.size())) {
    const std::string fresh = hidden_ + "/tmp/seals.tsv";
    {
      SealWriter writer(fresh);
      for (const auto& [key, seal] : seals_.lexicons) writer.add(seal);
      for (const auto& [id, record] : records_)
        if (!record.failed()) writer.add(record);
      writer.flush();
    }
    fs::rename(fresh, hidden_ + "/seals.tsv", error);
  }
  sealing_ = std::make_unique<SealWriter>(hidden_ + "/seals.tsv");
}

// What the seals know and the database does not: it was lost or is behind.
void OutputFolder::reconcile() {
  for (const auto& [id, seal] : seals_.results) {
    const auto at = records_.find(id);
    if (at != records_.end() && at->second == seal) continue;
    // A failure is remembered in the database alone; of the same documents a result is what came later.
    if (at != records_.end() && at->second.failed() &&
        (at->second.inputs != seal.inputs || at->second.settings != seal.settings))
      continue;
    if (!has_result(seal)) continue;
    records_[id] = seal;
    state_->put(seal);
  }
  state_->commit();
}

std::string OutputFolder::path_of(const std::string& id) const {
  return folder_ + "/" + result_path(id, ending_);
}

bool OutputFolder::has_result(const SetRecord& record) const {
  struct stat info {};
  const std::string path = path_of(record.id);
  return !record.failed() && ::stat(path.c_str(), &info) == 0 && S_ISREG(info.st_mode) &&
         static_cast<std::uint64_t>(info.st_size) == record.bytes && file_hash(path) == record.result;
}

void OutputFolder::remove_result(const SetRecord& record) {
  if (has_result(record)) ::unlink(path_of(record.id).c_str());
}

std::vector<SetRecord> OutputFolder::keep(std::vector<Finished> finished) {
  std::vector<SetRecord> out;
  try {
    for (Finished& f : finished) {
      if (f.record.failed()) continue;
      f.record.result = content_hash(f.bytes);
      f.record.bytes = f.bytes.size();
      files_->write(result_path(f.record.id, ending_), f.bytes);
    }
    for (const auto& [path, message] : files_->commit())
      for (Finished& f : finished)
        if (!f.record.failed() && result_path(f.record.id, ending_) == path) f.record.reason = message;
  } catch (...) {
    files_->discard();
    throw;
  }
  for (Finished& f : finished) {
    SetRecord& record = f.record;
    if (record.failed()) {
      record.result.clear();
      record.bytes = 0;
      if (const auto old = records_.find(record.id); old != records_.end()) remove_result(old->second);
    } else {
      sealing_->add(record);
    }
    records_[record.id] = record;
    state_->put(record);
    out.push_back(record);
  }
  sealing_->flush();
  state_->commit();
  return out;
}

void OutputFolder::forget(const std::string& id) {
  const auto at = records_.find(id);
  if (at == records_.end()) return;
  remove_result(at->second);
  state_->remove(id);
  state_->commit();
  records_.erase(at);
}

std::string OutputFolder::lexicon_path(const std::string& name) const {
  return hidden_ + "/lexicon/" + name + ".bin";
}

void OutputFolder::keep_lexicons(const std::string& key,
                                 const std::vector<std::pair<std::string, std::string>>& name_and_bytes) {
  LexiconSeal seal{key, {}};
  for (const auto& [name, bytes] : name_and_bytes) {
    files_->write(".taraz/lexicon/" + name + ".bin", bytes);
    seal.files.emplace_back(name, content_hash(bytes));
  }
  if (const auto refused = files_->commit(); !refused.empty()) throw Error(refused[0].second);
  if (seal.files.empty()) seal.files.emplace_back("", "");  // nothing was learned, and that is known
  sealing_->add(seal);
  sealing_->flush();
  seals_.lexicons[key] = seal;
}

void OutputFolder::invalidate_lexicons(const std::string& key) {
  sealing_->add(LexiconSeal{key, {}});
  sealing_->flush();
  seals_.lexicons.erase(key);
}

}  // namespace taraz
