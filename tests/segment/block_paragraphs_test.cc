#include <gtest/gtest.h>

#include "segment/segmenter.h"
#include "text/error.h"

namespace taraz {
namespace {

Document document_of(const std::vector<std::pair<BlockKind, std::string>>& blocks) {
  std::string text;
  std::vector<DocumentBlock> spans;
  for (const auto& [kind, block] : blocks) {
    if (!text.empty()) text += "\n\n";
    const auto begin = static_cast<std::uint32_t>(text.size());
    text += block;
    spans.push_back({{begin, static_cast<std::uint32_t>(text.size())}, kind});
  }
  Document out("x", Language::parse("en"), text);
  out.set_blocks(spans);
  return out;
}

// "0 heading: What? How?"
std::vector<std::string> segments_of(Document document, SegmentOptions options = {}) {
  Segmenter(options).segment(document);
  std::vector<std::string> out;
  for (std::uint32_t i = 0; i < document.size(); ++i) {
    const Segment& s = document.segments()[i];
    out.push_back(std::to_string(s.paragraph) + " " + std::string(name_of(s.kind)) + ": " +
                  std::string(document.text(i)));
  }
  return out;
}

using Lines = std::vector<std::string>;

TEST(BlockParagraphs, WhatTheFormatSaysHolds) {
  EXPECT_EQ(
      segments_of(document_of({{BlockKind::heading, "What is it? How does it work?"},
                               {BlockKind::paragraph, "One sentence. Another one."},
                               {BlockKind::list_item, "an item without a mark"},
                               {BlockKind::list_item, "It is long. It goes on."},
                               {BlockKind::table_cell, "12.5"},
                               {BlockKind::caption, "A caption without a full stop"}})),
      (Lines{"0 heading: What is it? How does it work?", "1 sentence: One sentence.",
             "1 sentence: Another one.", "2 list item: an item without a mark", "3 list item: It is long.",
             "3 list item: It goes on.", "4 list item: 12.5", "5 sentence: A caption without a full stop"}));
}

// Web pages and PDF files put headings and halves of sentences into paragraphs of their own.
TEST(BlockParagraphs, RunningTextIsJudgedByItsLook) {
  EXPECT_EQ(segments_of(document_of(
                {{BlockKind::paragraph, "A Short Line"},
                 {BlockKind::lines, "The flood reached the cellar in the summer of that year, and the"},
                 {BlockKind::lines, "and the volunteers carried the books upstairs."},
                 {BlockKind::list_item, "and an item"}})),
            (Lines{"0 heading: A Short Line",
                   "1 sentence: The flood reached the cellar in the summer of that year, and the\n\nand the "
                   "volunteers "
                   "carried the books upstairs.",
                   "2 list item: and an item"}));
}

TEST(BlockParagraphs, BoilerplateCanBeDroppedAndEmptyBlocksAreNone) {
  const Document d = document_of(
      {{BlockKind::boilerplate, "Share. Like."}, {BlockKind::heading, "  "}, {BlockKind::lines, ""}});
  EXPECT_EQ(segments_of(d), (Lines{"0 boilerplate: Share. Like."}));
  EXPECT_EQ(segments_of(d, {.drop_boilerplate = true}), Lines{});
}

TEST(BlockParagraphs, BlocksThatOverlapOrCutACharacterAreErrors) {
  Document d("x", Language::parse("fa"), "آب");
  EXPECT_THROW(d.set_blocks({{{0, 2}, BlockKind::lines}, {{0, 2}, BlockKind::lines}}), Error);
  EXPECT_THROW(d.set_blocks({{{0, 1}, BlockKind::lines}}), Error);
  EXPECT_THROW(d.set_blocks({{{0, 6}, BlockKind::lines}}), Error);
}

}  // namespace
}  // namespace taraz
