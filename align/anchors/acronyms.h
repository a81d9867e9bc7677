// Acronyms that a document explains: "Human Rights Activists in Iran (HRAI)", «حركة المقاومة الإسلامية
// (حماس)».
#ifndef TARAZ_ALIGN_ANCHORS_ACRONYMS_H_
#define TARAZ_ALIGN_ANCHORS_ACRONYMS_H_

#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "align/anchors/anchor.h"
#include "align/anchors/anchor_finder.h"
#include "text/words.h"

namespace taraz {

// An acronym in brackets after a phrase, or a phrase in brackets after it: words [begin, end).
struct AcronymPlace {
  std::size_t acronym = 0;  // word
  std::size_t begin = 0, end = 0;
  bool initials = false;  // the initials of the phrase spell it; otherwise the phrase ends at the bracket,
                          // and where it begins is not known (a Latin acronym in Arabic script)
};

// The definitions in a segment. An acronym has two to eight capitals, or three to six letters of Arabic
// script. Its letters are the first one to three of each word in turn; words in lower case, prepositions and
// articles may give none. O(words) but for the few before a bracket.
std::vector<AcronymPlace> find_acronyms(std::string_view text, const Words& words);

// The acronyms of one document, tied to what they stand for: both are a name with the gazetteer id that
// either has, or "acronym:HRAI". Use: collect() every segment, then apply() to every segment.
class DocumentAcronyms {
 public:
  // REQUIRES: words were made of text.
  void collect(std::string_view text, const Words& words, const AnchorFinder& finder);
  bool empty() const { return acronyms_.empty(); }
  // Adds the acronyms and phrases of the segment to its anchors, [first, end), in the order of
  // AnchorFinder::find; unknown names and Latin strings on the same words, and names inside a phrase, give
  // way.
  void apply(std::string_view text, const Words& words, std::vector<Anchor>& anchors,
             std::size_t first) const;

 private:
  std::map<std::string, std::string, std::less<>> acronyms_;  // as key_of() writes it -> value
  std::map<std::string, std::vector<std::pair<std::vector<std::string>, std::string>>, std::less<>>
      phrases_;  // first folded word -> folded words, value
};

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_ACRONYMS_H_
