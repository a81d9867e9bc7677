#include "corpus/glossary/term_text.h"

#include <algorithm>
#include <array>

#include "align/lexicon/stem.h"
#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

// Folded proclitics, longest first: wa-, fa-, bi-, li-, ka- alone and before the article; "لل" is li- and the
// article.
constexpr std::array<std::string_view, 5> kProclitics{"و", "ف", "ب", "ل", "ک"};
constexpr std::string_view kArticle = "ال", kLiArticle = "لل";

bool is_sentence_mark(std::string_view mark) {
  return mark == "." || mark == "!" || mark == "?" || mark == ":" || mark == "\"" || mark == "؟" ||
         mark == "(" || mark == "-";
}

// `word` without its first `count` letters; signs that folding drops are no letters.
std::string after_letters(std::string_view word, std::size_t count) {
  std::size_t i = 0;
  while (count > 0 && i < word.size())
    if (fold_code_point(next_code_point(word, i)).c[0] != 0) --count;
  for (std::size_t next = i; next < word.size(); i = next)  // a vowel sign of the last one
    if (fold_code_point(next_code_point(word, next)).c[0] != 0) break;
  return std::string(word.substr(i));
}

// Most words begin with a capital: a headline or a shout, where capitals say nothing.
bool all_capitals(const Words& words) {
  std::size_t upper = 0, lower = 0;
  for (const Word& w : words.all())
    if (w.kind == WordKind::letters && w.span.size() >= 4) ++(w.upper ? upper : lower);
  return upper >= 4 && upper >= 4 * lower;
}

}  // namespace

TermVocabulary::TermVocabulary(const Language& language)
    : language_(language), arabic_(language.base() == "ar") {
  const std::string path = "corpus/stopwords." + std::string(language.base()) + ".tsv";
  if (!has_data_file(path)) return;
  for (const DataRow& row : data_rows(path, 2)) {
    constexpr std::array<std::string_view, 6> kClasses{"edge",    "joiner", "binder",
                                                       "capital", "title",  "content"};
    const auto found = std::find(kClasses.begin(), kClasses.end(), row.cells[1]);
    if (found == kClasses.end())
      throw FormatError("data/" + path, row.line, 0,
                        "the class is edge, joiner, binder, capital, title or content");
    if (row.cells[0].starts_with('*')) {
      edge_endings_.push_back(fold(row.cells[0].substr(1)));
      continue;
    }
    classes_[fold(row.cells[0])] = static_cast<Class>(found - kClasses.begin());
  }
}

std::string TermVocabulary::stem_of(std::string_view folded) const {
  return plain_stem(language_.base(), folded);
}

void TermVocabulary::count(std::string_view text) {
  const Words words(text);
  for (const Word& w : words.all())
    if (w.kind == WordKind::letters) {
      ++counts_[stem_of(words.folded(w))];
      forms_.emplace(words.folded(w));
    }
}

std::string TermVocabulary::without_proclitics(std::string_view word, bool by_lexicon) const {
  if (!arabic_) return std::string(word);
  const std::string folded = fold(word);
  const auto known = [&](const std::string& rest) {
    const auto it = counts_.find(stem_of(rest));
    return it != counts_.end() && count_code_points(rest) >= 3;
  };
  std::string rest = folded;
  std::size_t cut = 0;  // code points
  const auto told = proclitics_.find(folded);
  if (told != proclitics_.end()) return after_letters(word, told->second);
  if (rest.starts_with(kLiArticle) && known(std::string(kArticle) + rest.substr(kLiArticle.size())))
    return "ال" + std::string(word.substr(kLiArticle.size()));
  // Before the article: one of و ف, one of ب ل ک, or both in this order.
  std::string_view tail = rest;
  std::size_t before_article = 0;
  for (const std::size_t last : {std::size_t{2}, kProclitics.size()})
    for (std::size_t p = last == 2 ? 0 : 2; p < last; ++p)
      if (tail.starts_with(kProclitics[p]) && !tail.starts_with(kArticle)) {
        tail.remove_prefix(kProclitics[p].size());
        ++before_article;
        break;
      }
  // "بالو" is Palu: what looks like an article is one only in a word that is also seen without the
  // proclitics.
  if (before_article > 0 && tail.starts_with(kArticle) && forms_.count(std::string(tail)) > 0) {
    rest = std::string(tail);
    cut = before_article;
  }
  if (cut == 0) {
    for (std::string_view p : {kProclitics[0], kProclitics[2], kProclitics[3]}) {
      if (rest.starts_with(p) && known(rest.substr(p.size()))) {
        const auto whole = counts_.find(stem_of(rest)), part = counts_.find(stem_of(rest.substr(p.size())));
        if (whole != counts_.end() && whole->second * 2 > part->second)
          break;  // as likely a letter of the word
        ++cut;
        break;
      } else if (by_lexicon && knows_ && rest.starts_with(p) && count_code_points(rest) >= 5 &&
                 !knows_(rest) && knows_(rest.substr(p.size()))) {
        ++cut;
        break;
      }
    }
  }
  return after_letters(word, cut);
}

