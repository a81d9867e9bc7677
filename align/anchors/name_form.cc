// Letters by code point, one table for Latin and one for Arabic script, over the folded code points of
// text/fold.h where the fold keeps what a name needs; hamza on alef, teh marbuta and alef maksura stay apart,
// as they tell vowels. Tested by tests/align/name_form_test.cc.
#include "align/anchors/name_form.h"

#include <algorithm>

#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::uint8_t kArticle = 2;
constexpr std::uint8_t kFirst = 3;

// Arabic-script letters in the order of their numbers, from kFirst.
constexpr std::array<char32_t, 43> kArabicLetters = {
    U'ا', U'آ', U'أ', U'إ', U'ب', U'پ', U'ت', U'ث', U'ج', U'چ', U'ح', U'خ', U'د', U'ذ', U'ر',
    U'ز', U'ژ', U'س', U'ش', U'ص', U'ض', U'ط', U'ظ', U'ع', U'غ', U'ف', U'ڤ', U'ق', U'ک', U'گ',
    U'ل', U'م', U'ن', U'و', U'ؤ', U'ه', U'ة', U'ی', U'ى', U'ئ', U'ء', U'ڭ', U'ڨ'};
static_assert(kFirst + kArabicLetters.size() <= kNameLetters);

struct ArabicTable {
  std::array<std::uint8_t, 0x100> of{};  // U+0600..U+06FF
  ArabicTable() {
    for (std::size_t i = 0; i < kArabicLetters.size(); ++i)
      of[kArabicLetters[i] - 0x600] = static_cast<std::uint8_t>(kFirst + i);
    const auto same = [this](char32_t c, char32_t as) { of[c - 0x600] = of[as - 0x600]; };
    same(U'ي', U'ی');
    same(0x06CE, U'ی'), same(0x06D0, U'ی'), same(0x06D2, U'ی');
    same(U'ك', U'ک'), same(0x06AA, U'ک'), same(0x06AB, U'ک');
    same(0x0671, U'ا'), same(0x0672, U'أ'), same(0x0673, U'إ');
    same(0x06BE, U'ه'), same(0x06C1, U'ه'), same(0x06D5, U'ه'), same(0x06C0, U'ه'), same(0x06C2, U'ه');
    same(0x06C3, U'ة');
    same(0x0679, U'ت'), same(0x0688, U'د'), same(0x0691, U'ر'), same(0x06BA, U'ن'), same(0x0685, U'خ');
    same(0x067C, U'ت'), same(0x0689, U'د'), same(0x0693, U'ر'), same(0x0696, U'ژ'), same(0x06BC, U'ن');
    same(0x06C6, U'و'), same(0x06C7, U'و'), same(0x06CB, U'ڤ'), same(0x06B5, U'ل'), same(0x0695, U'ر');
    same(0x0681, U'ز'), same(0x069A, U'ش');
  }
};
const ArabicTable kArabic;

std::uint8_t arabic_letter(char32_t c) {
  if (c >= 0x600 && c < 0x700) return kArabic.of[c - 0x600];
  return 0;
}

std::uint8_t latin_letter(char32_t c) {
  return c >= 'a' && c <= 'z' ? static_cast<std::uint8_t>(kFirst + (c - 'a')) : std::uint8_t{0};
}

// What the fold leaves of Latin letters that have no decomposition.
std::string_view latin_pair(char32_t c) {
  switch (c) {
    case U'ø':
      return "o";
    case U'ł':
      return "l";
    case U'ı':
      return "i";
    case U'ß':
      return "ss";
    case U'æ':
      return "ae";
    case U'œ':
      return "oe";
    case U'ð':
    case U'đ':
    case U'ɖ':
      return "d";
    case U'þ':
      return "th";
    case U'ə':
    case U'ɛ':
      return "e";
    case U'ħ':
      return "h";
    case U'ŋ':
      return "ng";
    case U'ɔ':
      return "o";
    default:
      return {};
  }
}

bool latin_vowel(std::uint8_t letter) {
  return std::string_view("aeiouy").find(static_cast<char>('a' + (letter - kFirst))) !=
         std::string_view::npos;
}

