// Reading translation units, one at a time, from any of the formats, also as other tools write them.
#ifndef TARAZ_IO_UNIT_READER_H_
#define TARAZ_IO_UNIT_READER_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corpus/translation_unit.h"
#include "io/encoding.h"
#include "io/source.h"
#include "io/unit_format.h"

namespace taraz {

struct UnitReaderOptions {
  // The languages of what has none: the columns of a TSV without a header line, the <tuv> of a TMX without
  // xml:lang, the sides of beads, in order.
  std::vector<Language> languages = {};
  DecodeOptions decode = {};
};

// Not thread-safe. Memory: the units of 64 KiB of input, and one unit or line of at most 64 MiB.
class UnitReader {
 public:
  virtual ~UnitReader() = default;
  // The next unit; false after the last. Texts have no outer white space, ids are never empty (the number of
  // the unit where the file has none). Throws FormatError with line and column, and Error as Source::read()
  // does.
  virtual bool next(TranslationUnit& unit) = 0;
  // The source language a TMX names in its header, once next() was called; otherwise unknown.
  virtual Language source_language() const { return {}; }
};

// Without a format it is found by the file's name, or else by its content.
std::unique_ptr<UnitReader> make_unit_reader(std::optional<UnitFormat> format, Source source,
                                             UnitReaderOptions options = {});

// The format of the file's name, or else of its content. Nothing is taken from `source`.
UnitFormat find_unit_format(Source& source);

// The format of a file that starts with `head`: '<' is TMX, '{' JSONL, '[0' or '[]' beads, anything else TSV.
UnitFormat unit_format_by_content(std::string_view head);

}  // namespace taraz

#endif  // TARAZ_IO_UNIT_READER_H_
