// Idea: poppler gives the letters of a ligature equal shares of its glyph's width, while a lam and an alef of
// their own are of their own widths. "lam alef" from left to right is the word "al" as a rule, and a ligature
// when both are equally wide (5 %, since programs move letters to whole units). In some fonts the two letters
// are so too: then a lam of exactly that width stands elsewhere on the page as well. Tested by
// tests/io/extract/ligatures_test.cc and real_files_test.cc.
#include "io/extract/ligatures.h"

#include <algorithm>
#include <cmath>
#include <map>

#include "io/extract/visual_order.h"

namespace taraz {
namespace {

constexpr char32_t kLam = 0x644, kHeh = 0x647, kAlef = 0x627;

bool is_alef(char32_t c) { return c == kAlef || c == 0x622 || c == 0x623 || c == 0x625 || c == 0x671; }

bool equal(double a, double b, double tolerance) { return std::fabs(a - b) <= tolerance * std::max(a, b); }

// The next character behind i that is no mark; size() when there is none.
std::size_t next_letter(const PageWord& word, std::size_t i) {
  do ++i;
  while (i < word.text.size() && is_arabic_mark(word.text[i]));
  return i;
}

// Relative widths of the lams of a font that are no part of a ligature.
using LamWidths = std::map<std::string, std::vector<double>>;

LamWidths lams_by_themselves(const std::vector<PageWord>& words) {
  LamWidths out;
  for (const PageWord& word : words)
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      if (word.text[i] != kLam || word.size <= 0) continue;
      const std::size_t next = next_letter(word, i);
      if (next < word.text.size() && is_alef(word.text[next]) && equal(word.width[i], word.width[next], 0.05))
        continue;
      out[word.font].push_back(word.width[i] / word.size);
    }
  for (auto& [font, widths] : out) std::sort(widths.begin(), widths.end());
  return out;
}

bool holds(const std::vector<double>& widths, double width) {
  const auto it = std::lower_bound(widths.begin(), widths.end(), width * 0.999);
  return it != widths.end() && *it <= width * 1.001;
}

bool is_lam_alef(const PageWord& word, std::size_t lam, std::size_t alef, const LamWidths& lams) {
  if (!equal(word.width[lam], word.width[alef], 0.05)) return false;
  const auto it = lams.find(word.font);
  return it == lams.end() || word.size <= 0 || !holds(it->second, word.width[lam] / word.size);
}

// Length of "lam lam heh" or "alef lam lam heh" of equal widths at `i`, or 0.
std::size_t allah_at(const PageWord& word, std::size_t i) {
  const std::u32string_view rest = std::u32string_view(word.text).substr(i);
  const std::u32string lillah{kLam, kLam, kHeh};
  const std::size_t size = rest.starts_with(lillah) ? 3 : rest.starts_with(kAlef + lillah) ? 4 : 0;
  for (std::size_t k = 1; k < size; ++k)
    if (!equal(word.width[i], word.width[i + k], 0.02)) return 0;
  return size;
}

bool is_mark(const PageWord& word, std::size_t i) {
  return i < word.text.size() && is_arabic_mark(word.text[i]);
}

bool is_letter(const PageWord& word, std::size_t i) {
  return i < word.text.size() && has_right_to_left(word.text.substr(i, 1)) && !is_arabic_mark(word.text[i]);
}

// Whether marks are drawn behind their letters on this page, as read, and not before them, as seen from the
// left: a mark at the right end of a word, or one at its left end, tells.
bool marks_stand_behind(const std::vector<PageWord>& words) {
  std::ptrdiff_t balance = 0;
  for (const PageWord& word : words)
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      if (!is_mark(word, i)) continue;
      const bool letter_before = i > 0 && (is_letter(word, i - 1) || is_mark(word, i - 1));
      const bool letter_behind = is_letter(word, i + 1) || is_mark(word, i + 1);
      if (letter_before != letter_behind) balance += letter_before ? 1 : -1;
    }
  return balance > 0;
}

// Puts the marks before their letters. Those that share a glyph with theirs are left for the lines to see.
void turn_marks(PageWord& word) {
  for (std::size_t i = 0; i < word.text.size(); ++i) {
    if (!is_letter(word, i)) continue;
    std::size_t end = i + 1;
    while (is_mark(word, end) && !equal(word.width[end], word.width[i], 0.01)) ++end;
    const auto turn = [&](auto& values) {
      const auto at = [&](std::size_t k) { return values.begin() + static_cast<std::ptrdiff_t>(k); };
      std::rotate(at(i), at(i + 1), at(end));
    };
    turn(word.text);
    // The places stay in order; the letter takes what is left of the glyph.
    std::reverse(word.width.begin() + static_cast<std::ptrdiff_t>(i),
                 word.width.begin() + static_cast<std::ptrdiff_t>(end));
    for (std::size_t k = i + 1; k < end; ++k) word.left[k] = word.left[k - 1] + word.width[k - 1];
    i = end - 1;
  }
}

}  // namespace

void turn_ligatures(std::vector<PageWord>& words) {
  if (marks_stand_behind(words))
    for (PageWord& word : words) turn_marks(word);
  const LamWidths lams = lams_by_themselves(words);
  for (PageWord& word : words)
    for (std::size_t i = 0; i < word.text.size(); ++i) {
      if (const std::size_t size = allah_at(word, i); size > 0) {
        const auto begin = word.text.begin() + static_cast<std::ptrdiff_t>(i);
        std::reverse(begin, begin + static_cast<std::ptrdiff_t>(size));
        i += size - 1;
      } else if (word.text[i] == kLam) {
        const std::size_t next = next_letter(word, i);
        if (next >= word.text.size() || !is_alef(word.text[next]) || !is_lam_alef(word, i, next, lams))
          continue;
        // What stands behind the alef with the same share of the width sits on it.
        std::size_t end = next + 1;
        while (end < word.text.size() && is_arabic_mark(word.text[end]) &&
               equal(word.width[end], word.width[next], 0.02))
          ++end;
        const auto at = [&](std::size_t k) { return word.text.begin() + static_cast<std::ptrdiff_t>(k); };
        std::rotate(at(i), at(next), at(end));
        i = end - 1;
      }
    }
}

}  // namespace taraz
