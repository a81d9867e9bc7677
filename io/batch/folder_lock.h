// Only one batch at a time in an output folder.
#ifndef TARAZ_IO_BATCH_FOLDER_LOCK_H_
#define TARAZ_IO_BATCH_FOLDER_LOCK_H_

#include <string>

namespace taraz {

// Holds an exclusive lock (flock) on FOLDER/lock while it lives; the system gives it up when the process ends
// in whatever way. The file says who holds it.
class FolderLock {
 public:
  // Throws Error, naming the holder, when another process has it, and when the file cannot be made. `of`: the
  // folder for messages.
  FolderLock(const std::string& folder, const std::string& of);
  ~FolderLock();
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int file_ = -1;
};

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_FOLDER_LOCK_H_
