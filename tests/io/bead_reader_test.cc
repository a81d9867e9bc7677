#include "io/bead_reader.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace taraz {
namespace {

std::vector<BeadIndices> read(const std::string& bytes) {
  BeadReader reader(Source::of_bytes("b", bytes));
  std::vector<BeadIndices> beads(1);
  while (reader.next(beads.back())) beads.emplace_back();
  beads.pop_back();
  return beads;
}

std::optional<double> cost(const std::string& line) {
  BeadReader reader(Source::of_bytes("b", line));
  BeadIndices bead;
  EXPECT_TRUE(reader.next(bead));
  return reader.cost();
}

std::string message(const std::string& bytes) {
  try {
    read(bytes);
  } catch (const FormatError& e) {
    return e.what();
  }
  return "no error";
}

TEST(BeadReader, OursVecalignsAndGold) {
  EXPECT_EQ(read("[0]:[0,1]\t1.2034\n[]:[2]\t6\n"), (std::vector<BeadIndices>{{{0}, {0, 1}}, {{}, {2}}}));
  EXPECT_EQ(read("[6]:[6, 7, 8]:0.507506\n"), (std::vector<BeadIndices>{{{6}, {6, 7, 8}}}));
  EXPECT_EQ(read("# gold\n\n [ 3 ,1 ] : [] : [2,]\r\n"), (std::vector<BeadIndices>{{{3, 1}, {}, {2}}}));
  EXPECT_TRUE(read("").empty());
}

TEST(BeadReader, Costs) {
  EXPECT_EQ(cost("[0]:[0]\t1.5"), 1.5);
  EXPECT_EQ(cost("[0]:[0]:0.25"), 0.25);
  EXPECT_EQ(cost("[0]:[0]:0.25\t1.5"), 0.25);
  EXPECT_EQ(cost("[0]:[0]"), std::nullopt);
  EXPECT_EQ(cost("[0]:[0]\ta remark"), std::nullopt);
}

TEST(BeadReader, Errors) {
  EXPECT_EQ(message("[0]:[0]\nen\tfa\n"), "b:2:1: not a bead; a line looks like [0]:[0,1]");
  EXPECT_EQ(message("[0]"), "b:1:1: a bead has two sides or more, such as [0]:[0,1]");
  EXPECT_EQ(message("[0]:0.5"), "b:1:5: not a bead; a line looks like [0]:[0,1]");
  EXPECT_EQ(message("[0]:[0"), "b:1:7: a '[' without its ']'");
  EXPECT_EQ(message("[0]:[a]"), "b:1:6: not a segment index; they are whole numbers with commas between");
  EXPECT_EQ(message("[0 1]:[0]"), "b:1:4: not a segment index; they are whole numbers with commas between");
  EXPECT_EQ(message("[-1]:[0]"), "b:1:2: not a segment index; they are whole numbers with commas between");
  EXPECT_EQ(message("[4294967296]:[0]"),
            "b:1:2: not a segment index; they are whole numbers with commas between");
  EXPECT_EQ(message("[0]:[0]:x"), "b:1:9: not a cost");
  EXPECT_EQ(message("[0]:[0] x"), "b:1:9: not a bead; a line looks like [0]:[0,1]");
  EXPECT_EQ(message("[0]:[0]\n[0]:[0]:[0]\n"), "b:2:1: 3 sides, but the first bead has 2");
}

}  // namespace
}  // namespace taraz
