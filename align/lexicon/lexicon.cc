// The file is its own data structure: sorted words found by binary search, rows in compressed sparse form.
// Opening checks every offset and id once, so that all later access is free of checks. Format:
// docs/formats/lexicon.md. Tested by tests/align/lexicon_test.cc and tests/fuzz/lexicon_fuzzer.cc.
#include "align/lexicon/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <map>
#include <mutex>
#include <utility>
#include <vector>

#include "align/lexicon/lexicon_file.h"
#include "align/lexicon/stem.h"
#include "text/data_tables.h"
#include "text/error.h"
#include "text/utf8.h"

namespace taraz {

static_assert(std::endian::native == std::endian::little,
              "lexicon files are mapped as they are: little-endian");

std::uint8_t quantise(double probability) {
  if (!(probability > 0.0)) return 255;
  return static_cast<std::uint8_t>(std::clamp(std::round(-20.0 * std::log(probability)), 0.0, 255.0));
}

float dequantise(std::uint8_t q) {
  static const std::array<float, 256> table = [] {
    std::array<float, 256> t{};
    for (int i = 0; i < 256; ++i) t[i] = static_cast<float>(std::exp(-i / 20.0));
    return t;
  }();
  return table[q];
}

struct Lexicon::Bytes {
  struct SideView {
    std::string_view language;
    std::uint32_t words = 0;
    std::span<const std::uint32_t> string_begin;  // words + 1
    std::string_view strings;
    std::span<const std::uint8_t> background, null;
    std::span<const std::uint32_t> row_begin;  // words + 1
    std::span<const PackedTranslation> rows;
  };
  std::array<SideView, 2> side;
  std::string source;
  void* mapping = nullptr;  // to unmap
  std::size_t mapped = 0;

  Bytes(std::string_view bytes, std::string name);
  Bytes(const Bytes&) = delete;
  Bytes& operator=(const Bytes&) = delete;
  ~Bytes() {
    if (mapping != nullptr) ::munmap(mapping, mapped);
  }
};

namespace {

// Takes typed blocks from the front of the bytes; every block starts at a multiple of 8.
class BlockReader {
 public:
  BlockReader(std::string_view bytes, const std::string& source) : bytes_(bytes), source_(source) {}

  template <typename T>
  std::span<const T> take(std::size_t count) {
    const std::size_t size = count * sizeof(T);
    if (size > bytes_.size() - at_)
      throw FormatError(source_, 0, 0, "the lexicon file is cut off; make or fetch it again");
    const T* begin = reinterpret_cast<const T*>(bytes_.data() + at_);
    at_ = std::min(bytes_.size(), (at_ + size + 7) / 8 * 8);
    return {begin, count};
  }
  std::size_t at() const { return at_; }

