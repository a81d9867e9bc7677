// Readers of document formats: bytes in, text blocks out. Each takes the whole file in memory.
// All throw FormatError (with the file's name) for bytes that are not of the format; none loads anything from
// elsewhere. Output is deterministic; calls are thread-safe.
#ifndef TARAZ_IO_EXTRACT_READERS_H_
#define TARAZ_IO_EXTRACT_READERS_H_

#include <string>
#include <string_view>

#include "io/extract/text_block.h"
#include "text/language.h"

namespace taraz {

// HTML 4 and 5. The main text: of <main> or <article> where there is one, else of <body>; navigation, forms
// and scripts are left out, blocks that are mostly links come as boilerplate. REQUIRES: valid UTF-8 (see
// html_charset).
void read_html(std::string_view text, const std::string& name, const BlockSink& sink);
// The charset that a byte order mark or a <meta> in the first 4096 bytes names, lower-case; empty when none.
std::string html_charset(std::string_view bytes);

// Office Open XML (ECMA-376), OpenDocument 1.2 and EPUB 2 and 3: body text in order; deleted text, comments
// and field codes are left out; notes follow the paragraph that calls them (ODT) or the body (DOCX).
void read_docx(std::string_view bytes, const std::string& name, const BlockSink& sink);
void read_odt(std::string_view bytes, const std::string& name, const BlockSink& sink);
void read_epub(std::string_view bytes, const std::string& name, const BlockSink& sink);

// PDF by poppler: one block of lines a page. Throws Error when this build has no PDF (has_pdf()).
void read_pdf(std::string_view bytes, const std::string& name, const BlockSink& sink);
bool has_pdf();

// SubRip and WebVTT: cues without numbers, times and tags; cues are joined up to the end of a sentence.
// REQUIRES (and for all below): valid UTF-8.
void read_subtitles(std::string_view text, const std::string& name, const BlockSink& sink);
// CommonMark as people write it: headings, lists, quotes; links and emphasis as their text; code and HTML
// left out.
void read_markdown(std::string_view text, const std::string& name, const BlockSink& sink);

// Bilingual files. `language` chooses the side (by primary subtag); unknown: the source side.
// Throws FormatError naming the languages of the file when it has not this one.
void read_xliff(std::string_view bytes, const std::string& name, const Language& language,
                const BlockSink& sink);  // 1.2, 2.0
void read_po(std::string_view text, const std::string& name, const Language& language, const BlockSink& sink);
// CSV (RFC 4180, comma or semicolon) with a header line; a column whose header is a language tag, or else
// all.
void read_csv(std::string_view text, const std::string& name, const Language& language,
              const BlockSink& sink);
// Whether a cell of a header line names a language. Many short words are tags by form ("two", "key"), so only
// two-letter codes and the longer ones that Taraz itself knows count, and "id" is a number's column.
bool names_language(std::string_view cell);

}  // namespace taraz

#endif  // TARAZ_IO_EXTRACT_READERS_H_
