// A page like "...of man.New waveThe council" or its Arabic counterpart has lost its line breaks. Where a
// sentence is glued to the one before, its first words may be a heading that is glued in turn. It is cut off
// when one of its first tokens shows the place:
//   1. a closing bracket right before a letter: "Jon Katko (New York)said";
//   2. teh marbuta, a letter that only ends words, right before a letter;
//   3. a year of four digits right before a letter;
//   4. a listed verb that begins with hamza inside a token (glued_verbs.ar.tsv);
//   5. a listed verb at the end of a token whose words before it come again in the sentence;
//   6. English: lower case, then a capitalised word of starters.en.tsv.
// A name between two sentences without any mark is cut on both sides by evidence 5 alone.
// Tested by tests/segment/glued_headings_test.cc.
#include "segment/glued_headings.h"

#include <algorithm>
#include <string>

#include "segment/characters.h"
#include "segment/sentence_tables.h"
#include "text/utf8.h"

namespace taraz {
namespace {

using C = CharClass;

constexpr std::size_t kHeadBytes = 160;  // where a heading may end
constexpr int kHeadTokens = 12;
constexpr std::size_t kRepeatBytes = 700;  // where its words must come again
constexpr std::size_t kTokenBytes = 64;

class Cutter {
 public:
  Cutter(std::string_view text, const SentenceTables& tables, std::vector<Piece>& out)
      : text_(text), tables_(tables), out_(out) {}

  void add(ByteSpan span, bool glued) {
    while (glued) {
      const std::uint32_t cut = heading_end(span);
      if (cut == 0) break;
      out_.push_back({{span.begin, cut}, true});
      span.begin = cut;
    }
    std::uint32_t begin = 0, end = 0;
    while (name_between(span, begin, end)) {
      if (begin > span.begin) out_.push_back({{span.begin, begin}, false});
      out_.push_back({{begin, end}, true});
      span.begin = end;
    }
    out_.push_back({span, false});
  }

 private:
  static bool word_class(C kind) { return is_letter(kind) || kind == C::mark || kind == C::ignorable; }

  // End of the run of letters at `i`.
  std::size_t letters_end(std::size_t i, std::size_t limit) const {
    while (i < limit) {
      std::size_t k = i;
      if (!word_class(next_class(text_, k))) break;
      i = k;
    }
    return i;
  }

  bool in_verbs(std::string_view word) const {
    if (word.empty() || word.size() > TokenTable::kLongest) return false;
    token_.clear();
    fold_token(word, false, token_);
    return tables_.glued_verbs.find(token_) != 0;
  }
  bool in_starters(std::string_view word) const { return tables_.starters.find(word) != 0; }

  // Whether `words` stands again in [from, limit), its end at the end of a word.
  bool comes_again(std::string_view words, std::size_t from, std::size_t limit) const {
    limit = std::min(limit, from + kRepeatBytes);
    const std::string_view where = text_.substr(0, limit);
    for (std::size_t at = where.find(words, from); at != where.npos; at = where.find(words, at + 1)) {
      std::size_t k = at + words.size();
      if (k >= limit || !word_class(next_class(text_, k))) return true;
    }
    return false;
  }

  // Where in the token [begin, end) of letters the next word begins, or 0. `head` is the start of the
  // heading.
  std::size_t seam(std::size_t head, std::size_t begin, std::size_t end, std::size_t limit) const {
    int letters = 0;
    C previous = C::other;
    for (std::size_t i = begin; i < end;) {
      const std::size_t at = i;
      const char32_t c = next_code_point(text_, i);
      const C kind = char_class(c);
      if (letters >= 3) {
        const std::string_view rest = text_.substr(at, end - at);
        if (previous == C::lower && kind == C::upper && in_starters(rest)) return at;
        if (kind == C::arabic && in_verbs(rest)) {
          const bool hamza = c == 0x623;
          if (hamza || comes_again(text_.substr(head, at - head), end, limit)) return at;
        }
      }
      if (c == 0x629 && i < end && letters >= 2) {
        std::size_t k = i;
        if (next_class(text_, k) == C::arabic) return i;
      }
      letters += is_letter(kind);
      if (is_letter(kind)) previous = kind;
    }
    return 0;
  }

