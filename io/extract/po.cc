// GNU gettext PO: msgid is the source side (English as a rule), msgstr the one that the header's Language
// names. Fuzzy, obsolete and empty entries are left out. Tested by tests/io/extract/line_formats_test.cc.
#include "io/extract/lines_of.h"
#include "io/extract/readers.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// The string between the quotes of a line, escapes undone; appended to `out`.
void append_quoted(std::string& out, std::string_view line, const std::string& name, std::size_t number) {
  const std::size_t open = line.find('"'), close = line.rfind('"');
  if (open == std::string_view::npos || close <= open)
    throw FormatError(name, number, 1, "expected a string in double quotes");
  for (std::size_t i = open + 1; i < close; ++i) {
    if (line[i] != '\\' || i + 1 >= close) {
      out += line[i];
      continue;
    }
    switch (line[++i]) {
      case 'n':
        out += '\n';
        break;
      case 't':
        out += '\t';
        break;
      case 'r':
        break;
      default:
        out += line[i];
    }
  }
}

std::string header_language(const std::string& header) {
  const std::size_t at = header.find("Language:");
  if (at == std::string::npos) return "";
  return std::string(trim(std::string_view(header).substr(at + 9, header.find('\n', at) - at - 9)));
}

}  // namespace

void read_po(std::string_view text, const std::string& name, const Language& language,
             const BlockSink& sink) {
  std::string id, translation, file_language;
  std::string* target = nullptr;
  std::string other;  // msgctxt, msgid_plural, msgstr[1] ...
  bool fuzzy = false, next_fuzzy = false, any = false;
  bool source_side = !language.known() || language.base() == "en";
  const auto finish = [&] {
    if (target == nullptr) return;
    if (id.empty()) {
      file_language = header_language(translation);
      const bool translated = language.known() && Language::is_tag(file_language) &&
                              Language::parse(file_language).base() == language.base();
      if (translated) source_side = false;
      if (language.known() && !translated && !source_side)
        throw FormatError(name, 0, 0,
                          "no side in '" + language.tag() + "'; the header says Language: " +
                              (file_language.empty() ? "nothing" : file_language));
    } else if (!fuzzy) {
      emit_block(sink, BlockKind::paragraph, source_side ? id : translation);
    }
    id.clear();
    translation.clear();
    target = nullptr;
  };
  std::size_t number = 0;
  for (const std::string_view raw : lines_of(text)) {
    const std::string_view line = trim(raw);
    ++number;
    if (line.starts_with("#,")) next_fuzzy = line.find("fuzzy") != std::string_view::npos;
    if (line.empty() || line.starts_with('#')) continue;
    if (line.starts_with("msgid_plural") || line.starts_with("msgctxt")) {
      if (line.starts_with("msgctxt") && target == &translation) finish();
      target = &other;
    } else if (line.starts_with("msgid")) {
      if (!id.empty() || !translation.empty()) finish();
      fuzzy = next_fuzzy;
      next_fuzzy = false;
      target = &id;
      any = true;
    } else if (line.starts_with("msgstr")) {
      target = line.starts_with("msgstr[") && !line.starts_with("msgstr[0]") ? &other : &translation;
    } else if (!line.starts_with('"') || target == nullptr) {
      throw FormatError(name, number, 1, "expected msgid, msgstr or a string in double quotes");
    }
    append_quoted(*target, line, name, number);
  }
  if (!any) throw FormatError(name, 0, 0, "no msgid in it; this is no PO file");
  if (target == &other) target = &translation;
  finish();
}

}  // namespace taraz
