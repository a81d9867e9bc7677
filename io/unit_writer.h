// Writing translation units, one at a time, in any of the formats.
#ifndef TARAZ_IO_UNIT_WRITER_H_
#define TARAZ_IO_UNIT_WRITER_H_

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "corpus/translation_unit.h"
#include "io/sink.h"
#include "io/unit_format.h"

namespace taraz {

struct UnitWriterOptions {
  // Languages of the units in the order of the output: the columns of TSV, the sides of beads. The first is
  // the source language of a TMX; without any, that of the first unit. TSV REQUIRES them.
  std::vector<Language> languages = {};
  // TMX: also units that lack a text, without the empty variant. The other formats always keep them.
  bool incomplete = false;
  // TSV: further columns; properties that are not named here are left out.
  bool documents = false;
  bool ids = false;
  std::vector<std::string> properties = {};
  // TMX header; creation_date as in "20260101T000000Z", empty: none is written.
  std::string creation_date = {};
  std::string tool_version = "0";
};

struct WriteReport {
  std::uint64_t units = 0;       // written
  std::uint64_t incomplete = 0;  // units left out because they lack a text
  std::uint64_t characters = 0;  // characters left out because XML forbids them

  friend bool operator==(const WriteReport&, const WriteReport&) = default;
};

// Not thread-safe. Memory: the unit at hand and a fixed buffer.
class UnitWriter {
 public:
  virtual ~UnitWriter() = default;
  // Throws Error when the output cannot be written, or the unit does not fit the format (a language without a
  // column, beads without segment numbers).
  virtual void write(const TranslationUnit& unit) = 0;
  // Writes what is left and commits the Sink. Call it once, last. Without it no file appears.
  virtual void finish() = 0;
  const WriteReport& report() const { return report_; }

 protected:
  WriteReport report_;
};

std::unique_ptr<UnitWriter> make_unit_writer(UnitFormat format, Sink sink, UnitWriterOptions options);

// One file per pair of options.languages, in that order: OUT.en-fa.tmx for OUT.tmx, each as
// make_unit_writer() would write it with the two variants alone (in TMX, only units that have both texts,
// unless `incomplete`). The files are opened at once. REQUIRES: at least two languages. Throws UsageError
// when path is "-".
std::unique_ptr<UnitWriter> make_pairs_writer(UnitFormat format, const std::string& path,
                                              UnitWriterOptions options);

// "dir/out.en-fa.tmx.gz" for "dir/out.tmx.gz".
std::string pair_path(const std::string& path, const Language& first, const Language& second);

// A bead of an alignment as docs/formats/beads.md says, one line with its line feed. The cost written is -ln
// of its confidence, as convert writes it: Bead::cost of the engine is ln odds before the beads compete, and
// may be negative.
std::string bead_line(const Bead& bead);

// "20260101T000000Z" from the environment's SOURCE_DATE_EPOCH, or else the present.
// Throws Error when the variable is set and is no number of seconds.
std::string creation_date();

}  // namespace taraz

#endif  // TARAZ_IO_UNIT_WRITER_H_
