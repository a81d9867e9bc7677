// Tested through tests/corpus/glossary/glossary_test.cc.
#include "corpus/glossary/bilingual_words.h"

#include <cstdint>
#include <string_view>
#include <utility>

#include "align/anchors/name_form.h"
#include "text/words.h"

namespace taraz {
namespace {

// The skeleton of a word, or nothing: below "~" and four consonants words are alike by chance.
std::string long_skeleton(std::string_view language, std::string_view folded) {
  std::string skeleton =
      name_skeleton(make_name_form(folded, name_script(folded, Language::parse(language))));
  return skeleton.size() >= 5 ? skeleton : std::string();
}

std::vector<ModelText> tokens_of(WordModel& model, Side side, const LanguageTexts& texts) {
  std::vector<ModelText> out;
  for (std::size_t u = 0; u < texts.texts.size(); ++u) {
    std::vector<WordId> ids;
    std::vector<std::uint32_t> positions;
    model.tokenise(side, Words(texts.texts[u]), ids, &positions);
    ModelText text;
    const std::vector<TermWord>& words = texts.words[u];
    std::size_t t = 0;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      while (t < words.size() && words[t].word < positions[i]) ++t;
      if (t < words.size() && words[t].word == positions[i])
        text.tokens.push_back({ids[i], static_cast<std::uint32_t>(t)});
    }
    out.push_back(std::move(text));
  }
  return out;
}

std::vector<std::vector<WordId>> ids_of(const std::vector<ModelText>& texts) {
  std::vector<std::vector<WordId>> out;
  for (const ModelText& text : texts) {
    out.emplace_back();
    for (const auto& token : text.tokens) out.back().push_back(token.id);
  }
  return out;
}

}  // namespace

BilingualWords read_bilingual_words(const LanguageTexts& first, const LanguageTexts& second,
                                    const WordModelOptions& options) {
  BilingualWords out;
  out.model = std::make_unique<WordModel>(first.language, second.language, options);
  out.model->set_skeleton(long_skeleton);
  out.first = tokens_of(*out.model, Side::first, first);
  out.second = tokens_of(*out.model, Side::second, second);
  const auto first_ids = ids_of(out.first), second_ids = ids_of(out.second);
  std::vector<TokenPair> beads;
  for (std::size_t u = 0; u < first_ids.size(); ++u)
    if (!second_ids[u].empty()) beads.push_back({first_ids[u], second_ids[u], 1.0});
  out.model->build();
  out.model->learn(beads);
  out.model->build();
  return out;
}

}  // namespace taraz
