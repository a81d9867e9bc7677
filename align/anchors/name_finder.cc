// One look-up a word in the gazetteer's hash tells all there is to know of it; names of several words go on
// in its trie. Tested by tests/align/name_finder_test.cc.
#include "align/anchors/name_finder.h"

#include <algorithm>

#include "align/anchors/bare_forms.h"
#include "align/anchors/gazetteer.h"
#include "align/anchors/name_form.h"
#include "align/anchors/word_role.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr float kAmbiguous = 0.4F;
constexpr float kFirstWord = 0.5F;
constexpr float kAfterTitle = 0.6F;
constexpr float kCapital = 0.89F;  // below 0.9: DocumentAnchors drops it when the document has it in lower case
constexpr std::size_t kLetter = 2;  // bytes of a letter in Arabic script

// Endings of English words that begin a sentence and are no names.
bool looks_common(std::string_view folded) {
  for (const std::string_view ending :
       {"ing", "ed",   "ly",   "tion", "tions", "ers",  "ment", "ments", "ness", "ity",  "ities", "ous",
        "ful", "able", "ible", "ists", "ors",   "ance", "ence", "ies",   "ive",  "less", "ings"})
    if (folded.size() > ending.size() + 2 && folded.ends_with(ending)) return true;
  return false;
}

