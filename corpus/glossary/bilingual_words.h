// The texts of two languages of a corpus as words that may translate each other.
#ifndef TARAZ_CORPUS_GLOSSARY_BILINGUAL_WORDS_H_
#define TARAZ_CORPUS_GLOSSARY_BILINGUAL_WORDS_H_

#include <memory>
#include <string>
#include <vector>

#include "align/lexicon/word_model.h"
#include "corpus/glossary/projection.h"
#include "corpus/glossary/term_text.h"
#include "text/language.h"

namespace taraz {

// One language of the corpus: texts by unit, empty where a unit lacks it, and their words.
struct LanguageTexts {
  Language language;
  std::vector<std::string> texts;
  std::vector<std::vector<TermWord>> words;
};

// A word model learned from the units on top of the shipped lexicon, and the texts as its tokens.
struct BilingualWords {
  std::unique_ptr<WordModel> model;
  std::vector<ModelText> first, second;
};

// REQUIRES: as many texts on both sides, words read. Linear in the sum of products of lengths.
BilingualWords read_bilingual_words(const LanguageTexts& first, const LanguageTexts& second,
                                    const WordModelOptions& options);

}  // namespace taraz

#endif  // TARAZ_CORPUS_GLOSSARY_BILINGUAL_WORDS_H_
