// The formats that translation units are kept in.
#ifndef TARAZ_IO_UNIT_FORMAT_H_
#define TARAZ_IO_UNIT_FORMAT_H_

#include <string>
#include <string_view>

namespace taraz {

// docs/formats/{tsv,tmx,jsonl,beads}.md. Beads hold segment numbers only, no text.
enum class UnitFormat { tsv, tmx, jsonl, beads };

std::string_view name_of(UnitFormat format);  // "tsv", "tmx", "jsonl", "beads"

// The format of that name. Throws UsageError, listing the names after `option`, such as "--format".
UnitFormat parse_unit_format(std::string_view name, std::string_view option);

// The format a file's name stands for (`.tsv`, `.tmx`, `.jsonl`, `.beads`, each also with `.gz`); `otherwise`
// when the name says nothing.
UnitFormat unit_format_of(std::string_view path, UnitFormat otherwise);
bool names_unit_format(std::string_view path);

// Names of unit properties: at least four bytes, no language tag, none of the names that the formats use
// themselves. "x-score" for "score"; "x-" is taken off a name that is right without it. Applied twice it changes nothing more.
std::string property_name(std::string_view name);

}  // namespace taraz

#endif  // TARAZ_IO_UNIT_FORMAT_H_
