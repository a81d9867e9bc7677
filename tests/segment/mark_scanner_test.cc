// The scanner against a plain loop: every text of few bytes, and long random ones over chunk borders.
#include "segment/mark_scanner.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace taraz {
namespace {

bool is_mark(const std::string& s, std::size_t i) {
  const unsigned v = static_cast<unsigned char>(s[i]),
             before = i == 0 ? 0u : static_cast<unsigned char>(s[i - 1]);
  if (v == '.' || v == '!' || v == '?' || v == ':') return true;
  return (before == 0xD8 && v == 0x9F) || (before == 0xDB && v == 0x94) ||
         (before == 0xBC && (v == 0x81 || v == 0x9F)) ||
         (before == 0x80 && (v == 0xA6 || v == 0xBC || v == 0x82));
}
bool is_break(const std::string& s, std::size_t i) {
  const unsigned v = static_cast<unsigned char>(s[i]),
             before = i == 0 ? 0u : static_cast<unsigned char>(s[i - 1]);
  return (v >= 10 && v <= 13) || (before == 0xC2 && v == 0x85) ||
         (before == 0x80 && (v == 0xA8 || v == 0xA9));
}

std::vector<std::size_t> all(const std::string& s, std::size_t begin, MarkScanner::Target target) {
  MarkScanner scanner(s, begin, s.size(), target);
  std::vector<std::size_t> out;
  for (std::size_t at = begin; (at = scanner.next(at)) != MarkScanner::kNone; ++at) out.push_back(at);
  return out;
}

void check(const std::string& s, std::size_t begin) {
  std::vector<std::size_t> marks, breaks;
  for (std::size_t i = begin; i < s.size(); ++i) {
    if (is_mark(s, i)) marks.push_back(i);
    if (is_break(s, i)) breaks.push_back(i);
  }
  ASSERT_EQ(all(s, begin, MarkScanner::Target::marks), marks) << testing::PrintToString(s);
  ASSERT_EQ(all(s, begin, MarkScanner::Target::line_breaks), breaks) << testing::PrintToString(s);
}

const std::vector<std::string>& units() {
  static const std::vector<std::string> all = {"a",      ".",      "!",      "?",      ":",         "\n",
                                               "\r",     "\t",     "\u061F", "\u06D4", "\u2026",    "\u203C",
                                               "\u3002", "\uFF01", "\uFF1F", "\u0626", "\u0085",    "\u2028",
                                               "\u2029", "\u065F", "\u2014", "\u0627", "\U0001F600"};
  return all;
}

TEST(MarkScanner, FindsWhatAPlainLoopFindsInEveryShortText) {
  for (const std::string& a : units())
    for (const std::string& b : units())
      for (const std::string& c : units()) check(a + b + c, 0);
}

TEST(MarkScanner, FindsWhatAPlainLoopFindsInLongTexts) {
  std::mt19937 random(3);
  for (int round = 0; round < 300; ++round) {
    std::string s;
    const std::size_t n = random() % 200;
    for (std::size_t i = 0; i < n; ++i) s += random() % 8 == 0 ? units()[random() % units().size()] : "x";
    check(s, 0);
    std::size_t begin = s.empty() ? 0 : random() % s.size();
    while (begin < s.size() && (static_cast<unsigned char>(s[begin]) & 0xC0) == 0x80) ++begin;
    check(s, begin);
  }
}

}  // namespace
}  // namespace taraz
