#include "tests/fuzz/document_reader.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  taraz::check_document_reader(taraz::DocumentFormat::xliff, {reinterpret_cast<const char*>(data), size});
  return 0;
}
