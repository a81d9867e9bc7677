#include "align/anchors/name_form.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace taraz {
namespace {

std::string form(std::string_view name, NameScript script) { return to_string(make_name_form(name, script)); }

TEST(NameForm, LatinLettersWithoutAccentsAndDoubles) {
  EXPECT_EQ(form("Şabyā", NameScript::latin), "_sabya_");
  EXPECT_EQ(form("Ta'if", NameScript::latin), "_taif_");
  EXPECT_EQ(form("Jean-Paul  Hanna", NameScript::latin), "_jean_paul_hana_");
  EXPECT_EQ(form("Kiichi", NameScript::latin), "_kiichi_");
  EXPECT_EQ(form("Łódź Straße", NameScript::latin), "_lodz_strase_");
}

TEST(NameForm, ArticlesAreOneLetter) {
  EXPECT_EQ(form("Az Zulfī", NameScript::latin), "_+zulfi_");
  EXPECT_EQ(form("al-Baghdadi", NameScript::latin), "_+baghdadi_");
  EXPECT_EQ(form("Albania", NameScript::latin), "_albania_");
  EXPECT_EQ(form("البصرة", NameScript::arabic), "_+بصرة_");
  EXPECT_EQ(form("الدار البيضاء", NameScript::arabic), "_+دار_+بیضاء_");
}

TEST(NameForm, ArabicLettersWithoutSignsAndJoiners) {
  EXPECT_EQ(form("أُسْتَاذ", NameScript::arabic), "_أستاذ_");
  EXPECT_EQ(form("خامنه‌ای", NameScript::persian), form("خامنهاي", NameScript::persian));
  EXPECT_EQ(form("ـمحـمد", NameScript::arabic), "_محمد_");
}

TEST(NameForm, SkeletonsOfOneNameAgreeAcrossScripts) {
  const auto skeleton = [](std::string_view n, NameScript s) { return name_skeleton(make_name_form(n, s)); };
  EXPECT_EQ(skeleton("Boroujerd", NameScript::latin), skeleton("بروجرد", NameScript::persian));
  EXPECT_EQ(skeleton("Khorasan", NameScript::latin), skeleton("خراسان", NameScript::persian));
  EXPECT_EQ(skeleton("Philadelphia", NameScript::latin), skeleton("فيلادلفيا", NameScript::arabic));
  EXPECT_EQ(skeleton("Raisi", NameScript::latin), "~rs");
  EXPECT_EQ(skeleton("آیا", NameScript::persian), "~");
}

TEST(NameForm, LongNamesAreCutWithBothBorders) {
  const NameForm f = make_name_form(std::string(500, 'a') + "b", NameScript::latin);
  EXPECT_LE(f.size, NameForm::kCapacity);
  EXPECT_EQ(f.letters[0], kNameBorder);
  EXPECT_EQ(f.letters[f.size - 1U], kNameBorder);
}

TEST(NameForm, LettersOfATableCellComeBack) {
  EXPECT_EQ(name_letters_of(NameScript::latin, "_sh").size(), 3U);
  EXPECT_THROW(name_letters_of(NameScript::latin, "ش"), Error);
  EXPECT_THROW(name_letters_of(NameScript::persian, "a"), Error);
}

}  // namespace
}  // namespace taraz
