// Tested by tests/cli/segment/*.
#include "io/segment_writer.h"

#include <utility>

#include "io/escapes.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {

SegmentFormat parse_segment_format(std::string_view name) {
  if (name == "text") return SegmentFormat::text;
  if (name == "jsonl") return SegmentFormat::jsonl;
  if (name == "tsv") return SegmentFormat::tsv;
  throw UsageError("--format: there is no format '" + std::string(name) + "'; use text, jsonl or tsv");
}

SegmentFormat segment_format_of(std::string_view path) {
  if (path.ends_with(".gz")) path.remove_suffix(3);
  return path.ends_with(".jsonl") ? SegmentFormat::jsonl
         : path.ends_with(".tsv") ? SegmentFormat::tsv
                                  : SegmentFormat::text;
}

SegmentWriter::SegmentWriter(Sink sink, SegmentFormat format) : sink_(std::move(sink)), format_(format) {
  if (format_ == SegmentFormat::tsv) sink_.write("segment\tparagraph\tkind\ttext\n");
}

void SegmentWriter::write(const Document& block, bool continues) {
  std::uint32_t paragraph_before = 0;
  bool first = true;
  for (std::uint32_t i = 0; i < block.size(); ++i) {
    const Segment& s = block.segments()[i];
    const bool begins = first ? !continues || paragraphs_ == 0 : s.paragraph != paragraph_before;
    first = false;
    paragraph_before = s.paragraph;
    paragraphs_ += begins;
    const std::string text = on_one_line(block.text(i));
    line_.clear();
    switch (format_) {
      case SegmentFormat::text:
        if (begins && segments_ > 0) line_ += '\n';
        line_ += text;
        break;
      case SegmentFormat::jsonl:
        line_ += "{\"segment\":" + std::to_string(segments_) +
                 ",\"paragraph\":" + std::to_string(paragraphs_ - 1) + ",\"kind\":";
        append_json_string(line_, name_of(s.kind));
        append_json_string(line_ += ",\"text\":", text);
        line_ += '}';
        break;
      case SegmentFormat::tsv:
        line_ += std::to_string(segments_) + '\t' + std::to_string(paragraphs_ - 1) + '\t';
        append_tsv_cell((line_ += name_of(s.kind)) += '\t', text);
        break;
    }
    sink_.write(line_ += '\n');
    ++segments_;
  }
}

void SegmentWriter::finish() { sink_.commit(); }

}  // namespace taraz
