// Results on their way to the disk, several at once: each appears whole under its name or not at all.
#ifndef TARAZ_IO_BATCH_RESULT_FILES_H_
#define TARAZ_IO_BATCH_RESULT_FILES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taraz {

// Throws Error (disk full, no rights) from every member; what was committed stays. Not thread-safe.
class ResultFiles {
 public:
  // `temporary`: an empty folder of its own on the file system of `folder`; what a dead process left in it is
  // removed.
  ResultFiles(std::string folder, std::string temporary);
  // Under a temporary name. `path` is relative to the folder; folders on the way are made.
  void write(const std::string& path, std::string_view bytes);
  // Waits until all written files are on the disk, gives them their names, and waits for these. Returns the
  // paths that cannot be (a folder has that name ...), each with a message; those files are gone.
  std::vector<std::pair<std::string, std::string>> commit();
  // Forgets and removes what was written since the last commit.
  void discard();

 private:
  struct Pending {
    int file;
    std::string path, temporary, target;
  };
  [[noreturn]] void fail(const std::string& path, int code);
  std::string folder_, temporary_;
  std::vector<Pending> pending_;
  std::size_t count_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_RESULT_FILES_H_
