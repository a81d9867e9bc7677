// Finds texts that were seen before, exactly or nearly, in one pass and bounded memory.
#ifndef TARAZ_CORPUS_MT_DUPLICATES_H_
#define TARAZ_CORPUS_MT_DUPLICATES_H_

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

namespace taraz {

// A set of 64-bit hashes: open addressing, 8 bytes a slot, at most 70 % full. Not thread-safe.
class HashSet {
 public:
  // True when `hash` was not there yet. Amortised O(1).
  bool insert(std::uint64_t hash);
  bool contains(std::uint64_t hash) const;
  std::size_t size() const { return size_; }

 private:
  void grow();
  std::vector<std::uint64_t> slots_;  // 0 is free
  std::size_t size_ = 0;
};

enum class Seen : std::uint8_t { no, near, exact };

// Says of each text whether an earlier one was the same or nearly the same.
// "The same" is the same folded text (text/fold.h), white space aside. "Nearly the same" is an estimated
// Jaccard similarity of at least `threshold` between the sets of letter 4-grams, punctuation and digits
// aside: one-permutation MinHash (Li, Owen, Zhang 2012) with 32 bins of one byte (b-bit MinHash, Li and
// Koenig 2010), looked up in 8 bands of 4. A pair at similarity .9 shares a band with probability .9999, at
// .8 with .985; the estimate is off by .07 (one standard deviation, at .8), so pairs near the threshold fall
// on either side of it. A text shorter than 12 letters is only compared exactly, and a near duplicate is not
// compared with: a chain of small changes does not drop what is far from all that was kept. Memory: 11 to 23
// bytes a text for exact, 72 to 112 bytes more for near. Not thread-safe; deterministic. A hash collision (5
// million texts: probability about 1e-6) makes a text look seen.
class DuplicateFinder {
 public:
  // `threshold` 0 turns near duplicates off. REQUIRES: 0 <= threshold <= 1.
  explicit DuplicateFinder(double threshold) : threshold_(threshold) {}

  // Looks `text` up and remembers it, unless it is a near duplicate. REQUIRES: valid UTF-8. O(bytes).
  Seen add(std::string_view text) { return add(text, false); }
  // The same, but remembers near duplicates too: for texts that others must not be like.
  Seen add_always(std::string_view text) { return add(text, true); }
  // Looks `text` up without remembering it.
  Seen look_up(std::string_view text) const;

 private:
  static constexpr std::size_t kBins = 32, kBands = 8, kRows = 4;
  using Signature = std::array<std::uint8_t, kBins>;
  Seen add(std::string_view text, bool near_too);
  bool signature(std::string_view folded, Signature& out) const;
  static std::uint32_t rows_of(const Signature& s, std::size_t band);
  std::uint64_t band_key(const Signature& s, std::size_t band) const;
  // Slot of the first text with the key of `s` in this band, or the free slot where it would be.
  std::size_t slot(const Signature& s, std::size_t band) const;
  bool near(const Signature& s) const;
  void remember(const Signature& s);
  void grow_bands();

  double threshold_;
  HashSet exact_;
  std::deque<Signature> signatures_;                      // never moved: no second copy while it grows
  std::array<std::vector<std::uint32_t>, kBands> bands_;  // index + 1 of the first text with a key; 0 is free
  std::array<std::size_t, kBands> used_{};
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_MT_DUPLICATES_H_
