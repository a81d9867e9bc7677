// Any bytes as a container, and as the text inside a good one: few bytes reach the XML through a checksum.
#include "tests/fuzz/document_reader.h"
#include "tests/io/extract/zip_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  using namespace taraz;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_document_reader(DocumentFormat::odt, bytes);
  check_document_reader(DocumentFormat::odt, zip({{"content.xml", bytes}}));
  return 0;
}
