#include "io/batch/content_hash.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>
#include <xxhash.h>

#include <cerrno>
#include <vector>

#include "text/data_tables.h"

namespace taraz {
namespace {

std::string hexadecimal(XXH128_hash_t hash) { return fmt::format("{:016x}{:016x}", hash.high64, hash.low64); }

struct FreeState {
  void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

}  // namespace

struct ListHash::State {
  std::unique_ptr<XXH3_state_t, FreeState> hash{XXH3_createState()};
};

ListHash::ListHash() : state_(std::make_unique<State>()) { XXH3_128bits_reset(state_->hash.get()); }
ListHash::~ListHash() = default;

ListHash& ListHash::add(std::string_view text) {
  const std::uint64_t size = text.size();
  XXH3_128bits_update(state_->hash.get(), &size, sizeof size);
  XXH3_128bits_update(state_->hash.get(), text.data(), text.size());
  return *this;
}

std::string ListHash::result() const { return hexadecimal(XXH3_128bits_digest(state_->hash.get())); }

std::string content_hash(std::string_view bytes) {
  return hexadecimal(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string file_hash(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return {};
  const std::unique_ptr<XXH3_state_t, FreeState> state(XXH3_createState());
  XXH3_128bits_reset(state.get());
  std::vector<char> buffer(std::size_t{1} << 18);
  ssize_t n = 0;
  while ((n = ::read(file, buffer.data(), buffer.size())) != 0) {
    if (n < 0 && errno == EINTR) continue;
    if (n < 0) break;
    XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(n));
  }
  ::close(file);
  return n < 0 ? std::string() : hexadecimal(XXH3_128bits_digest(state.get()));
}

const std::string& data_tables_hash() {
  static const std::string hash = [] {
    ListHash list;
    for (const std::string& path : data_files("")) list.add(path).add(data_file(path));
    return list.result();
  }();
  return hash;
}

}  // namespace taraz
