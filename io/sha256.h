// SHA-256 (FIPS 180-4), for names of content and for the Content-Security-Policy of the review page.
#ifndef TARAZ_IO_SHA256_H_
#define TARAZ_IO_SHA256_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace taraz {

using Sha256 = std::array<std::uint8_t, 32>;

// O(n), about 250 MB/s. Thread-safe.
Sha256 sha256(std::string_view bytes);

std::string hexadecimal(const Sha256& digest);  // 64 lower-case digits
std::string base64(const Sha256& digest);       // 44 characters, RFC 4648 section 4

}  // namespace taraz

#endif  // TARAZ_IO_SHA256_H_
