#include "io/review_page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "io/review_data.h"
#include "io/sha256.h"
#include "text/error.h"

namespace taraz {
namespace {

using Json = nlohmann::json;

TranslationUnit unit(std::string id, std::vector<Variant> variants, std::optional<double> score = {},
                     std::string kind = "") {
  return {std::move(id), std::move(variants), score, std::move(kind), "", {}};
}

Variant variant(const char* language, std::string text, std::optional<SegmentRange> source = {}) {
  return {Language::parse(language), std::move(text), source};
}

std::string page_of(const std::vector<TranslationUnit>& units, const ReviewPageOptions& options = {}) {
  std::ostringstream out;
  Sink sink("-", out);
  write_review_page(units, options, sink);
  sink.commit();
  return out.str();
}

std::string between(const std::string& text, const std::string& begin, const std::string& end) {
  const std::size_t from = text.find(begin) + begin.size();
  return text.substr(from, text.find(end, from) - from);
}

const std::string kDataTag = "<script type=\"application/json\" id=\"page-data\">";

TEST(ReviewPage, NothingInATextCanActAsMarkup) {
  const std::string nasty =
      "</script><script>alert(1)</script><!-- ]]> \xE2\x80\xA8 \" \\ & <img src=x onerror=alert(1)>";
  std::vector<TranslationUnit> units{unit(nasty, {variant("en", nasty), variant("fa", nasty)}, 0.5, nasty)};
  units[0].document = nasty;
  units[0].properties = {{nasty, nasty}};
  const std::string page =
      page_of(units, {.title = nasty, .languages = {}, .creation_date = nasty, .tool_version = nasty});
  const std::string data = between(page, kDataTag, "</script>");
  EXPECT_EQ(data.find('<'), std::string::npos);
  EXPECT_EQ(data.find("\xE2\x80\xA8"), std::string::npos);
  const Json json = Json::parse(data);
  EXPECT_EQ(json["texts"][0][0], nasty);
  EXPECT_EQ(json["title"], nasty);
  EXPECT_EQ(between(page, "<title>", "</title>").find('<'), std::string::npos);
  std::size_t scripts = 0;
  for (std::size_t at = page.find("<script"); at != std::string::npos; at = page.find("<script", at + 1))
    ++scripts;
  EXPECT_EQ(scripts, 2u);
}

TEST(ReviewPage, ThePolicyForbidsTheNetworkAndAllowsExactlyThisScriptAndStyle) {
  const std::string page = page_of({unit("1", {variant("en", "a"), variant("fa", "b")})});
  const std::string policy = between(page, "Content-Security-Policy\" content=\"", "\"");
  EXPECT_TRUE(policy.starts_with("default-src 'none'; ")) << policy;
  EXPECT_EQ(policy.find("unsafe"), std::string::npos);
  EXPECT_NE(policy.find("script-src 'sha256-" + base64(sha256(between(page, "<script>", "</script>"))) + "'"),
            std::string::npos);
  EXPECT_NE(policy.find("style-src 'sha256-" + base64(sha256(between(page, "<style>", "</style>"))) + "'"),
            std::string::npos);
  EXPECT_EQ(page.find("src="), std::string::npos);
  EXPECT_EQ(page.find("<link"), std::string::npos);
}

TEST(ReviewPage, WritesOnlyWhatTheUnitBeforeDoesNotTell) {
  std::vector<TranslationUnit> units;
  for (std::uint32_t i = 0; i < 5; ++i)
    units.push_back(
        unit(std::to_string(i + 1),
             {variant("en", "e", SegmentRange{i, i + 1}), variant("fa", "f", SegmentRange{i, i + 1})}, 0.9,
             "1-1"));
  Json json = Json::parse(review_data(units, {}));
  EXPECT_EQ(json["ids"], Json::object());
  EXPECT_EQ(json["sources"], Json::object());
  EXPECT_EQ(json["kinds"], Json({"1-1"}));
  EXPECT_FALSE(json.contains("kind"));
  EXPECT_EQ(json["doubt"], Json({1000, 1000, 1000, 1000, 1000}));
  EXPECT_EQ(json["documents"], Json::parse("[[5,\"\"]]"));
  units.erase(units.begin() + 2);
  json = Json::parse(review_data(units, {}));
  EXPECT_EQ(json["ids"], Json({{"2", "4"}}));
  EXPECT_EQ(json["sources"], Json({{"2", {3, 4, 3, 4}}}));
}

TEST(ReviewPage, KeepsMissingVariantsAndTheirOrder) {
  const std::vector<TranslationUnit> units{
      unit("1", {variant("en", "a"), variant("fa", "b"), variant("en", "c")}),
      unit("2", {variant("fa", ""), variant("en", "d")}), unit("3", {variant("ar", "e")})};
  const Json json = Json::parse(review_data(units, {}));
  EXPECT_EQ(json["columns"], Json({"en", "fa", "en", "ar"}));
  EXPECT_EQ(json["texts"], Json::parse(R"([["a","d",null],["b","",null],["c",null,null],[null,null,"e"]])"));
  EXPECT_EQ(json["orders"],
            Json::parse(R"({"0":[0,1,2],"1":[1,0]})").patch(Json::parse(R"([{"op":"remove","path":"/0"}])")));
}

TEST(ReviewPage, TheHashIsOfTheUnitsAlone) {
  std::vector<TranslationUnit> units{unit("1", {variant("en", "a"), variant("fa", "b")}, 0.12344)};
  const std::string hash = content_hash(units);
  EXPECT_EQ(hash.size(), 32u);
  EXPECT_EQ(Json::parse(review_data(
                units, {.title = "t", .languages = {}, .creation_date = "d", .tool_version = "9"}))["hash"],
            hash);
  units[0].score = 0.12341;  // the same to four decimals
  EXPECT_EQ(content_hash(units), hash);
  units[0].variants[1].text = "c";
  EXPECT_NE(content_hash(units), hash);
}

TEST(ReviewPage, SizeIsTheTextTimesOnePointThreeAnd300Kilobytes) {
  std::vector<TranslationUnit> units;
  std::size_t text = 0;
  for (std::uint32_t i = 0; i < 20000; ++i) {
    const std::string number = std::to_string(i * 7919u);
    const std::string en = "A sentence with the number " + number + " in it.",
                      fa = "جمله‌ای با عدد " + number + " در آن.";
    text += en.size() + fa.size();
    units.push_back(
        unit(std::to_string(i + 1),
             {variant("en", en, SegmentRange{i, i + 1}), variant("fa", fa, SegmentRange{i, i + 1})},
             (i * 7919 % 10007) / 10007.0, "1-1"));
  }
  EXPECT_LE(static_cast<double>(page_of(units).size()), 1.3 * static_cast<double>(text) + 300e3);
}

}  // namespace
}  // namespace taraz
