// Any bytes as a container, and as the text inside a good one: few bytes reach the XML through a checksum.
#include "tests/fuzz/document_reader.h"
#include "tests/io/extract/zip_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, unsigned long size) {
  using namespace taraz;
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  check_document_reader(DocumentFormat::epub, bytes);
  check_document_reader(DocumentFormat::epub, zip({{"META-INF/container.xml", "<c><rootfile full-path=\"p.opf\"/></c>"}, {"p.opf", bytes}}));
  check_document_reader(DocumentFormat::epub, zip({{"META-INF/container.xml", "<c><rootfile full-path=\"p.opf\"/></c>"},
                                              {"p.opf", "<p><item id=\"a\" href=\"a.xhtml\"/><itemref idref=\"a\"/></p>"},
                                              {"a.xhtml", bytes}}));
  return 0;
}
