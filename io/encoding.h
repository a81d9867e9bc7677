// Bytes in any encoding that people really have, to valid UTF-8: the border where text is checked once.
#ifndef TARAZ_IO_ENCODING_H_
#define TARAZ_IO_ENCODING_H_

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "io/source.h"

namespace taraz {

struct DecodeOptions {
  std::string encoding = {};  // a name ICU knows ("windows-1256", "UTF-16LE"); empty: found out
  bool repair = false;        // what is not text in the encoding becomes U+FFFD instead of an error
};

// The encoding of a text that starts with `head`: "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE",
// "windows-1256", "windows-1252" or another name that ICU knows; "" when no encoding makes sense of the
// bytes. `whole`: nothing follows. Order: byte order mark; UTF-16 by the pattern of its high bytes; UTF-8
// (also with errors, when most of it is UTF-8); then the eight-bit candidate, uchardet's among them, whose
// decoding reads most like a language.
std::string find_encoding(std::string_view head, bool whole);

// Whether ICU has a converter of this name. Thread-safe.
bool is_encoding_name(const std::string& name);

// A Source decoded piece by piece. What it gives is valid UTF-8 without a byte order mark at its start and
// without NUL; CR LF and lone CR are line feeds. Memory: below 1 MiB, whatever the length of lines. Not
// thread-safe.
//
// Text that starts with plain ASCII is given out before its encoding is known, since it means the same in
// all; the encoding is found on the first 64 KiB from the first other byte on.
class TextReader {
 public:
  // Throws UsageError when options.encoding is no known name.
  TextReader(Source source, DecodeOptions options = {});
  ~TextReader();
  TextReader(TextReader&&) noexcept;
  TextReader& operator=(TextReader&&) noexcept;

  // Appends the next piece, cut at a code point, to `out`; false at the end. Throws Error as Source::read()
  // does, and, naming the byte offset and the way out, for bytes that are not text, NUL bytes, unpaired
  // surrogates.
  bool read(std::string& out);
  std::string read_all();

  const Source& source() const;
  // The encoding in use; "ASCII" until another byte was seen.
  const std::string& encoding() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace taraz

#endif  // TARAZ_IO_ENCODING_H_