  std::uint32_t heading_end(ByteSpan span) const {
    const std::size_t limit = std::min<std::size_t>(span.end, span.begin + kHeadBytes);
    int digits = 0, tokens = 0;
    bool bracket = false;
    for (std::size_t i = span.begin; i < limit && tokens < kHeadTokens;) {
      std::size_t k = i;
      const char32_t c = next_code_point(text_, k);
      const C kind = char_class(c);
      if (is_letter(kind)) {
        const bool arabic = kind == C::arabic;
        if ((bracket || digits == 4) && i > span.begin && (arabic || (kind == C::upper && digits == 4)))
          return static_cast<std::uint32_t>(i);
        const std::size_t end = letters_end(i, span.end);
        if (const std::size_t at = seam(span.begin, i, end, span.end); at != 0)
          return static_cast<std::uint32_t>(at);
        ++tokens;
        k = end;
      } else if (c == ':' || c == '.' || c == 0x60C || c == 0x61B || kind == C::strong) {
        return 0;  // a sentence, not a heading
      }
      digits = kind == C::digit ? digits + 1 : 0;
      bracket = c == ')';
      i = k;
    }
    return 0;
  }

  // A name without a mark before it: "...punishmentLincoln Bloomfieldsaid": the token ends with a listed
  // verb, what stands before the verb comes again, and the word before it too, glued to the end of a longer
  // token.
  bool name_between(ByteSpan span, std::uint32_t& begin, std::uint32_t& end) const {
    if (!any_) return false;
    std::size_t previous = span.begin, previous_end = span.begin;
    for (std::size_t i = span.begin; i < span.end;) {
      std::size_t k = i;
      if (next_class(text_, k) != C::arabic) {
        i = k;
        continue;
      }
      const std::size_t stop = letters_end(i, span.end);
      if (stop - i <= kTokenBytes && previous_end + 1 == i) {
        for (std::size_t at = i; at < stop;) {
          const std::size_t here = at;
          next_code_point(text_, at);
          if (here - i < 6 || !in_verbs(text_.substr(here, stop - here))) continue;
          const std::string_view last = text_.substr(i, here - i);
          const std::size_t first = glued_start(previous, previous_end, last, stop, span.end);
          if (first == 0) continue;
          begin = static_cast<std::uint32_t>(first);
          end = static_cast<std::uint32_t>(here);
          return true;
        }
      }
      previous = i;
      previous_end = stop;
      i = stop;
    }
    return false;
  }

  // The place in the token [begin, end) where a name of two words begins whose second word is `last`: both
  // come again side by side behind `from`.
  std::size_t glued_start(std::size_t begin, std::size_t end, std::string_view last, std::size_t from,
                          std::size_t limit) const {
    for (std::size_t at = begin; at < end;) {
      const std::size_t here = at;
      next_code_point(text_, at);
      if (here - begin < 6 || end - here < 4) continue;  // three letters on the left, two on the right
      std::string name(text_.substr(here, end - here));
      name += ' ';
      name += last;
      if (comes_again(name, from, limit)) return here;
    }
    return 0;
  }

 public:
  void set_evidence(bool any) { any_ = any; }

 private:
  std::string_view text_;
  const SentenceTables& tables_;
  std::vector<Piece>& out_;
  bool any_ = false;
  mutable std::string token_;
};

}  // namespace

void cut_glued_headings(std::string_view text, const std::vector<Sentence>& sentences,
                        const SentenceTables& tables, std::vector<Piece>& out) {
  bool any = false;
  for (const Sentence& s : sentences) any = any || s.glued;
  if (!any) {
    for (const Sentence& s : sentences) out.push_back({s.span, false});
    return;
  }
  Cutter cutter(text, tables, out);
  cutter.set_evidence(true);
  for (const Sentence& s : sentences) cutter.add(s.span, s.glued);
}

}  // namespace taraz
