// Any bytes, in any encoding, plain or gzip: an Error or valid UTF-8; with --repair always text, whatever the
// encoding.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "io/document_reader.h"
#include "text/error.h"
#include "text/utf8.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const char* const kEncodings[] = {"",       "UTF-8",   "UTF-16LE",   "UTF-16BE", "windows-1256",
                                           "UTF-32", "GB18030", "ISO-2022-JP"};
  if (size == 0) return 0;
  const unsigned choice = data[0];
  const std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  taraz::DecodeOptions options;
  options.encoding = kEncodings[choice % 8];
  options.repair = (choice & 8) != 0;
  try {
    taraz::BlockReader blocks(taraz::TextReader(taraz::Source::of_bytes("x", bytes), options), 16, 64);
    std::string joined;
    for (std::string block; blocks.next(block); joined += block)
      if (block.empty() || taraz::first_invalid_byte(block) || block.find('\0') != std::string::npos ||
          block.find('\r') != std::string::npos)
        std::abort();
    if (joined != taraz::TextReader(taraz::Source::of_bytes("x", bytes), options).read_all()) std::abort();
  } catch (const taraz::Error&) {
  }
  return 0;
}
