// The readers behind make_unit_reader(), and what they share. Internal to io/.
#ifndef TARAZ_IO_UNIT_READERS_H_
#define TARAZ_IO_UNIT_READERS_H_

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "io/unit_reader.h"

namespace taraz {

std::unique_ptr<UnitReader> make_tsv_reader(Source source, UnitReaderOptions options);
std::unique_ptr<UnitReader> make_tmx_reader(Source source, UnitReaderOptions options);
std::unique_ptr<UnitReader> make_jsonl_reader(Source source, UnitReaderOptions options);
std::unique_ptr<UnitReader> make_beads_unit_reader(Source source, UnitReaderOptions options);

// A confidence, 0..1, or nothing.
std::optional<double> parse_score(std::string_view text);

// "4" or "4-6" (both included); "-" is the empty range at `next`. Nothing when it is none of these.
std::optional<SegmentRange> parse_range(std::string_view text, std::uint32_t next);

// Appends a property; the values of one name are joined by " | ".
void add_property(TranslationUnit& unit, std::string name, std::string_view value);

}  // namespace taraz

#endif  // TARAZ_IO_UNIT_READERS_H_