void TermVocabulary::set_proclitics(std::string_view folded, std::size_t count) {
  proclitics_[std::string(folded)] = count;
  by_word_.erase(std::string(folded));
}

std::string TermVocabulary::without_article(std::string_view word) const {
  if (!arabic_ || !word.starts_with("ال") || count_code_points(word) < 5) return std::string(word);
  // "التهاب" begins so and has none.
  if (const auto it = classes_.find(fold(word)); it != classes_.end() && it->second == Class::content)
    return std::string(word);
  return std::string(word.substr(kArticle.size()));
}

std::uint32_t TermVocabulary::key_of(std::string_view folded) {
  const auto known = by_word_.find(std::string(folded));
  if (known != by_word_.end()) return known->second;
  const std::string stem = stem_of(fold(without_article(without_proclitics(folded))));
  const auto [it, fresh] = by_key_.emplace(stem, static_cast<std::uint32_t>(keys_.size()));
  if (fresh) {
    keys_.push_back(stem);
    lower_.push_back(0);
    upper_.push_back(0);
  }
  by_word_.emplace(std::string(folded), it->second);
  return it->second;
}

std::vector<TermWord> TermVocabulary::words(std::string_view text) {
  const Words words(text);
  std::vector<TermWord> out;
  bool first = true;
  const bool shouted = all_capitals(words);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& w = words[i];
    TermWord t;
    t.span = w.span;
    t.word = static_cast<std::uint32_t>(i);
    if (w.kind != WordKind::letters) {
      const bool hyphen = words.folded(w) == "-" && i > 0 && i + 1 < words.size() &&
                          words[i - 1].span.end == w.span.begin && words[i + 1].span.begin == w.span.end &&
                          words[i + 1].kind == WordKind::letters && !out.empty();
      if (hyphen) continue;  // the next word is glued
      first = is_sentence_mark(words.folded(w)) || (first && w.kind == WordKind::mark);
      t.role = TermRole::barrier;
      out.push_back(t);
      continue;
    }
    const std::string folded(words.folded(w));
    const std::string_view letters = w.span.of(text);
    t.capitals = letters.size() >= 2 &&
                 std::all_of(letters.begin(), letters.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    const auto known = classes_.find(folded);
    if (known != classes_.end() && t.capitals && !shouted) {
      t.key = key_of("\x01" + std::string(letters));  // "WHO" and "US" are not "who" and "us"
    } else if (t.key = key_of(folded); known != classes_.end()) {
      const Class c = known->second;
      t.role = c == Class::joiner || c == Class::binder ? TermRole::joiner : TermRole::edge;
      t.binder = c == Class::binder;
      t.of = t.binder && folded == "of";
      t.capital = c == Class::capital;
      t.title = c == Class::title;
      if (c == Class::content) t.role = TermRole::content;
    } else if (std::any_of(edge_endings_.begin(), edge_endings_.end(), [&](const std::string& e) {
                 return folded.size() > e.size() + 3 && folded.ends_with(e) && !w.upper;
               })) {
      t.role = TermRole::edge;
    }
    // What is left of "19th" and "13-count".
    const bool after_hyphen = i >= 2 && words.folded(i - 1) == "-" && words[i - 1].span.end == w.span.begin &&
                              words[i - 1].span.begin == words[i - 2].span.end;
    if ((i > 0 && words[i - 1].span.end == w.span.begin && words[i - 1].kind == WordKind::digits) ||
        (after_hyphen && words[i - 2].kind == WordKind::digits))
      t.role = TermRole::edge;
    if (t.role == TermRole::content && count_code_points(folded) < 2) t.role = TermRole::edge;
    t.upper = w.upper;
    t.first = first || shouted;
    t.glued = after_hyphen && words[i - 2].kind == WordKind::letters;
    if (!w.upper && !t.first) ++lower_[t.key];
    if (w.upper && !t.first) ++upper_[t.key];
    first = false;
    out.push_back(t);
  }
  return out;
}

}  // namespace taraz
