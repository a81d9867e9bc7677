// Any bytes as the seals of a batch: never an error.
#include <unistd.h>

#include <fstream>
#include <string>

#include "io/batch/seals.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  static const std::string path = "/tmp/taraz_seals_fuzzer_" + std::to_string(::getpid());
  std::ofstream(path, std::ios::binary)
      .write(reinterpret_cast<const char*>(data), static_cast<std::streamsize>(size));
  taraz::read_seals(path);
  return 0;
}
