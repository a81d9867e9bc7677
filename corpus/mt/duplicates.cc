// Exact duplicates by a set of hashes, near ones by one-permutation MinHash: each 4-gram is hashed once, the
// top five bits choose one of 32 bins, the bin keeps its smallest hash; an empty bin borrows from the next
// full one ("rotation", Shrivastava and Li 2014). A text is compared with the first text that shares a band
// with it, so the cost of a text does not grow with the number of texts before it. Tested by
// tests/corpus/mt/duplicates_test.cc against all pairs.
#include "corpus/mt/duplicates.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kShortest = 12;  // letters; below, one changed word changes too much
constexpr std::size_t kGram = 4;

bool counts_as_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z');
  return !(c >= 0x2000 && c <= 0x206F) && c != 0x060C && c != 0x061B && c != 0x061F && c != 0x06D4 &&
         c != 0xB7;
}

std::string compared_form(std::string_view text) {
  std::string folded = fold(text);
  std::erase(folded, ' ');
  return folded;
}

}  // namespace

bool HashSet::contains(std::uint64_t hash) const {
  if (slots_.empty()) return false;
  if (hash == 0) hash = 1;
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = hash & mask;
  while (slots_[i] != 0 && slots_[i] != hash) i = (i + 1) & mask;
  return slots_[i] == hash;
}

bool HashSet::insert(std::uint64_t hash) {
  if (hash == 0) hash = 1;
  if (slots_.empty() || (size_ + 1) * 10 > slots_.size() * 7) grow();
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    if (slots_[i] == hash) return false;
    if (slots_[i] == 0) {
      slots_[i] = hash;
      ++size_;
      return true;
    }
  }
}

void HashSet::grow() {
  std::vector<std::uint64_t> bigger(std::max<std::size_t>(1024, slots_.size() * 2), 0);
  const std::size_t mask = bigger.size() - 1;
  for (std::uint64_t hash : slots_) {
    if (hash == 0) continue;
    std::size_t i = hash & mask;
    while (bigger[i] != 0) i = (i + 1) & mask;
    bigger[i] = hash;
  }
  slots_ = std::move(bigger);
}

bool DuplicateFinder::signature(std::string_view folded, Signature& out) const {
  std::vector<std::size_t> at;  // where each letter of `letters` begins
  std::string letters;
  for (std::size_t i = 0; i < folded.size();) {
    const std::size_t start = i;
    if (!counts_as_letter(next_code_point(folded, i))) continue;
    at.push_back(letters.size());
    letters.append(folded, start, i - start);
  }
  at.push_back(letters.size());
  if (at.size() - 1 < kShortest) return false;
  std::array<std::uint32_t, kBins> smallest;
  smallest.fill(0xFFFFFFFFu);
  for (std::size_t i = 0; i + kGram < at.size(); ++i) {
    const std::uint64_t hash = XXH3_64bits(letters.data() + at[i], at[i + kGram] - at[i]);
    std::uint32_t& bin = smallest[hash >> 59];
    bin = std::min(bin, static_cast<std::uint32_t>(hash));
  }
  for (std::size_t b = 0; b < kBins; ++b) {
    std::size_t full = b;
    while (smallest[full % kBins] == 0xFFFFFFFFu) ++full;
    const std::uint32_t value = smallest[full % kBins] + static_cast<std::uint32_t>(full - b) * 0x9E3779B9u;
    out[b] = static_cast<std::uint8_t>(value * 0x9E3779B1u >> 24);
  }
  return true;
}

std::uint32_t DuplicateFinder::rows_of(const Signature& s, std::size_t band) {
  std::uint32_t rows = 0;
  std::memcpy(&rows, s.data() + band * kRows, sizeof rows);
  return rows;
}

std::uint64_t DuplicateFinder::band_key(const Signature& s, std::size_t band) const {
  const std::uint64_t key = static_cast<std::uint64_t>(band) << 32 | rows_of(s, band);
  return XXH3_64bits(&key, sizeof key);
}

void DuplicateFinder::grow_bands() {
  for (std::size_t band = 0; band < kBands; ++band) {
    std::vector<std::uint32_t>& old = bands_[band];
    if (!old.empty() && (used_[band] + 1) * 10 <= old.size() * 8) continue;
    std::vector<std::uint32_t> bigger(std::max<std::size_t>(1024, old.size() * 2), 0);
    const std::size_t mask = bigger.size() - 1;
    for (std::uint32_t entry : old) {
      if (entry == 0) continue;
      std::size_t i = band_key(signatures_[entry - 1], band) & mask;
      while (bigger[i] != 0) i = (i + 1) & mask;
      bigger[i] = entry;
    }
    old = std::move(bigger);
  }
}

std::size_t DuplicateFinder::slot(const Signature& s, std::size_t band) const {
  const std::vector<std::uint32_t>& table = bands_[band];
  const std::size_t mask = table.size() - 1;
  std::size_t i = band_key(s, band) & mask;
  const std::uint32_t rows = rows_of(s, band);
  while (table[i] != 0 && rows_of(signatures_[table[i] - 1], band) != rows) i = (i + 1) & mask;
  return i;
}

bool DuplicateFinder::near(const Signature& s) const {
  for (std::size_t band = 0; band < kBands; ++band) {
    if (bands_[band].empty()) return false;
    const std::uint32_t entry = bands_[band][slot(s, band)];
    if (entry == 0) continue;
    const Signature& other = signatures_[entry - 1];
    std::size_t same = 0;
    for (std::size_t b = 0; b < kBins; ++b) same += s[b] == other[b];
    if (static_cast<double>(same) >= threshold_ * kBins) return true;
  }
  return false;
}

void DuplicateFinder::remember(const Signature& s) {
  grow_bands();
  signatures_.push_back(s);
  for (std::size_t band = 0; band < kBands; ++band) {
    std::uint32_t& entry = bands_[band][slot(s, band)];
    if (entry != 0) continue;
    entry = static_cast<std::uint32_t>(signatures_.size());
    ++used_[band];
  }
}

Seen DuplicateFinder::add(std::string_view text, bool near_too) {
  const std::string folded = compared_form(text);
  if (!exact_.insert(XXH3_64bits(folded.data(), folded.size()))) return Seen::exact;
  Signature s;
  if (threshold_ <= 0.0 || !signature(folded, s)) return Seen::no;
  const bool found = near(s);
  if (!found || near_too) remember(s);
  return found ? Seen::near : Seen::no;
}

Seen DuplicateFinder::look_up(std::string_view text) const {
  const std::string folded = compared_form(text);
  if (exact_.contains(XXH3_64bits(folded.data(), folded.size()))) return Seen::exact;
  Signature s;
  return threshold_ > 0.0 && signature(folded, s) && near(s) ? Seen::near : Seen::no;
}

}  // namespace taraz
