#include "io/source.h"

#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>

#include <sstream>

#include "text/error.h"

namespace taraz {
namespace {

std::string gzip(const std::string& bytes) {
  z_stream z{};
  EXPECT_EQ(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
  std::string out(deflateBound(&z, static_cast<uLong>(bytes.size())) + 32, '\0');
  z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  z.avail_in = static_cast<uInt>(bytes.size());
  z.next_out = reinterpret_cast<Bytef*>(out.data());
  z.avail_out = static_cast<uInt>(out.size());
  EXPECT_EQ(deflate(&z, Z_FINISH), Z_STREAM_END);
  out.resize(z.total_out);
  deflateEnd(&z);
  return out;
}

std::string some_text(std::size_t size) {
  std::string out;
  for (unsigned i = 0; out.size() < size; ++i) out += "line " + std::to_string(i * 2654435761u) + "\n";
  return out;
}

std::string message_of(const std::string& path) {
  try {
    Source source(path);
    source.read_all();
  } catch (const Error& e) {
    return e.what();
  }
  return "";
}

TEST(Source, GzipIsUndoneWhateverTheNameSaysAndInSeveralMembers) {
  for (const std::size_t size : {0u, 1u, 1000u, 700000u}) {
    const std::string text = some_text(size);
    EXPECT_EQ(Source::of_bytes("x", text).read_all(), text);
    EXPECT_EQ(Source::of_bytes("x", gzip(text)).read_all(), text);
    EXPECT_EQ(Source::of_bytes("x", gzip(text) + gzip("") + gzip(text)).read_all(), text + text);
    EXPECT_EQ(Source::of_bytes("x", gzip(text) + std::string(10, '\0')).read_all(), text);
  }
}

TEST(Source, EveryPrefixOfGzipIsAnErrorAndNoPrefixIsTakenForAll) {
  const std::string whole = gzip(some_text(300));
  for (std::size_t n = 2; n < whole.size(); ++n)
    EXPECT_THROW(Source::of_bytes("x", whole.substr(0, n)).read_all(), Error) << n;
}

TEST(Source, DamagedGzipIsAnError) {
  std::string bytes = gzip(some_text(3000));
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 0x55);
  EXPECT_THROW(Source::of_bytes("x", bytes).read_all(), Error);
}

TEST(Source, SmallReadsGiveTheSameBytesAsLargeOnes) {
  const std::string text = some_text(5000);
  for (const std::string& bytes : {text, gzip(text)}) {
    for (const std::size_t step : {1u, 7u, 4096u}) {
      Source source = Source::of_bytes("x", bytes);
      std::string out, buffer(step, '\0');
      while (const std::size_t n = source.read(buffer.data(), step)) out.append(buffer, 0, n);
      EXPECT_EQ(out, text);
      EXPECT_EQ(source.position(), bytes.size());
    }
  }
}

TEST(Source, StandardInputHasAName) {
  std::istringstream in("abc");
  Source source("-", in);
  EXPECT_EQ(source.name(), "standard input");
  EXPECT_EQ(source.read_all(), "abc");
}

TEST(Source, WhatCannotBeReadIsNamed) {
  EXPECT_EQ(message_of("/nonexistent/x.txt"), "/nonexistent/x.txt: no such file");
  EXPECT_EQ(message_of("/"), "/: is a directory; name a file in it");
  EXPECT_THROW(Source::of_bytes("x", "12345").read_all(4), Error);
}

}  // namespace
}  // namespace taraz
