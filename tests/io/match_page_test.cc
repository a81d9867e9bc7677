#include "io/match_page.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "segment/segmenter.h"

namespace taraz {
namespace {

Document lines(const char* id, const char* language, std::string text) {
  Document d(id, Language::parse(language), std::move(text));
  Segmenter({.one_per_line = true}).segment(d);
  return d;
}

TEST(MatchPage, HoldsTheTextsAndLinksAsData) {
  const Document a = lines("a.en", "en", "First & <b>.\n</script><script>alert(1)</script>\n"),
                 b = lines("b.fa", "fa", "نخست.\nدوم.\n");
  const Document* collection[] = {&a, &b};
  PassageLink link;
  link.first = {0, {1, 2}};
  link.second = {1, {0, 2}};
  link.confidence = 0.75;
  link.shared = {{TokenClass::number, "30000", "30000", 4.0F, "30,000", "30,000"}};
  const std::vector<PassageLink> links{link};
  std::ostringstream out;
  Sink sink("-", out);
  write_match_page(sink, collection, links, group_events(links, 0.5), "A & B");
  sink.commit();
  const std::string page = out.str();
  EXPECT_EQ(page.find("alert(1)</script>"), std::string::npos);
  EXPECT_NE(page.find("<title>A &amp; B</title>"), std::string::npos);
  EXPECT_EQ(page.find("http://www.w3.org/1999"), std::string::npos);
  const std::string tag = "id=\"page-data\">";
  const std::size_t from = page.find(tag) + tag.size();
  const auto data = nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
  EXPECT_EQ(data["documents"][0]["segments"][1], "</script><script>alert(1)</script>");
  EXPECT_EQ(data["documents"][1]["rtl"], true);
  EXPECT_EQ(data["links"][0]["second"], nlohmann::json::array({1, 0, 2}));
  EXPECT_EQ(data["links"][0]["shared"][0][0], "30,000");
  EXPECT_EQ(data["events"][0]["label"], "30,000");
}

TEST(MatchPage, NothingAtAllIsAPageToo) {
  std::ostringstream out;
  Sink sink("-", out);
  write_match_page(sink, {}, {}, {}, "");
  sink.commit();
  EXPECT_NE(out.str().find("\"links\":[]"), std::string::npos);
}

}  // namespace
}  // namespace taraz
