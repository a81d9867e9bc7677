// The file name of a result.
#ifndef TARAZ_IO_BATCH_RESULT_PATH_H_
#define TARAZ_IO_BATCH_RESULT_PATH_H_

#include <string>
#include <string_view>

namespace taraz {

// A relative path below the output folder for the set `id`: "news/1.tsv" for "news/1". Slashes part folders;
// bytes that are unsafe in names (control characters, \ : * ? " < > |, %), and parts that begin with '.' or
// are empty are written %XX; parts too long for a file system end in a hash. Different ids give different
// paths.
std::string result_path(std::string_view id, std::string_view ending);

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_RESULT_PATH_H_
