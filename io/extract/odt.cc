// OpenDocument text: text:h is a heading, text:p a paragraph, a list item or a table cell by what encloses
// it, a heading or a caption by its style ("Title", "Caption") or the one that style comes from. A note is
// read as blocks of its own after the paragraph that calls it. Tested by tests/io/extract/office_test.cc.
#include <algorithm>
#include <charconv>
#include <map>
#include <utility>
#include <vector>

#include "io/extract/archive_files.h"
#include "io/extract/readers.h"
#include "io/extract/xml_pull.h"
#include "text/error.h"

namespace taraz {
namespace {

std::size_t count_of(const std::string& number) {
  std::size_t n = 1;
  std::from_chars(number.data(), number.data() + number.size(), n);
  return std::min<std::size_t>(n, 1000);
}

// The styles of a document: each with the one it comes from. Names are "Caption", "Table_20_Caption", "P1"
// ...
using Styles = std::map<std::string, std::string>;

void add_style(const XmlPull& pull, Styles& styles) {
  if (pull.element() == "style" && pull.attribute("family") == "paragraph")
    styles[pull.attribute("name")] = pull.attribute("parent-style-name");
}

BlockKind kind_of_style(std::string style, const Styles& styles) {
  for (int depth = 0; depth < 20; ++depth) {
    if (style.ends_with("Caption")) return BlockKind::caption;
    if (style == "Title" || style == "Subtitle" || style.starts_with("Heading_20_"))
      return BlockKind::heading;
    const auto parent = styles.find(style);
    if (parent == styles.end()) break;
    style = parent->second;
  }
  return BlockKind::paragraph;
}

}  // namespace

void read_odt(std::string_view bytes, const std::string& name, const BlockSink& sink) {
  const auto files = read_archive(
      bytes, name, [](std::string_view path) { return path == "content.xml" || path == "styles.xml"; });
  if (!files.contains("content.xml"))
    throw FormatError(name, 0, 0, "no content.xml inside; this is no OpenDocument text");
  Styles styles;
  if (const auto it = files.find("styles.xml"); it != files.end()) {
    XmlPull pull(it->second, name + "!styles.xml");
    for (auto event = pull.next(); event != XmlPull::Event::end; event = pull.next())
      if (event == XmlPull::Event::open) add_style(pull, styles);
  }
  XmlPull pull(files.at("content.xml"), name + "!content.xml");
  struct Open {
    std::string text;
    BlockKind kind;
  };
  std::vector<Open> open;
  std::vector<TextBlock> notes;  // of the outermost paragraph that is open
  int cells = 0, items = 0, in_note = 0;
  bool body = false;
  for (auto event = pull.next(); event != XmlPull::Event::end; event = pull.next()) {
    if (event == XmlPull::Event::text) {
      if (open.empty()) continue;
      for (char c : pull.text()) {  // white space collapses, as section 6.1.2 of OpenDocument 1.2 says
        const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
        if (!space)
          open.back().text += c;
        else if (!open.back().text.empty() && open.back().text.back() != ' ')
          open.back().text += ' ';
      }
      continue;
    }
    const std::string_view element = pull.element();
    if (event == XmlPull::Event::close) {
      if (element == "table-cell") --cells;
      if (element == "list-item") --items;
      if (element == "note") --in_note;
      if ((element == "p" || element == "h") && !open.empty()) {
        Open done = std::move(open.back());
        open.pop_back();
        if (in_note > 0) {
          emit_block([&](TextBlock&& b) { notes.push_back(std::move(b)); }, done.kind, done.text);
        } else {
          emit_block(sink, done.kind, done.text);
          for (TextBlock& note : std::exchange(notes, {})) sink(std::move(note));
        }
      }
      continue;
    }
    if (element == "body") body = true;
    if (!body) {
      add_style(pull, styles);
      continue;
    }
    if (element == "annotation" || element == "tracked-changes" || element == "note-citation" ||
        element == "sequence-decls" || element == "desc" || element == "title") {
      pull.skip();
    } else if (element == "table-cell") {
      ++cells;
    } else if (element == "list-item") {
      ++items;
    } else if (element == "note") {
      ++in_note;
    } else if (element == "h") {
      open.push_back({"", BlockKind::heading});
    } else if (element == "p") {
      open.push_back({"", cells > 0   ? BlockKind::table_cell
                          : items > 0 ? BlockKind::list_item
                                      : kind_of_style(pull.attribute("style-name"), styles)});
    } else if (!open.empty()) {
      if (element == "s") open.back().text.append(count_of(pull.attribute("c")), ' ');
      if (element == "tab") open.back().text += '\t';
      if (element == "line-break") open.back().text += '\n';
    }
  }
}

}  // namespace taraz
