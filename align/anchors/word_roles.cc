// Tested by tests/align/anchors/word_roles_test.cc.
#include "align/anchors/word_roles.h"

namespace taraz {
namespace {

// Roles a date or number can begin with.
bool opens(const WordRole& r) {
  switch (r.role) {
    case Role::joiner:
    case Role::point:
    case Role::suffix:
    case Role::counter:
    case Role::era:
    case Role::later:
    case Role::range:
    case Role::link:
    case Role::before_year:
    case Role::after_year:
    case Role::not_year:
    case Role::opener:
    case Role::event:
    case Role::place:
      return false;
    case Role::unit:
      return r.has(WordRole::kBefore);
    case Role::last:
    case Role::next:
    case Role::present:
      return !r.has(WordRole::kAfter);
    default:
      return true;
  }
}

// ¼ ½ ¾ and U+2150..U+215F
bool is_vulgar_fraction(std::string_view sign) {
  return (sign.size() == 2 && sign[0] == '\xC2' && sign[1] >= '\xBC' && sign[1] <= '\xBE') ||
         (sign.size() == 3 && sign[0] == '\xE2' && sign[1] == '\x85');
}

// The languages of a text by its letters: Arabic script with ة or ي is Arabic, with پ چ ژ گ or ی Persian.
void guess(std::string_view text, bool& persian, bool& arabic, bool& latin) {
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const auto a = static_cast<unsigned char>(text[i]);
    const auto b = static_cast<unsigned char>(text[i + 1]);
    if (a < 0x80) latin = latin || (a | 0x20U) - 'a' < 26U;
    if ((a == 0xDA && (b == 0x86 || b == 0xAF || b == 0xA9)) || (a == 0xD9 && b == 0xBE) ||
        (a == 0xDB && (b == 0x8C || (b >= 0xB0 && b <= 0xB9))))
      persian = true;
    if ((a == 0xD8 && (b == 0xA9 || b == 0xA3 || b == 0xA5)) ||
        (a == 0xD9 && (b == 0x8A || b == 0x83 || b == 0x89)))
      arabic = true;
  }
}

}  // namespace

RoledWords::RoledWords(const Words& words, std::string_view text, const Language& language)
    : words_(words), text_(text), table_(RoleTable::instance()) {
  const RoleTable& table = table_;
  persian_ = table.language_bit("fa");
  arabic_ = table.language_bit("ar");
  const std::uint8_t english = table.language_bit("en");
  languages_ = language.known() ? table.language_bit(language.base()) : std::uint8_t{0};
  if (!language.known()) {
    bool fa = false;
    bool ar = false;
    bool latin = false;
    guess(text, fa, ar, latin);
    if (fa != ar) languages_ = fa ? persian_ : arabic_;
    if (fa == ar && !latin) languages_ = persian_ | arabic_;
    if (latin) languages_ |= english;
  } else if (languages_ == 0 && language.right_to_left()) {
    languages_ = persian_;
  }
  english_only_ = languages_ == english;
  if ((languages_ & (persian_ | arabic_)) != 0) languages_ |= english;  // English words inside

  entries_.resize(words.size());
  masks_.resize(words.size());
  candidates_.reserve(words.size() / 4 + 4);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Word& word = words[i];
    if (word.kind == WordKind::digits) {
      candidates_.push_back(static_cast<std::uint32_t>(i));
      continue;
    }
    std::string_view folded = words.folded(word);
    if (word.kind == WordKind::mark && is_vulgar_fraction(word.span.of(text)))
      candidates_.push_back(static_cast<std::uint32_t>(i));
    std::uint32_t entry = table.find(folded);
    if (entry == 0 && folded.ends_with("'s")) entry = table.find(folded.substr(0, folded.size() - 2));
    if (entry == 0) continue;
    entries_[i] = entry;
    std::uint64_t mask = 0;
    bool opening = false;
    for (const WordRole& r : table.roles(entry)) {
      if ((r.languages & languages_) == 0) continue;
      mask |= std::uint64_t{1} << static_cast<unsigned>(r.role);
      opening = opening || opens(r);
    }
    masks_[i] = mask;
    if (opening) candidates_.push_back(static_cast<std::uint32_t>(i));
  }
}

RoleMatch RoledWords::find_match(std::size_t word, Role role) const {
  for (const WordRole& r : table_.roles(entries_[word])) {
    if (r.role != role || (r.languages & languages_) == 0) continue;
    if (word + 1 + r.tail_size > size()) continue;
    bool all = true;
    for (std::uint8_t k = 0; k < r.tail_size && all; ++k)
      all = folded(word + 1 + k) == table_.tail(r.tail + k);
    if (all) return {&r, word + 1 + r.tail_size};
  }
  return {};
}

}  // namespace taraz
