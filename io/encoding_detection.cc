// Which encoding? The candidates are decoded and judged by what comes out.
// Tested by tests/io/encoding_test.cc; figures: docs/input.md.
#include <uchardet/uchardet.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "io/encoding.h"
#include "text/language_detector.h"
#include "text/utf8.h"

namespace taraz {
namespace {

std::string ask_uchardet(std::string_view bytes) {
  const uchardet_t detector = uchardet_new();
  uchardet_handle_data(detector, bytes.data(), bytes.size());
  uchardet_data_end(detector);
  std::string name = uchardet_get_charset(detector);
  uchardet_delete(detector);
  return is_encoding_name(name) ? name : std::string();
}

// Share of 16-bit units that text in the scripts of common languages would have, in one byte order.
struct Utf16Evidence {
  std::size_t units = 0;
  std::size_t plausible = 0;  // letters, ASCII, layout
  std::size_t broken = 0;     // unpaired surrogates, controls, U+FFFE
};

Utf16Evidence utf16_evidence(std::string_view bytes, bool big_endian) {
  Utf16Evidence e;
  bool high_before = false;
  for (std::size_t i = 0; i + 1 < bytes.size(); i += 2) {
    const auto a = static_cast<unsigned char>(bytes[i]), b = static_cast<unsigned char>(bytes[i + 1]);
    const unsigned u = big_endian ? a << 8 | b : b << 8 | a;
    ++e.units;
    const bool high = u >= 0xD800 && u < 0xDC00, low = u >= 0xDC00 && u < 0xE000;
    e.broken += low != high_before || u == 0xFFFE || u == 0xFFFF || u == 0;
    high_before = high;
    e.plausible += (u >= 0x20 && u < 0x7F) || u == '\n' || u == '\r' || u == '\t' ||
                   (u >= 0xA0 && u < 0x250) || (u >= 0x370 && u < 0x780) || (u >= 0x2000 && u < 0x2070) ||
                   (u >= 0xFB50 && u < 0xFE00) || (u >= 0xFE70 && u < 0xFF00) || (low && e.broken == 0);
  }
  return e;
}

// "UTF-16LE", "UTF-16BE" or "". Text in UTF-16 has NUL bytes (spaces, line ends, Latin letters) or, in Arabic
// script, the byte 0x06 at every other place; text in one-byte encodings and UTF-8 has neither.
std::string utf16_without_bom(std::string_view bytes) {
  const std::string_view window =
      bytes.substr(0, std::min<std::size_t>(bytes.size(), 64 * 1024) & ~std::size_t{1});
  if (window.empty()) return "";
  const auto telling = static_cast<std::size_t>(
      std::count_if(window.begin(), window.end(), [](char c) { return c == '\0' || c == '\x06'; }));
  if (telling * 10 < window.size()) return "";
  for (const bool big_endian : {false, true}) {
    const Utf16Evidence e = utf16_evidence(window, big_endian);
    const Utf16Evidence other = utf16_evidence(window, !big_endian);
    // up to 2 in 100 may be broken: the reader names the place then
    if ((e.plausible + e.broken) * 10 >= e.units * 9 && e.broken * 50 <= e.units + 49 &&
        e.plausible > other.plausible * 2)
      return big_endian ? "UTF-16BE" : "UTF-16LE";
  }
  return "";
}

struct Utf8Evidence {
  std::size_t sequences = 0;  // well-formed ones of two bytes and more
  std::size_t broken = 0;
};

Utf8Evidence utf8_evidence(std::string_view bytes, bool whole) {
  Utf8Evidence e;
  while (!bytes.empty()) {
    const std::size_t good = first_invalid_byte(bytes).value_or(bytes.size());
    for (std::size_t i = 0; i < good; ++i) e.sequences += static_cast<unsigned char>(bytes[i]) >= 0xC2;
    bytes.remove_prefix(good);
    if (bytes.empty() || (!whole && bytes.size() < 4)) break;
    ++e.broken;
    bytes.remove_prefix(1);
    while (!bytes.empty() && (static_cast<unsigned char>(bytes[0]) & 0xC0) == 0x80) bytes.remove_prefix(1);
  }
  return e;
}

// Punctuation and signs that texts in the eight-bit encodings have.
bool is_usual_mark(char32_t c) {
  constexpr std::u32string_view kUsual =
      U"\u00A0\u00A3\u00A7\u00A9\u00AB\u00AD\u00AE\u00B0\u00B7\u00BB\u00BF\u00A1\u00BD\u00D7\u060C\u061B"
      U"\u061F\u0640"
      U"\u200C\u200D\u200E\u200F\u2013\u2014\u2018\u2019\u201A\u201C\u201D\u201E\u2022\u2026\u20AC\u2122";
  return kUsual.find(c) != std::u32string_view::npos;
}

// How well a decoding reads, per character beyond ASCII: the plausibility of the words that have such
// letters, less what no text would have: rare signs, controls, scripts or capitals that change inside a word.
// About -2 for text.
double reads_like_text(const std::string& text) {
  constexpr double kRareSign = 6, kNoCharacter = 12, kOddNeighbour = 6;
  std::string words, word;
  double cost = 0;
  std::size_t beyond = 0, letters = 0, ascii_letters = 0, other_script = 0;
  bool word_is_beyond = false;
  UScriptCode script_before = USCRIPT_COMMON;
  bool lower_before = false;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    const auto c = static_cast<UChar32>(next_code_point(text, i));
    beyond += c >= 0x80;
    if (u_isalpha(c)) {
      UErrorCode status = U_ZERO_ERROR;
      const UScriptCode script = uscript_getScript(c, &status);
      if (script_before > USCRIPT_INHERITED && script > USCRIPT_INHERITED && script != script_before)
        cost += kOddNeighbour;
      if (lower_before && u_isupper(c)) cost += kOddNeighbour;
      script_before = script;
      lower_before = u_islower(c);
      if (c == 0xFF || c == 0xFE || c == 0xF0 || c == 0xDE || c == 0xD0)
        cost += kRareSign;  // y diaeresis, thorn, eth
      letters += c >= 0x80;
      ascii_letters += c < 0x80;
      other_script += script != USCRIPT_LATIN;
      word_is_beyond = word_is_beyond || c >= 0x80;
      word.append(text, start, i - start);
      continue;
    }
    if (c >= 0x80 && (u_charType(c) == U_CONTROL_CHAR || c == 0xFFFD || !u_isdefined(c)))
      cost += kNoCharacter;
    else if (u_charType(c) == U_NON_SPACING_MARK)  // an Arabic vowel sign on another letter?
      cost += script_before == USCRIPT_ARABIC ? 0 : kOddNeighbour;
    else if (c >= 0x80 && !is_usual_mark(static_cast<char32_t>(c)))
      cost += kRareSign;
    if (u_charType(c) == U_NON_SPACING_MARK || u_charType(c) == U_FORMAT_CHAR) continue;  // inside a word
    if (word_is_beyond) (words += word) += ' ';
    word.clear();
    word_is_beyond = lower_before = false;
    script_before = USCRIPT_COMMON;
  }
  if (word_is_beyond) words += word;
  if (beyond == 0) return -2;
  if (ascii_letters > 3 && other_script > 0 && other_script < 4)
    cost += 2 * kRareSign;  // a word of one to three letters
  const auto n = static_cast<double>(letters), all = static_cast<double>(beyond);
  return ((letters > 0 ? plausibility(words) * n : 0) - 2 * (all - n) - cost) / all;
}

// The eight-bit encoding whose decoding reads best, or "".
std::string find_eight_bit(std::string_view bytes) {
  struct Candidate {
    std::string name;
    double head_start;  // how usual the encoding is
  };
  constexpr double kNoText = -4.6;
  std::vector<Candidate> candidates{{"windows-1252", 0.5}, {"windows-1256", 0.5}, {"windows-1251", 0},
                                    {"windows-1254", 0},   {"windows-1250", 0},   {"ISO-8859-6", -0.5},
                                    {"KOI8-R", 0},         {"windows-1255", -0.5}};
  if (const std::string name = ask_uchardet(bytes); !name.empty()) candidates.push_back({name, 0});
  const std::string window(bytes.substr(0, 8 * 1024));
  std::string best;
  double best_score = kNoText;
  for (const Candidate& c : candidates) {
    const std::string text =
        TextReader(Source::of_bytes("", window), {.encoding = c.name, .repair = true}).read_all();
    const double score = reads_like_text(text) + c.head_start;
    if (score > best_score) {
      best_score = score;
      best = c.name;
    }
  }
  return best;
}

}  // namespace

std::string find_encoding(std::string_view head, bool whole) {
  if (const std::string utf16 = utf16_without_bom(head); !utf16.empty()) return utf16;
  const Utf8Evidence utf8 = utf8_evidence(head, whole);
  if (utf8.broken == 0 || utf8.sequences >= 2 * utf8.broken) return "UTF-8";
  return find_eight_bit(head);
}

}  // namespace taraz
