// An input that is read more than once: a first time to see what it holds, then to work on it.
#ifndef TARAZ_IO_REREADABLE_INPUT_H_
#define TARAZ_IO_REREADABLE_INPUT_H_

#include <iosfwd>
#include <memory>
#include <string>

#include "io/source.h"

namespace taraz {

// A file on disk is opened anew each time. Standard input and pipes are first copied to a temporary file in
// $TMPDIR (or /tmp) that has no name any more and goes when the object does. Not thread-safe.
class RereadableInput {
 public:
  // "-" reads `standard_input`. Throws Error as Source does, and when the copy cannot be written.
  RereadableInput(std::string path, std::istream& standard_input);
  ~RereadableInput();

  // From the start. The Source before must not be used any more. REQUIRES: the object outlives the Source.
  Source open();

 private:
  struct Copy;
  std::string path_;
  std::unique_ptr<Copy> copy_;
};

}  // namespace taraz

#endif  // TARAZ_IO_REREADABLE_INPUT_H_
