// Decodes a stream in one of four ways: ASCII so far, UTF-8, UTF-16 (both by hand, for exact byte offsets),
// or an ICU converter. Every way consumes a prefix of `pending` and keeps an unfinished sequence for the next
// piece. Tested by tests/io/encoding_test.cc (against ICU, cut at every place) and tests/cli/segment/*.
#include "io/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cstdint>
#include <utility>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kPiece = 64 * 1024;
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct Bom {
  std::string_view bytes;
  const char* encoding;
};
constexpr Bom kBoms[] = {{{"\xEF\xBB\xBF", 3}, "UTF-8"},
                         {{"\xFF\xFE\0\0", 4}, "UTF-32LE"},
                         {{"\0\0\xFE\xFF", 4}, "UTF-32BE"},
                         {{"\xFF\xFE", 2}, "UTF-16LE"},
                         {{"\xFE\xFF", 2}, "UTF-16BE"}};

const Bom* bom_of(std::string_view bytes) {
  for (const Bom& b : kBoms)
    if (bytes.substr(0, b.bytes.size()) == b.bytes) return &b;
  return nullptr;
}

// Formats that are often handed over by mistake, by their first bytes.
const char* binary_format(std::string_view b) {
  if (b.substr(0, 5) == "%PDF-") return "a PDF document";
  if (b.substr(0, 4) == "PK\x03\x04") return "a ZIP container (DOCX, ODT, EPUB, XLSX ...)";
  if (b.substr(0, 8) == "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") return "an old Microsoft Office document";
  if (b.substr(0, 5) == "{\\rtf") return "an RTF document";
  if (b.substr(0, 3) == "BZh") return "bzip2 data";
  if (b.substr(0, 6) == std::string_view("\xFD\x37zXZ\0", 6)) return "xz data";
  if (b.substr(0, 4) == "\x28\xB5\x2F\xFD") return "zstd data";
  if (b.substr(0, 4) == "\x89PNG" || b.substr(0, 3) == "\xFF\xD8\xFF") return "an image";
  if (b.substr(0, 4) ==
      "\x7F"
      "ELF")
    return "a program";
  return nullptr;
}

// Length of a sequence at the end of `bytes` that more bytes could complete, 0..3.
std::size_t unfinished_tail(std::string_view bytes) {
  for (std::size_t k = 1; k <= std::min<std::size_t>(3, bytes.size()); ++k) {
    const auto b = static_cast<unsigned char>(bytes[bytes.size() - k]);
    if ((b & 0xC0) == 0x80) continue;
    return (b >= 0xF0 ? 4u : b >= 0xE0 ? 3u : b >= 0xC2 ? 2u : 1u) > k ? k : 0;
  }
  return 0;
}

std::string hex(unsigned char byte) {
  const char* digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 15]};
}

struct ConverterCloser {
  void operator()(UConverter* c) const { ucnv_close(c); }
};

}  // namespace

bool is_encoding_name(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, ConverterCloser> converter(ucnv_open(name.c_str(), &status));
  return !name.empty() && U_SUCCESS(status);
}

struct TextReader::State {
  enum class Way { undecided, utf8, utf16, icu };

  Source source;
  DecodeOptions options;
  Way way = Way::undecided;
  bool big_endian = false;
  std::string encoding = "ASCII";
  std::unique_ptr<UConverter, ConverterCloser> converter;
  std::string pending;       // bytes not decoded yet
  std::uint64_t offset = 0;  // of pending[0] in the (decompressed) input
  bool started = false;
  bool ended = false;  // of the source
  bool after_cr = false;
  bool bom_possible = true;  // nothing was given out yet

  explicit State(Source s, DecodeOptions o) : source(std::move(s)), options(std::move(o)) {}

  void fill(std::size_t want) {
    while (!ended && pending.size() < want) {
      const std::size_t before = pending.size();
      pending.resize(before + kPiece);
      const std::size_t got = source.read(pending.data() + before, kPiece);
      pending.resize(before + got);
      ended = got == 0;
    }
  }

  void drop(std::size_t n) {
    pending.erase(0, n);
    offset += n;
  }

  // "x.txt: not valid UTF-8 at byte 47 (0xFF); name the encoding ..."
  [[noreturn]] void fail_at(std::size_t at, const std::string& what) const {
    throw Error(source.name() + ": " + what + " at byte " + std::to_string(offset + at) + " (" +
                hex(static_cast<unsigned char>(pending[std::min(at, pending.size() - 1)])) +
                "); name the encoding with --encoding, or give --repair to replace such bytes");
  }

