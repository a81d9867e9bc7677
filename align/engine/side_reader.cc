#include "align/engine/side_reader.h"

#include <algorithm>
#include <utility>

#include "text/utf8.h"
#include "text/words.h"

namespace taraz {
namespace {

bool final_mark(std::string_view folded) {
  return folded == "." || folded == "?" || folded == "!" || folded == "\u061F" || folded == "\u06D4" ||
         folded == "\u2026" || folded == "\u3002";
}

// Sentences in a segment: final marks with text behind them, and one. "Mr." and initials end no sentence.
float count_ends(std::string_view text, const Words& words) {
  float ends = 1;
  for (std::size_t k = 1; k + 1 < words.size(); ++k) {
    if (words[k].kind != WordKind::mark || !final_mark(words.folded(k))) continue;
    std::size_t next = k + 1;
    while (next < words.size() && words[next].kind == WordKind::mark) ++next;
    if (next == words.size() || words[next].span.begin == words[next - 1].span.end) continue;
    if (words[k].span.begin != words[k - 1].span.end && !final_mark(words.folded(k - 1)) &&
        words.folded(k) == ".")
      continue;
    const bool short_word = words[k - 1].kind == WordKind::letters &&
                            count_code_points(words[k - 1].span.of(text)) < 3 && words.folded(k) == ".";
    if (!short_word) ++ends, k = next - 1;
  }
  return ends;
}

}  // namespace

std::uint32_t TypeNames::id(std::string_view key) {
  const auto [at, inserted] = ids_.emplace(std::string(key), static_cast<std::uint32_t>(keys_.size()));
  if (inserted) keys_.push_back(&at->first);
  return at->second;
}

std::uint32_t TypeNames::find(std::string_view key) const {
  const auto at = ids_.find(std::string(key));
  return at == ids_.end() ? 0xFFFFFFFF : at->second;
}

SegmentFacts segment_facts(const Document& document, std::uint32_t segment, const Words& words) {
  SegmentFacts out;
  const std::string_view text = document.text(segment);
  out.length = std::max(1.0F, static_cast<float>(count_code_points(text)));
  out.ends = count_ends(text, words);
  out.paragraph = document.segments()[segment].paragraph;
  out.kind = static_cast<std::uint8_t>(document.segments()[segment].kind);
  return out;
}

std::string_view mark_key(std::string_view folded) {
  static constexpr std::pair<std::string_view, std::string_view> kKeys[] = {
      {"?", "?"},      {"\u061F", "?"},   {"!", "!"},           {":", ":"},
      {";", ";"},      {"\u061B", ";"},   {"(", "("},           {"[", "["},
      {"\"", "\""},    {"\u00AB", "\""},  {"\u00BB", "\""},     {"%", "%"},
      {"\u066A", "%"}, {"$", "$"},        {"\u20AC", "\u20AC"}, {"\u00A3", "\u00A3"},
      {"/", "/"},      {"\u2026", "..."}, {"*", "*"},           {"+", "+"},
      {"=", "="}};
  for (const auto& [mark, key] : kKeys)
    if (mark == folded) return key;
  return {};
}

}  // namespace taraz
