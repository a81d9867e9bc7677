// Tested by tests/align/passages/events_test.cc.
#include "align/passages/readable_evidence.h"

#include <algorithm>
#include <cctype>
#include <limits>
#include <vector>

#include "text/words.h"

namespace taraz {
namespace {

std::vector<std::string_view> parts_of(std::string_view key) {
  std::vector<std::string_view> out;
  while (!key.empty()) {
    const std::size_t end = std::min(key.find(' '), key.size());
    if (end > 0) out.push_back(key.substr(0, end));
    key.remove_prefix(std::min(key.size(), end + 1));
  }
  return out;
}

bool all_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isdigit(c) != 0; });
}

}  // namespace

std::string spelling_of(std::string_view text, std::string_view key) {
  const Words words(text);
  std::vector<std::size_t> letters;
  for (std::size_t k = 0; k < words.size(); ++k)
    if (words[k].kind != WordKind::mark) letters.push_back(k);
  const std::vector<std::string_view> parts = parts_of(key);
  if (parts.empty()) return std::string(key);
  for (std::size_t k = 0; k + parts.size() <= letters.size(); ++k) {
    std::size_t same = 0;
    while (same < parts.size() && words.folded(letters[k + same]) == parts[same]) ++same;
    if (same < parts.size()) continue;
    const std::uint32_t begin = words[letters[k]].span.begin;
    return std::string(text.substr(begin, words[letters[k + same - 1]].span.end - begin));
  }
  if (parts.size() > 1) return std::string(key);
  std::size_t nearest = std::numeric_limits<std::size_t>::max(), best = words.size();
  for (const std::size_t k : letters) {
    const std::string_view folded = words.folded(k);
    if (folded.find(key) == std::string_view::npos || folded.size() - key.size() >= nearest) continue;
    nearest = folded.size() - key.size();
    best = k;
  }
  return best == words.size() ? std::string(key) : std::string(words[best].span.of(text));
}

std::string readable_number(std::string_view value) {
  const std::size_t whole = std::min(value.find('.'), value.size());
  if (whole < 5 || !all_digits(value.substr(0, whole))) return std::string(value);
  std::string out;
  for (std::size_t k = 0; k < whole; ++k) {
    if (k > 0 && (whole - k) % 3 == 0) out += ',';
    out += value[k];
  }
  return out.append(value.substr(whole));
}

std::string readable_date(std::string_view value) {
  if (value.size() != 21 || value[10] != '/') return std::string(value);
  const std::string_view first = value.substr(0, 10), last = value.substr(11);
  if (first.ends_with("-01-01") && last.ends_with("-12-31"))
    return std::string(first.substr(0, 4)) +
           (first.substr(0, 4) == last.substr(0, 4) ? "" : "\u2013" + std::string(last.substr(0, 4)));
  if (first.ends_with("-01") && first.substr(0, 7) == last.substr(0, 7) && last.substr(8) >= "28")
    return std::string(first.substr(0, 7));
  return std::string(value);
}

}  // namespace taraz
