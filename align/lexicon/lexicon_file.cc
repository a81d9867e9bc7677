// Sorts words by bytes, renumbers the rows and lays the blocks out. Tested by round trips in
// tests/align/lexicon_test.cc.
#include "align/lexicon/lexicon_file.h"

#include <algorithm>
#include <cstring>
#include <numeric>

#include "text/error.h"

namespace taraz {
namespace {

template <typename T>
void append_block(std::string& out, const std::vector<T>& block) {
  out.append(reinterpret_cast<const char*>(block.data()), block.size() * sizeof(T));
  out.resize((out.size() + 7) / 8 * 8, '\0');
}

}  // namespace

std::string encode_lexicon(const LexiconContent& content) {
  std::array<std::vector<std::uint32_t>, 2> order, place;
  LexiconHeader head{};
  std::memcpy(head.magic, kLexiconMagic, sizeof head.magic);
  head.version = kLexiconVersion;
  for (int k = 0; k < 2; ++k) {
    const auto& words = content.words[k];
    if (words.size() >= (1U << 24))
      throw Error("a lexicon holds at most 16,777,215 words a language; raise --min-count");
    const std::string& tag = content.language[k];
    if (tag.size() > sizeof head.language[k])
      throw Error("language tag '" + tag + "' is too long for a lexicon");
    std::memcpy(head.language[k], tag.data(), tag.size());
    order[k].resize(words.size());
    place[k].resize(words.size());
    std::iota(order[k].begin(), order[k].end(), 0U);
    std::sort(order[k].begin(), order[k].end(),
              [&](auto a, auto b) { return words[a].text < words[b].text; });
    for (std::uint32_t i = 0; i < order[k].size(); ++i) {
      place[k][order[k][i]] = i;
      if (i > 0 && words[order[k][i]].text == words[order[k][i - 1]].text)
        throw Error("the word '" + words[order[k][i]].text + "' is twice in the lexicon");
      head.string_bytes[k] += static_cast<std::uint32_t>(words[order[k][i]].text.size());
      head.entries[k] += static_cast<std::uint32_t>(words[order[k][i]].translations.size());
    }
    head.words[k] = static_cast<std::uint32_t>(words.size());
  }
  std::string out;
  append_block(out, std::vector<LexiconHeader>{head});
  for (int k = 0; k < 2; ++k) {
    std::vector<std::uint32_t> string_begin{0}, row_begin{0}, rows;
    std::vector<char> strings;
    std::vector<std::uint8_t> background, null;
    for (const std::uint32_t i : order[k]) {
      const LexiconContent::Word& word = content.words[k][i];
      strings.insert(strings.end(), word.text.begin(), word.text.end());
      string_begin.push_back(static_cast<std::uint32_t>(strings.size()));
      background.push_back(quantise(word.background));
      null.push_back(quantise(word.null_probability));
      for (const auto& t : word.translations)
        rows.push_back(place[1 - k][t.word] << 8 | quantise(t.probability));
      std::sort(rows.begin() + row_begin.back(), rows.end());
      row_begin.push_back(static_cast<std::uint32_t>(rows.size()));
    }
    append_block(out, string_begin);
    append_block(out, strings);
    append_block(out, background);
    append_block(out, null);
    append_block(out, row_begin);
    append_block(out, rows);
  }
  return out;
}

}  // namespace taraz
