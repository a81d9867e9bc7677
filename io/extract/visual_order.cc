// Idea: the Unicode bidirectional algorithm (UAX #9), read backwards for the two levels that documents have.
// In a right-to-left line everything is turned round but the runs that read from left to right: words of
// Latin letters with what stands between them and with numbers behind them ("Shelf 2.1"), and numbers with
// the separators inside them (rules W2 and W4: a hyphen separates two numbers, a full stop or a slash does
// not). In a left-to-right line only the stretches from a right-to-left letter to the last one before the
// next Latin letter are turned round. Some programs write brackets as they are drawn and some as they are
// read; the pairs that then match tell which. Tested by tests/io/extract/visual_order_test.cc and
// real_files_test.cc.
#include "io/extract/visual_order.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <vector>

#include "text/utf8.h"

namespace taraz {
namespace {

enum class Kind { right, left, digit, separator, neutral };

bool is_right_letter(char32_t c) {
  const auto d = u_charDirection(static_cast<UChar32>(c));
  return d == U_RIGHT_TO_LEFT || d == U_RIGHT_TO_LEFT_ARABIC;
}

Kind kind_of(char32_t c) {
  switch (u_charDirection(static_cast<UChar32>(c))) {
    case U_RIGHT_TO_LEFT:
    case U_RIGHT_TO_LEFT_ARABIC:
      return Kind::right;
    case U_LEFT_TO_RIGHT:
      return Kind::left;
    case U_EUROPEAN_NUMBER:
    case U_ARABIC_NUMBER:
      return Kind::digit;
    case U_COMMON_NUMBER_SEPARATOR:
      return Kind::separator;
    default:
      return Kind::neutral;
  }
}

// The letters that a presentation form or a ligature shows.
std::u32string plain(const std::u32string& cluster) {
  std::u32string out;
  for (const char32_t c : cluster) {
    const bool form = (c >= 0xFB00 && c <= 0xFB06) ||
                      (c >= 0xFB50 && c <= 0xFDCF && c != 0xFD3E && c != 0xFD3F) ||
                      (c >= 0xFE70 && c <= 0xFEFC);
    if (!form) {
      out += c;
      continue;
    }
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2* nfkc = icu::Normalizer2::getNFKCInstance(status);
    const icu::UnicodeString text = U_SUCCESS(status)
                                        ? nfkc->normalize(icu::UnicodeString(static_cast<UChar32>(c)), status)
                                        : icu::UnicodeString(static_cast<UChar32>(c));
    for (int i = 0; i < text.length(); i = text.moveIndex32(i, 1))
      // The isolated form of a mark decomposes into a space and the mark.
      if (text.char32At(i) != ' ') out += static_cast<char32_t>(text.char32At(i));
  }
  return out;
}

using Clusters = std::vector<std::u32string>;

// Turns the clusters [begin, end) round, but for the runs that read from left to right.
void turn(std::span<const std::u32string> drawn, std::size_t begin, std::size_t end, Clusters& out) {
  const auto kind = [&](std::size_t i) { return kind_of(drawn[i].front()); };
  struct Run {
    std::size_t begin, end;
  };
  std::vector<Run> runs;
  for (std::size_t i = begin; i < end;) {
    std::size_t stop = i + 1;
    if (kind(i) == Kind::left || kind(i) == Kind::digit) {
      bool letters = kind(i) == Kind::left;
      for (std::size_t k = stop; k < end && kind(k) != Kind::right; ++k) {
        const Kind c = kind(k);
        const bool joined = k == stop;  // nothing neutral between
        if (c == Kind::left && (letters || joined)) {
          letters = true;
          stop = k + 1;
        } else if (c == Kind::digit) {
          const bool separated = k == stop + 1 && kind(stop) == Kind::separator;
          if (letters || joined || separated)
            stop = k + 1;
          else
            break;
        } else if (!letters && (c == Kind::neutral || k > stop)) {
          break;
        }
      }
    }
    runs.push_back({i, stop});
    i = stop;
  }
  for (auto run = runs.rbegin(); run != runs.rend(); ++run)
    out.insert(out.end(), drawn.begin() + static_cast<std::ptrdiff_t>(run->begin),
               drawn.begin() + static_cast<std::ptrdiff_t>(run->end));
}

// How many brackets of a text do not match; brackets of one kind nest.
std::size_t unmatched(const Clusters& text, bool mirrored) {
  std::vector<char32_t> open;
  std::size_t wrong = 0;
  for (const std::u32string& cluster : text) {
    char32_t c = cluster.front();
    if (mirrored) c = static_cast<char32_t>(u_charMirror(static_cast<UChar32>(c)));
    if (c == '(' || c == '[' || c == '{' || c == 0xAB) {
      open.push_back(c == 0xAB ? 0xBB : static_cast<char32_t>(u_charMirror(static_cast<UChar32>(c))));
    } else if (c == ')' || c == ']' || c == '}' || c == 0xBB) {
      if (!open.empty() && open.back() == c)
        open.pop_back();
      else
        ++wrong;
    }
  }
  return wrong + open.size();
}

void mirror(Clusters& text) {
  for (std::u32string& cluster : text)
    cluster.front() = static_cast<char32_t>(u_charMirror(static_cast<UChar32>(cluster.front())));
}

}  // namespace

bool is_combining_mark(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK;
}

bool is_arabic_mark(char32_t c) {
  return (c >= 0x610 && c <= 0x61A) || (c >= 0x64B && c <= 0x65F) || c == 0x670 || (c >= 0x6D6 && c <= 0x6ED);
}

bool has_right_to_left(std::u32string_view text) {
  return std::any_of(text.begin(), text.end(), is_right_letter);
}

Direction direction_of(std::u32string_view text) {
  std::ptrdiff_t balance = 0;
  for (const char32_t c : text) {
    const Kind kind = kind_of(c);
    balance += kind == Kind::right ? 1 : kind == Kind::left ? -1 : 0;
  }
  return balance > 0 ? Direction::right_to_left : Direction::left_to_right;
}

std::string logical_order(std::span<const std::u32string> drawn, Direction base) {
  Clusters out;
  const auto kind = [&](std::size_t i) { return kind_of(drawn[i].front()); };
  // Eastern digits in a line of Latin letters belong to the words of their script.
  const auto turns = [&](std::size_t i) {
    const char32_t c = drawn[i].front();
    return kind(i) == Kind::right || (c >= 0x660 && c <= 0x669) || (c >= 0x6F0 && c <= 0x6F9);
  };
  bool turned = false;
  if (base == Direction::right_to_left) {
    turn(drawn, 0, drawn.size(), out);
    turned = true;
  } else {
    for (std::size_t i = 0; i < drawn.size();) {
      if (!turns(i)) {
        out.push_back(drawn[i++]);
        continue;
      }
      std::size_t stop = i + 1;
      for (std::size_t k = stop; k < drawn.size() && kind(k) != Kind::left; ++k)
        if (turns(k)) stop = k + 1;
      turn(drawn, i, stop, out);
      i = stop;
    }
  }
  if (turned && unmatched(out, true) < unmatched(out, false)) mirror(out);
  std::string text;
  for (const std::u32string& cluster : out)
    for (const char32_t c : plain(cluster)) append_utf8(text, c);
  return text;
}

}  // namespace taraz
