// Hashes that say whether something has changed: XXH3, 128 bits, as 32 hexadecimal digits.
#ifndef TARAZ_IO_BATCH_CONTENT_HASH_H_
#define TARAZ_IO_BATCH_CONTENT_HASH_H_

#include <memory>
#include <string>
#include <string_view>

namespace taraz {

// Not against an adversary. O(n), some GB/s.
std::string content_hash(std::string_view bytes);

// Of the bytes of a file as they are on the disk; empty when it cannot be read. Memory: 256 KiB.
std::string file_hash(const std::string& path);

// Of a list of texts: different lists give different hashes, also ("ab", "") and ("a", "b").
class ListHash {
 public:
  ListHash();
  ~ListHash();
  ListHash& add(std::string_view text);
  std::string result() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// Of all data tables in use (built in or of --data): results depend on them.
const std::string& data_tables_hash();

}  // namespace taraz

#endif  // TARAZ_IO_BATCH_CONTENT_HASH_H_
