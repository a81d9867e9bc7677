#include "align/lexicon/word_model.h"

#include <gtest/gtest.h>

#include <cstring>

#include "align/lexicon/dictionary.h"
#include "align/lexicon/glued_words.h"
#include "align/lexicon/lexicon_file.h"
#include "align/lexicon/retrieval.h"
#include "text/fold.h"
#include "text/words.h"

namespace taraz {
namespace {

// A lexicon in memory that owns its bytes.
std::shared_ptr<const Lexicon> lexicon_of(const LexiconContent& content) {
  const std::string bytes = encode_lexicon(content);
  auto aligned = std::make_shared<std::vector<std::uint64_t>>(bytes.size() / 8 + 1);
  std::memcpy(aligned->data(), bytes.data(), bytes.size());
  auto lexicon = std::make_shared<const Lexicon>(
      std::string_view(reinterpret_cast<const char*>(aligned->data()), bytes.size()), "test");
  return {lexicon.get(), [aligned, lexicon](const Lexicon*) {}};
}

std::shared_ptr<const Lexicon> small() {
  LexiconContent c;
  c.language = {"en", "fa"};
  c.words[0] = {
      {"water", 0.01, 0.1, {{1, 0.9}}}, {"book", 0.02, 0.2, {{0, 0.7}}}, {"from", 0.03, 0.2, {{2, 0.8}}}};
  c.words[1] = {{fold("کتاب"), 0.01, 0.1, {{1, 0.8}}},
                {fold("آب"), 0.01, 0.3, {{0, 0.95}}},
                {fold("از"), 0.04, 0.2, {{2, 0.9}}},
                {fold("زندان"), 0.001, 0.2, {}}};
  return lexicon_of(c);
}

WordModel model(bool with_lexicon = true) {
  WordModelOptions options;
  options.shipped = false;
  if (with_lexicon) options.lexicon = small();
  return WordModel(Language::parse("en"), Language::parse("fa"), options);
}

std::vector<WordId> ids(WordModel& m, Side side, std::string_view text) {
  std::vector<WordId> out;
  m.tokenise(side, text, out);
  return out;
}

float forward(const WordModel& m, WordId first, WordId second) {
  for (const WordPair& p : m.translations(Side::first, first))
    if (p.word == second) return p.forward;
  return 0.0F;
}

TEST(WordModel, FormsOfAWordShareAnId) {
  WordModel m = model();
  EXPECT_EQ(ids(m, Side::first, "Books, book."), (std::vector<WordId>{0, 0}));
  EXPECT_EQ(ids(m, Side::second, "کتاب‌ها کتاب ۱۲!"), (std::vector<WordId>{0, 0}));
  EXPECT_EQ(m.count(Side::first, 0), 2u);
  EXPECT_EQ(m.word(Side::first, 0), "book");
}

TEST(WordModel, PositionsNameTheWordsOfTheText) {
  WordModel m = model();
  std::vector<WordId> out;
  std::vector<std::uint32_t> positions;
  const std::string text = "آب، اززندان‌های ۵ کتاب";
  m.tokenise(Side::second, Words(text), out, &positions);
  EXPECT_EQ(positions, (std::vector<std::uint32_t>{0, 2, 2, 4}));
  EXPECT_EQ(m.word(Side::second, out[1]), fold("از"));
  EXPECT_EQ(m.word(Side::second, out[2]), fold("زندان"));
}

TEST(WordModel, RowsHoldOnlyWordsOfTheDocuments) {
  WordModel m = model();
  const auto a = ids(m, Side::first, "water book"), b = ids(m, Side::second, "آب");
  m.build();
  ASSERT_EQ(m.translations(Side::first, a[0]).size(), 1u);
  const WordPair water = m.translations(Side::first, a[0])[0];
  EXPECT_EQ(water.word, b[0]);
  EXPECT_NEAR(water.forward, 0.9, 0.03);
  EXPECT_NEAR(water.backward, 0.95, 0.03);
  EXPECT_TRUE(m.translations(Side::first, a[1]).empty());
  EXPECT_TRUE(m.covered(Side::first, a[1]));
}

TEST(WordModel, BothSidesSeeTheSamePair) {
  WordModel m = model();
  ids(m, Side::first, "water from book books");
  ids(m, Side::second, "آب از کتاب");
  m.build();
  for (WordId a = 0; a < m.size(Side::first); ++a)
    for (const WordPair& p : m.translations(Side::first, a)) {
      bool found = false;
      for (const WordPair& q : m.translations(Side::second, p.word))
        if (q.word == a) {
          found = true;
          EXPECT_EQ(q.forward, p.backward);
          EXPECT_EQ(q.backward, p.forward);
        }
      EXPECT_TRUE(found);
    }
}

TEST(WordModel, EqualWordsTranslateEachOtherWithoutALexicon) {
  WordModel m = model(false);
  const auto a = ids(m, Side::first, "The OIAC of Geneva"), b = ids(m, Side::second, "سازمان OIAC");
  m.build();
  EXPECT_GT(forward(m, a[1], b[1]), 0.5F);
  EXPECT_TRUE(m.covered(Side::first, a[1]));
  EXPECT_FALSE(m.covered(Side::first, a[3]));
}

TEST(WordModel, TheUsersDictionaryComesFirst) {
  WordModel m = model();
  const auto a = ids(m, Side::first, "water sword New York"),
             b = ids(m, Side::second, "شراب شمشیرها نیویورک");
  m.add_dictionary(Dictionary::parse("water\tشراب\nsword\tشمشیر\nNew York\tنیویورک\nsky\tآسمان\n", "user"));
  m.build();
  EXPECT_GT(forward(m, a[0], b[0]), 0.5F);
  EXPECT_GT(forward(m, a[1], b[1]), 0.5F);
  EXPECT_GT(forward(m, a[2], b[2]) + forward(m, a[3], b[2]), 0.5F);
}

TEST(WordModel, LearnsFromBeadsAndForgetsThemAtTheNextLearning) {
  WordModel m = model(false);
  std::vector<std::vector<WordId>> a, b;
  for (int i = 0; i < 40; ++i) {
    a.push_back(ids(m, Side::first, i % 2 ? "red horse" : "red moon"));
    b.push_back(ids(m, Side::second, i % 2 ? "اسب سرخ" : "ماه سرخ"));
  }
  std::vector<TokenPair> beads;
  for (int i = 0; i < 40; ++i) beads.push_back({a[i], b[i], 0.9});
  m.learn(beads);
  m.build();
  EXPECT_GT(forward(m, a[1][1], b[1][0]), 0.6F);
  EXPECT_GT(forward(m, a[1][1], b[1][0]), 5 * forward(m, a[1][1], b[1][1]));
  EXPECT_GT(lexical_score(m, a[0], b[0]), lexical_score(m, a[0], b[1]));
  m.learn({});
  m.build();
  EXPECT_EQ(forward(m, a[1][1], b[1][0]), 0.0F);
}

TEST(WordModel, AWordSeenOnceTeachesLittle) {
  WordModel m = model(false);
  const auto a = ids(m, Side::first, "red horse"), b = ids(m, Side::second, "اسب سرخ");
  const std::vector<TokenPair> beads{{a, b, 1.0}};
  m.learn(beads);
  m.build();
  for (const WordId s : a)
    for (const WordId t : b) EXPECT_LT(forward(m, s, t), 0.05F);
}

TEST(WordModel, SkeletonsPairUnknownNames) {
  WordModel m = model();
  m.set_skeleton([](std::string_view, std::string_view word) {
    return word == "cohn" || word == fold("کوهن") ? "kn" : "";
  });
  const auto a = ids(m, Side::first, "Cohn"), b = ids(m, Side::second, "کوهن");
  m.build();
  EXPECT_GT(forward(m, a[0], b[0]), 0.2F);
}

TEST(WordModel, BackgroundIsADistribution) {
  WordModel m = model();
  const auto a = ids(m, Side::first, "water water book unknown");
  m.build();
  double sum = 0.0;
  for (WordId w = 0; w < m.size(Side::first); ++w) {
    EXPECT_GT(m.background(Side::first, w), 0.0F);
    sum += m.background(Side::first, w);
  }
  EXPECT_LE(sum, 1.0);
  EXPECT_GT(m.background(Side::first, a[0]), m.background(Side::first, a[3]));
}

TEST(WordModel, EmptyDocumentsAndUnknownLanguagesAreFine) {
  WordModel m(Language::parse("de"), Language::parse("ja"), {});
  EXPECT_FALSE(m.has_lexicon());
  m.build();
  EXPECT_EQ(m.size(Side::first), 0u);
  EXPECT_EQ(lexical_score(m, {}, {}), 0.0);
  ids(m, Side::first, "Straße");
  m.learn({});
  m.build();
  EXPECT_TRUE(m.translations(Side::first, 0).empty());
}

TEST(GluedWords, OnlyKnownPiecesCount) {
  const auto lexicon = small();
  const auto pieces = [&](std::string_view word) {
    std::vector<std::string> out;
    for (const WordId w : glued_words(*lexicon, Side::second, fold(word)))
      out.emplace_back(lexicon->word(Side::second, w));
    return out;
  };
  EXPECT_EQ(pieces("اززندان"), (std::vector<std::string>{fold("از"), fold("زندان")}));
  EXPECT_EQ(pieces("ازکتاب‌ها"), (std::vector<std::string>{fold("از"), fold("کتاب")}));
  EXPECT_TRUE(pieces("ازناشناس").empty());
  EXPECT_TRUE(pieces("از").empty());
  EXPECT_TRUE(pieces("").empty());
  EXPECT_TRUE(glued_words(*lexicon, Side::first, "frombook").empty());  // English is not glued
}

TEST(GluedWords, ALineThatLostItsSpacesComesApart) {
  const auto lexicon = small();
  const auto pieces = [&](std::string_view run) {
    std::vector<std::string> out;
    for (const WordId w : glued_words(*lexicon, Side::second, fold(run)))
      out.emplace_back(lexicon->word(Side::second, w));
    return out;
  };
  const std::string from = fold("از"), prison = fold("زندان"), book = fold("کتاب");
  EXPECT_EQ(pieces("اززندانکتاباززندان"), (std::vector<std::string>{from, prison, book, from, prison}));
  // A name between known words is passed over.
  EXPECT_EQ(pieces("کتابزندانغظضکتابزندان"), (std::vector<std::string>{book, prison, book, prison}));
  EXPECT_TRUE(pieces("غظضغظضغظضکتابغظضغظضغظض").empty());  // mostly unknown: left alone
  std::string longest;
  for (int k = 0; k < 400; ++k) longest += prison;
  EXPECT_EQ(pieces(longest).size(), 400U);
  for (int k = 0; k < 400; ++k) longest += prison;
  EXPECT_TRUE(pieces(longest).empty());  // longer than any line of text
}

TEST(Retrieval, AgreesWithTheScoreOfEveryPair) {
  WordModel m = model();
  std::vector<std::vector<WordId>> a, b;
  for (const char* text : {"water", "book from water", "from", "sword"})
    a.push_back(ids(m, Side::first, text));
  for (const char* text : {"آب", "کتاب از آب", "از", "آسمان"}) b.push_back(ids(m, Side::second, text));
  m.build();
  const RetrievalReport report = measure_retrieval(m, a, b);
  double first = 0.0, score = 0.0;
  for (std::size_t i = 0; i < 4; ++i) {
    int row_rank = 1, column_rank = 1;
    for (std::size_t j = 0; j < 4; ++j) {
      row_rank += j != i && lexical_score(m, a[i], b[j]) >= lexical_score(m, a[i], b[i]) - 1e-6;
      column_rank += j != i && lexical_score(m, a[j], b[i]) >= lexical_score(m, a[i], b[i]) - 1e-6;
    }
    first += ((row_rank == 1) + (column_rank == 1)) / 8.0;
    score += lexical_score(m, a[i], b[i]) / 4;
  }
  EXPECT_EQ(report.sentences, 4u);
  EXPECT_NEAR(report.first, first, 1e-9);
  EXPECT_NEAR(report.score, score, 1e-4);
  EXPECT_NEAR(report.known_first, 5.0 / 6, 1e-9);
  EXPECT_EQ(measure_retrieval(m, {}, {}).sentences, 0u);
}

}  // namespace
}  // namespace taraz
