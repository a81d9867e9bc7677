#include "align/passages/passage_matcher.h"

#include <gtest/gtest.h>

#include "segment/segmenter.h"

namespace taraz {
namespace {

Document lines(const char* id, const char* language, std::string text) {
  Document d(id, Language::parse(language), std::move(text));
  Segmenter({.one_per_line = true}).segment(d);
  return d;
}

// Own sentences.
const Document kEnglish = lines(
    "a.en", "en",
    "The library of the city was opened in 1988.\nThree hundred people came to the garden on 3 May 1999.\n"
    "The price of bread went up by 25 percent.\nThe children learned to read and write.\n");
const Document kPersian =
    lines("b.fa", "fa",
          "کودکان خواندن و نوشتن آموختند.\nکتابخانه شهر در سال ۱۹۸۸ گشایش یافت.\nبهای نان ۲۵ درصد بالا رفت.\n"
          "سیصد نفر روز ۳ مه ۱۹۹۹ به باغ آمدند.\n");

TEST(PassageMatcher, FindsTranslationsInAnyOrder) {
  const Document* collection[] = {&kEnglish, &kPersian};
  const MatchResult r = match_collection(collection, {.min_confidence = 0.3});
  std::size_t right = 0;
  const std::uint32_t where[] = {1, 3, 2, 0};
  for (const PassageLink& l : r.links)
    if (l.kind == LinkKind::translation) right += l.second.segments.begin == where[l.first.segments.begin];
  EXPECT_GE(right, 3u);
  ASSERT_EQ(r.documents.size(), 1u);
  EXPECT_GT(r.documents[0].share, 0.5);
}

TEST(PassageMatcher, SameLanguageOnlyWhenAsked) {
  const Document copy = lines("c.en", "en", std::string(kEnglish.text()));
  const Document* collection[] = {&kEnglish, &copy};
  EXPECT_TRUE(match_collection(collection, {}).links.empty());
  const MatchResult r = match_collection(collection, {.same_language = true, .min_confidence = 0.1});
  EXPECT_FALSE(r.links.empty());
  for (const PassageLink& l : r.links) EXPECT_LT(l.first.document, l.second.document);
}

TEST(PassageMatcher, ThreadsDoNotChangeTheResult) {
  const Document* collection[] = {&kEnglish, &kPersian};
  const MatchResult one = match_collection(collection, {.min_confidence = 0.0, .threads = 1});
  const MatchResult four = match_collection(collection, {.min_confidence = 0.0, .threads = 4});
  ASSERT_EQ(one.links.size(), four.links.size());
  for (std::size_t i = 0; i < one.links.size(); ++i) {
    EXPECT_EQ(one.links[i].first, four.links[i].first);
    EXPECT_EQ(one.links[i].second, four.links[i].second);
    EXPECT_EQ(one.links[i].confidence, four.links[i].confidence);
  }
}

TEST(PassageMatcher, BoilerplateDoesNotMatch) {
  Document a("a", Language::parse("en"), "Copyright 2020"), b("b", Language::parse("fa"), "Copyright 2020");
  a.set_segments({{{0, 14}, 0, SegmentKind::boilerplate}});
  b.set_segments({{{0, 14}, 0, SegmentKind::boilerplate}});
  const Document* collection[] = {&a, &b};
  EXPECT_TRUE(match_collection(collection, {.min_confidence = 0.0}).links.empty());
}

}  // namespace
}  // namespace taraz
