// SubRip and WebVTT. A cue is a time line and the text lines below it; numbers, NOTE and STYLE blocks and
// tags go. Cues are cut by time, not by sentence, so the text of cues is joined until one ends a sentence.
// Tested by tests/io/extract/line_formats_test.cc.
#include <utility>

#include "io/extract/lines_of.h"
#include "io/extract/readers.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

bool is_time_line(std::string_view line) {
  return line.find("-->") != std::string_view::npos && line.find(':') < line.find("-->");
}

// Without <i>, <c.yellow>, <00:01.000> and {\an8}.
std::string without_tags(std::string_view line) {
  std::string out;
  for (std::size_t i = 0; i < line.size();) {
    const bool angle = line[i] == '<', brace = line.substr(i, 2) == "{\\";
    const std::size_t close = angle ? line.find('>', i) : brace ? line.find('}', i) : std::string_view::npos;
    if (close != std::string_view::npos) {
      i = close + 1;
    } else {
      out += line[i++];
    }
  }
  for (const auto& [entity, c] : {std::pair{"&amp;", "&"},
                                  {"&lt;", "<"},
                                  {"&gt;", ">"},
                                  {"&nbsp;", "\xC2\xA0"},
                                  {"&lrm;", "\xE2\x80\x8E"},
                                  {"&rlm;", "\xE2\x80\x8F"}})
    for (std::size_t at = 0; (at = out.find(entity, at)) != std::string::npos;) {
      out.replace(at, std::string_view(entity).size(), c);
      at += std::string_view(c).size();
    }
  return out;
}

bool ends_sentence(std::string_view text) {
  text = trim(text);
  while (!text.empty()) {
    std::size_t i = text.size();
    const char32_t c = previous_code_point(text, i);
    if (c == '"' || c == '\'' || c == 0xBB || c == 0x201D || c == 0x2019 || c == ')' || c == ']') {
      text = text.substr(0, i);
      continue;
    }
    return c == '.' || c == '!' || c == '?' || c == 0x061F || c == 0x06D4 || c == 0x2026 || c == 0x3002 ||
           c == 0x266A;
  }
  return false;
}

}  // namespace

void read_subtitles(std::string_view text, const std::string& name, const BlockSink& sink) {
  std::string sentence;
  bool in_cue = false, any = false;
  for (const std::string_view raw : lines_of(text)) {
    const std::string_view line = trim(raw);
    if (is_time_line(line)) {
      in_cue = any = true;
    } else if (line.empty()) {
      in_cue = false;
      if (ends_sentence(sentence)) {
        emit_block(sink, BlockKind::paragraph, sentence);
        sentence.clear();
      }
    } else if (in_cue) {
      const std::string plain = without_tags(line);
      if (trim(plain).empty()) continue;
      const bool speaker = line.starts_with("- ") || line.starts_with("-\xE2\x80\x8E");  // a dialogue turn
      if (speaker) {
        emit_block(sink, BlockKind::paragraph, sentence);
        sentence.clear();
      }
      if (!sentence.empty()) sentence += ' ';
      sentence += trim(plain);
    }
  }
  if (!any) throw FormatError(name, 0, 0, "no subtitle times ('00:01:02,000 --> 00:01:04,000') in it");
  emit_block(sink, BlockKind::paragraph, sentence);
}

}  // namespace taraz
