#include "align/lexicon/lexicon_trainer.h"

#include <gtest/gtest.h>

#include <random>

#include "align/lexicon/dictionary.h"
#include "text/fold.h"

namespace taraz {
namespace {

const std::vector<std::pair<std::string, std::string>> kWords = {
    {"water", "آب"},    {"book", "کتاب"}, {"house", "خانه"}, {"city", "شهر"}, {"road", "راه"},
    {"friend", "دوست"}, {"night", "شب"},  {"sky", "آسمان"},  {"door", "در"},  {"tree", "درخت"}};

std::string train(unsigned threads, unsigned pairs, const Dictionary* dictionary = nullptr) {
  TrainerOptions options;
  options.threads = threads;
  LexiconTrainer trainer(Language::parse("en"), Language::parse("fa"), options);
  std::mt19937 random(1);
  for (unsigned i = 0; i < pairs; ++i) {
    std::string a, b;
    for (int k = 0; k < 4; ++k) {
      const auto& [x, y] = kWords[random() % kWords.size()];
      a += x + " ";
      b = y + " " + b;
    }
    trainer.add(a, b);
  }
  if (dictionary != nullptr) trainer.add_dictionary(*dictionary, 3.0);
  return encode_lexicon(trainer.train());
}

TEST(LexiconTrainer, FindsTheTranslations) {
  std::string bytes = train(1, 300);
  std::vector<std::uint64_t> aligned(bytes.size() / 8 + 1);
  std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(aligned.data()));
  const Lexicon lexicon({reinterpret_cast<const char*>(aligned.data()), bytes.size()}, "test");
  for (const auto& [a, b] : kWords) {
    const WordId x = lexicon.find_stem(Side::first, a), y = lexicon.find_stem(Side::second, fold(b));
    ASSERT_NE(x, kNoWord) << a;
    ASSERT_NE(y, kNoWord) << b;
    float best = 0.0F;
    WordId who = kNoWord;
    for (const PackedTranslation t : lexicon.translations(Side::first, x))
      if (t.probability() > best) best = t.probability(), who = t.word();
    EXPECT_EQ(who, y) << a;
    EXPECT_GT(best, 0.5F);
  }
}

TEST(LexiconTrainer, SameBytesForAnyNumberOfThreads) { EXPECT_EQ(train(1, 2500), train(3, 2500)); }

TEST(LexiconTrainer, RefusesWhatIsNoTranslationAndRepetitions) {
  LexiconTrainer trainer(Language::parse("en"), Language::parse("fa"), {});
  trainer.add("Open file", "Open file");
  trainer.add("%s", "%s");
  trainer.add("one", "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده");
  trainer.add("Open file", "باز کردن پرونده");
  trainer.add("Open file", "باز کردن پرونده");
  EXPECT_EQ(trainer.statistics().refused, 3u);
  EXPECT_EQ(trainer.statistics().repeated, 1u);
  EXPECT_EQ(trainer.statistics().pairs, 1u);
}

TEST(LexiconTrainer, PivotLinksWordsThroughTheThirdLanguage) {
  const auto lexicon = [](const std::string& a, const std::string& b, const std::string& list) {
    LexiconTrainer trainer(Language::parse(a), Language::parse(b), {});
    trainer.add_dictionary(Dictionary::parse(list, "list"), 3.0);
    return encode_lexicon(trainer.train());
  };
  std::vector<std::vector<std::uint64_t>> keep;
  const auto open = [&](const std::string& bytes) {
    keep.emplace_back(bytes.size() / 8 + 1);
    std::copy(bytes.begin(), bytes.end(), reinterpret_cast<char*>(keep.back().data()));
    return std::make_shared<const Lexicon>(
        std::string_view(reinterpret_cast<const char*>(keep.back().data()), bytes.size()), "l");
  };
  const auto first = open(lexicon("fa", "en", "آب\twater\nکتاب\tbook\n"));
  const auto second = open(lexicon("en", "ar", "water\tماء\nbook\tكتاب\n"));
  LexiconTrainer trainer(Language::parse("fa"), Language::parse("ar"), {});
  trainer.add_pivot(*first, *second, 3.0);
  EXPECT_EQ(trainer.statistics().entries, 2u);
  const auto out = open(encode_lexicon(trainer.train()));
  const WordId water = out->find(Side::first, fold("آب"));
  ASSERT_NE(water, kNoWord);
  ASSERT_FALSE(out->translations(Side::first, water).empty());
  EXPECT_EQ(out->word(Side::second, out->translations(Side::first, water)[0].word()), fold("ماء"));
}

}  // namespace
}  // namespace taraz
