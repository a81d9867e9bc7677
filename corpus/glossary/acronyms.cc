// Schwartz and Hearst, A Simple Algorithm for Identifying Abbreviation Definitions in Biomedical Text, PSB
// 2003, with words that an acronym passes over limited to joiners. Tested by
// tests/corpus/glossary/acronyms_test.cc.
#include "corpus/glossary/acronyms.h"

#include <algorithm>

#include "align/anchors/name_form.h"

namespace taraz {
namespace {

constexpr std::size_t kLongestAcronym = 7;
constexpr std::uint32_t kMostInBracket = 6;     // words and marks, with the closing one
constexpr std::uint32_t kLongestExpansion = 6;  // words, in Arabic script

class DefinitionFinder {
 public:
  DefinitionFinder(std::uint32_t number, std::string_view text, const std::vector<TermWord>& words,
                   bool latin)
      : number_(number), text_(text), words_(words), latin_(latin) {}

  void run(std::vector<AcronymDefinition>& out) const {
    for (std::uint32_t i = 1; i + 2 < words_.size(); ++i) {
      if (!is(i, "(")) continue;
      const std::vector<std::uint32_t> inside = acronyms_after(i);
      std::uint32_t begin = i;
      for (const std::uint32_t acronym : inside)
        if (begin == i) begin = latin_ ? spelled(i, acronym) : stretch(i);
      if (begin < i) {
        for (const std::uint32_t acronym : inside) out.push_back({{number_, begin, i}, acronym});
      } else if (latin_ && acronym(i - 1)) {  // "NCRI (National Council ...)"
        std::uint32_t end = i + 1;
        while (end < words_.size() && words_[end].role != TermRole::barrier) ++end;
        if (end < words_.size() && is(end, ")") && spelled(end, i - 1) == i + 1)
          out.push_back({{number_, i + 1, end}, i - 1});
      }
    }
  }

 private:
  bool is(std::uint32_t i, std::string_view mark) const { return words_[i].span.of(text_) == mark; }
  bool acronym(std::uint32_t i) const {
    return words_[i].role != TermRole::barrier && words_[i].capitals &&
           words_[i].span.size() <= kLongestAcronym;
  }
  // "PMOI", "MEK" of "(PMOI / MEK Iran)": the bracket begins with one.
  std::vector<std::uint32_t> acronyms_after(std::uint32_t bracket) const {
    std::vector<std::uint32_t> out;
    if (!acronym(bracket + 1)) return out;
    for (std::uint32_t i = bracket + 1; i < words_.size() && i <= bracket + kMostInBracket; ++i) {
      if (is(i, ")")) return out;
      if (acronym(i)) out.push_back(i);
    }
    return {};
  }
  static char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

  // Whether the letters come in order in words [begin, end): each is the first of a word or follows one in
  // the same word, and no word but joiners is passed over.
  bool spells(std::string_view letters, std::uint32_t begin, std::uint32_t end) const {
    if (begin == end) return letters.empty();
    const std::string_view word = words_[begin].span.of(text_);
    std::size_t used = 0;  // letters taken from this word, the first as its first
    for (std::size_t i = 0; i < word.size() && used < letters.size(); ++i) {
      if (lower(word[i]) == lower(letters[used])) {
        ++used;
        if (spells(letters.substr(used), begin + 1, end)) return true;
      } else if (i == 0) {
        break;
      }
    }
    return (words_[begin].role == TermRole::joiner || words_[begin].glued) && spells(letters, begin + 1, end);
  }

  // Where the expansion begins that ends before word `end`; `end` when there is none.
  std::uint32_t spelled(std::uint32_t end, std::uint32_t acronym) const {
    const std::string_view letters = words_[acronym].span.of(text_);
    const auto most = static_cast<std::uint32_t>(std::min(letters.size() + 5, 2 * letters.size()));
    for (std::uint32_t begin = end; begin-- > 0 && end - begin <= most;) {
      const TermWord& w = words_[begin];
      if (w.role == TermRole::barrier) break;
      if (w.role == TermRole::joiner || end - begin < 2) continue;
      if (lower(text_[w.span.begin]) == lower(letters[0]) && spells(letters, begin, end)) return begin;
    }
    return end;
  }

  std::uint32_t stretch(std::uint32_t end) const {
    std::uint32_t begin = end;
    for (std::uint32_t i = end; i-- > 0 && end - i <= kLongestExpansion;) {
      if (words_[i].role == TermRole::barrier || words_[i].role == TermRole::edge) break;
      if (words_[i].role == TermRole::content) begin = i;
    }
    return end - begin < 2 ? end : begin;
  }

  std::uint32_t number_;
  std::string_view text_;
  const std::vector<TermWord>& words_;
  bool latin_;
};

}  // namespace

std::vector<AcronymDefinition> find_acronym_definitions(const LanguageTexts& texts) {
  std::vector<AcronymDefinition> out;
  for (std::uint32_t t = 0; t < texts.texts.size(); ++t) {
    const bool latin = name_script(texts.texts[t], texts.language) == NameScript::latin;
    DefinitionFinder(t, texts.texts[t], texts.words[t], latin).run(out);
  }
  return out;
}

std::optional<BracketedAcronym> bracketed(const std::string& acronym, std::string_view text,
                                          const std::vector<TermWord>& words) {
  for (std::uint32_t i = 1; i + 2 < words.size(); ++i) {
    if (words[i].span.of(text) != "(") continue;
    std::optional<std::uint32_t> found;
    for (std::uint32_t k = i + 1; k < words.size() && k <= i + kMostInBracket; ++k) {
      if (words[k].span.of(text) == ")") {
        if (found) return BracketedAcronym{i, *found};
        break;
      }
      if (!found && words[k].span.of(text) == acronym) found = k;
    }
  }
  return std::nullopt;
}

}  // namespace taraz
