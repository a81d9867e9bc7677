#include "align/passages/text_order.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "align/passages/any_order.h"
#include "align/passages/reordered_document.h"
#include "segment/segmenter.h"

namespace taraz {
namespace {

Document lines(const char* id, const char* language, const std::vector<std::string>& texts) {
  std::string text;
  for (const std::string& t : texts) text += t + "\n";
  Document d(id, Language::parse(language), std::move(text));
  Segmenter({.one_per_line = true}).segment(d);
  return d;
}

// Own sentences.
const std::vector<std::string> kEnglish = {
    "The library of the city was opened in 1988.",
    "Three hundred people came to the garden on 3 May 1999.",
    "The price of bread went up by 25 percent.",
    "The children learned to read and write.",
    "The minister of health visited Tehran and Shiraz.",
    "The river rose by 40 centimetres during the night.",
    "Mary bought 12 books and a red table.",
    "The school teaches mathematics, music and history.",
};
const std::vector<std::string> kPersian = {
    "کتابخانه شهر در سال ۱۹۸۸ گشایش یافت.",
    "سیصد نفر روز ۳ مه ۱۹۹۹ به باغ آمدند.",
    "بهای نان ۲۵ درصد بالا رفت.",
    "کودکان خواندن و نوشتن آموختند.",
    "وزیر بهداشت از تهران و شیراز دیدار کرد.",
    "رودخانه در شب ۴۰ سانتی‌متر بالا آمد.",
    "مریم ۱۲ کتاب و یک میز سرخ خرید.",
    "مدرسه ریاضی، موسیقی و تاریخ درس می‌دهد.",
};

AlignOptions one_thread() {
  AlignOptions options;
  options.threads = 1;
  return options;
}

std::vector<std::string> in_order(const std::vector<std::size_t>& order) {
  std::vector<std::string> out;
  for (const std::size_t k : order) out.push_back(kPersian[k]);
  return out;
}

TEST(ReorderedDocument, KnowsWhatItsSegmentsWere) {
  const Document d = lines("a", "en", {"a", "b", "c", "d", "e"});
  const SegmentRange pieces[] = {{3, 5}, {0, 2}};
  const ReorderedDocument r(d, pieces);
  ASSERT_EQ(r.document().size(), 4u);
  EXPECT_EQ(r.document().text(0), "d");
  EXPECT_EQ(r.document().text(3), "b");
  EXPECT_EQ(r.original(2u), 0u);
  EXPECT_EQ(r.original(SegmentRange{0, 2}), (SegmentRange{3, 5}));
  EXPECT_EQ(r.joints(), (std::vector<std::uint32_t>{2}));
}

TEST(AnyOrder, TextsInOrderAreAlignedAsEver) {
  const Document en = lines("en", "en", kEnglish), fa = lines("fa", "fa", kPersian);
  const Document* documents[] = {&en, &fa};
  const AnyOrderAlignment out = align_in_any_order(documents, one_thread());
  EXPECT_EQ(out.relations[0].relation, TextRelation::parallel);
  EXPECT_FALSE(out.reordered[1].has_value());
  const Alignment plain = Aligner(one_thread()).align(documents);
  EXPECT_TRUE(std::equal(plain.beads().begin(), plain.beads().end(), out.aligned.joint.beads().begin(),
                         out.aligned.joint.beads().end()));
}

TEST(AnyOrder, MovedPassagesAreAlignedWhereTheyStand) {
  const std::vector<std::size_t> order = {4, 5, 6, 7, 0, 1, 2, 3};
  const Document en = lines("en", "en", kEnglish), fa = lines("fa", "fa", in_order(order));
  const Document* documents[] = {&en, &fa};
  const AnyOrderAlignment out = align_in_any_order(documents, one_thread());
  EXPECT_EQ(out.relations[0].relation, TextRelation::reordered);
  EXPECT_EQ(out.relations[0].pieces, 2u);
  std::size_t right = 0;
  for (const Bead& b : out.aligned.joint.beads())
    if (b.complete()) right += order[out.original(1, b.sides[1]).begin] == b.sides[0].begin;
  EXPECT_GE(right, 7u);
}

TEST(AnyOrder, NoBeadJoinsSegmentsThatAreNoNeighbours) {
  for (std::size_t turn = 1; turn < kPersian.size(); ++turn) {
    std::vector<std::size_t> order(kPersian.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::rotate(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(turn), order.end());
    const Document en = lines("en", "en", kEnglish), fa = lines("fa", "fa", in_order(order));
    const Document* documents[] = {&en, &fa};
    const AnyOrderAlignment out = align_in_any_order(documents, one_thread());
    for (const Bead& b : out.aligned.joint.beads())
      EXPECT_EQ(out.original(1, b.sides[1]).size(), b.sides[1].size());
  }
}

TEST(AnyOrder, TextsAboutOtherThingsAreComparable) {
  const Document en = lines("en", "en", kEnglish);
  const Document fa = lines("fa", "fa",
                            {"باران تا صبح بارید و خیابان‌ها خیس شد.",
                             "پدربزرگ از سفر دریا می‌گفت.", "اسب سیاه از دشت گذشت.",
                             "کسی در را باز نکرد.", "چراغ ایستگاه خاموش بود.", "مادر نامه را در کشو گذاشت."});
  const Document* documents[] = {&en, &fa};
  EXPECT_EQ(align_in_any_order(documents, one_thread()).relations[0].relation, TextRelation::comparable);
}

TEST(AnyOrder, EmptyDocumentsAreInOrder) {
  const Document en = lines("en", "en", {}), fa = lines("fa", "fa", {});
  const Document* documents[] = {&en, &fa};
  const AnyOrderAlignment out = align_in_any_order(documents, one_thread());
  EXPECT_EQ(out.relations[0].relation, TextRelation::parallel);
  EXPECT_TRUE(out.aligned.joint.beads().empty());
}

}  // namespace
}  // namespace taraz
