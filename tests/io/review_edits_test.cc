#include "io/review_edits.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace taraz {
namespace {

std::vector<TranslationUnit> three() {
  std::vector<TranslationUnit> units;
  for (const char* id : {"1", "2", "3"})
    units.push_back({id,
                     {{Language::parse("en"), std::string("e") + id, {}}, {Language::parse("fa"), "f", {}}},
                     0.5,
                     "1-1",
                     "",
                     {}});
  return units;
}

const std::string kHead =
    R"({"format":"taraz edits","version":1,"hash":"x","units":3,"languages":["en","fa"]})"
    "\n";
std::string unit(const std::string& id, const std::string& en) {
  return R"({"id":")" + id + R"(","variants":[{"lang":"en","text":")" + en +
         R"("},{"lang":"fa","text":"f"}]})";
}
std::string change(int at, const std::string& old, const std::string& made) {
  return "{\"at\":" + std::to_string(at) + ",\"old\":[" + old + "],\"new\":[" + made + "]}\n";
}

AppliedEdits apply(const std::string& text) {
  return apply_review_edits(three(), Source::of_bytes("edits", text));
}
std::string ids(const AppliedEdits& applied) {
  std::string out;
  for (const TranslationUnit& u : applied.units) out += u.id + " ";
  return out;
}
std::string error(const std::string& text) {
  try {
    apply(text);
  } catch (const FormatError& e) {
    return e.what();
  }
  return "none";
}

TEST(ReviewEdits, NoneLeaveTheUnitsAsTheyAre) { EXPECT_EQ(apply(kHead).units, three()); }

TEST(ReviewEdits, InsertDeleteAndReplaceWhereTheySay) {
  EXPECT_EQ(ids(apply(kHead + change(0, "", unit("0", "new")))), "0 1 2 3 ");
  EXPECT_EQ(ids(apply(kHead + change(3, "", unit("4", "new")))), "1 2 3 4 ");
  EXPECT_EQ(ids(apply(kHead + change(1, unit("2", "e2"), ""))), "1 3 ");
  EXPECT_EQ(ids(apply(kHead + change(0, unit("1", "e1") + "," + unit("2", "e2"), unit("a", "x")) +
                      change(2, unit("3", "e3"), unit("b", "y") + "," + unit("c", "z")))),
            "a b c ");
}

TEST(ReviewEdits, RefuseWhatDoesNotFit) {
  EXPECT_EQ(error(""), "edits: not a file of edits; the review page writes one (Export, Edits)");
  EXPECT_EQ(error("{}\n"), "edits:1: not a file of edits; the review page writes one (Export, Edits)");
  EXPECT_EQ(error(kHead + change(1, unit("2", "other"), "")),
            "edits:2: unit 2 is not the one that was reviewed: en 'other', fa 'f' there, en 'e2', fa 'f' "
            "here; name the file "
            "the page was made of");
  EXPECT_EQ(error(kHead + change(2, unit("3", "e3"), "") + change(1, "", "")),
            "edits:3: edits out of order, or past the end");
  EXPECT_EQ(error(kHead + change(3, unit("4", "e4"), "")), "edits:2: edits out of order, or past the end");
  EXPECT_EQ(error(kHead + change(-1, "", "")), "edits:2: 'at' is no whole number");
  EXPECT_EQ(error(kHead + "{\"at\":0,\"old\":3,\"new\":[]}\n"), "edits:2: 'old' is no array of units");
  EXPECT_EQ(error(kHead + "{\"at\":0,\"old\":[],\"new\":[7]}\n").substr(0, 48),
            "edits:2: 'new' holds something that is no unit (");
  EXPECT_EQ(error(kHead + "{\"at\":" + std::string(200000, '[') + "\n"), "edits:2: JSON nested too deeply");
  EXPECT_EQ(error(kHead + "{\n"), "edits:2: not JSON; every line is one object");
  EXPECT_EQ(error(R"({"format":"taraz edits","version":2,"units":3})"),
            "edits:1: edits of a newer Taraz; update this one");
  EXPECT_EQ(error(R"({"format":"taraz edits","version":1,"units":9})"),
            "edits:1: these edits were made on 9 units, but there are 3; name the file the page was made of");
}

}  // namespace
}  // namespace taraz
