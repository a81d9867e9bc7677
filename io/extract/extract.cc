// One table of formats: their names, endings and readers.
#include "io/extract/extract.h"

#include <algorithm>
#include <cctype>
#include <utility>

#include "io/extract/lines_of.h"
#include "io/extract/readers.h"
#include "io/unit_reader.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

struct FormatRow {
  DocumentFormat format;
  std::string_view name;
  std::string_view endings;  // separated by spaces
};

constexpr FormatRow kFormats[] = {
    {DocumentFormat::text, "text", "txt"},
    {DocumentFormat::html, "html", "html htm xhtml"},
    {DocumentFormat::docx, "docx", "docx docm"},
    {DocumentFormat::odt, "odt", "odt ott"},
    {DocumentFormat::epub, "epub", "epub"},
    {DocumentFormat::pdf, "pdf", "pdf"},
    {DocumentFormat::subtitles, "subtitles", "srt vtt"},
    {DocumentFormat::markdown, "markdown", "md markdown"},
    {DocumentFormat::xliff, "xliff", "xlf xliff sdlxliff mqxliff"},
    {DocumentFormat::tmx, "tmx", "tmx"},
    {DocumentFormat::tsv, "tsv", "tsv tab"},
    {DocumentFormat::jsonl, "jsonl", "jsonl"},
    {DocumentFormat::csv, "csv", "csv"},
    {DocumentFormat::po, "po", "po pot"},
};

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

bool lists(std::string_view words, std::string_view word) {
  for (std::size_t i = 0; i < words.size();) {
    const std::size_t end = std::min(words.find(' ', i), words.size());
    if (words.substr(i, end - i) == word) return true;
    i = end + 1;
  }
  return false;
}

std::string decoded(Source source, const DecodeOptions& options) {
  return TextReader(std::move(source), options).read_all();
}

template <typename Use>
void for_each_cell(std::string_view line, const Use& use) {
  for (std::size_t end; (end = line.find('\t')) != std::string_view::npos; line.remove_prefix(end + 1))
    use(line.substr(0, end));
  use(line);
}

void read_units(DocumentFormat format, Source source, const ExtractOptions& options, const BlockSink& sink) {
  const std::string name = source.name();
  const UnitFormat units = format == DocumentFormat::tmx   ? UnitFormat::tmx
                           : format == DocumentFormat::tsv ? UnitFormat::tsv
                                                           : UnitFormat::jsonl;
  UnitReaderOptions reading;
  reading.decode = options.decode;
  const auto reader = make_unit_reader(units, std::move(source), reading);
  bool found = !options.language.known();
  std::string seen;
  for (TranslationUnit unit; reader->next(unit);)
    for (const Variant& v : unit.variants) {
      if (options.language.known() ? v.language.base() == options.language.base()
                                   : &v == &unit.variants.front()) {
        found = true;
        emit_block(sink, BlockKind::paragraph, v.text);
      } else if (!found && seen.find(v.language.tag()) == std::string::npos) {
        seen += (seen.empty() ? "" : ", ") + v.language.tag();
      }
    }
  if (!found)
    throw FormatError(
        name, 0, 0,
        "no text in '" + options.language.tag() + "'; the file has " + (seen.empty() ? "none" : seen));
}

// A table in TSV whose header names languages is Taraz's own format; any other is cells.
void read_tsv(Source source, const ExtractOptions& options, const BlockSink& sink) {
  const std::string name = source.name();
  std::string text = decoded(std::move(source), options.decode);
  const std::string_view header = std::string_view(text).substr(0, text.find('\n'));
  bool languages = false;
  for_each_cell(header, [&](std::string_view cell) { languages |= names_language(trim(cell)); });
  if (languages)
    return read_units(DocumentFormat::tsv, Source::of_bytes(name, std::move(text)), options, sink);
  for (const std::string_view line : lines_of(text))
    for_each_cell(line, [&](std::string_view cell) { emit_block(sink, BlockKind::table_cell, cell); });
}

}  // namespace