// Articles before a name in Latin transcription: "al Zarqa", "az-Zarqa", "El Obeid".
bool latin_article(const std::uint8_t* word, std::size_t size, std::uint8_t next) {
  const auto letter = [&](std::size_t i) { return static_cast<char>('a' + (word[i] - kFirst)); };
  if (size < 2 || size > 3 || (letter(0) != 'a' && letter(0) != 'e')) return false;
  if (size == 2 && letter(1) == 'l') return true;
  return word[1] == next && std::string_view("drstzn").find(letter(1)) != std::string_view::npos &&
         (size == 2 || letter(2) == 'h');
}

class Builder {
 public:
  explicit Builder(NameForm& form) : form_(form) { border(); }
  void add(std::uint8_t letter) {
    if (form_.size + 1U < NameForm::kCapacity) form_.letters[form_.size++] = letter;
  }
  bool at_border() const { return form_.letters[form_.size - 1U] == kNameBorder; }
  void border() {
    if (form_.size == 0 || !at_border()) form_.letters[form_.size++] = kNameBorder;
    word_ = form_.size;
  }
  std::uint8_t last() const { return form_.letters[form_.size - 1U]; }
  std::size_t word() const { return word_; }

 private:
  NameForm& form_;
  std::size_t word_ = 0;  // where the word begins
};

void finish_arabic_word(NameForm& form, std::size_t begin) {
  static const std::uint8_t alef = arabic_letter(U'ا'), lam = arabic_letter(U'ل');
  if (form.size < begin + 4U || form.letters[begin] != alef || form.letters[begin + 1] != lam) return;
  form.letters[begin] = kArticle;
  std::copy(form.letters.begin() + static_cast<std::ptrdiff_t>(begin) + 2, form.letters.begin() + form.size,
            form.letters.begin() + static_cast<std::ptrdiff_t>(begin) + 1);
  --form.size;
}

}  // namespace

NameScript name_script(std::string_view name, const Language& language) {
  for (std::size_t i = 0; i < name.size();)
    if (arabic_letter(next_code_point(name, i)) != 0)
      return language.base() == "ar" ? NameScript::arabic : NameScript::persian;
  return NameScript::latin;
}

NameForm make_name_form(std::string_view name, NameScript script) {
  NameForm form;
  form.script = script;
  Builder build(form);
  for (std::size_t i = 0; i < name.size() && form.size + 2U < NameForm::kCapacity;) {
    const char32_t c = next_code_point(name, i);
    if (script != NameScript::latin) {
      if (const std::uint8_t letter = arabic_letter(c); letter != 0) {
        build.add(letter);
      } else if (c == ' ' || c == '-' || c == 0xA0) {
        if (!build.at_border()) finish_arabic_word(form, build.word());
        build.border();
      } else if (c >= 0xFB50) {  // presentation forms
        const FoldedCodePoint f = fold_code_point(c);
        for (int k = 0; k < 3 && f.c[k] != 0; ++k)
          if (const std::uint8_t part = arabic_letter(f.c[k]); part != 0) build.add(part);
      }
      continue;
    }
    const auto take = [&](char32_t f) {
      const std::uint8_t letter = latin_letter(f);
      if (letter == 0 || (letter == build.last() && !latin_vowel(letter))) return;
      build.add(letter);
    };
    if (c < 0x80) {
      if (c == ' ' || c == '-' || c == '.') {
        build.border();
      } else {
        take(c | 0x20);
      }
      continue;
    }
    const FoldedCodePoint f = fold_code_point(c);
    if (f.c[0] == ' ' || f.c[0] == '-') build.border();
    for (int k = 0; k < 3 && f.c[k] != 0; ++k) {
      if (const std::string_view pair = latin_pair(f.c[k]); !pair.empty()) {
        for (const char p : pair) take(static_cast<char32_t>(p));
      } else {
        take(f.c[k]);
      }
    }
  }
  if (script != NameScript::latin && !build.at_border()) finish_arabic_word(form, build.word());
  build.border();
  if (script == NameScript::latin) {  // articles that are words of their own
    for (std::size_t begin = 1; begin < form.size;) {
      const auto first = form.letters.begin() + static_cast<std::ptrdiff_t>(begin);
      const auto end = std::find(first, form.letters.begin() + form.size, kNameBorder);
      const auto length = static_cast<std::size_t>(end - first);
      const auto next = end + 1;
      if (next < form.letters.begin() + form.size && latin_article(&*first, length, *next)) {
        *first = kArticle;
        std::copy(next, form.letters.begin() + form.size, first + 1);
        form.size = static_cast<std::uint8_t>(form.size - length);
      }
      begin +=
          static_cast<std::size_t>(std::find(first, form.letters.begin() + form.size, kNameBorder) - first) +
          1;
    }
  }
  std::fill(form.letters.begin() + form.size, form.letters.end(), std::uint8_t{0});
  return form;
}

