#include "io/encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "text/error.h"
#include "text/utf8.h"

namespace taraz {
namespace {

const std::string kPersian =
    "\u0628\u0627\u0631\u0627\u0646 \u0647\u0646\u0648\u0632 "
    "\u0645\u06CC\u200C\u0628\u0627\u0631\u06CC\u062F \u0648 "
    "\u0631\u0648\u062F\u062E\u0627\u0646\u0647 \u0628\u0627\u0644\u0627 \u0622\u0645\u062F\u0647 "
    "\u0628\u0648\u062F.\n";

std::string encode(const std::string& utf8, const char* encoding) {
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(utf8);
  std::string out(static_cast<std::size_t>(text.length()) * 4 + 8, '\0');
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open(encoding, &status);
  const int32_t n = ucnv_fromUChars(converter, out.data(), static_cast<int32_t>(out.size()), text.getBuffer(),
                                    text.length(), &status);
  ucnv_close(converter);
  EXPECT_TRUE(U_SUCCESS(status)) << encoding;
  out.resize(static_cast<std::size_t>(n));
  return out;
}

std::string decode(const std::string& bytes, DecodeOptions options = {}) {
  return TextReader(Source::of_bytes("x", bytes), std::move(options)).read_all();
}

std::string message_of(const std::string& bytes, DecodeOptions options = {}) {
  try {
    decode(bytes, std::move(options));
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

TEST(TextReader, AByteOrderMarkNamesTheEncodingAndIsDropped) {
  for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    EXPECT_EQ(decode(encode("\uFEFF" + kPersian, encoding)), kPersian) << encoding;
  EXPECT_EQ(decode(encode("\uFEFF" + kPersian, "UTF-16BE"), {.encoding = "UTF-16"}), kPersian);
}

TEST(TextReader, Utf16NeedsNoByteOrderMark) {
  for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
    for (const std::string& text :
         {kPersian, std::string("Rain fell.\r\n"), std::string("a"), std::string("\u0633\u0644\u0627\u0645"),
          std::string("caf\u00E9 \u201Cx\u201D \U0001F600 smile\n")}) {
      std::string expected = text;
      if (const auto cr = expected.find('\r'); cr != std::string::npos) expected.erase(cr, 1);
      EXPECT_EQ(decode(encode(text, encoding)), expected) << encoding;
    }
  }
}

TEST(TextReader, PiecesAreCutNowhereInsideACharacter) {
  for (const char* encoding : {"UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "windows-1256", "GB18030"}) {
    for (std::size_t pad = 0; pad < 9; ++pad) {
      std::string text(65536 - pad, 'x');
      for (int i = 0; i < 1500; ++i)
        text += std::string(encoding) == "windows-1256" ? "\u0628\u200C\u0686 a\r\n"
                                                        : kPersian + "\U0001F600\r\n";
      std::string expected;
      for (const char c : text)
        if (c != '\r') expected += c;
      EXPECT_TRUE(decode(encode(text, encoding), {.encoding = encoding}) == expected) << encoding << pad;
    }
  }
}

TEST(TextReader, LineEndsOfEveryKindAreLineFeeds) {
  EXPECT_EQ(decode("a\r\nb\rc\n\r\n\rd\r"), "a\nb\nc\n\n\nd\n");
  for (std::size_t pad = 65530; pad < 65540; ++pad)
    EXPECT_TRUE(decode(std::string(pad, 'x') + "\r\n\r\ny") == std::string(pad, 'x') + "\n\ny") << pad;
}

TEST(TextReader, BrokenUtf8IsAnErrorWithItsOffsetOrRepaired) {
  const std::string bytes = kPersian + kPersian + "\xFF" + kPersian;
  EXPECT_NE(message_of(bytes).find("x: not valid UTF-8 at byte " + std::to_string(2 * kPersian.size()) +
                                   " (0xFF); name"),
            std::string::npos)
      << message_of(bytes);
  EXPECT_EQ(decode(bytes, {.repair = true}), kPersian + kPersian + "\uFFFD" + kPersian);
  EXPECT_EQ(decode(kPersian + "\xD8", {.repair = true}), kPersian + "\uFFFD");
  EXPECT_NE(message_of(kPersian + "\xD8").find("0xD8"), std::string::npos);
}

TEST(TextReader, RepairGivesWhatRepairUtf8GivesWhereverPiecesEnd) {
  std::string bytes;
  unsigned seed = 7;
  while (bytes.size() < 300000) {
    seed = seed * 1103515245 + 12345;
    const unsigned r = seed >> 16;
    if (r % 3 == 0)
      bytes += static_cast<char>(r % 5 == 0 ? 'a' : 0x80 + r % 128);
    else
      bytes += kPersian.substr(0, 10);
  }
  EXPECT_TRUE(decode(bytes, {.encoding = "UTF-8", .repair = true}) == repair_utf8(bytes));
}

TEST(TextReader, NulBytesAndKnownBinaryFormatsAreNamed) {
  EXPECT_EQ(message_of(std::string("ab\0cd", 5)).substr(0, 29), "x: a NUL byte at byte 2; a bi");
  EXPECT_EQ(decode(std::string("ab\0cd", 5), {.repair = true}), "ab\uFFFDcd");
  EXPECT_EQ(message_of("%PDF-1.7\n..."), "x: this is a PDF document, not plain text");
  EXPECT_NE(message_of(std::string("PK\x03\x04\x14\0\0", 7)).find("ZIP container"), std::string::npos);
}

TEST(TextReader, UnpairedSurrogatesAreErrorsWithTheirOffset) {
  std::string bytes = encode(kPersian, "UTF-16LE");
  const std::string offset = std::to_string(bytes.size());
  bytes += std::string("\x00\xD8", 2) + encode("x\n", "UTF-16LE");
  EXPECT_NE(message_of(bytes).find("an unpaired surrogate in UTF-16LE"), std::string::npos)
      << message_of(bytes);
  EXPECT_NE(message_of(bytes).find("at byte " + offset), std::string::npos);
  EXPECT_EQ(decode(bytes, {.repair = true}), kPersian + "\uFFFDx\n");
  EXPECT_NE(message_of(encode(kPersian, "UTF-16LE") + "x").find("half a character"), std::string::npos);
}

TEST(TextReader, NoBytesAreNoText) {
  EXPECT_EQ(decode(""), "");
  EXPECT_EQ(decode("\xEF\xBB\xBF"), "");
  EXPECT_THROW(decode("x", {.encoding = "klingon-8", .repair = false}), UsageError);
}

TEST(TextReader, AsciiFirstAndTheEncodingFoundLater) {
  const std::string ascii(200000, 'a');
  EXPECT_TRUE(decode(ascii + kPersian) == ascii + kPersian);
}

}  // namespace
}  // namespace taraz
