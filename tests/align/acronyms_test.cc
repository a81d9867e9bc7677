#include "align/anchors/acronyms.h"

#include <gtest/gtest.h>

#include <string>

#include "align/anchors/anchor_match.h"
#include "text/document.h"

namespace taraz {
namespace {

// "acronym=phrase" of each definition; "=?" when the initials do not spell it.
std::string defined(const std::string& text) {
  const Words words(text);
  std::string out;
  for (const AcronymPlace& d : find_acronyms(text, words)) {
    out += (out.empty() ? "" : "; ") + std::string(words[d.acronym].span.of(text)) + "=";
    const ByteSpan phrase{words[d.begin].span.begin, words[d.end - 1].span.end};
    out += d.initials ? std::string(phrase.of(text)) : "?";
  }
  return out;
}

TEST(Acronyms, InitialsSpellThem) {
  EXPECT_EQ(defined("the Human Rights Activists News Agency (HRANA) said"),
            "HRANA=Human Rights Activists News Agency");
  EXPECT_EQ(defined("a Society for the Protection of Rivers (SPR) and"), "SPR=Society for the Protection of Rivers");
  EXPECT_EQ(defined("Defenders of Labour (DOL) met"), "DOL=Defenders of Labour");
  EXPECT_EQ(defined("HRAI (the Human Rights Activists in Iran) met"), "HRAI=Human Rights Activists in Iran");
  EXPECT_EQ(defined("حركة المقاومة الإسلامية (حماس) قالت"), "حماس=حركة المقاومة الإسلامية");
  EXPECT_EQ(defined("سازمان اطلاعات و امنیت کشور (ساواک) بود"), "ساواک=سازمان اطلاعات و امنیت کشور");
}

TEST(Acronyms, OtherBracketsDefineNothing) {
  EXPECT_EQ(defined("He left (in May) again (2)"), "");
  EXPECT_EQ(defined("the river (THE) rose"), "THE=?");
  EXPECT_EQ(defined(""), "");
  EXPECT_EQ(defined("(AB)"), "");
  EXPECT_EQ(defined("x ("), "");
}

Document document(const std::string& language, const std::vector<std::string>& lines) {
  std::string text;
  std::vector<Segment> segments;
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += line;
    segments.push_back({{begin, static_cast<std::uint32_t>(text.size())}, 0, SegmentKind::sentence});
    text += "\n";
  }
  Document d(language, Language::parse(language), std::move(text));
  d.set_segments(std::move(segments));
  return d;
}

std::string names(const std::string& language, const std::vector<std::string>& lines) {
  const Document d = document(language, lines);
  AnchorOptions options{.language = d.language()};
  options.kinds = {AnchorKind::name, AnchorKind::latin};
  const DocumentAnchors anchors(d, AnchorFinder(options));
  std::string out;
  for (std::uint32_t i = 0; i < anchors.size(); ++i)
    for (const Anchor& a : anchors.segment(i))
      out += (out.empty() ? "" : "; ") + std::string(a.span.of(d.text(i))) + "=" + a.value;
  return out;
}

TEST(Acronyms, AreTiedToTheirPhraseThroughoutTheDocument) {
  EXPECT_EQ(names("en", {"BRL rose.", "The Bank of Rural Lending (BRL) closed.", "The BRL and the Bank of Rural Lending."}),
            "BRL=acronym:BRL; Bank of Rural Lending=acronym:BRL; BRL=acronym:BRL; BRL=acronym:BRL; "
            "Bank of Rural Lending=acronym:BRL");
  EXPECT_EQ(names("en", {"Amnesty International (AI) wrote; AI waits."}),
            "Amnesty International=org:amnesty; AI=org:amnesty; AI=org:amnesty");
  EXPECT_EQ(names("ar", {"أصدرت منظمة العفو الدولية (AI) بيانا.", "قالت AI ذلك."}),
            "منظمة العفو الدولية=org:amnesty; AI=org:amnesty; AI=org:amnesty");
  EXPECT_EQ(names("fa", {"عفو بین‌الملل (AI) گفت."}), "عفو بین‌الملل=org:amnesty; AI=org:amnesty");
  EXPECT_EQ(names("fa", {"کانون وکلای شهر (کوش) بسته شد.", "کوش بسته ماند."}),
            "کانون وکلای شهر=acronym:کوش; کوش=acronym:کوش; کوش=acronym:کوش");
}

TEST(Acronyms, MatchTheSameLettersOfTheOtherText) {
  const Document en = document("en", {"The Bank of Rural Lending (BRL) closed.", "Rain fell."});
  const Document fa = document("fa", {"باران بارید.", "بانک وام روستایی (BRL) بسته شد."});
  const DocumentAnchors a(en, AnchorFinder({.language = en.language()}));
  const DocumentAnchors b(fa, AnchorFinder({.language = fa.language()}));
  const auto links = AnchorMatcher(a, b).links({0, 2}, {0, 2});
  ASSERT_FALSE(links.empty());
  EXPECT_EQ(links[0].a_segment, 0U);
  EXPECT_EQ(links[0].b_segment, 1U);
}

}  // namespace
}  // namespace taraz
