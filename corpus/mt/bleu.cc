// Corpus BLEU. The n-grams of a segment are views into its tokenised line, sorted, and counted by merging;
// the clipped counts of all segments are added up. Definition: Papineni et al. 2002, with the tokeniser of
// mteval-v13a and the "exp" smoothing of the NIST script as sacreBLEU (Post 2018) fixes them. Tested by
// tests/corpus/mt/mt_score_test.cc with the values that sacreBLEU's own tests publish.
#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
#include <vector>

#include "corpus/mt/mt_score.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kOrder = 4;

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// What Python's str.split() takes for white space.
bool splits(char32_t c) { return (is_white_space(c) && c != 0xFEFF) || (c >= 0x1C && c <= 0x1F); }

// The punctuation that mteval-v13a always sets apart: ASCII without letters, digits, ' , - and '.'.
bool set_apart(char c) {
  return (c >= '{' && c <= '~') || (c >= '[' && c <= '`') || (c >= ' ' && c <= '&') ||
         (c >= '(' && c <= '+') || (c >= ':' && c <= '@') || c == '/';
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size())
    text.replace(at, what.size(), with);
}

// Replaces "XM" by "X M " where X is no digit, M a period or comma; matches do not overlap.
std::string mark_after_non_digit(const std::string& in) {
  std::string out;
  out.reserve(in.size() + in.size() / 4);
  for (std::size_t i = 0; i < in.size();) {
    std::size_t next = i;
    next_code_point(in, next);
    if (!is_digit(in[i]) && next < in.size() && (in[next] == '.' || in[next] == ',')) {
      out.append(in, i, next - i);
      out += ' ';
      out += in[next];
      out += ' ';
      i = next + 1;
    } else {
      out.append(in, i, next - i);
      i = next;
    }
  }
  return out;
}

// Replaces "MX" by " M X" where X is no digit.
std::string mark_before_non_digit(const std::string& in) {
  std::string out;
  out.reserve(in.size() + in.size() / 4);
  for (std::size_t i = 0; i < in.size();) {
    if ((in[i] == '.' || in[i] == ',') && i + 1 < in.size() && !is_digit(in[i + 1])) {
      std::size_t next = i + 1;
      next_code_point(in, next);
      out += ' ';
      out += in[i];
      out += ' ';
      out.append(in, i + 1, next - i - 1);
      i = next;
    } else {
      out += in[i++];
    }
  }
  return out;
}

// [begin, end) bytes of each token of a line joined by single spaces.
std::vector<std::pair<std::size_t, std::size_t>> tokens_of(std::string_view line) {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  for (std::size_t i = 0; i < line.size();) {
    const std::size_t end = std::min(line.find(' ', i), line.size());
    out.emplace_back(i, end);
    i = end + 1;
  }
  return out;
}

// Sorted n-grams of every order with their counts.
using NGrams = std::array<std::vector<std::pair<std::string_view, std::int64_t>>, kOrder>;

NGrams n_grams(std::string_view line, const std::vector<std::pair<std::size_t, std::size_t>>& tokens) {
  NGrams out;
  for (std::size_t n = 1; n <= kOrder; ++n) {
    auto& grams = out[n - 1];
    for (std::size_t i = 0; i + n <= tokens.size(); ++i)
      grams.emplace_back(line.substr(tokens[i].first, tokens[i + n - 1].second - tokens[i].first), 1);
    std::sort(grams.begin(), grams.end());
    std::size_t kept = 0;
    for (std::size_t i = 0; i < grams.size(); ++i) {
      if (kept > 0 && grams[kept - 1].first == grams[i].first)
        ++grams[kept - 1].second;
      else
        grams[kept++] = grams[i];
    }
    grams.resize(kept);
  }
  return out;
}

}  // namespace

