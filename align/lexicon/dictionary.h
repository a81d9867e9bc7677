// A user's word list: pairs of words or phrases.
#ifndef TARAZ_ALIGN_LEXICON_DICTIONARY_H_
#define TARAZ_ALIGN_LEXICON_DICTIONARY_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace taraz {

// Entries of one word list, in file order.
class Dictionary {
 public:
  // Reads "first TAB second" lines, or hunalign's "second @ first" (its dictionaries have the target language
  // on the left). Several translations in a cell may be separated by '|' or ';'; empty lines and lines that
  // start with '#' are left out; cells after the second are ignored. REQUIRES: valid UTF-8. Throws
  // FormatError naming `source` and line for a line with neither a tab nor " @ ", or with an empty side.
  static Dictionary parse(std::string_view text, const std::string& source);

  const std::vector<std::pair<std::string, std::string>>& entries() const { return entries_; }
  std::size_t size() const { return entries_.size(); }
  Dictionary swapped() const;  // sides exchanged

 private:
  std::vector<std::pair<std::string, std::string>> entries_;
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_LEXICON_DICTIONARY_H_