bool has_name_article(const NameForm& form) { return form.size > 1 && form.letters[1] == kArticle; }

std::string name_skeleton(const NameForm& form) {
  std::string out = "~";
  const auto add = [&](char c) {
    if (out.back() != c) out.push_back(c);
  };
  for (std::size_t i = 1; i + 1 < form.size; ++i) {
    const std::uint8_t letter = form.letters[i];
    if (letter == kNameBorder) add('-');
    if (letter < kFirst) continue;
    if (form.script == NameScript::latin) {
      const char c = static_cast<char>('a' + (letter - kFirst));
      const char next =
          form.letters[i + 1] >= kFirst ? static_cast<char>('a' + (form.letters[i + 1] - kFirst)) : '_';
      if (next == 'h' && std::string_view("sckgtpzd").find(c) != std::string_view::npos) {
        add(c == 's' || c == 'c' ? 'c'
            : c == 'k'           ? 'x'
            : c == 'g'           ? 'k'
            : c == 'p'           ? 'f'
            : c == 't'           ? 't'
                                 : 's');
        ++i;
        continue;
      }
      static constexpr std::string_view kSound = "_bkt_fk__kklmn_bkrst_f_x_s";  // a..z
      static_assert(kSound.size() == 26);
      if (c == 'x') {
        add('k'), add('s');
      } else if (c == 'c' && (next == 'e' || next == 'i' || next == 'y')) {
        add('s');
      } else if (const char sound = kSound[static_cast<std::size_t>(c - 'a')]; sound != '_') {
        add(sound);
      }
      continue;
    }
    switch (kArabicLetters[letter - kFirst]) {
      case U'ب':
      case U'پ':
        add('b');
        break;
      case U'ت':
      case U'ط':
      case U'د':
        add('t');
        break;
      case U'ض':
        add(form.script == NameScript::arabic ? 't' : 's');
        break;
      case U'ث':
        add(form.script == NameScript::arabic ? 't' : 's');
        break;
      case U'ج':
      case U'گ':
      case U'ق':
      case U'غ':
      case U'ک':
      case U'ڭ':
      case U'ڨ':
        add('k');
        break;
      case U'چ':
      case U'ش':
        add('c');
        break;
      case U'خ':
        add('x');
        break;
      case U'ذ':
      case U'ز':
      case U'س':
      case U'ص':
      case U'ظ':
      case U'ژ':
        add('s');
        break;
      case U'ر':
        add('r');
        break;
      case U'ف':
      case U'ڤ':
        add('f');
        break;
      case U'ل':
        add('l');
        break;
      case U'م':
        add('m');
        break;
      case U'ن':
        add('n');
        break;
      default:
        break;
    }
  }
  return out;
}

std::string name_letter(NameScript script, std::uint8_t letter) {
  if (letter == kNameBorder) return "_";
  if (letter == kArticle) return "+";
  if (letter < kFirst) return "?";
  if (script == NameScript::latin) return std::string(1, static_cast<char>('a' + (letter - kFirst)));
  std::string out;
  append_utf8(out, letter - kFirst < static_cast<int>(kArabicLetters.size()) ? kArabicLetters[letter - kFirst]
                                                                             : U'?');
  return out;
}

std::string to_string(const NameForm& form) {
  std::string out;
  for (std::size_t i = 0; i < form.size; ++i) out += name_letter(form.script, form.letters[i]);
  return out;
}

std::string name_letters_of(NameScript script, std::string_view cell) {
  std::string out;
  for (std::size_t i = 0; i < cell.size();) {
    const char32_t c = next_code_point(cell, i);
    const std::uint8_t letter = c == '_'                      ? kNameBorder
                                : c == '+'                    ? kArticle
                                : script == NameScript::latin ? latin_letter(c)
                                                              : arabic_letter(c);
    if (letter == 0) throw Error("no letter of a name: '" + std::string(cell) + "'");
    out.push_back(static_cast<char>(letter));
  }
  return out;
}

}  // namespace taraz
