// PDF by poppler. Its text comes in reading order with explicit bidi marks around right-to-left runs, which
// are not the author's and go. Line breaks are layout; the segmenter recovers the paragraphs. Only its
// errors are tested so far (tests/io/extract/office_test.cc).
#include "io/extract/readers.h"
#include "text/error.h"

#ifdef TARAZ_HAVE_PDF
#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-page.h>

#include <memory>

#include "text/utf8.h"
#endif

namespace taraz {

#ifdef TARAZ_HAVE_PDF

namespace {

void ignore(const std::string&, void*) {}

bool is_bidi_control(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
}

}  // namespace

bool has_pdf() { return true; }

void read_pdf(std::string_view bytes, const std::string& name, const BlockSink& sink) {
  poppler::set_debug_error_function(&ignore, nullptr);
  const std::unique_ptr<poppler::document> pdf(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (pdf == nullptr) throw FormatError(name, 0, 0, "poppler cannot read this PDF; is it whole?");
  if (pdf->is_locked()) throw FormatError(name, 0, 0, "the PDF is locked by a password; remove it first");
  for (int i = 0; i < pdf->pages(); ++i) {
    const std::unique_ptr<poppler::page> page(pdf->create_page(i));
    if (page == nullptr)
      throw FormatError(name, 0, 0, "page " + std::to_string(i + 1) + " of the PDF is broken");
    const poppler::byte_array utf8 = page->text().to_utf8();
    const std::string text = repair_utf8(std::string_view(utf8.data(), utf8.size()));
    std::string out;
    for (std::size_t k = 0; k < text.size();) {
      const std::size_t start = k;
      const char32_t c = next_code_point(text, k);
      if (c == '\f')
        out += '\n';
      else if (!is_bidi_control(c))
        out.append(text, start, k - start);
    }
    emit_block(sink, BlockKind::lines, out);
  }
}

#else

bool has_pdf() { return false; }

void read_pdf(std::string_view, const std::string& name, const BlockSink&) {
  throw Error(name + ": this build reads no PDF; build with -DTARAZ_PDF=ON, or convert it with pdftotext");
}

#endif

}  // namespace taraz
