// Parts of letters and mails that lost their line breaks: "Dear Sir, Thank you", "Best regards, Ann", a URL
// or an address that ended a line.
#ifndef TARAZ_SEGMENT_LETTER_PARTS_H_
#define TARAZ_SEGMENT_LETTER_PARTS_H_

#include <cstddef>

#include "segment/sentence_context.h"
#include "segment/sentence_tables.h"

namespace taraz {

// The offset behind the comma of an English salutation or closing formula that begins at context.start and is
// followed by a capitalised word; 0 when there is none. `is_closing`: it is a closing. Reads at most 60
// bytes.
std::size_t salutation_end(const SentenceContext& context, const SentenceTables& tables, bool& is_closing);

// The end of the URL or mail address around the stop at `mark`, when a capitalised word that begins sentences
// follows (after an address any capitalised word); 0 otherwise. `token_end` gets the end of the token in any
// case.
std::size_t address_end(const SentenceContext& context, std::size_t mark, const SentenceTables& tables,
                        std::size_t& token_end);

// The time stamp "03/28/2001 05:09 PM" whose first colon stands at `colon`: its end when a word follows, 0
// when there is none. `begin` gets its begin when a capitalised word or an address stands before it without a
// mark, else its end.
std::size_t stamp_end(const SentenceContext& context, std::size_t colon, std::size_t& begin);

// The end of the name (one to three capitalised words) that begins at context.start, behind a closing
// formula, when a word that begins sentences or the name's first word follows; 0 otherwise.
std::size_t signature_end(const SentenceContext& context, const SentenceTables& tables);

}  // namespace taraz

#endif  // TARAZ_SEGMENT_LETTER_PARTS_H_
