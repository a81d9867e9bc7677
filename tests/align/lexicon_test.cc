#include "align/lexicon/lexicon.h"

#include <gtest/gtest.h>

#include <cstring>
#include <filesystem>
#include <fstream>

#include "align/lexicon/lexicon_file.h"
#include "text/error.h"
#include "text/fold.h"

namespace taraz {
namespace {

LexiconContent small() {
  LexiconContent c;
  c.language = {"en", "fa"};
  c.words[0] = {{"water", 0.01, 0.1, {{1, 0.9}, {0, 0.05}}}, {"book", 0.02, 0.2, {{0, 0.7}}}};
  c.words[1] = {{fold("کتاب"), 0.03, 0.1, {{1, 0.8}}}, {fold("آب"), 0.001, 0.3, {{0, 0.95}}}};
  return c;
}

// Bytes at an address that is a multiple of 8.
class Aligned {
 public:
  explicit Aligned(const std::string& bytes) : words_(bytes.size() / 8 + 1), size_(bytes.size()) {
    std::memcpy(words_.data(), bytes.data(), bytes.size());
  }
  std::string_view view() const { return {reinterpret_cast<const char*>(words_.data()), size_}; }

 private:
  std::vector<std::uint64_t> words_;
  std::size_t size_;
};

TEST(Lexicon, ReadsWhatWasWritten) {
  const Aligned bytes(encode_lexicon(small()));
  const Lexicon lexicon(bytes.view(), "test");
  EXPECT_EQ(lexicon.language(Side::first), "en");
  EXPECT_EQ(lexicon.language(Side::second), "fa");
  ASSERT_EQ(lexicon.size(Side::first), 2u);
  const WordId water = lexicon.find(Side::first, "water"), ab = lexicon.find(Side::second, fold("آب"));
  ASSERT_NE(water, kNoWord);
  ASSERT_NE(ab, kNoWord);
  EXPECT_EQ(lexicon.word(Side::first, water), "water");
  const auto row = lexicon.translations(Side::first, water);
  ASSERT_EQ(row.size(), 2u);
  for (const PackedTranslation t : row) EXPECT_NEAR(t.probability(), t.word() == ab ? 0.9 : 0.05, 0.03);
  EXPECT_NEAR(lexicon.background(Side::second, ab), 0.001, 0.0001);
  EXPECT_NEAR(lexicon.null_probability(Side::second, ab), 0.3, 0.01);
  EXPECT_EQ(lexicon.find(Side::first, "fire"), kNoWord);
  EXPECT_EQ(lexicon.find(Side::first, ""), kNoWord);
}

TEST(Lexicon, SwappedExchangesTheSides) {
  const Aligned bytes(encode_lexicon(small()));
  const auto lexicon = std::make_shared<const Lexicon>(bytes.view(), "test");
  const auto swapped = lexicon->swapped();
  EXPECT_EQ(swapped->language(Side::first), "fa");
  EXPECT_EQ(swapped->find(Side::second, "book"), lexicon->find(Side::first, "book"));
  EXPECT_EQ(swapped->swapped()->language(Side::first), "en");
}

TEST(Lexicon, OrderOfTheContentDoesNotMatter) {
  LexiconContent turned = small();
  std::swap(turned.words[0][0], turned.words[0][1]);
  for (auto& w : turned.words[1])
    for (auto& t : w.translations) t.word = 1 - t.word;
  std::swap(turned.words[0][1].translations[0], turned.words[0][1].translations[1]);
  EXPECT_EQ(encode_lexicon(turned), encode_lexicon(small()));
}

TEST(Lexicon, StemsFindTheKey) {
  const Aligned bytes(encode_lexicon(small()));
  const Lexicon lexicon(bytes.view(), "test");
  EXPECT_EQ(lexicon.find_stem(Side::first, "books"), lexicon.find(Side::first, "book"));
  EXPECT_EQ(lexicon.find_stem(Side::second, fold("کتاب‌هایشان")),
            lexicon.find(Side::second, fold("کتاب")));
  EXPECT_EQ(lexicon.find_stem(Side::second, fold("شمشیر")), kNoWord);
}

TEST(Lexicon, EveryCutAndEveryChangedByteIsReportedOrHarmless) {
  const std::string good = encode_lexicon(small());
  for (std::size_t n = 0; n < good.size(); ++n) {
    const Aligned cut(good.substr(0, n));
    if (good.size() - n < 8) continue;  // only padding may be missing
    EXPECT_THROW(Lexicon(cut.view(), "cut"), FormatError) << n;
  }
  for (std::size_t i = 0; i < good.size(); ++i)
    for (const char flip : {'\x01', '\x80', '\xFF'}) {
      std::string bad = good;
      bad[i] = static_cast<char>(bad[i] ^ flip);
      const Aligned bytes(bad);
      try {
        const Lexicon lexicon(bytes.view(), "bad");
        for (const Side side : {Side::first, Side::second})
          for (WordId w = 0; w < lexicon.size(side); ++w)
            for (const PackedTranslation t : lexicon.translations(side, w))
              ASSERT_LT(t.word(), lexicon.size(other(side)));
      } catch (const FormatError&) {
      }
    }
}

TEST(Lexicon, OpenNamesTheFileAndTheWayOut) {
  EXPECT_THROW(Lexicon::open("/no/such/lexicon.bin"), Error);
  const std::string path = testing::TempDir() + "no-lexicon.bin";
  std::ofstream(path) << "en\tfa\n";
  try {
    Lexicon::open(path);
    FAIL();
  } catch (const FormatError& e) {
    EXPECT_EQ(std::string(e.what()), path + ": not a Taraz lexicon; make one with 'taraz train'");
  }
  std::ofstream(path, std::ios::binary) << encode_lexicon(small());
  EXPECT_EQ(Lexicon::open(path)->size(Side::second), 2u);
  std::filesystem::remove(path);
}

TEST(Lexicon, ShippedOnesOpenInBothOrders) {
  for (const auto& [a, b] : {std::pair{"en", "fa"}, {"en", "ar"}, {"fa", "ar"}}) {
    const auto forward = Lexicon::shipped(Language::parse(a), Language::parse(b));
    const auto backward = Lexicon::shipped(Language::parse(b), Language::parse(a));
    ASSERT_TRUE(forward && backward) << a << b;
    EXPECT_EQ(forward->language(Side::first), a);
    EXPECT_EQ(backward->language(Side::first), b);
    EXPECT_GT(forward->size(Side::first), 10000u);
  }
  EXPECT_EQ(Lexicon::shipped(Language::parse("de"), Language::parse("fr")), nullptr);
}

// Words whose letters look like an affix and another word. Own list.
TEST(Lexicon, ShippedOnesDoNotMergeUnrelatedWords) {
  struct Pair {
    const char* language;
    const char* word;
    const char* unrelated;
  };
  const auto en_fa = Lexicon::shipped(Language::parse("en"), Language::parse("fa"));
  const auto en_ar = Lexicon::shipped(Language::parse("en"), Language::parse("ar"));
  for (const Pair& p : {
           Pair{"en", "news", "new"},      Pair{"en", "wing", "we"},        Pair{"en", "king", "k"},
           Pair{"en", "united", "unit"},   Pair{"en", "thing", "the"},      Pair{"en", "during", "dure"},
           Pair{"en", "hundred", "hundr"}, Pair{"en", "species", "spec"},  Pair{"en", "morning", "morn"},
           Pair{"en", "business", "busy"}, Pair{"en", "building", "build"}, Pair{"en", "bring", "br"},
           Pair{"en", "number", "numb"},   Pair{"en", "water", "wat"},      Pair{"en", "mister", "mist"},
           Pair{"fa", "تهران", "تهر"},     Pair{"fa", "ایران", "ایر"},      Pair{"fa", "زمان", "زم"},
           Pair{"fa", "جهان", "جه"},       Pair{"fa", "دولت", "دول"},       Pair{"fa", "میدان", "دان"},
           Pair{"fa", "باران", "بار"},     Pair{"fa", "نامه", "نام"},       Pair{"fa", "دست", "دس"},
           Pair{"fa", "کشتی", "کشت"},      Pair{"fa", "نظر", "ظر"},         Pair{"fa", "بازار", "ازار"},
           Pair{"fa", "میوه", "وه"},       Pair{"fa", "شهرت", "شهر"},       Pair{"fa", "پدران", "در"},
           Pair{"ar", "وزير", "زير"},      Pair{"ar", "كتاب", "تاب"},       Pair{"ar", "بيت", "يت"},
           Pair{"ar", "وقت", "قت"},        Pair{"ar", "واحد", "احد"},       Pair{"ar", "فريق", "ريق"},
           Pair{"ar", "لغة", "غة"},        Pair{"ar", "بلاد", "لاد"},       Pair{"ar", "وجه", "جه"},
           Pair{"ar", "لبنان", "بنان"},    Pair{"ar", "كلب", "لب"},         Pair{"ar", "بحر", "حر"},
           Pair{"ar", "فكرة", "كرة"},      Pair{"ar", "كبير", "بير"},       Pair{"ar", "وطن", "طن"},
       }) {
    const bool english = p.language == std::string_view("en");
    const Lexicon& lexicon = p.language == std::string_view("fa") ? *en_fa : *en_ar;
    const Side side = english ? Side::first : Side::second;
    const WordId word = lexicon.find_stem(side, fold(p.word));
    ASSERT_NE(word, kNoWord) << p.word;
    EXPECT_NE(word, lexicon.find_stem(side, fold(p.unrelated)))
        << p.word << " / " << p.unrelated << ": " << lexicon.word(side, word);
  }
}

TEST(Lexicon, QuantisedProbabilitiesAreWithinFivePercent) {
  for (double p = 1.0; p > 3e-6; p *= 0.97) EXPECT_NEAR(dequantise(quantise(p)) / p, 1.0, 0.026);
  EXPECT_EQ(quantise(0.0), 255);
  EXPECT_EQ(quantise(2.0), 0);
}

}  // namespace
}  // namespace taraz
