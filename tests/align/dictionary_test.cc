#include "align/lexicon/dictionary.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace taraz {
namespace {

using Entries = std::vector<std::pair<std::string, std::string>>;

std::string message(std::string_view text) {
  try {
    Dictionary::parse(text, "words.tsv");
  } catch (const FormatError& e) {
    return e.what();
  }
  return "none";
}

TEST(Dictionary, ReadsTabsAndHunalignLines) {
  EXPECT_EQ(
      Dictionary::parse("# list\nwater\tآب\n\nکتاب @ book\nNew York\tنیویورک\tcity\r\n", "words").entries(),
      (Entries{{"water", "آب"}, {"book", "کتاب"}, {"New York", "نیویورک"}}));
}

TEST(Dictionary, AlternativesAreEntriesOfTheirOwn) {
  EXPECT_EQ(Dictionary::parse("big|large\tبزرگ; کلان\n", "words").entries(),
            (Entries{{"big", "بزرگ"}, {"big", "کلان"}, {"large", "بزرگ"}, {"large", "کلان"}}));
}

TEST(Dictionary, SwappedExchangesTheSides) {
  EXPECT_EQ(Dictionary::parse("water\tآب\n", "words").swapped().entries(), (Entries{{"آب", "water"}}));
}

TEST(Dictionary, MessagesNameFileAndLine) {
  EXPECT_EQ(message("water\tآب\nwater\n"),
            "words.tsv:2: expected 'word TAB translation' or hunalign's 'translation @ word', found neither "
            "a tab nor ' @ '");
  EXPECT_EQ(message("water\t \n"),
            "words.tsv:1: an entry with an empty side; give both words or remove the line");
  EXPECT_EQ(message(""), "none");
}

}  // namespace
}  // namespace taraz
