// Size, modification and change time tell whether a file may have changed, as in other tools that keep an
// index; a file changed within the last second is not remembered, since a second change might not show in its
// times.
#include "io/batch/input_hashes.h"

#include <sys/stat.h>

#include <algorithm>
#include <ctime>

#include "align/engine/parallel.h"
#include "io/batch/content_hash.h"
#include "io/extract/extract.h"

namespace taraz {
namespace {

constexpr std::int64_t kSecond = 1000000000;
constexpr std::size_t kChunk = 256;

std::int64_t nanoseconds(const timespec& t) { return t.tv_sec * kSecond + t.tv_nsec; }

// Size and times; all 0 when there is no such file.
FileMemory look_at(const std::string& path) {
  struct stat info {};
  if (::stat(path.c_str(), &info) != 0) return {};
  return {static_cast<std::uint64_t>(info.st_size), nanoseconds(info.st_mtim), nanoseconds(info.st_ctim), {}};
}

bool same_times(const FileMemory& a, const FileMemory& b) {
  return a.size == b.size && a.modified == b.modified && a.changed == b.changed;
}

}  // namespace

bool HashedSet::unchanged() const {
  for (std::size_t k = 0; k < files.size(); ++k)
    if (!same_times(look_at(set->files[k].path), files[k])) return false;
  return true;
}

std::vector<HashedSet> hash_inputs(const std::vector<const DocumentSet*>& sets, StateStore& state,
                                   unsigned threads, const std::function<void(std::size_t)>& progress) {
  const auto known = state.files();
  std::vector<HashedSet> out(sets.size());
  timespec clock{};
  ::clock_gettime(CLOCK_REALTIME, &clock);
  const std::int64_t now = nanoseconds(clock);
  for (std::size_t begin = 0; begin < sets.size(); begin += kChunk) {
    const std::size_t size = std::min(kChunk, sets.size() - begin);
    parallel_for(size, threads, [&](std::size_t k) {
      HashedSet& hashed = out[begin + k];
      hashed.set = sets[begin + k];
      ListHash hash;
      hash.add(hashed.set->problem);
      for (const InputFile& file : hashed.set->files) {
        FileMemory memory = look_at(file.path);
        const auto at = known.find(file.path);
        memory.hash = at != known.end() && same_times(at->second, memory) && memory.changed != 0
                          ? at->second.hash
                          : file_hash(file.path);
        hash.add(file.language.tag()).add(name_of(document_format_of(file.path, ""))).add(memory.hash);
        hashed.files.push_back(std::move(memory));
      }
      hashed.inputs = hash.result();
    });
    for (std::size_t k = begin; k < begin + size; ++k)
      for (std::size_t f = 0; f < out[k].files.size(); ++f) {
        const FileMemory& memory = out[k].files[f];
        const std::string& path = sets[k]->files[f].path;
        if (memory.hash.empty() || memory.changed > now - kSecond) continue;
        if (const auto at = known.find(path); at == known.end() || !(at->second == memory))
          state.put(path, memory);
      }
    state.commit();
    progress(begin + size);
  }
  return out;
}

}  // namespace taraz
