// encoding_accuracy ENCODING BYTES < TEXT: cuts UTF-8 lines to BYTES bytes of ENCODING and tells how often
// the decoding gives the same text back. Lines that the encoding cannot write are made fit as people do (yeh,
// digits), else left out.
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <string>

#include "io/encoding.h"
#include "text/error.h"

int main(int, char** argv) {
  const std::string encoding = argv[1];
  const std::size_t bytes = std::strtoul(argv[2], nullptr, 10);
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding.c_str(), &status);
  ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  int all = 0, right = 0;
  std::map<std::string, int> wrong;
  for (std::string line; std::getline(std::cin, line);) {
    icu::UnicodeString text = icu::UnicodeString::fromUTF8(line);
    text.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0x06CC)),
                        icu::UnicodeString(static_cast<UChar32>(0x064A)));
    for (int d = 0; d < 10; ++d)
      text.findAndReplace(icu::UnicodeString(static_cast<UChar32>(0x06F0 + d)),
                          icu::UnicodeString(static_cast<UChar32>('0' + d)));
    std::string out(static_cast<std::size_t>(text.length()) * 4 + 8, '\0');
    status = U_ZERO_ERROR;
    const int32_t n = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()),
                                      text.getBuffer(), text.length(), &status);
    if (U_FAILURE(status) || n == 0) continue;
    out.resize(std::min(static_cast<std::size_t>(n), bytes) &
               ~std::size_t{encoding.starts_with("UTF-16") ? 1u : 0u});
    bool ascii = true;
    for (const char c : out) ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii) continue;
    ++all;
    std::string got, expected;
    taraz::TextReader reader(taraz::Source::of_bytes("x", out));
    try {
      got = reader.read_all();
    } catch (const taraz::Error&) {
    }
    expected = taraz::TextReader(taraz::Source::of_bytes("x", out), {.encoding = encoding, .repair = true})
                   .read_all();
    right += got == expected;
    if (got != expected) ++wrong[reader.encoding()];
  }
  std::cout << encoding << " " << bytes << " bytes: n=" << all << " right "
            << 100.0 * right / std::max(1, all);
  for (const auto& [name, n] : wrong) std::cout << " " << name << ":" << n;
  std::cout << "\n";
}
