// What a corpus consists of: units, words, lengths, kinds, confidence, duplicates, anchors.
#ifndef TARAZ_CORPUS_MT_STATISTICS_H_
#define TARAZ_CORPUS_MT_STATISTICS_H_

#include <array>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "align/anchors/anchor_finder.h"
#include "corpus/mt/duplicates.h"
#include "corpus/translation_unit.h"

namespace taraz {

// Counts of one language. Lengths are in words (text/words.h, marks not counted).
struct LanguageStatistics {
  static constexpr std::size_t kLengthBins = 11;
  static constexpr std::size_t kBinWords =
      5;  // bin b: 5b+1 to 5b+5 words, the last one and more; bin 0 has 0 words too

  std::uint64_t texts = 0;  // that are not empty
  std::uint64_t words = 0;
  std::uint64_t characters = 0;  // code points
  std::uint64_t distinct_texts = 0;
  std::uint64_t longest = 0;  // words
  std::array<std::uint64_t, kLengthBins> lengths{};
  std::array<std::uint64_t, kAnchorKindCount> anchors{};
};

struct CorpusStatistics {
  std::uint64_t units = 0;
  std::uint64_t complete = 0;
  std::uint64_t documents = 0;   // distinct names; 0 when none is named
  std::uint64_t duplicates = 0;  // units whose texts were all seen before together
  std::uint64_t scored = 0;
  double score_sum = 0.0;
  std::array<std::uint64_t, 10> scores{};      // confidence in tenths
  std::map<std::string, std::uint64_t> kinds;  // "1-1" -> units
  std::map<std::string, LanguageStatistics> languages;
};

// Adds units up in one pass. Memory: 16 bytes a distinct text, and the names of documents. Not thread-safe.
class StatisticsCollector {
 public:
  // Without `anchors` they are not looked for, which is about ten times as fast.
  explicit StatisticsCollector(bool anchors) : anchors_(anchors) {}
  void add(const TranslationUnit& unit);
  const CorpusStatistics& result() const { return result_; }

 private:
  struct Seen {
    HashSet texts;
    std::vector<AnchorFinder> finder;  // one or none
  };
  bool anchors_;
  CorpusStatistics result_;
  HashSet units_;
  std::set<std::string, std::less<>> documents_;
  std::map<std::string, Seen> seen_;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_MT_STATISTICS_H_
