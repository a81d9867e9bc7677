// Idea: look first (a bullet, a number with its sign, bars, a URL, a telephone number), words second: phrases
// of page furniture are found by their first word, so that a line of prose costs one hash. Tested by
// tests/segment/line_kinds_test.cc.
#include "segment/line_kinds.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "segment/characters.h"
#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using C = CharClass;

constexpr std::uint32_t kPhraseColumns = 160;

enum class Where { start, whole, inside };
struct Phrase {
  std::string text;  // folded, without outer marks when `whole`
  Where where;
};

class Phrases {
 public:
  Phrases() {
    for (const DataRow& row : data_rows(kPath, 2)) {
      Phrase p{fold(row.cells[0]), Where::start};
      if (row.cells[1] == "whole") {
        p.where = Where::whole;
      } else if (row.cells[1] == "inside") {
        p.where = Where::inside;
      } else if (row.cells[1] != "start") {
        throw FormatError(kPath, row.line, 0, "'" + std::string(row.cells[1]) + "'; start, whole or inside");
      }
      if (p.where == Where::inside) {
        inside_.push_back(p.text);
      } else {
        by_first_word_[first_word(p.text)].push_back(p);
      }
    }
  }

  bool match(std::string_view line, bool own_paragraph) const {
    thread_local std::string folded;
    folded.clear();
    const std::string_view head = line.substr(0, line.find(' '));
    if (head.size() <= 40) {
      fold(head, folded);
      const auto found = by_first_word_.find(first_word(folded));
      if (found != by_first_word_.end()) {
        folded.clear();
        fold(line, folded);
        for (const Phrase& p : found->second)
          if (p.where == Where::start ? starts(folded, p.text) : bare(folded) == p.text) return true;
      }
    }
    if (!own_paragraph) return false;
    folded.clear();
    fold(line, folded);
    for (const std::string& p : inside_)
      if (folded.find(p) != std::string::npos) return true;
    return false;
  }

 private:
  static constexpr const char* kPath = "segment/boilerplate.tsv";
  static std::string first_word(std::string_view s) {
    std::size_t n = 0;
    while (n < s.size()) {
      std::size_t k = n;
      if (!is_alphanumeric(next_class(s, k))) break;
      n = k;
    }
    return std::string(s.substr(0, n));
  }
  static bool starts(std::string_view line, std::string_view phrase) {
    if (!line.starts_with(phrase)) return false;
    std::size_t k = phrase.size();
    return k == line.size() || !is_letter(next_class(line, k));
  }
  static std::string_view bare(std::string_view s) {
    while (!s.empty()) {
      std::size_t k = s.size();
      if (is_alphanumeric(previous_class(s, k))) break;
      s = s.substr(0, k);
    }
    return s;
  }
  std::unordered_map<std::string, std::vector<Phrase>> by_first_word_;
  std::vector<std::string> inside_;
};

bool starts_url(std::string_view s) {
  if (s.starts_with('<')) s.remove_prefix(1);
  return s.starts_with("http://") || s.starts_with("https://") || s.starts_with("www.") ||
         s.starts_with("mailto:");
}

bool is_link_only(std::string_view s) {  // [text](target), text of at most 40 code points, and nothing else
  if (s.front() != '[' || s.back() != ')') return false;
  const std::size_t middle = s.find("](");
  return middle != s.npos && s.find("](", middle + 1) == s.npos && s.find(')', middle) == s.size() - 1 &&
         count_code_points(s.substr(1, middle - 1)) <= 40;
}

// Signs and digits only: a rule of signs, a telephone number. Dates, years and chapter numbers are not.
bool is_signs_or_phone(std::string_view s) {
  int digits = 0;
  bool date = false, plus = false;
  for (std::size_t i = 0; i < s.size();) {
    const char32_t c = next_code_point(s, i);
    const C kind = char_class(c);
    if (is_letter(kind) || digits > 40) return false;
    digits += kind == C::digit;
    date = date || c == '/' || c == ':' || c == 0x060C || c == ',' || c == 0x066B || c == 0x066C || c == '%';
    plus = plus || (c == '+' && digits == 0);
  }
  if (digits == 0) return true;
  const bool iso_date = s.size() == 10 && s[4] == '-' && s[7] == '-';
  return (digits >= 7 || plus) && !date && !iso_date && digits <= 20;
}

bool ends_with_url(std::string_view s) {  // "...: https://..."
  const std::size_t space = s.rfind(' ');
  return space != s.npos && starts_url(s.substr(space + 1)) && s.substr(0, space).ends_with(':');
}