std::string_view name_of(DocumentFormat format) { return kFormats[static_cast<std::size_t>(format)].name; }

DocumentFormat parse_document_format(std::string_view name) {
  std::string names;
  for (const FormatRow& row : kFormats) {
    if (row.name == name) return row.format;
    names += (names.empty() ? "" : ", ") + std::string(row.name);
  }
  throw UsageError("there is no document format '" + std::string(name) + "'; use one of " + names);
}

DocumentFormat document_format_of(std::string_view path, std::string_view head) {
  std::string name = lower(path);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  if (const std::size_t dot = name.rfind('.');
      dot != std::string::npos && name.find('/', dot) == std::string::npos)
    for (const FormatRow& row : kFormats)
      if (lists(row.endings, std::string_view(name).substr(dot + 1))) return row.format;
  if (head.starts_with("%PDF-")) return DocumentFormat::pdf;
  if (head.starts_with("PK\3\4")) {
    if (head.find("application/epub+zip") != std::string_view::npos) return DocumentFormat::epub;
    return head.find("application/vnd.oasis.opendocument.text") != std::string_view::npos
               ? DocumentFormat::odt
               : DocumentFormat::docx;
  }
  if (head.starts_with("\xEF\xBB\xBF")) head.remove_prefix(3);
  while (!head.empty() && std::isspace(static_cast<unsigned char>(head.front())) != 0) head.remove_prefix(1);
  if (head.starts_with("WEBVTT")) return DocumentFormat::subtitles;
  if (!head.starts_with('<')) return DocumentFormat::text;
  const std::string start = lower(head.substr(0, 1024));
  if (start.find("<tmx") != std::string::npos) return DocumentFormat::tmx;
  if (start.find("<xliff") != std::string::npos) return DocumentFormat::xliff;
  return start.starts_with("<!doctype html") || start.find("<html") != std::string::npos
             ? DocumentFormat::html
             : DocumentFormat::text;
}

DocumentFormat extract(Source source, const ExtractOptions& options, const BlockSink& sink) {
  const std::string name = source.name();
  std::string bytes = source.read_all();
  const DocumentFormat format =
      options.format ? *options.format : document_format_of(name, std::string_view(bytes).substr(0, 4096));
  const auto again = [&] { return Source::of_bytes(name, std::move(bytes)); };
  switch (format) {
    case DocumentFormat::docx:
      read_docx(bytes, name, sink);
      break;
    case DocumentFormat::odt:
      read_odt(bytes, name, sink);
      break;
    case DocumentFormat::epub:
      read_epub(bytes, name, sink);
      break;
    case DocumentFormat::pdf:
      read_pdf(bytes, name, sink);
      break;
    case DocumentFormat::xliff:
      read_xliff(bytes, name, options.language, sink);
      break;
    case DocumentFormat::tsv:
      read_tsv(again(), options, sink);
      break;
    case DocumentFormat::tmx:
    case DocumentFormat::jsonl:
      read_units(format, again(), options, sink);
      break;
    case DocumentFormat::html: {
      DecodeOptions decode = options.decode;
      if (const std::string charset = html_charset(bytes);
          decode.encoding.empty() && is_encoding_name(charset))
        decode.encoding = charset;
      read_html(decoded(again(), decode), name, sink);
      break;
    }
    case DocumentFormat::text:
      emit_block(sink, BlockKind::lines, decoded(again(), options.decode));
      break;
    case DocumentFormat::subtitles:
      read_subtitles(decoded(again(), options.decode), name, sink);
      break;
    case DocumentFormat::markdown:
      read_markdown(decoded(again(), options.decode), name, sink);
      break;
    case DocumentFormat::csv:
      read_csv(decoded(again(), options.decode), name, options.language, sink);
      break;
    case DocumentFormat::po:
      read_po(decoded(again(), options.decode), name, options.language, sink);
      break;
  }
  return format;
}

}  // namespace taraz
