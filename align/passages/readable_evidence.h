// Shared evidence as people read it: words as the document spells them, numbers and dates in plain figures.
#ifndef TARAZ_ALIGN_PASSAGES_READABLE_EVIDENCE_H_
#define TARAZ_ALIGN_PASSAGES_READABLE_EVIDENCE_H_

#include <string>
#include <string_view>

namespace taraz {

// The first words of `text` whose folded form is `key`; of a single word, else the word nearest to it that
// contains it (a key may be a stem). The key itself where there is none. O(text).
std::string spelling_of(std::string_view text, std::string_view key);

// "30,000" for "30000"; as it is below 10,000, and what is no number.
std::string readable_number(std::string_view value);

// "1988" for "1988-01-01/1988-12-31", "2019-11" for a month, "1980\u20131989" for whole years, "2020-09-21"
// for a day; any other stretch, and what is no date, as it is.
std::string readable_date(std::string_view value);

}  // namespace taraz

#endif  // TARAZ_ALIGN_PASSAGES_READABLE_EVIDENCE_H_
