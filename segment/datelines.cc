// Idea: a dateline has a form that prose has not: an agency of a list before a colon, or a place of a list
// before a dash, with nothing between. Tested by tests/segment/datelines_test.cc.
#include "segment/datelines.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "segment/characters.h"
#include "text/data_tables.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using C = CharClass;

constexpr std::size_t kReach = 240;       // bytes of a sentence that are read
constexpr std::size_t kAgencyBytes = 90;  // of a dateline with an agency
constexpr std::size_t kLeastWords = 2;    // of a heading before a place

std::unordered_set<std::string> read(const char* path) {
  std::unordered_set<std::string> set;
  for (const DataRow& row : data_rows(path, 1)) set.insert(fold(row.cells[0]));
  return set;
}

bool is_dash_token(std::string_view word) {
  return word == "-" || word == "\xE2\x80\x93" || word == "\xE2\x80\x94" || word == "\xD9\x80" ||
         word == "\xD9\x80\xD9\x80" || word == "--";
}
// Length of a dash at the end of a word ("PARIS-"), or 0.
std::size_t dash_suffix(std::string_view word) {
  for (const std::string_view dash : {"-", "\xE2\x80\x93", "\xE2\x80\x94", "\xD9\x80\xD9\x80", "\xD9\x80"})
    if (word.size() > dash.size() && word.ends_with(dash)) return dash.size();
  return 0;
}

struct Head {
  std::vector<std::string_view> words;
  std::size_t colon = 0;  // offset behind the first colon that ends a word, 0: none
};

Head read_head(std::string_view s) {
  Head head;
  const std::size_t limit = std::min(s.size(), kReach);
  std::size_t i = 0;
  while (i < limit) {
    const std::size_t space = std::min(s.find(' ', i), s.size());
    if (space > limit && space != s.size()) break;
    if (space > i) head.words.push_back(s.substr(i, space - i));
    if (head.colon == 0 && space > i && s[space - 1] == ':') head.colon = space;
    i = space + 1;
  }
  return head;
}

bool has_mark(std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const C kind = next_class(word, i);
    if (kind == C::stop || kind == C::strong || (kind == C::pause && i == word.size() && word.back() == ':'))
      return true;
  }
  return false;
}

// "PLACE - AGENCY:" or "AGENCY:" at the start: offset behind the colon, or 0.
std::size_t agency_dateline(const Head& head, std::string_view s) {
  static const std::unordered_set<std::string> agencies = read("segment/agencies.tsv");
  if (head.colon == 0 || head.colon > kAgencyBytes || head.colon + 1 >= s.size()) return 0;
  std::string_view before = s.substr(0, head.colon - 1);
  bool dash = false;
  for (const std::string_view sign : {" - ", " \xE2\x80\x93 ", " \xE2\x80\x94 "})
    if (const std::size_t at = before.rfind(sign); at != before.npos) {
      before = before.substr(at + sign.size());
      dash = true;
      break;
    }
  const std::string name = fold(trim(before));
  if (agencies.count(name) == 0) return 0;
  return dash || name.find(' ') != std::string::npos ? head.colon : 0;
}

bool is_preposition(const std::string& folded) {
  static const std::unordered_set<std::string> set = {fold("\u0641\u064A"),       fold("\u0645\u0646"),
                                                      fold("\u0625\u0644\u0649"), fold("\u0639\u0644\u0649"),
                                                      fold("\u0639\u0646"),       fold("\u0628\u064A\u0646"),
                                                      fold("\u0645\u0639")};
  return set.count(folded) > 0;
}

// Index of the word at which a place before a dash begins, behind a heading; 0: none.
std::size_t place_word(const Head& head) {
  static const std::unordered_set<std::string> places = read("segment/dateline_places.tsv");
  for (std::size_t d = 1; d < head.words.size(); ++d) {
    std::string_view last = head.words[d - 1];
    std::size_t end = d;  // words [.., end) may end with the place
    if (const std::size_t n = is_dash_token(head.words[d]) ? 0 : dash_suffix(head.words[d]); n > 0) {
      last = head.words[d].substr(0, head.words[d].size() - n);
      end = d + 1;
    } else if (!is_dash_token(head.words[d])) {
      if (has_mark(head.words[d])) return 0;
      continue;
    }
    for (const std::size_t tail : {0, 1, 2}) {  // words between the place and the dash: ", the region"
      if (tail >= end) break;
      std::string name;
      for (std::size_t n = 1; n <= 3 && n + tail <= end; ++n) {
        const std::size_t first = end - tail - n;
        std::string_view word = first + 1 == end && tail == 0 ? last : head.words[first];
        if (n == 1 && tail > 0) {
          if (!word.ends_with("\xD8\x8C") && !word.ends_with(",")) break;
          word = word.substr(0, word.size() - (word.ends_with(",") ? 1 : 2));
        }
        if (n == 1) word = word.substr(0, word.find('/'));
        name = fold(word) + (n > 1 ? " " : "") + name;
        if (places.count(name) == 0) continue;
        if (first < kLeastWords || is_preposition(fold(head.words[first - 1]))) return 0;
        if (head.words[first - 1].ends_with("\xD8\x8C") || is_dash_token(head.words[first - 1])) return 0;
        return first;
      }
    }
  }
  return 0;
}

}  // namespace

void cut_dateline(std::string_view text, ByteSpan sentence, std::vector<Piece>& out) {
  const std::string_view s = sentence.of(text);
  const std::string_view reach = s.substr(0, kReach);
  bool dash = false, colon = false;
  unsigned char before = 0;
  for (std::size_t i = 0; i < reach.size(); ++i) {
    const auto b = static_cast<unsigned char>(reach[i]);
    dash = dash || b == '-' || (before == 0x80 && (b == 0x93 || b == 0x94)) || (before == 0xD9 && b == 0x80);
    colon = colon || (b == ':' && i < kAgencyBytes);
    before = b;
  }
  std::size_t cut = 0;
  if (dash || colon) {
    const Head head = read_head(s);
    cut = colon ? agency_dateline(head, s) : 0;
    if (cut == 0 && dash)
      if (const std::size_t word = place_word(head); word > 0)
        cut = static_cast<std::size_t>(head.words[word].data() - s.data());
  }
  if (cut == 0) {
    out.push_back({sentence, false});
    return;
  }
  const std::string_view front = trim(s.substr(0, cut)), rest = trim(s.substr(cut));
  const auto span = [&](std::string_view v) {
    const auto begin = static_cast<std::uint32_t>(v.data() - text.data());
    return ByteSpan{begin, begin + static_cast<std::uint32_t>(v.size())};
  };
  out.push_back({span(front), true});
  if (!rest.empty()) out.push_back({span(rest), false});
}

}  // namespace taraz