  void use(const std::string& name) {
    encoding = name;
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<UConverter, ConverterCloser> opened(ucnv_open(name.c_str(), &status));
    if (name.empty() || U_FAILURE(status))
      throw UsageError("--encoding: there is no encoding '" + name +
                       "'; use one such as UTF-8, UTF-16LE or windows-1256");
    switch (ucnv_getType(opened.get())) {
      case UCNV_UTF8:
        way = Way::utf8;
        return;
      case UCNV_UTF16_LittleEndian:
        way = Way::utf16;
        big_endian = false;
        return;
      case UCNV_UTF16_BigEndian:
        way = Way::utf16;
        big_endian = true;
        return;
      case UCNV_UTF16:
        way = Way::utf16;
        big_endian = pending.substr(0, 2) != "\xFF\xFE";
        return;
      default:
        break;
    }
    converter = std::move(opened);
    way = Way::icu;
    ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  }

  void start() {
    started = true;
    fill(kPiece);
    const Bom* bom = bom_of(pending);
    if (!options.encoding.empty()) {
      if (bom != nullptr && way == Way::utf8 && bom->bytes.size() == 3) drop(3);
      if (bom != nullptr && way == Way::utf16 && bom->bytes.size() == 2) {
        big_endian = bom->bytes[0] == '\xFE';
        drop(2);
      }
    } else if (bom != nullptr) {
      use(bom->encoding);
      drop(bom->bytes.size());
    } else if (const char* format = binary_format(pending); format != nullptr) {
      throw Error(source.name() + ": this is " + format + ", not plain text");
    } else if (const std::string found = find_encoding(pending, ended); found.starts_with("UTF-16")) {
      use(found);
    }
  }

  // ASCII is given out as it is; the first other byte decides.
  void read_undecided(std::string& out) {
    std::size_t n = 0;
    while (n < pending.size() && static_cast<unsigned char>(pending[n]) < 0x80) ++n;
    if (n == pending.size()) return take_clean(out, n);
    if (pending.find('\0') < n) return take_clean(out, n);
    fill(n + kPiece);
    constexpr std::size_t kContext = 256;  // the word that the byte stands in
    const std::string found =
        find_encoding(std::string_view(pending).substr(n - std::min(n, kContext)), ended);
    if (found.empty() && !options.repair) fail_at(n, "neither UTF-8 nor another encoding that can be told");
    use(found.empty() ? "UTF-8" : found);
  }

  [[noreturn]] void fail_nul(std::size_t at) const {
    throw Error(source.name() + ": a NUL byte at byte " + std::to_string(offset + at) +
                "; a binary file? Text in UTF-16 is read with --encoding UTF-16LE or UTF-16BE");
  }

  void append_without_nul(std::string& out, std::string_view text) const {
    for (std::size_t nul; (nul = text.find('\0')) != std::string_view::npos; text.remove_prefix(nul + 1))
      out.append(text.substr(0, nul)).append(kReplacement);
    out += text;
  }

  // Gives out pending[0, n), valid UTF-8 but for NUL bytes.
  void take_clean(std::string& out, std::size_t n) {
    const std::string_view text = std::string_view(pending).substr(0, n);
    if (const std::size_t nul = text.find('\0'); nul != std::string_view::npos && !options.repair)
      fail_nul(nul);
    append_without_nul(out, text);
    drop(n);
  }

  void read_utf8(std::string& out) {
    const std::size_t n = pending.size() - (ended ? 0 : unfinished_tail(pending));
    if (n == 0) return fill(pending.size() + 1);
    const std::string_view piece = std::string_view(pending).substr(0, n);
    const std::optional<std::size_t> bad = first_invalid_byte(piece);
    if (!bad) return take_clean(out, n);
    if (!options.repair) fail_at(*bad, "not valid UTF-8");
    const std::string repaired = repair_utf8(piece);
    append_without_nul(out, repaired);
    drop(n);
  }

