// Segments of a document, written one a line.
#ifndef TARAZ_IO_SEGMENT_WRITER_H_
#define TARAZ_IO_SEGMENT_WRITER_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "io/sink.h"
#include "text/document.h"

namespace taraz {

// docs/formats/segments.md. text: a segment a line, an empty line between paragraphs.
enum class SegmentFormat { text, jsonl, tsv };

// Throws UsageError, listing the names.
SegmentFormat parse_segment_format(std::string_view name);
// By the file's name, `.jsonl` and `.tsv`, each also with `.gz`; text otherwise.
SegmentFormat segment_format_of(std::string_view path);

// Writes the segments of a text that comes in blocks; numbers go on from block to block. Not thread-safe.
class SegmentWriter {
 public:
  SegmentWriter(Sink sink, SegmentFormat format);
  // The segments of the next block. `continues`: its first paragraph is the end of the last one written.
  void write(const Document& block, bool continues);
  // Commits the Sink. Call it once, last.
  void finish();

 private:
  Sink sink_;
  SegmentFormat format_;
  std::string line_;
  std::uint64_t segments_ = 0;
  std::uint64_t paragraphs_ = 0;
};

}  // namespace taraz

#endif  // TARAZ_IO_SEGMENT_WRITER_H_
