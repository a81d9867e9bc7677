// Glossaries as files: TBX for tools, TSV and CSV for people.
#ifndef TARAZ_IO_GLOSSARY_FILE_H_
#define TARAZ_IO_GLOSSARY_FILE_H_

#include <string>
#include <string_view>
#include <vector>

#include "corpus/glossary/concept.h"
#include "io/sink.h"
#include "io/source.h"

namespace taraz {

enum class GlossaryFormat {
  tbx,   // TBX-Basic version 2 (martif): what OmegaT and translate-toolkit read
  tbx3,  // TBX-Basic version 3 (ISO 30042:2019), DCA style
  tsv,  // a column per language, then kind, units, documents, confidence, a column variants.LANG per language
        // (acronyms first; "; " between), context, note; header line
  omegat,  // source, target, comment; no header; one pair of languages; acronyms have lines of their own
  csv,     // as tsv, RFC 4180, for memoQ and spreadsheets
};
std::string_view name_of(GlossaryFormat format);
GlossaryFormat parse_glossary_format(std::string_view name);  // throws UsageError that lists the names
GlossaryFormat glossary_format_of(std::string_view path);     // .tbx .csv .utf8 .txt; tsv otherwise

struct GlossaryWriteOptions {
  std::vector<Language> languages;  // columns, and the pair of omegat (its first two)
  bool contexts = true;
};

// Writes and commits. Characters that XML forbids are left out of TBX; tabs and line breaks become spaces in
// tables.
void write_glossary(Sink sink, GlossaryFormat format, const std::vector<Concept>& concepts,
                    const GlossaryWriteOptions& options);

// Reads any of the formats back (also a TSV whose columns are languages only, or, with `languages`, one
// without header line). Concepts come with their ids, kinds and numbers where the file has them. Throws
// FormatError.
std::vector<Concept> read_glossary(Source source, const std::vector<Language>& languages);

}  // namespace taraz

#endif  // TARAZ_IO_GLOSSARY_FILE_H_