  void read_utf16(std::string& out) {
    const auto unit = [&](std::size_t i) {
      const auto a = static_cast<unsigned char>(pending[i]), b = static_cast<unsigned char>(pending[i + 1]);
      return static_cast<char32_t>(big_endian ? a << 8 | b : b << 8 | a);
    };
    std::size_t i = 0;
    const auto broken = [&](std::size_t length, const char* what) {
      if (!options.repair) fail_at(i, std::string(what) + " in " + encoding);
      out += kReplacement;
      i += length;
    };
    while (i < pending.size()) {
      if (i + 1 == pending.size()) {
        if (!ended) break;
        broken(1, "half a character at the end");
        break;
      }
      const char32_t u = unit(i);
      if (u >= 0xD800 && u < 0xDC00) {
        if (i + 3 >= pending.size() && !ended) break;
        const char32_t low = i + 3 < pending.size() ? unit(i + 2) : 0;
        if (low < 0xDC00 || low > 0xDFFF) {
          broken(2, "an unpaired surrogate");
          continue;
        }
        append_utf8(out, 0x10000 + ((u - 0xD800) << 10) + (low - 0xDC00));
        i += 4;
      } else if (u >= 0xDC00 && u < 0xE000) {
        broken(2, "an unpaired surrogate");
      } else if (u == 0) {
        broken(2, "a NUL character");
      } else {
        append_utf8(out, u);
        i += 2;
      }
    }
    drop(i);
  }

  void read_icu(std::string& out) {
    std::u16string units(pending.size() * 2 + 16, u'\0');
    UErrorCode status = U_ZERO_ERROR;
    const char* from = pending.data();
    char16_t* to = units.data();
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, pending.data() + pending.size(),
                   nullptr, ended, &status);
    const auto taken = static_cast<std::size_t>(from - pending.data());
    const std::size_t first_new = out.size();
    for (const char16_t* p = units.data(); p < to; ++p) {
      char32_t c = *p;
      if (c >= 0xD800 && c < 0xDC00 && p + 1 < to) c = 0x10000 + ((c - 0xD800) << 10) + (*++p - 0xDC00u);
      if (c == 0) {
        if (!options.repair) throw Error(source.name() + ": a NUL character: a binary file?");
        c = 0xFFFD;
      }
      append_utf8(out, c);
    }
    if (U_FAILURE(status) && status != U_BUFFER_OVERFLOW_ERROR) {
      char bytes[16];
      int8_t length = sizeof bytes;
      UErrorCode ignored = U_ZERO_ERROR;
      ucnv_getInvalidChars(converter.get(), bytes, &length, &ignored);
      if (!options.repair)
        fail_at(taken - std::min<std::size_t>(taken, static_cast<std::size_t>(std::max<int8_t>(length, 0))),
                "not valid " + encoding);
      out += kReplacement;
    }
    drop(taken);
    if (taken == 0 && out.size() == first_new && ended) pending.clear();
  }

  // CR LF and CR become LF, from `begin` on; a CR at the end of one piece may belong to a LF of the next.
  void unify_line_ends(std::string& out, std::size_t begin) {
    if (!after_cr && out.find('\r', begin) == std::string::npos) return;
    std::size_t to = begin;
    for (std::size_t i = begin; i < out.size(); ++i) {
      const char c = out[i];
      if (c == '\n' && after_cr) {
        after_cr = false;
        continue;
      }
      after_cr = c == '\r';
      out[to++] = after_cr ? '\n' : c;
    }
    out.resize(to);
  }
};

TextReader::TextReader(Source source, DecodeOptions options)
    : state_(std::make_unique<State>(std::move(source), std::move(options))) {
  if (!state_->options.encoding.empty()) state_->use(state_->options.encoding);
}
TextReader::~TextReader() = default;
TextReader::TextReader(TextReader&&) noexcept = default;
TextReader& TextReader::operator=(TextReader&&) noexcept = default;

const Source& TextReader::source() const { return state_->source; }
const std::string& TextReader::encoding() const { return state_->encoding; }

bool TextReader::read(std::string& out) {
  State& s = *state_;
  if (!s.started) s.start();
  const std::size_t begin = out.size();
  while (out.size() == begin) {
    s.fill(1);
    if (s.pending.empty()) return false;
    switch (s.way) {
      case State::Way::undecided:
        s.read_undecided(out);
        break;
      case State::Way::utf8:
        s.read_utf8(out);
        break;
      case State::Way::utf16:
        if (s.pending.size() < 4) s.fill(4);
        s.read_utf16(out);
        break;
      case State::Way::icu:
        s.read_icu(out);
        break;
    }
    s.unify_line_ends(out, begin);
  }
  return true;
}

std::string TextReader::read_all() {
  std::string out;
  while (read(out)) {
    if (out.size() >= (std::size_t{4} << 30))
      throw Error(source().name() + ": a text of 4 GiB or more; split it first");
  }
  return out;
}

}  // namespace taraz