 private:
  std::string_view bytes_;
  const std::string& source_;
  std::size_t at_ = 0;
};

void check(bool good, const std::string& source, const char* what) {
  if (!good)
    throw FormatError(source, 0, 0,
                      std::string("damaged lexicon file: ") + what + "; make or fetch it again");
}

bool ascending(std::span<const std::uint32_t> offsets, std::size_t end) {
  return offsets.front() == 0 && offsets.back() == end && std::is_sorted(offsets.begin(), offsets.end());
}

std::string_view tag_of(const char (&tag)[8]) { return {tag, ::strnlen(tag, sizeof tag)}; }

}  // namespace

Lexicon::Bytes::Bytes(std::string_view bytes, std::string name) : source(std::move(name)) {
  if (reinterpret_cast<std::uintptr_t>(bytes.data()) % 8 != 0)
    throw Error(source + ": the bytes of a lexicon must be aligned to 8");
  if (bytes.size() < sizeof(LexiconHeader) ||
      std::memcmp(bytes.data(), kLexiconMagic, sizeof kLexiconMagic) != 0)
    throw FormatError(source, 0, 0, "not a Taraz lexicon; make one with 'taraz train'");
  BlockReader in(bytes, source);
  const LexiconHeader& head = in.take<LexiconHeader>(1).front();
  if (head.version != kLexiconVersion)
    throw FormatError(source, 0, 0,
                      "lexicon of format version " + std::to_string(head.version) + ", this program reads " +
                          std::to_string(kLexiconVersion) + "; train it again");
  for (int k = 0; k < 2; ++k) {
    SideView& s = side[k];
    s.language = tag_of(head.language[k]);
    check(Language::is_tag(s.language), source, "language tag");
    s.words = head.words[k];
    check(s.words < (1U << 24), source, "number of words");
    s.string_begin = in.take<std::uint32_t>(s.words + std::size_t{1});
    const auto strings = in.take<char>(head.string_bytes[k]);
    s.strings = {strings.data(), strings.size()};
    s.background = in.take<std::uint8_t>(s.words);
    s.null = in.take<std::uint8_t>(s.words);
    s.row_begin = in.take<std::uint32_t>(s.words + std::size_t{1});
    s.rows = in.take<PackedTranslation>(head.entries[k]);
    check(ascending(s.string_begin, s.strings.size()), source, "word offsets");
    check(ascending(s.row_begin, s.rows.size()), source, "row offsets");
  }
  check(in.at() == bytes.size(), source, "bytes after the end");
  for (int k = 0; k < 2; ++k) {
    const SideView& s = side[k];
    check(!first_invalid_byte(s.strings).has_value(), source, "words are not UTF-8");
    const auto word = [&](std::size_t i) {
      return s.strings.substr(s.string_begin[i], s.string_begin[i + 1] - s.string_begin[i]);
    };
    for (std::size_t i = 0; i + 1 < s.words; ++i)
      check(word(i) < word(i + 1), source, "words are not sorted");
    for (const std::uint32_t begin : s.string_begin)
      check(begin == s.strings.size() || (static_cast<unsigned char>(s.strings[begin]) & 0xC0) != 0x80,
            source, "a word starts inside a letter");
    const std::uint32_t others = side[1 - k].words;
    for (const PackedTranslation t : s.rows) check(t.word() < others, source, "word number");
  }
}

Lexicon::Lexicon(std::string_view bytes, std::string source)
    : bytes_(std::make_shared<Bytes>(bytes, std::move(source))) {}
Lexicon::Lexicon(std::shared_ptr<const Bytes> bytes, bool swapped)
    : bytes_(std::move(bytes)), swapped_(swapped) {}
Lexicon::~Lexicon() = default;

std::shared_ptr<const Lexicon> Lexicon::swapped() const {
  return std::shared_ptr<const Lexicon>(new Lexicon(bytes_, !swapped_));
}

std::shared_ptr<const Lexicon> Lexicon::shipped(const Language& first, const Language& second) {
  // Checking the bytes takes milliseconds, aligning a short text hardly longer: each table is opened once.
  static std::mutex guard;
  static std::map<std::string, std::shared_ptr<const Lexicon>, std::less<>> opened;
  const std::string a(first.base()), b(second.base());
  for (const bool swap : {false, true}) {
    const std::string path = "lexicon/" + (swap ? b + "-" + a : a + "-" + b) + ".bin";
    if (!has_data_file(path)) continue;
    const std::lock_guard lock(guard);
    std::shared_ptr<const Lexicon>& lexicon = opened[path];
    if (!lexicon) lexicon = std::make_shared<const Lexicon>(data_file(path), "data/" + path);
    return swap ? lexicon->swapped() : lexicon;
  }
  return nullptr;
}

std::shared_ptr<const Lexicon> Lexicon::open(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat info {};
  if (file < 0 || ::fstat(file, &info) != 0 || !S_ISREG(info.st_mode)) {
    const int error = file < 0 ? errno : EINVAL;
    if (file >= 0) ::close(file);
    throw Error(path +
                ": cannot open the lexicon: " + (file < 0 ? std::strerror(error) : "not a regular file"));
  }
  const auto size = static_cast<std::size_t>(info.st_size);
  void* mapping = size == 0 ? MAP_FAILED : ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (size == 0) throw FormatError(path, 0, 0, "not a Taraz lexicon; make one with 'taraz train'");
  if (mapping == MAP_FAILED) throw Error(path + ": cannot map the lexicon into memory");
  try {
    auto bytes = std::make_shared<Bytes>(std::string_view(static_cast<const char*>(mapping), size), path);
    bytes->mapping = std::exchange(mapping, nullptr);
    bytes->mapped = size;
    return std::shared_ptr<const Lexicon>(new Lexicon(std::move(bytes), false));
  } catch (...) {
    if (mapping != nullptr) ::munmap(mapping, size);
    throw;
  }
}

namespace {
std::size_t slot(Side side, bool swapped) { return index(side) ^ static_cast<std::size_t>(swapped); }
}  // namespace

std::string_view Lexicon::language(Side side) const { return bytes_->side[slot(side, swapped_)].language; }
std::size_t Lexicon::size(Side side) const { return bytes_->side[slot(side, swapped_)].words; }

std::string_view Lexicon::word(Side side, WordId id) const {
  const auto& s = bytes_->side[slot(side, swapped_)];
  return s.strings.substr(s.string_begin[id], s.string_begin[id + 1] - s.string_begin[id]);
}

WordId Lexicon::find(Side side, std::string_view folded) const {
  const auto& s = bytes_->side[slot(side, swapped_)];
  std::uint32_t low = 0, high = s.words;
  while (low < high) {
    const std::uint32_t middle = low + (high - low) / 2;
    const int order =
        s.strings.substr(s.string_begin[middle], s.string_begin[middle + 1] - s.string_begin[middle])
            .compare(folded);
    if (order == 0) return middle;
    if (order < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return kNoWord;
}

WordId Lexicon::find_stem(Side side, std::string_view folded) const {
  if (const WordId id = find(side, folded); id != kNoWord) return id;
  std::vector<std::string> candidates;
  stems(language(side), folded, candidates);
  for (const std::string& stem : candidates)
    if (const WordId id = find(side, stem); id != kNoWord) return id;
  return kNoWord;
}

std::span<const PackedTranslation> Lexicon::translations(Side side, WordId id) const {
  const auto& s = bytes_->side[slot(side, swapped_)];
  return s.rows.subspan(s.row_begin[id], s.row_begin[id + 1] - s.row_begin[id]);
}
float Lexicon::null_probability(Side side, WordId id) const {
  return dequantise(bytes_->side[slot(side, swapped_)].null[id]);
}
float Lexicon::background(Side side, WordId id) const {
  return dequantise(bytes_->side[slot(side, swapped_)].background[id]);
}

}  // namespace taraz
