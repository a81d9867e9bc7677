// The writers behind make_unit_writer(), and what they share. Internal to io/.
#ifndef TARAZ_IO_UNIT_WRITERS_H_
#define TARAZ_IO_UNIT_WRITERS_H_

#include <memory>
#include <string>
#include <vector>

#include "io/unit_writer.h"

namespace taraz {

std::unique_ptr<UnitWriter> make_tsv_writer(Sink sink, UnitWriterOptions options);
std::unique_ptr<UnitWriter> make_tmx_writer(Sink sink, UnitWriterOptions options);
std::unique_ptr<UnitWriter> make_jsonl_writer(Sink sink, UnitWriterOptions options);
std::unique_ptr<UnitWriter> make_beads_writer(Sink sink, UnitWriterOptions options);

// The unit's variants in the order of `languages`, null where it has none; the second variant of a language
// goes to the second column of that language. Throws Error, naming the unit and the language, when one finds
// no place.
std::vector<const Variant*> in_columns(const TranslationUnit& unit, const std::vector<Language>& languages);

// "4", "4-6" (both included), "-" for an empty range, "" for an unknown one.
void append_range(std::string& out, const std::optional<SegmentRange>& range);

// Four decimals, as every format writes numbers.
void append_number(std::string& out, double value);

}  // namespace taraz

#endif  // TARAZ_IO_UNIT_WRITERS_H_
