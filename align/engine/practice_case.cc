#include "align/engine/practice_case.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "text/utf8.h"

namespace taraz {
namespace {

// In [0, 1), the same on every platform.
double chance(std::mt19937_64& random) { return static_cast<double>(random() >> 11) * 0x1p-53; }

std::vector<std::vector<std::uint32_t>> spoil(std::uint32_t units, const Spoiling& how,
                                              std::mt19937_64& random) {
  std::vector<bool> gone(units, false);
  for (std::uint32_t u = 0; u < units; ++u) gone[u] = chance(random) < how.drop;
  if (how.run > 0 && chance(random) < how.run && units > 24) {
    const auto from = static_cast<std::uint32_t>(random() % (units - 20));
    const auto length = 5 + static_cast<std::uint32_t>(random() % 16);
    for (std::uint32_t u = from; u < from + length; ++u) gone[u] = true;
  }
  std::vector<std::vector<std::uint32_t>> out;
  bool open = false;
  for (std::uint32_t u = 0; u < units; ++u) {
    if (gone[u]) continue;
    if (open) {
      out.back().push_back(u);
      open = how.longer > 0 && out.back().size() < 5 && chance(random) < how.longer;
    } else {
      out.push_back({u});
      open = chance(random) < how.merge;
    }
  }
  return out;
}

std::uint64_t hash_of(std::string_view text) {
  std::uint64_t h = 14695981039346656037ULL;  // FNV-1a
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return h ^ h >> 29;
}

// How a document is written: most well, some without spaces (as Arabic often comes out of PDF), some in words
// that no lexicon has, so that the weights do not count on good evidence everywhere.
struct Writing {
  double lost_space = 0;
  double odd_word = 0;
};

Writing some_writing(bool right_to_left, std::mt19937_64& random) {
  const double what = chance(random);
  if (what < 0.1) return {0, 0.2 + 0.4 * chance(random)};
  if (what < 0.2 && right_to_left) return {0.9 * chance(random), 0};
  return {};
}

// The line in that writing; an odd word is the word backwards, so that it stays the same wherever it occurs.
std::string written(const std::string& line, const Writing& how, std::mt19937_64& random) {
  if (how.lost_space == 0 && how.odd_word == 0) return line;
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    const std::string word = line.substr(at, end - at);
    const std::uint64_t kind = hash_of(word) % 1000;
    if (static_cast<double>(kind) < 1000 * how.odd_word) {
      std::string odd;
      for (std::size_t i = 0; i < word.size();) {
        const std::size_t from = i;
        next_code_point(word, i);
        odd.insert(0, word, from, i - from);
      }
      out += odd;
    } else {
      out += word;
    }
    if (end < line.size() && chance(random) >= how.lost_space) out += ' ';
    at = end + 1;
  }
  return out;
}

}  // namespace

std::vector<Block> PracticeCase::gold(std::size_t a, std::size_t b) const {
  std::map<std::uint32_t, std::uint32_t> owner;  // unit -> segment of b
  std::set<std::uint32_t> there;                 // units of a
  for (std::uint32_t j = 0; j < units[b].size(); ++j)
    for (const std::uint32_t u : units[b][j]) owner[u] = j;
  for (const auto& segment : units[a]) there.insert(segment.begin(), segment.end());
  std::vector<Block> out;
  for (std::uint32_t i = 0; i < units[a].size(); ++i) {
    std::uint32_t low = 0xFFFFFFFF;
    std::uint32_t high = 0;
    for (const std::uint32_t u : units[a][i])
      if (const auto at = owner.find(u); at != owner.end())
        low = std::min(low, at->second), high = std::max(high, at->second);
    if (low > high) continue;
    if (!out.empty() && low < out.back().second + out.back().n) {
      Block& last = out.back();
      last.m = static_cast<std::uint8_t>(i + 1 - last.first);
      last.n =
          static_cast<std::uint8_t>(std::max<std::uint32_t>(last.second + last.n, high + 1) - last.second);
    } else {
      out.push_back({i, low, 1, static_cast<std::uint8_t>(high + 1 - low), 1.0F, 0.0F});
    }
  }
  for (Block& block : out) {
    const auto lonely = [&](std::size_t side, std::uint32_t segment) {
      const auto& own = units[side][segment];
      return std::none_of(own.begin(), own.end(), [&](std::uint32_t u) {
        return side == a ? owner.count(u) > 0 : there.count(u) > 0;
      });
    };
    for (std::uint32_t i = block.first; i < block.first + block.m; ++i)
      if (lonely(a, i)) block.posterior = 0;
    for (std::uint32_t j = block.second; j < block.second + block.n; ++j)
      if (lonely(b, j)) block.posterior = 0;
  }
  return out;
}

std::vector<PracticeCase> practice_cases(const LineAligned& text, const Spoiling& spoiling, std::size_t group,
                                         std::uint64_t seed) {
  std::mt19937_64 random(seed);
  std::vector<PracticeCase> out;
  for (std::size_t begin = 0; begin < text.documents.size();) {
    std::size_t end = begin;
    for (std::size_t documents = 0; end < text.documents.size() && documents < group; ++documents) {
      const std::string& name = text.documents[end];
      while (end < text.documents.size() && text.documents[end] == name) ++end;
    }
    PracticeCase& made = out.emplace_back();
    for (std::size_t k = 0; k < text.languages.size(); ++k) {
      made.units.push_back(spoil(static_cast<std::uint32_t>(end - begin), spoiling, random));
      std::string whole;
      std::vector<Segment> segments;
      std::vector<std::string> lines;
      Writing how;
      for (std::size_t i = begin; i < end; ++i) {
        if (spoiling.writing && (i == begin || text.documents[i] != text.documents[i - 1]))
          how = some_writing(text.languages[k].right_to_left(), random);
        lines.push_back(written(text.lines[k][i], how, random));
      }
      for (const auto& units : made.units.back()) {
        const auto at = static_cast<std::uint32_t>(whole.size());
        for (const std::uint32_t u : units) whole.append(whole.size() > at ? " " : "").append(lines[u]);
        segments.push_back(
            {{at, static_cast<std::uint32_t>(whole.size())}, static_cast<std::uint32_t>(segments.size())});
        whole += '\n';
      }
      made.documents.emplace_back("practice", text.languages[k], std::move(whole));
      made.documents.back().set_segments(std::move(segments));
    }
    begin = end;
  }
  return out;
}

LineAligned half_of(const LineAligned& text, bool odd) {
  LineAligned out{text.languages, std::vector<std::vector<std::string>>(text.languages.size()), {}};
  for (std::size_t i = 0; i < text.documents.size(); ++i) {
    if (((hash_of(text.documents[i]) & 1) != 0) != odd) continue;
    out.documents.push_back(text.documents[i]);
    for (std::size_t k = 0; k < text.lines.size(); ++k) out.lines[k].push_back(text.lines[k][i]);
  }
  return out;
}

}  // namespace taraz
