// Numbers of a text in digits and in words, as exact decimals.
#ifndef TARAZ_ALIGN_ANCHORS_NUMBER_FINDER_H_
#define TARAZ_ALIGN_ANCHORS_NUMBER_FINDER_H_

#include <span>
#include <vector>

#include "align/anchors/anchor.h"
#include "align/anchors/word_roles.h"

namespace taraz {

// Appends the numbers of one segment in the order of their spans. `dates` are the anchors find_dates found in
// the same segment: a number inside a date is part of it and not reported, unless it is the whole date (a
// year: then it is a further reading of the span). Spelled numbers below 10 are reported only with a unit, a
// magnitude or as parts of larger numbers: "one" and "دو" are mostly no numbers. O(words). Thread-safe.
void find_numbers(const RoledWords& words, std::span<const Anchor> dates, std::vector<Anchor>& out);

// How well two numbers agree, 0..1: 1 for equal values (lower when their kinds differ), at most 0.4 for the
// same quantity in other units (miles and km, F and C) within 2 %. Symmetric. REQUIRES: both anchors are
// numbers.
double number_agreement(const Anchor& a, const Anchor& b);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_NUMBER_FINDER_H_
