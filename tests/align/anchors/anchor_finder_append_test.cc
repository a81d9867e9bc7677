#include <gtest/gtest.h>

#include "align/anchors/anchor_finder.h"

namespace taraz {
namespace {

// "cmeury@users.sf.net" takes back the Latin words that were anchors before it was an address: only its own.
TEST(AnchorFinder, AppendingLeavesTheEarlierPartAlone) {
  AnchorOptions options;
  options.language = Language::parse("fa");
  const AnchorFinder finder(options);
  std::vector<Anchor> all;
  std::vector<std::vector<Anchor>> alone;
  for (const std::string text : {"نمایش ساعت دیجیتال و tooltip", "cmeury@users.sf.net نمایش نام فضای کاری",
                                 "x http://a.example.org/ y"}) {
    finder.find(text, Words(text), all);
    alone.push_back(finder.find(text));
  }
  std::size_t i = 0;
  for (const std::vector<Anchor>& one : alone)
    for (const Anchor& a : one) {
      ASSERT_LT(i, all.size());
      EXPECT_EQ(all[i].value, a.value);
      EXPECT_EQ(all[i++].span, a.span);
    }
  EXPECT_EQ(i, all.size());
}

}  // namespace
}  // namespace taraz