bool is_list_item(std::string_view s) {
  std::size_t i = 0;
  const char32_t c = next_code_point(s, i);
  const auto space_at = [&](std::size_t k) { return k < s.size() && next_class(s, k) == C::space; };
  switch (c) {
    case '-':
    case '*':
    case '+':
    case 0x2013:
    case 0x2014:
    case 'o':
      return space_at(i);
    case 0x2022:
    case 0x2023:
    case 0x25AA:
    case 0x25AB:
    case 0x25CF:
    case 0x25CB:
    case 0x25A0:
    case 0x25A1:
    case 0x25B6:
    case 0x25BA:
    case 0xB7:
    case 0x2043:
    case 0x204C:
    case 0x2794:
    case 0x27A2:
    case 0x2713:
    case 0xF0B7:
      return i < s.size();
    default:
      break;
  }
  const bool bracket = c == '(';
  if (!bracket) i = 0;
  int digits = 0, letters = 0;
  std::size_t k = i;
  while (k < s.size() && digits + letters < 4) {
    std::size_t next = k;
    const C kind = next_class(s, next);
    if (kind == C::digit) {
      ++digits;
    } else if (is_letter(kind) && digits == 0) {
      ++letters;
    } else if (kind != C::ignorable) {
      break;
    }
    k = next;
  }
  if (k >= s.size() || digits + letters == 0 || digits > 3) return false;
  const bool numeral = s.substr(i, k - i).find_first_not_of("ivx") == std::string_view::npos;
  const bool alef = s.substr(i, k - i) == "\xD8\xA7\xD9\x84\xD9\x81";  // the letter's name
  if (letters > 1 && !numeral && !alef) return false;
  const std::size_t at = k;
  const char32_t sign = next_code_point(s, k);
  if (sign == ')') return space_at(k) || (k < s.size() && char_class(next_code_point(s, k)) == C::arabic);
  if (bracket) return false;
  if (sign == '.') return space_at(k) || (digits > 0 && k < s.size() && next_class(s, k) == C::arabic);
  if (sign == '-' || sign == 0x2013)
    return (space_at(k) || (k < s.size() && next_class(s, k) == C::arabic)) && letters < 2;
  if (sign == ' ' && digits > 0) {
    const std::string_view rest = s.substr(at + 1);
    return rest.starts_with("- ") || rest.starts_with("\xE2\x80\x93 ");
  }
  return false;
}

LineKind look(std::string_view s, const Line& line) {
  const auto first = static_cast<unsigned char>(s.front());
  if (first == '#') {
    const std::size_t n = s.find_first_not_of('#');
    if (n != s.npos && n <= 6 && s[n] == ' ') return LineKind::mark_heading;
  }
  if (line.only_opener) return LineKind::text;
  if (first == '[' && is_link_only(s)) return LineKind::furniture;
  if ((first == 'h' || first == 'w' || first == '<' || first == 'm') && starts_url(s) &&
      s.find(' ') == s.npos)
    return LineKind::furniture;
  if (line.columns <= 200 && !line.starts_lower && !line.starts_upper && !line.starts_arabic &&
      is_signs_or_phone(s))
    return LineKind::furniture;
  if (is_list_item(s)) return LineKind::list_item;
  if (line.columns > 400) return LineKind::text;
  if (s.find('\t') != s.npos) return LineKind::table_row;
  if (const std::size_t bar = s.find('|'); bar != s.npos) {
    const auto bars = static_cast<std::size_t>(std::count(s.begin(), s.end(), '|'));
    if (first == '|' && bars >= 2) return LineKind::table_row;
    if (bars >= 2 && !line.ended && line.columns <= (bars + 1) * 30) return LineKind::furniture;
  }
  if (line.columns <= kPhraseColumns && ends_with_url(s)) return LineKind::furniture;
  if (line.columns <= kPhraseColumns && s.find('@') != s.npos && s.find(' ') == s.npos)
    return LineKind::furniture;
  return LineKind::text;
}

}  // namespace

void set_line_kinds(std::string_view text, std::span<Line> lines) {
  static const Phrases phrases;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    Line& line = lines[i];
    if (line.empty()) continue;
    const std::string_view s = line.span.of(text);
    line.kind = look(s, line);
    if (line.kind != LineKind::text || line.columns > kPhraseColumns) continue;
    const bool own = (i == 0 || lines[i - 1].empty()) && (i + 1 == lines.size() || lines[i + 1].empty());
    const bool rights = s.find("\xC2\xA9") != s.npos && (s.starts_with("\xC2\xA9") || line.columns <= 100);
    if (rights || phrases.match(s, own && line.columns <= kPhraseColumns)) line.kind = LineKind::phrase;
  }
}

}  // namespace taraz