std::string tokenize_13a(std::string_view text) {
  while (!text.empty()) {  // Python's rstrip
    std::size_t k = text.size();
    if (!splits(previous_code_point(text, k))) break;
    text = text.substr(0, k);
  }
  std::string line(text);
  replace_all(line, "<skipped>", "");
  replace_all(line, "-\n", "");
  replace_all(line, "\n", " ");
  if (line.find('&') != std::string::npos) {
    replace_all(line, "&quot;", "\"");
    replace_all(line, "&amp;", "&");
    replace_all(line, "&lt;", "<");
    replace_all(line, "&gt;", ">");
  }
  std::string apart = " ";
  for (char c : line) {
    if (set_apart(c)) apart += ' ';
    apart += c;
    if (set_apart(c)) apart += ' ';
  }
  apart += ' ';
  apart = mark_before_non_digit(mark_after_non_digit(apart));
  std::string dashed;
  for (std::size_t i = 0; i < apart.size(); ++i) {
    dashed += apart[i];
    if (is_digit(apart[i]) && i + 1 < apart.size() && apart[i + 1] == '-') {
      dashed += " - ";
      ++i;
    }
  }
  std::string out;
  bool pending = false;
  for (std::size_t i = 0; i < dashed.size();) {
    const std::size_t start = i;
    if (splits(next_code_point(dashed, i))) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out.append(dashed, start, i - start);
  }
  return out;
}

void Bleu::add(std::string_view hypothesis, std::span<const std::string_view> references) {
  const std::string line = tokenize_13a(hypothesis);
  const auto tokens = tokens_of(line);
  const NGrams grams = n_grams(line, tokens);
  const auto length = static_cast<std::int64_t>(tokens.size());

  std::array<std::map<std::string_view, std::int64_t>, kOrder> most;  // over the references
  std::vector<std::string> lines;
  lines.reserve(references.size());
  std::int64_t closest = -1;
  for (std::string_view reference : references) {
    lines.push_back(tokenize_13a(reference));
    const auto reference_tokens = tokens_of(lines.back());
    const auto n = static_cast<std::int64_t>(reference_tokens.size());
    const auto distance = [&](std::int64_t l) { return l > length ? l - length : length - l; };
    if (closest < 0 || distance(n) < distance(closest) || (distance(n) == distance(closest) && n < closest))
      closest = n;
    const NGrams theirs = n_grams(lines.back(), reference_tokens);
    for (std::size_t k = 0; k < kOrder; ++k)
      for (const auto& [gram, count] : theirs[k]) {
        std::int64_t& value = most[k][gram];
        value = std::max(value, count);
      }
  }
  hypothesis_length_ += length;
  reference_length_ += closest;
  for (std::size_t k = 0; k < kOrder; ++k)
    for (const auto& [gram, count] : grams[k]) {
      total_[k] += count;
      if (const auto it = most[k].find(gram); it != most[k].end()) correct_[k] += std::min(count, it->second);
    }
}

double Bleu::brevity_penalty() const {
  if (hypothesis_length_ >= reference_length_) return 1.0;
  if (hypothesis_length_ == 0) return 0.0;
  return std::exp(1.0 - static_cast<double>(reference_length_) / static_cast<double>(hypothesis_length_));
}

std::array<double, 4> Bleu::precisions() const {
  std::array<double, 4> out{};
  if (std::all_of(correct_.begin(), correct_.end(), [](std::int64_t c) { return c == 0; })) return out;
  double smooth = 1.0;
  for (std::size_t k = 0; k < kOrder && total_[k] > 0; ++k) {
    if (correct_[k] == 0) smooth *= 2.0;
    const double correct = correct_[k] == 0 ? 1.0 / smooth : static_cast<double>(correct_[k]);
    out[k] = 100.0 * correct / static_cast<double>(total_[k]);
  }
  return out;
}

double Bleu::score() const {
  double sum = 0.0;
  for (double p : precisions()) {
    if (p == 0.0) return 0.0;
    sum += std::log(p);
  }
  return brevity_penalty() * std::exp(sum / kOrder);
}

}  // namespace taraz
