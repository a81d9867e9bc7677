// Reading beads: our own, those of vecalign, and gold standards (docs/formats/beads.md).
#ifndef TARAZ_IO_BEAD_READER_H_
#define TARAZ_IO_BEAD_READER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corpus/evaluate.h"
#include "io/line_reader.h"

namespace taraz {

class BeadReader {
 public:
  explicit BeadReader(Source source);

  // The next bead; false after the last. Empty lines and those that start with '#' are skipped.
  // Throws FormatError for a line that is no bead or has another number of sides than the first.
  bool next(BeadIndices& bead);
  // Of the bead last given; nothing when the line has none.
  const std::optional<double>& cost() const { return cost_; }
  std::size_t line() const { return lines_.number(); }
  const std::string& name() const { return lines_.name(); }

 private:
  [[noreturn]] void fail(std::size_t at, const std::string& message) const;
  std::size_t read_side(std::string_view line, std::size_t at, std::vector<std::uint32_t>& side) const;

  LineReader lines_;
  std::optional<double> cost_;
  std::size_t sides_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_IO_BEAD_READER_H_
