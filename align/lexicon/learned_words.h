// Words that were learned from aligned documents: how often words were linked, under the keys of WordModel.
#ifndef TARAZ_ALIGN_LEXICON_LEARNED_WORDS_H_
#define TARAZ_ALIGN_LEXICON_LEARNED_WORDS_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "align/lexicon/lexicon.h"
#include "align/lexicon/model1.h"
#include "text/language.h"

namespace taraz {

// A table of links and the words it is about. Immutable after construction; const access is thread-safe.
class LearnedWords {
 public:
  // `words[k][id]` is the key of word `id` of side k in `table`.
  LearnedWords(Language first, Language second, std::array<std::vector<std::string>, 2> words,
               Model1Table table);

  const Language& language(Side side) const { return languages_[index(side)]; }
  std::size_t size(Side side) const { return words_[index(side)].size(); }
  // The word of this key, or kNoWord.
  WordId find(Side side, std::string_view key) const;
  const Model1Table& table() const { return table_; }

  // The table in the numbering of other words, whose keys are `first` and `second`; `swapped`: `first` are
  // words of the second side. O(words + their links).
  Model1Table renumbered(const std::vector<std::string>& first, const std::vector<std::string>& second,
                         bool swapped) const;

 private:
  struct StringHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>()(s); }
  };
  std::array<Language, 2> languages_;
  std::array<std::unordered_map<std::string, WordId, StringHash, std::equal_to<>>, 2> words_;
  Model1Table table_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_LEARNED_WORDS_H_