bool all_capitals(std::string_view word) {
  return std::none_of(word.begin(), word.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

class Finder {
 public:
  Finder(std::string_view text, const Words& words, const Language& language, std::vector<Anchor>& out)
      : text_(text), words_(words), out_(out), gazetteer_(Gazetteer::instance()) {
    arabic_ = language.base() == "ar";
    const bool persian = !arabic_ && language.right_to_left();
    script_ = arabic_ ? NameScript::arabic : NameScript::persian;
    // A language that is not known may hold the forms of any.
    arabic_script_names_ = kPersianNames | kArabicNames;
    if (arabic_) arabic_script_names_ = kArabicNames;
    if (persian) arabic_script_names_ = kPersianNames;
    right_to_left_ = arabic_ || persian;
  }

  void run() {
    std::size_t capitals = 0, letters = 0;
    for (const Word& w : words_.all())
      if (w.kind == WordKind::letters && !w.arabic) ++letters, capitals += w.upper;
    headline_ = letters > 4 && capitals * 10 >= letters * 7;
    for (std::size_t i = 0; i < words_.size();) {
      const Word& w = words_[i];
      if (w.kind != WordKind::letters) {
        if (w.kind == WordKind::mark && starts_sentence(w)) initial_ = true;
        // "Dr. X", "John F. Kennedy", but not "... Hassan. The"
        const bool initial = words_.folded(i) == "." && (surnames_ > 1 || (i > 0 && words_[i - 1].span.size() == 1));
        if (!initial) surnames_ = 0;
        ++i;
        continue;
      }
      i = w.arabic ? arabic_word(i) : latin_word(i);
      initial_ = false;
    }
  }

 private:
  bool starts_sentence(const Word& w) const {
    const std::string_view m = words_.folded(w);
    return m == "." || m == "!" || m == "?" || m == ":" || m == "\"";
  }

  bool is_person(const KnownName& k) const {
    const std::string_view id = gazetteer_.id(k.id);
    return id.starts_with("given:") || id.starts_with("person:");
  }

  // Adds the ids of `names` that count here; says whether any did. `apart`: what stands here with a proclitic
  // or ending is a common word. `person`, `place`: what stands around lets an ambiguous word be such a name.
  bool add_known(std::span<const KnownName> names, ByteSpan span, std::uint8_t languages, bool upper,
                 bool capitals, bool apart, bool person, bool place) {
    std::size_t n = 0;
    const bool first = person && std::any_of(names.begin(), names.end(), [&](const KnownName& k) {
                         return gazetteer_.id(k.id).starts_with("given:");
                       });  // "Lincoln Bloomfield" is not Abraham Lincoln
    const auto counts = [&](const KnownName& k) {
      if ((k.company & languages) != 0 && !person && !(place && !is_person(k))) return false;
      if (first && gazetteer_.id(k.id).starts_with("person:")) return false;
      if (apart && ((k.ambiguous & languages) != 0 || gazetteer_.id(k.id).starts_with("given:"))) return false;
      return (k.languages & languages) != 0 && (upper || k.any_case || languages != kEnglishNames) &&
             (!k.capitals || capitals);
    };
    for (const KnownName& k : names) n += counts(k);
    given_ = false;
    for (const KnownName& k : names) {
      if (!counts(k)) continue;
      Anchor a;
      a.kind = AnchorKind::name;
      a.span = span;
      a.value = gazetteer_.id(k.id);
      a.certainty = ((k.ambiguous & languages) != 0 ? kAmbiguous : 1.0F) / static_cast<float>(n);
      given_ = given_ || a.value.starts_with("given:");
      out_.push_back(std::move(a));
    }
    return n > 0;
  }

  void add_skeleton(ByteSpan span, NameScript script, float certainty) {
    Anchor a;
    a.kind = AnchorKind::name;
    a.span = span;
    a.value = name_skeleton(make_name_form(span.of(text_), script));
    a.certainty = certainty;
    if (a.value.size() > 1) out_.push_back(std::move(a));
  }

  ByteSpan span_of(std::size_t first, std::size_t end) const {
    return {words_[first].span.begin, words_[end - 1].span.end};
  }

  std::size_t latin_word(std::size_t i) {
    const Word& w = words_[i];
    if (i + 1 < words_.size() && words_[i + 1].span.begin == w.span.end && words_.folded(i + 1) == "$")
      return i + 1;  // US$
    std::string_view folded = words_.folded(i);
    const NameWord* facts = &gazetteer_.word(folded);
    ByteSpan span = w.span;
    const bool possessive = folded.size() > 3 && folded.ends_with("'s");
    if (facts->node == 0 && possessive) {
      facts = &gazetteer_.word(folded.substr(0, folded.size() - 2));
      const std::string_view own = span.of(text_);
      span.end -= own[own.size() - 2] == '\'' ? 2 : 4;  // ' or ’
      folded.remove_suffix(2);
    }
    if (facts->node != 0) {
      const Gazetteer::Found found = gazetteer_.longest(words_, i, facts->node, kEnglishNames);
      if (found.end > 0) {
        ByteSpan whole = found.end == i + 1 ? span : span_of(i, found.end);
        if (found.possessive) whole.end -= text_[whole.end - 2] == '\'' ? 2 : 4;  // ' or ’
        const bool upper = std::any_of(words_.all().begin() + i, words_.all().begin() + found.end,
                                       [](const Word& x) { return x.upper; });
        if (add_known(found.names, whole, kEnglishNames, upper, all_capitals(whole.of(text_)), false,
                      surnames_ > 0 || surname_at(found.end), false)) {
          surnames_ = given_ ? 1 : 0;
          return found.end;
        }
      }
    }
    const bool follows = surnames_ > 0;
    if ((facts->title & kEnglishNames) != 0 && w.upper) {
      surnames_ = 2;
      return i + 1;
    }
    const bool letter = follows && folded.size() == 1 && w.upper;  // "John F. Kennedy"
    surnames_ = letter ? surnames_ : 0;
    if (!w.upper || right_to_left_ || folded.size() < 3 || (facts->not_name & kEnglishNames) != 0)
      return i + 1;
    if ((facts->common & kEnglishNames) != 0 && !follows) return i + 1;
    if (folded.starts_with("i'")) return i + 1;  // I'd, I'll
    // A/HRC/47/22
    if ((span.begin > 0 && text_[span.begin - 1] == '/') && span.end < text_.size() && text_[span.end] == '/')
      return i + 1;
    // Words of a heading in capitals are words.
    const auto shouts = [&](std::size_t k) {
      return k < words_.size() && words_[k].kind == WordKind::letters && words_[k].span.size() > 1 &&
             all_capitals(words_[k].span.of(text_));
    };
    if (shouts(i) && (folded.size() > 6 || (i > 0 && shouts(i - 1)) || shouts(i + 1))) return i + 1;
    float certainty = headline_ ? 0.5F : follows ? 1.0F : kCapital;
    if (initial_) {
      if (looks_common(folded)) return i + 1;
      const bool next_upper = i + 1 < words_.size() && words_[i + 1].upper;
      certainty = next_upper || possessive ? 0.6F : kFirstWord;
    }
    add_skeleton(span, NameScript::latin, certainty);
    surnames_ = initial_ ? 0 : 1;
    return i + 1;
  }

  // Whether word k may be the family name after an ambiguous given name.
  bool surname_at(std::size_t k) const {
    if (k >= words_.size() || words_[k].kind != WordKind::letters) return false;
    const NameWord& facts = gazetteer_.word(words_.folded(k));
    if (!words_[k].arabic)
      return words_[k].upper && ((facts.not_name | facts.common) & kEnglishNames) == 0;
    const Gazetteer::Found known = gazetteer_.longest(words_, k, facts.node, arabic_script_names_);
    if (known.end > 0 && std::any_of(known.names.begin(), known.names.end(), [this](const KnownName& n) {
          return is_person(n) && (n.company & arabic_script_names_) == 0;
        }))
      return true;
    // Arabic has too many forms of common words for all of them to be in the table.
    return unknown_word(words_.folded(k), facts) && !is_verb(words_[k].span.of(text_)) &&
           !(arabic_ && (words_.folded(k).starts_with("ال") || words_.folded(k).ends_with("ه")));
  }

  // Whether a word of Arabic script is no common word, with what may be written together with it or without.
  bool unknown_word(std::string_view folded, const NameWord& facts) const {
    const auto plain = [&](const NameWord& f) {
      return ((f.not_name | f.common | f.title) & arabic_script_names_) == 0;
    };
    if (!plain(facts) || folded.size() < 4 * kLetter) return false;
    if (RoleTable::instance().find(folded) != 0) return false;  // a number, a month, a unit
    if (!arabic_) return !(folded.size() > 5 * kLetter && (folded.ends_with("ها") || folded.ends_with("های")));
    if (folded.starts_with("و") && folded.size() >= 5 * kLetter) return false;
    bool known = each_bare_form(folded, true, [&](std::string_view form, std::size_t) {
      return !plain(gazetteer_.word(form));
    });
    for (const std::string_view ending : {"ه", "ها", "هم", "ات", "ون", "ین", "ا"})  // his, their, plurals
      if (folded.size() > ending.size() + 3 * kLetter && folded.ends_with(ending))
        known = known || !plain(gazetteer_.word(folded.substr(0, folded.size() - ending.size())));
    if (folded.starts_with("ال")) known = known || !plain(gazetteer_.word(folded.substr(2 * kLetter)));
    return !known;
  }

  // Persian verbs in the present.
  static bool is_verb(std::string_view word) {
    return word.starts_with("می\u200C") || word.starts_with("نمی\u200C");
  }

  // Offset in the text after `letters` letters of the word, with their marks.
  std::uint32_t after_letters(const Word& w, std::size_t letters) const {
    std::size_t i = w.span.begin;
    while (letters > 0 && i < w.span.end) {
      next_code_point(text_, i);
      --letters;
      while (i < w.span.end) {  // vowel signs and tatweel go with their letter
        std::size_t k = i;
        const char32_t c = next_code_point(text_, k);
        if (!(c >= 0x64B && c <= 0x65F) && c != 0x640 && c != 0x670) break;
        i = k;
      }
    }
    return static_cast<std::uint32_t>(i);
  }

  // Words after which an ambiguous place is one.
  bool place_before(std::size_t i) const {
    if (i == 0 || words_[i - 1].kind != WordKind::letters) return false;
    for (const std::string_view w : {"در", "شهر", "کشور", "پایتخت", "فی", "الی", "من", "مدینه", "دوله", "عاصمه",
                                     "بمدینه", "جمهوری", "جمهوریه"})
      if (words_.folded(i - 1) == w) return true;
    return false;
  }

  std::size_t arabic_word(std::size_t i) {
    const Word& w = words_[i];
    const std::string_view folded = words_.folded(i);
    const NameWord& facts = gazetteer_.word(folded);
    const std::uint8_t languages = arabic_script_names_;
    const auto is_function_word = [&](const NameWord& f) {
      return (f.not_name & languages) != 0 && !(f.maksura && w.span.of(text_).ends_with("ي"));
    };
    const bool function_word = is_function_word(facts);
    std::size_t end = 0;
    const auto known = [&](std::uint32_t node, std::size_t cut, bool bare) {
      if (node == 0) return false;
      const Gazetteer::Found found = gazetteer_.longest(words_, i, node, languages);
      if (found.end == 0 || (function_word && found.end == i + 1)) return false;
      const ByteSpan span = {after_letters(w, cut), words_[found.end - 1].span.end};
      const bool apart = bare && found.end == i + 1 && (facts.common & languages) != 0;
      const bool person = surnames_ > 0 || surname_at(found.end);
      if (!add_known(found.names, span, languages, true, true, apart, person, place_before(i))) return false;
      end = found.end;
      return true;
    };
    const bool found = known(facts.node, 0, false) ||
                       ((facts.not_name & languages) == 0 &&
                        each_bare_form(folded, arabic_, [&](std::string_view form, std::size_t cut) {
                          const NameWord& bare = gazetteer_.word(form);
                          if (is_function_word(bare)) return true;  // وعلى, وبين: no name either
                          // «محمدی» is a name of its own, not of Mohammad; «مارک‌های» are brands.
                          const bool own = !arabic_;
                          return known(bare.node, cut, true) && !(own && given_ && drop_last());
                        }) &&
                        end != 0);
    if (found) {
      always_ = false;
      if ((facts.title & languages) != 0 && end == i + 1) {
        surnames_ = 2;
      } else {
        surnames_ = given_ ? 1 : 0;
      }
      return end;
    }
    if ((facts.title & languages) != 0) {
      surnames_ = 2;
      always_ = (facts.always_before_name & languages) != 0;
      return i + 1;
    }
    const int left = surnames_;
    // «آقای پیام درفشان»: the word is a message elsewhere
    const bool always = left == 2 && always_ && folded.size() >= 3 * kLetter;
    surnames_ = 0;
    always_ = false;
    const bool accusative = w.span.of(text_).find("\u064B") != std::string_view::npos;  // جهدًا
    if (left == 0 || function_word || accusative || is_verb(w.span.of(text_)) || (!always && !unknown_word(folded, facts)))
      return i + 1;
    ByteSpan span = w.span;
    std::size_t next = i + 1;
    if (arabic_ && next < words_.size() && words_.folded(next) == "الله") span.end = words_[next++].span.end;
    add_skeleton(span, script_, kAfterTitle);
    surnames_ = left - 1;
    return next;
  }

  // Takes back the name that was added last.
  bool drop_last() {
    const ByteSpan span = out_.back().span;
    while (!out_.empty() && out_.back().kind == AnchorKind::name && out_.back().span == span) out_.pop_back();
    return true;
  }

  std::string_view text_;
  const Words& words_;
  std::vector<Anchor>& out_;
  const Gazetteer& gazetteer_;
  NameScript script_;
  std::uint8_t arabic_script_names_;
  bool arabic_ = false;
  bool right_to_left_ = false;
  bool initial_ = true;
  bool headline_ = false;
  int surnames_ = 0;    // how many more words may be parts of the name that a title or given name began
  bool given_ = false;  // the name just added is a given name
  bool always_ = false;  // the title just read has no other use
};

}  // namespace

void find_names(std::string_view text, const Words& words, const Language& language,
                std::vector<Anchor>& out) {
  Finder(text, words, language, out).run();
}

}  // namespace taraz
