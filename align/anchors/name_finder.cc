// One look-up a word in the gazetteer's hash tells all there is to know of it; names of several words go on
// in its trie. Tested by tests/align/name_finder_test.cc.
#include "align/anchors/name_finder.h"

#include <algorithm>

#include "align/anchors/bare_forms.h"
#include "align/anchors/gazetteer.h"
#include "align/anchors/name_form.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr float kAmbiguous = 0.4F;
constexpr float kFirstWord = 0.3F;
constexpr float kAfterTitle = 0.6F;

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
        after_title_ = after_title_ && words_.folded(i) == ".";
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

  // Adds the ids of `found` that count here; says whether any did.
  bool add_known(std::span<const KnownName> names, ByteSpan span, std::uint8_t languages, bool upper,
                 bool capitals) {
    std::size_t n = 0;
    const auto counts = [&](const KnownName& k) {
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
      a.certainty = (k.ambiguous ? kAmbiguous : 1.0F) / static_cast<float>(n);
      given_ = given_ || (!k.ambiguous && a.value.starts_with("given:"));
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
        const ByteSpan whole = found.end == i + 1 ? span : span_of(i, found.end);
        const bool upper = std::any_of(words_.all().begin() + i, words_.all().begin() + found.end,
                                       [](const Word& x) { return x.upper; });
        if (add_known(found.names, whole, kEnglishNames, upper, all_capitals(whole.of(text_))))
          return found.end;
      }
    }
    if (!w.upper || right_to_left_ || folded.size() < 3 || (facts->not_name & kEnglishNames) != 0)
      return i + 1;
    // Words of a heading in capitals are words.
    const auto shouts = [&](std::size_t k) {
      return k < words_.size() && words_[k].kind == WordKind::letters && words_[k].span.size() > 1 &&
             all_capitals(words_[k].span.of(text_));
    };
    if (shouts(i) && (folded.size() > 6 || (i > 0 && shouts(i - 1)) || shouts(i + 1))) return i + 1;
    float certainty = headline_ ? 0.5F : 1.0F;
    if (initial_) {
      if (looks_common(folded)) return i + 1;
      const bool next_upper = i + 1 < words_.size() && words_[i + 1].upper;
      certainty = next_upper || possessive ? 0.6F : kFirstWord;
    }
    add_skeleton(span, NameScript::latin, certainty);
    return i + 1;
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

  std::size_t arabic_word(std::size_t i) {
    const Word& w = words_[i];
    const std::string_view folded = words_.folded(i);
    const NameWord& facts = gazetteer_.word(folded);
    const bool follows = after_title_;
    after_title_ = (facts.title & arabic_script_names_) != 0;
    const bool function_word =
        (facts.not_name & arabic_script_names_) != 0 && !(facts.maksura && w.span.of(text_).ends_with("ي"));
    std::size_t end = 0;
    const auto known = [&](std::uint32_t node, std::size_t cut) {
      if (node == 0) return false;
      const Gazetteer::Found found = gazetteer_.longest(words_, i, node, arabic_script_names_);
      if (found.end == 0 || (function_word && found.end == i + 1)) return false;
      const ByteSpan span = {after_letters(w, cut), words_[found.end - 1].span.end};
      if (!add_known(found.names, span, arabic_script_names_, true, true)) return false;
      end = found.end;
      return true;
    };
    if (known(facts.node, 0) || ((facts.not_name & arabic_script_names_) == 0 &&
                                 each_bare_form(folded, arabic_, [&](std::string_view form, std::size_t cut) {
                                   return known(gazetteer_.word(form).node, cut);
                                 }))) {
      after_title_ = after_title_ || given_;
      return end;
    }
    if (follows && !after_title_ && folded.size() >= 8 && !function_word)
      add_skeleton(w.span, script_, kAfterTitle);
    return i + 1;
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
  bool after_title_ = false;  // the word before was a title or a given name
  bool given_ = false;        // the name just added is a given name
};

}  // namespace

void find_names(std::string_view text, const Words& words, const Language& language,
                std::vector<Anchor>& out) {
  Finder(text, words, language, out).run();
}

}  // namespace taraz
