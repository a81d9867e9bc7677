// A text as terms are made of it: words with what is known about them as parts of terms.
#ifndef TARAZ_CORPUS_GLOSSARY_TERM_TEXT_H_
#define TARAZ_CORPUS_GLOSSARY_TERM_TEXT_H_

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "text/language.h"
#include "text/span.h"
#include "text/words.h"

namespace taraz {

enum class TermRole : std::uint8_t {
  content,  // may stand anywhere in a term
  joiner,   // only inside ("of", "في")
  edge,     // in no term ("said")
  barrier,  // a mark or number: ends every term
};

struct TermWord {
  ByteSpan span;           // of the text
  std::uint32_t word = 0;  // its number in Words(text)
  std::uint32_t key = 0;   // of TermVocabulary: forms of one word have one key
  TermRole role = TermRole::content;
  bool binder = false;    // a joiner that holds a name together ("of", "bin")
  bool of = false;        // the binder that is no name's even with a capital
  bool capital = false;   // an edge word that is part of a name beside another capital ("New York")
  bool title = false;     // stands before a person's name and is no part of it ("Senator")
  bool upper = false;     // capital letter
  bool capitals = false;  // two or more letters, all capital
  bool first = false;     // of the text, or after a full stop, colon or quotation mark, or in a headline: a
                          // capital says nothing
  bool glued = false;     // to the word before it by a hyphen
};

// Gives words their keys. The key of a word is its plain stem (align/lexicon/stem.h) without Arabic
// proclitics, when the rest is a word of the corpus. Not thread-safe.
class TermVocabulary {
 public:
  // Knowledge of `language` from data/corpus/stopwords.LANG.tsv; none for other languages.
  explicit TermVocabulary(const Language& language);

  // Counts the words of a text. All texts are counted before the first words() call.
  void count(std::string_view text);
  std::vector<TermWord> words(std::string_view text);
  const std::string& key(std::uint32_t key) const { return keys_[key]; }
  const Language& language() const { return language_; }
  // How often a word stands with a small letter where a capital would mean something; decides about first
  // words.
  std::uint32_t lower_count(std::uint32_t key) const { return lower_[key]; }
  // How often it stands with a capital there.
  std::uint32_t upper_count(std::uint32_t key) const { return upper_[key]; }

  // That the first `count` code points of a folded Arabic word are proclitics, from what it translates
  // ("وبنما" is Panama): for words that are never seen bare. Words read before have the old key.
  void set_proclitics(std::string_view folded, std::size_t count);
  // Words that a lexicon knows: an Arabic word that it does not know, but does without a proclitic, has one.
  void set_lexicon(std::function<bool(std::string_view folded)> knows) { knows_ = std::move(knows); }
  // Whether the folded word was counted.
  bool seen(std::string_view folded) const { return forms_.count(std::string(folded)) > 0; }

  // The word without proclitics (by_lexicon: also those that only set_lexicon() shows, which may be wrong of
  // a name) and article, as a dictionary has it: "والسجناء" -> "السجناء" -> "سجناء".
  std::string without_proclitics(std::string_view word, bool by_lexicon = true) const;
  std::string without_article(std::string_view word) const;

 private:
  std::string stem_of(std::string_view folded) const;
  std::uint32_t key_of(std::string_view folded);

  Language language_;
  bool arabic_ = false;
  enum class Class : std::uint8_t { edge, joiner, binder, capital, title, content };
  std::unordered_map<std::string, Class> classes_;  // of folded words
  std::vector<std::string> edge_endings_;           // "ly": of words without a class
  std::function<bool(std::string_view)> knows_;
  std::unordered_map<std::string, std::size_t> proclitics_;  // code points, of folded words
  std::unordered_map<std::string, std::uint32_t> counts_;    // of plain stems
  std::unordered_set<std::string> forms_;                    // folded words as they stand
  std::unordered_map<std::string, std::uint32_t> by_word_;
  std::unordered_map<std::string, std::uint32_t> by_key_;
  std::vector<std::string> keys_;
  std::vector<std::uint32_t> lower_, upper_;
};

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_TERM_TEXT_H_
