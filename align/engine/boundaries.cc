#include "align/engine/boundaries.h"

#include <fmt/format.h>

#include <algorithm>
#include <regex>

#include "text/error.h"
#include "text/fold.h"

namespace taraz {

std::vector<Boundary> find_boundaries(const Document& document, const std::string& pattern) {
  std::regex expression;
  try {
    expression.assign(fold(pattern), std::regex::ECMAScript);
  } catch (const std::regex_error& e) {
    throw UsageError(fmt::format("--boundary: '{}' is no regular expression: {}", pattern, e.what()));
  }
  std::vector<Boundary> out;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    // A marker stands at the beginning; std::regex would overflow its stack on very long text.
    const std::string text = fold(document.text(i).substr(0, 400));
    std::smatch match;
    if (!std::regex_search(text, match, expression, std::regex_constants::match_continuous)) continue;
    Boundary b{i, {}};
    for (const char c : text.substr(0, static_cast<std::size_t>(match.length()) + 12)) {
      if (c >= '0' && c <= '9')
        b.key += c;
      else if (!b.key.empty())
        break;
    }
    out.push_back(std::move(b));
  }
  return out;
}

std::vector<MeetingPoint> paired_boundaries(const std::vector<Boundary>& first,
                                            const std::vector<Boundary>& second) {
  const auto numbered = [](const std::vector<Boundary>& list) {
    return std::any_of(list.begin(), list.end(), [](const Boundary& b) { return !b.key.empty(); });
  };
  std::vector<MeetingPoint> out;
  if (!numbered(first) || !numbered(second)) {
    if (first.size() != second.size())
      throw Error(fmt::format(
          "--boundary: {} parts begin in one document, {} in the other, and no numbers tell which belong "
          "together; number them, or give an expression that finds the same parts in both",
          first.size(), second.size()));
    for (std::size_t k = 0; k < first.size(); ++k) out.push_back({first[k].segment, second[k].segment, 1});
    return out;
  }
  const std::size_t n = first.size();
  const std::size_t m = second.size();
  if (n * m > 40'000'000)
    throw UsageError(fmt::format(
        "--boundary: {} and {} parts begin; the expression should match chapters or articles, not "
        "every segment",
        n, m));
  std::vector<std::uint32_t> longest((n + 1) * (m + 1), 0);
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return longest[i * (m + 1) + j]; };
  for (std::size_t i = n; i-- > 0;)
    for (std::size_t j = m; j-- > 0;)
      at(i, j) = !first[i].key.empty() && first[i].key == second[j].key
                     ? at(i + 1, j + 1) + 1
                     : std::max(at(i + 1, j), at(i, j + 1));
  for (std::size_t i = 0, j = 0; i < n && j < m;) {
    if (!first[i].key.empty() && first[i].key == second[j].key && at(i, j) == at(i + 1, j + 1) + 1)
      out.push_back({first[i++].segment, second[j++].segment, 1});
    else if (at(i + 1, j) >= at(i, j + 1))
      ++i;
    else
      ++j;
  }
  return out;
}

void confine(Corridor& corridor, const std::vector<MeetingPoint>& nodes) {
  const std::uint32_t rows = corridor.rows();
  std::uint32_t from = 0;
  std::uint32_t low = 0;
  const auto part = [&](std::uint32_t to, std::uint32_t high) {
    for (std::uint32_t i = from; i <= to; ++i) {
      corridor.begin[i] = std::min(std::max(corridor.begin[i], low), high);
      corridor.end[i] = std::max(std::min(corridor.end[i], high + 1), corridor.begin[i] + 1);
    }
    // The part's corners and a way between them.
    corridor.begin[from] = low;
    corridor.end[to] = high + 1;
    for (std::uint32_t i = to; i > from; --i)
      corridor.begin[i - 1] = std::min(corridor.begin[i - 1], corridor.begin[i]);
    for (std::uint32_t i = from + 1; i <= to; ++i) {
      corridor.end[i] = std::max(corridor.end[i], corridor.end[i - 1]);
      corridor.begin[i] = std::min(corridor.begin[i], corridor.end[i - 1] - 1);
    }
  };
  const std::uint32_t columns = corridor.end[rows] - 1;
  for (const MeetingPoint& node : nodes) {
    if (node.first > 0) {
      // Rows before the node reach up to it; the node's own row begins at it.
      if (node.first > from || node.second > low) {
        const std::uint32_t last = node.first - 1;
        if (last >= from) part(last, node.second);
      }
    }
    from = node.first;
    low = node.second;
  }
  part(rows, columns);
  corridor.begin[0] = 0;
}

}  // namespace taraz
