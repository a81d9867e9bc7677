// Dates of a text in the Gregorian, the Solar Hijri (Jalali) and the lunar Hijri calendar, as days.
#ifndef TARAZ_ALIGN_ANCHORS_DATE_FINDER_H_
#define TARAZ_ALIGN_ANCHORS_DATE_FINDER_H_

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "align/anchors/anchor.h"
#include "align/anchors/word_roles.h"

namespace taraz {

class Document;

// What a date may lean on outside its own words.
struct DateContext {
  std::optional<std::int32_t> document_day;  // days since 1970-01-01: "yesterday", "22 Bahman" are near it
};

// Appends the dates of one segment in the order of their spans, readings of one span together, likeliest
// first. With no document day, "yesterday" is a distance and a date without a year is `recurring`.
// O(words). Thread-safe.
void find_dates(const RoledWords& words, const DateContext& context, std::vector<Anchor>& out);

// The day a document was written, from its dateline or date stamp; nothing when that is not certain.
std::optional<std::int32_t> find_document_day(const Document& document);

// How well two dates agree, 0..1: 1 for the same day, less for shared years, 0 for no day in common.
// Lunar Hijri days are taken as +-2 days. Symmetric. REQUIRES: both anchors are dates.
double date_agreement(const Anchor& a, const Anchor& b);
// How strongly two dates speak against each other, 0..1: 1 for different days far apart, 0 when they share
// days.
double date_contradiction(const Anchor& a, const Anchor& b);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_DATE_FINDER_H_
