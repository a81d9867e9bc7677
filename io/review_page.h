// The review page: one self-contained HTML file in which a person corrects an alignment (docs/review.md).
#ifndef TARAZ_IO_REVIEW_PAGE_H_
#define TARAZ_IO_REVIEW_PAGE_H_

#include <span>
#include <string>
#include <vector>

#include "corpus/translation_unit.h"
#include "io/sink.h"

namespace taraz {

struct ReviewPageOptions {
  std::string title;                // the name of the file, for the reader
  std::vector<Language> languages;  // columns; languages that are not among them follow as they come
  // For the TMX that the page exports, as UnitWriterOptions has them.
  std::string creation_date;
  std::string tool_version = "0";
};

// Writes the page; the Sink is not committed. Nothing in the texts can act as markup or script, and the page
// has a policy that forbids it the network. Its size is the text's plus 14 to 30 bytes a unit and 150 KB.
// Texts, scores (to four decimals), kinds, sources, documents, ids and properties come through unchanged, so
// that the page can write what UnitWriter would.
void write_review_page(std::span<const TranslationUnit> units, const ReviewPageOptions& options, Sink& sink);

// A name of the units' content, 32 hexadecimal digits: equal for the same units as JSONL (scores to four
// decimals). Edits are kept under it.
std::string content_hash(std::span<const TranslationUnit> units);

// The columns of units: `first`, then every further language as it comes; a language twice when a unit has it
// twice.
std::vector<Language> columns_of(std::span<const TranslationUnit> units,
                                 const std::vector<Language>& first = {});

}  // namespace taraz

#endif  // TARAZ_IO_REVIEW_PAGE_H_
