// Shorter words are decided first, so that every possible stem of a word is decided before it: "wazir"
// (minister) stays whole although w- is a proclitic, because "zir" is rare; "wa-qala" (and he said) joins
// "qala". Tested by tests/align/word_keys_test.cc.
#include "align/lexicon/word_keys.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

#include "align/lexicon/stem.h"

namespace taraz {
namespace {

constexpr double kRatio = 0.5;

struct Node {
  std::string text;
  double count = 0.0;
  bool headword = false;
  WordId key = kNoWord;
};

}  // namespace

WordKeys choose_keys(std::string_view language, const std::vector<SurfaceForm>& forms) {
  std::vector<Node> nodes;
  std::unordered_map<std::string, std::uint32_t> index;
  const auto node = [&](const std::string& text) -> std::uint32_t {
    const auto [it, fresh] = index.try_emplace(text, static_cast<std::uint32_t>(nodes.size()));
    if (fresh) nodes.push_back({text, 0.0, false, kNoWord});
    return it->second;
  };
  std::vector<std::uint32_t> of_form, plain_of;
  for (const SurfaceForm& f : forms) {
    const std::uint32_t n = node(f.text);
    nodes[n].count += f.count;
    nodes[n].headword |= f.headword;
    of_form.push_back(n);
  }
  plain_of.assign(nodes.size(), kNoWord);
  for (std::uint32_t n = 0, end = static_cast<std::uint32_t>(nodes.size()); n < end; ++n) {
    if (nodes[n].headword) continue;
    const std::string plain = plain_stem(language, nodes[n].text);
    if (plain == nodes[n].text) continue;
    const std::uint32_t p = node(plain);
    nodes[p].count += nodes[n].count;
    plain_of[n] = p;
  }
  plain_of.resize(nodes.size(), kNoWord);
  std::vector<std::uint32_t> order(nodes.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Node &x = nodes[a], &y = nodes[b];
    return x.text.size() != y.text.size() ? x.text.size() < y.text.size() : x.text < y.text;
  });
  WordKeys out;
  std::vector<std::string> candidates;
  for (const std::uint32_t n : order) {
    Node& w = nodes[n];
    if (!w.headword) {
      stems(language, w.text, candidates);
      WordId first = kNoWord;
      bool attested = false;
      for (const std::string& c : candidates) {
        const auto it = index.find(c);
        if (it == index.end() || nodes[it->second].key == kNoWord) continue;
        if (out.keys[nodes[it->second].key] != c) continue;  // merged itself
        if (first == kNoWord) first = nodes[it->second].key;
        attested |= it->second == plain_of[n] || nodes[it->second].count >= kRatio * w.count;
      }
      if (attested) w.key = first;
    }
    if (w.key == kNoWord) {
      w.key = static_cast<WordId>(out.keys.size());
      out.keys.push_back(w.text);
    }
  }
  for (const std::uint32_t n : of_form) out.key_of.push_back(nodes[n].key);
  return out;
}

}  // namespace taraz
