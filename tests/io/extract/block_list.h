// Blocks as one comparable line each: "heading: Title".
#ifndef TARAZ_TESTS_IO_EXTRACT_BLOCK_LIST_H_
#define TARAZ_TESTS_IO_EXTRACT_BLOCK_LIST_H_

#include <string>
#include <vector>

#include "io/extract/readers.h"

namespace taraz {

using BlockList = std::vector<std::string>;

template <typename Read>
BlockList blocks_of(Read read) {
  BlockList out;
  read([&](TextBlock&& b) { out.push_back(std::string(name_of(b.kind)) + ": " + b.text); });
  return out;
}

}  // namespace taraz

#endif  // TARAZ_TESTS_IO_EXTRACT_BLOCK_LIST_H_
