// WordprocessingML: w:p is a block; its style, looked up in word/styles.xml, or its outline level makes it a
// heading, w:numPr a list item, an enclosing w:tc a table cell. Tested by tests/io/extract/office_test.cc.
#include <cctype>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "io/extract/archive_files.h"
#include "io/extract/readers.h"
#include "io/extract/xml_pull.h"
#include "text/error.h"

namespace taraz {
namespace {

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

// What a style's name says; nothing when it says nothing.
std::optional<BlockKind> kind_of_style(const std::string& name) {
  if (name.starts_with("heading") || name == "title" || name == "subtitle") return BlockKind::heading;
  if (name.starts_with("list")) return BlockKind::list_item;
  if (name == "caption") return BlockKind::caption;
  return std::nullopt;
}

// Style ids are localised ("Titre1"), style names are not ("heading 1"). A style is what the one it is based
// on is.
std::map<std::string, BlockKind> kinds_of_styles(const std::string& xml, const std::string& name) {
  std::map<std::string, BlockKind> out;
  std::map<std::string, std::string> based_on;
  XmlPull pull(xml, name);
  std::string id;
  for (auto event = pull.next(); event != XmlPull::Event::end; event = pull.next()) {
    if (event != XmlPull::Event::open) continue;
    if (pull.element() == "style") id = pull.attribute("styleId");
    if (id.empty()) continue;
    if (pull.element() == "outlineLvl" && pull.attribute("val") != "9")
      out[id] = BlockKind::heading;  // 9: body text
    if (pull.element() == "basedOn") based_on[id] = pull.attribute("val");
    if (pull.element() == "name")
      if (const auto kind = kind_of_style(lower(pull.attribute("val")))) out[id] = *kind;
  }
  for (const auto& [style, first] : based_on) {
    std::string base = first;
    for (int depth = 0; depth < 20 && !out.contains(style); ++depth) {
      if (const auto it = out.find(base); it != out.end()) out[style] = it->second;
      const auto next = based_on.find(base);
      if (next == based_on.end()) break;
      base = next->second;
    }
  }
  return out;
}

void read_part(const std::string& xml, const std::string& name,
               const std::map<std::string, BlockKind>& styles, const BlockSink& sink) {
  XmlPull pull(xml, name);
  struct Paragraph {
    std::string text;
    BlockKind kind;
  };
  std::vector<Paragraph> open;  // a text box is a paragraph inside a paragraph
  int cells = 0;
  bool in_text = false;
  for (auto event = pull.next(); event != XmlPull::Event::end; event = pull.next()) {
    if (event == XmlPull::Event::text) {
      if (in_text && !open.empty()) open.back().text += pull.text();
      continue;
    }
    const std::string_view element = pull.element();
    if (event == XmlPull::Event::close) {
      if (element == "t") in_text = false;
      if (element == "tc") --cells;
      if (element == "p" && !open.empty()) {
        Paragraph done = std::move(open.back());
        open.pop_back();
        emit_block(sink, done.kind, done.text);
      }
      continue;
    }
    if (element == "del" || element == "moveFrom" || element == "instrText" || element == "Fallback") {
      pull.skip();
    } else if (element == "tc") {
      ++cells;
    } else if (element == "p") {
      open.push_back({"", cells > 0 ? BlockKind::table_cell : BlockKind::paragraph});
    } else if (!open.empty()) {
      Paragraph& p = open.back();
      if (element == "t") in_text = true;
      if (element == "tab") p.text += '\t';
      if (element == "br" || element == "cr") p.text += '\n';
      if (element == "noBreakHyphen") p.text += "\xE2\x80\x91";
      if (element == "numPr" && p.kind == BlockKind::paragraph) p.kind = BlockKind::list_item;
      if (element == "outlineLvl" && pull.attribute("val") != "9") p.kind = BlockKind::heading;
      if (element == "pStyle")
        if (const auto it = styles.find(pull.attribute("val")); it != styles.end()) p.kind = it->second;
    }
  }
}

}  // namespace

void read_docx(std::string_view bytes, const std::string& name, const BlockSink& sink) {
  const auto files = read_archive(bytes, name, [](std::string_view path) {
    return path == "word/document.xml" || path == "word/styles.xml" || path == "word/footnotes.xml" ||
           path == "word/endnotes.xml";
  });
  const auto body = files.find("word/document.xml");
  if (body == files.end())
    throw FormatError(name, 0, 0, "no word/document.xml inside; this is no DOCX document");
  std::map<std::string, BlockKind> styles;
  if (const auto it = files.find("word/styles.xml"); it != files.end())
    styles = kinds_of_styles(it->second, name + "!styles.xml");
  read_part(body->second, name + "!document.xml", styles, sink);
  for (const char* notes : {"word/footnotes.xml", "word/endnotes.xml"})
    if (const auto it = files.find(notes); it != files.end())
      read_part(it->second, name + "!" + notes, styles, sink);
}

}  // namespace taraz
