// A name as it sounds: the letters of a word or phrase as small numbers, ready to be compared across scripts.
#ifndef TARAZ_ALIGN_ANCHORS_NAME_FORM_H_
#define TARAZ_ALIGN_ANCHORS_NAME_FORM_H_

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "text/language.h"

namespace taraz {

// How the letters of a name are read: "ث" is s in Persian and th in Arabic.
enum class NameScript : std::uint8_t { latin, persian, arabic };
inline constexpr std::size_t kNameScriptCount = 3;
// Arabic script is read as `language` says (ar: arabic, anything else: persian); other scripts as Latin.
NameScript name_script(std::string_view name, const Language& language);

// Letters of a name: Latin ones without accents and doubled consonants, Arabic ones without vowel signs, ZWNJ
// and tatweel, in both an article as one letter; words are parted by kNameBorder, which also stands at both
// ends. Letters that are no letters of the script (digits, marks, apostrophes) are left out. A plain value.
struct NameForm {
  static constexpr std::size_t kCapacity = 46;  // longer names are cut
  NameScript script = NameScript::latin;
  std::uint8_t size = 0;  // with both borders; 2 or less: no letters
  std::array<std::uint8_t, kCapacity> letters{};

  bool empty() const { return size <= 2; }
  friend bool operator==(const NameForm&, const NameForm&) = default;
};

inline constexpr std::uint8_t kNameBorder = 1;
inline constexpr std::size_t kNameLetters = 48;  // letters are below this in each script

// O(size), about 0.2 us. REQUIRES: valid UTF-8. Thread-safe.
NameForm make_name_form(std::string_view name, NameScript script);
// Cuts nothing but the article off: for words that carry it in one script only. Same form when there is none.
bool has_name_article(const NameForm& form);

// The consonants of a form in ASCII, the same letter for sounds that scripts and languages mix up (p=b,
// v=w=f, g=gh=j, k=q, z=dh=s, t=d; x is kh, c is sh and ch): "~rkc" for Araghchi, عراقچی. Names that are the
// same mostly have the same skeleton, which is why it is shown as the value of an unknown name;
// name_similarity() is what decides.
std::string name_skeleton(const NameForm& form);

// Letters of a form, for tables and people: "_نیویورک_", article "+". Never a user's text.
std::string to_string(const NameForm& form);
// One letter, as in the tables of data/anchors/names. REQUIRES: letter < kNameLetters.
std::string name_letter(NameScript script, std::uint8_t letter);
// The letters of a cell of a cost table; throws Error when one is unknown.
std::string name_letters_of(NameScript script, std::string_view cell);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_NAME_FORM_H_
