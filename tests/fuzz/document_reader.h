// What the fuzz targets of the document readers assert: an Error, or blocks of valid, trimmed text, whichever
// side of a bilingual file is asked for.
#ifndef TARAZ_TESTS_FUZZ_DOCUMENT_READER_H_
#define TARAZ_TESTS_FUZZ_DOCUMENT_READER_H_

#include <cstdlib>
#include <string>
#include <string_view>

#include "io/extract/extract.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {

inline void check_document_reader(DocumentFormat format, std::string_view bytes) {
  for (const char* language : {"", "fa"}) {
    ExtractOptions options;
    options.format = format;
    if (*language != '\0') options.language = Language::parse(language);
    options.decode = {.encoding = "UTF-8", .repair = true};  // finding encodings: text_reader_fuzzer
    try {
      extract(Source::of_bytes("input", std::string(bytes)), options, [](TextBlock&& block) {
        if (block.text.empty() || trim(block.text) != block.text || first_invalid_byte(block.text))
          std::abort();
      });
    } catch (const Error&) {
    }
  }
}

}  // namespace taraz

#endif  // TARAZ_TESTS_FUZZ_DOCUMENT_READER_H_
