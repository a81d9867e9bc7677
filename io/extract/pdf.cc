// PDF: poppler gives the words of a page as they are drawn; their order (visual_order.h), the lines and
// paragraphs (page_layout.h) are found here, since poppler's own text loses them in right-to-left documents:
// punctuation and spaces beside numbers change sides and the letters of lam-alef change places. What stands
// at the top or bottom of most pages is boilerplate. Tested by tests/io/extract/real_files_test.cc.
#include "io/extract/readers.h"
#include "text/error.h"

#ifdef TARAZ_HAVE_PDF
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

#include "io/extract/ligatures.h"
#include "io/extract/page_layout.h"
#include "text/utf8.h"
#endif

namespace taraz {

#ifdef TARAZ_HAVE_PDF

namespace {

void ignore(const std::string&, void*) {}

bool is_bidi_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

// Code points of poppler's UTF-16; what is no text (controls, half a surrogate pair) is left out.
std::optional<PageWord> word_of(const poppler::text_box& box) {
  const poppler::ustring units = box.text();
  const poppler::rectf area = box.bbox();
  PageWord word;
  word.top = area.top();
  word.bottom = area.bottom();
  word.size = box.has_font_info() && box.get_font_size() > 0 ? box.get_font_size() : area.height() * 0.8;
  if (box.has_font_info()) word.font = box.get_font_name();
  std::size_t glyph = 0;
  for (std::size_t i = 0; i < units.size(); ++i, ++glyph) {
    char32_t c = units[i];
    if (c >= 0xD800 && c < 0xDC00 && i + 1 < units.size() && units[i + 1] >= 0xDC00 && units[i + 1] < 0xE000)
      c = 0x10000 + ((c - 0xD800) << 10) + (units[++i] - 0xDC00U);
    if (c < 0x20 || (c >= 0xD800 && c < 0xE000) || c == 0xFFFE || c == 0xFFFF || is_bidi_control(c)) continue;
    const poppler::rectf at = box.char_bbox(glyph);
    const bool known = at.width() != 0 || at.height() != 0;
    word.text += c;
    word.left.push_back(known ? at.x() : area.left());
    word.width.push_back(known ? at.width() : 0);
  }
  if (word.text.empty()) return std::nullopt;
  return word;
}

std::vector<PageWord> words_of(const poppler::page& page) {
  std::vector<PageWord> words;
  for (const poppler::text_box& box : page.text_list(poppler::page::text_list_include_font))
    if (box.rotation() == 0)  // what runs up or down a page is no text to align
      if (auto word = word_of(box)) words.push_back(std::move(*word));
  turn_ligatures(words);
  return words;
}

// Digits as one sign, so that "Page 3" and "Page 4" are the same.
std::string without_numbers(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    const bool digit = (c >= '0' && c <= '9') || (c >= 0x6F0 && c <= 0x6F9) || (c >= 0x660 && c <= 0x669);
    if (!digit)
      out.append(text, start, i - start);
    else if (!out.ends_with('#'))
      out += '#';
  }
  return out;
}

// Marks what stands in the same place of many pages, or is a number alone there, as boilerplate.
void mark_margins(std::vector<std::vector<PageBlock>>& pages, const std::vector<double>& heights) {
  const auto in_margin = [&](std::size_t page, const PageBlock& b) {
    return b.bottom < 0.1 * heights[page] || b.top > 0.9 * heights[page];
  };
  std::map<std::string, std::size_t> count;
  for (std::size_t p = 0; p < pages.size(); ++p)
    for (const PageBlock& b : pages[p])
      if (in_margin(p, b)) ++count[without_numbers(b.text)];
  for (std::size_t p = 0; p < pages.size(); ++p)
    for (PageBlock& b : pages[p]) {
      if (!in_margin(p, b)) continue;
      const std::string text = without_numbers(b.text);
      if (count[text] >= 3 || text == "#" || text == "- # -") b.kind = BlockKind::boilerplate;
    }
}

void emit_pages(std::vector<std::vector<PageBlock>>& pages, const BlockSink& sink) {
  PageBlock open;  // the last paragraph of a page, which the next may go on
  const auto flush = [&] { emit_block(sink, open.kind, open.text), open = {}; };
  for (std::vector<PageBlock>& page : pages) {
    bool first = true;
    for (PageBlock& b : page) {
      if (b.kind == BlockKind::boilerplate) {
        emit_block(sink, b.kind, b.text);
        continue;
      }
      if (open.goes_on && first && b.kind == BlockKind::paragraph && b.size == open.size) {
        open.text += ' ' + b.text;
        open.goes_on = b.goes_on;
      } else if (open.goes_on && !first && b.size < open.size) {
        emit_block(sink, b.kind, b.text);  // a note at the foot of the page
      } else {
        flush();
        open = std::move(b);
      }
      first = false;
    }
  }
  flush();
}

}  // namespace

bool has_pdf() { return true; }

void read_pdf(std::string_view bytes, const std::string& name, const BlockSink& sink) {
  poppler::set_debug_error_function(&ignore, nullptr);
  if (bytes.size() > (1u << 30)) throw FormatError(name, 0, 0, "more than 1 GiB of PDF; split the file");
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (pdf == nullptr) throw FormatError(name, 0, 0, "poppler cannot read this PDF; is it whole?");
  if (pdf->is_locked()) throw FormatError(name, 0, 0, "the PDF is locked by a password; remove it first");
  std::vector<std::vector<PageWord>> words;
  std::vector<double> heights;
  for (int i = 0; i < pdf->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(i));
    if (page == nullptr)
      throw FormatError(name, 0, 0, "page " + std::to_string(i + 1) + " of the PDF is broken");
    words.push_back(words_of(*page));
    heights.push_back(page->page_rect().height());
  }
  const PageStyle style = style_of(words);
  std::vector<std::vector<PageBlock>> pages;
  for (const std::vector<PageWord>& page : words) pages.push_back(lay_out(page, style));
  mark_margins(pages, heights);
  emit_pages(pages, sink);
}

#else

bool has_pdf() { return false; }

void read_pdf(std::string_view, const std::string& name, const BlockSink&) {
  throw Error(name + ": this build reads no PDF; build with -DTARAZ_PDF=ON, or convert it with pdftotext");
}

#endif

}  // namespace taraz
