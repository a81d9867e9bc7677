// A table of the Basic Multilingual Plane built once from ICU's properties, with our own rules for Arabic script on
// top; characters above it go the slow way. Tested by tests/text/fold_test.cc.
#include "text/fold.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <memory>

#include "text/utf8.h"

namespace taraz {
namespace {

// Letters that differ in code but not to a reader of Persian and Arabic.
char32_t same_letter(char32_t c) {
  switch (c) {
    case 0x0622: case 0x0623: case 0x0625: case 0x0671: case 0x0672: case 0x0673: return 0x0627;  // alef
    case 0x0624: return 0x0648;                                                                    // waw
    case 0x0649: case 0x064A: case 0x06CD: case 0x06CE: case 0x06D0: case 0x06D2: return 0x06CC;   // yeh
    case 0x0643: case 0x06AA: case 0x06AB: return 0x06A9;                                          // kaf
    case 0x0629: case 0x06BE: case 0x06C0: case 0x06C1: case 0x06C2: case 0x06C3: case 0x06D5: return 0x0647;
    case 0x2018: case 0x2019: case 0x201B: case 0x02BC: case 0x2032: case 0x02BB: case 0x0060: return '\'';
    case 0x201C: case 0x201D: case 0x201E: case 0xAB: case 0xBB: case 0x2033: return '"';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return '-';
    default: return c;
  }
}

FoldedCodePoint compute(char32_t c) {
  FoldedCodePoint out;
  const auto u = static_cast<UChar32>(c);
  if (is_white_space(c)) return out.c[0] = ' ', out;
  if (c == 0x0626) return out.c[0] = c, out;  // ئ is a letter of its own
  if (const char32_t same = same_letter(c); same != c) return out.c[0] = same, out;
  if (c == 0x0640 || u_charType(u) == U_NON_SPACING_MARK || u_charType(u) == U_FORMAT_CHAR) return out;
  if (const int digit = u_charDigitValue(u); digit >= 0 && u_charType(u) == U_DECIMAL_DIGIT_NUMBER)
    return out.c[0] = static_cast<char32_t>('0' + digit), out;
  const bool presentation = (c >= 0xFB50 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0xFF01 && c <= 0xFF5E) ||
                            (c >= 0xFB00 && c <= 0xFB06);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString parts;
  if (U_FAILURE(status) || !(presentation ? nfkd : nfd)->getDecomposition(u, parts)) parts = icu::UnicodeString(u);
  int n = 0;
  for (int32_t i = 0; i < parts.length() && n < 3; i = parts.moveIndex32(i, 1)) {
    const UChar32 p = parts.char32At(i);
    if (p == ' ' || p == 0x0640 || u_charType(p) == U_NON_SPACING_MARK) continue;
    out.c[n++] = same_letter(static_cast<char32_t>(u_tolower(p)));
  }
  return out;
}

// Folded forms of U+0000..U+FFFF: one code unit, or an index into `longer` when more than one.
struct FoldTable {
  static constexpr char16_t kLonger = 0xFFFF;
  std::array<char16_t, 0x10000> one{};
  FoldTable() {
    for (char32_t c = 0; c < 0x10000; ++c) {
      if (c >= 0xD800 && c < 0xE000) continue;
      const FoldedCodePoint f = compute(c);
      one[c] = f.c[1] != 0 || f.c[0] > 0xFFFF ? kLonger : static_cast<char16_t>(f.c[0]);
    }
  }
};

const FoldTable& table() {
  static const std::unique_ptr<const FoldTable> instance = std::make_unique<const FoldTable>();
  return *instance;
}

// Folded bytes are gathered in a small buffer: most words are short, and appending byte by byte is what costs.
class ByteBuffer {
 public:
  explicit ByteBuffer(std::string& out) : out_(out) {}
  ~ByteBuffer() { flush(); }
  ByteBuffer(const ByteBuffer&) = delete;
  ByteBuffer& operator=(const ByteBuffer&) = delete;

  std::size_t add(char32_t c) {
    if (size_ + 4 > sizeof bytes_) flush();
    if (c < 0x80) {
      bytes_[size_++] = static_cast<char>(c);
      return 1;
    }
    if (c < 0x800) {
      bytes_[size_++] = static_cast<char>(0xC0 | c >> 6);
      bytes_[size_++] = static_cast<char>(0x80 | (c & 0x3F));
      return 2;
    }
    flush();
    const std::size_t before = out_.size();
    append_utf8(out_, c);
    return out_.size() - before;
  }

 private:
  void flush() {
    out_.append(bytes_, size_);
    size_ = 0;
  }
  std::string& out_;
  std::size_t size_ = 0;
  char bytes_[128];
};

template <typename Emit>
void fold_each(std::string_view text, std::string& out, Emit emitted) {
  const FoldTable& t = table();
  ByteBuffer buffer(out);
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const char32_t c = next_code_point(text, i);
    std::size_t bytes = 0;
    if (c < 0x10000 && t.one[c] != FoldTable::kLonger) {
      if (t.one[c] != 0) bytes = buffer.add(t.one[c]);
    } else {
      const FoldedCodePoint f = compute(c);
      for (int k = 0; k < 3 && f.c[k] != 0; ++k) bytes += buffer.add(f.c[k]);
    }
    emitted(start, bytes);
  }
}

}  // namespace

FoldedCodePoint fold_code_point(char32_t c) {
  if (c < 0x10000 && table().one[c] != FoldTable::kLonger) return {{table().one[c], 0, 0}};
  return compute(c);
}

void fold(std::string_view text, std::string& out) {
  fold_each(text, out, [](std::size_t, std::size_t) {});
}

std::string fold(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  fold(text, out);
  return out;
}

FoldedText fold_with_map(std::string_view text) {
  FoldedText out;
  out.text.reserve(text.size());
  std::vector<std::uint32_t>& offsets = out.map.offsets();
  offsets.reserve(text.size() + 1);
  fold_each(text, out.text, [&](std::size_t start, std::size_t bytes) {
    offsets.insert(offsets.end(), bytes, static_cast<std::uint32_t>(start));
  });
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return out;
}

}  // namespace taraz
