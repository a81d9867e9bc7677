// Any document file as text blocks: finds the format, decodes, reads.
#ifndef TARAZ_IO_EXTRACT_EXTRACT_H_
#define TARAZ_IO_EXTRACT_EXTRACT_H_

#include <optional>
#include <string>
#include <string_view>

#include "io/encoding.h"
#include "io/extract/text_block.h"
#include "io/source.h"
#include "text/language.h"

namespace taraz {

enum class DocumentFormat {
  text,
  html,
  docx,
  odt,
  epub,
  pdf,
  subtitles,
  markdown,
  xliff,
  tmx,
  tsv,
  jsonl,
  csv,
  po
};

std::string_view name_of(DocumentFormat format);              // "text", "html" ...
DocumentFormat parse_document_format(std::string_view name);  // throws UsageError that lists the names

// By the name's ending (also before ".gz"), or else by the first bytes; text when nothing else fits.
DocumentFormat document_format_of(std::string_view path, std::string_view head);

struct ExtractOptions {
  std::optional<DocumentFormat> format;  // found when not given
  Language language;                     // which side of a bilingual file; unknown: the first or source side
  DecodeOptions decode = {};             // of formats that do not name their encoding
};

// Hands the blocks of `source` to `sink` in order and gives the format it found. The whole file is in memory,
// and its text once more. Throws FormatError for a file that is not of its format, Error as Source::read()
// does.
DocumentFormat extract(Source source, const ExtractOptions& options, const BlockSink& sink);

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_EXTRACT_H_
