// Everything starts at a punctuation mark the tokeniser has found: ':' '@' '#' '+' '(' and quotes; so plain
// prose costs one comparison a mark. Tested by tests/align/pattern_finder_test.cc.
#include "align/anchors/pattern_finder.h"

#include <algorithm>

#include "align/anchors/gazetteer.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kLongestQuotation = 600;

bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }
bool in(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

class PatternFinder {
 public:
  PatternFinder(std::string_view text, const Words& words, const AnchorOptions& options,
                std::vector<Anchor>& out)
      : text_(text),
        words_(words),
        options_(options),
        out_(out),
        first_(out.size()),
        right_to_left_(options.language.right_to_left()) {}

  void run() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const Word& w = words_[i];
      if (w.span.begin < done_) continue;
      if (w.kind == WordKind::mark) {
        mark(i, text_[w.span.begin]);
      } else if (w.kind == WordKind::digits) {
        if (wants(AnchorKind::phone)) phone(i);
      } else if (!w.arabic) {
        latin(i);
      }
    }
  }

 private:
  bool wants(AnchorKind kind) const { return options_.kinds.has(kind); }

  void add(AnchorKind kind, std::size_t begin, std::size_t end, std::string value) {
    Anchor a;
    a.kind = kind;
    a.span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    a.value = std::move(value);
    out_.push_back(std::move(a));
  }

  void mark(std::size_t i, char c) {
    const std::size_t at = words_[i].span.begin;
    switch (c) {
      case ':':
        if (wants(AnchorKind::url)) scheme_url(at);
        break;
      case '@':
        if (wants(AnchorKind::email)) email(at);
        break;
      case '#':
        if (wants(AnchorKind::hashtag)) hashtag(at);
        break;
      case '.':
        if (wants(AnchorKind::url)) domain_url(i);
        break;
      case '+':
      case '(':
        if (wants(AnchorKind::phone)) phone(i);
        break;
      case '"':
        quotation(at, at + 1, "\"");
        break;
      case '\xC2':
        if (text_.substr(at, 2) == "«") quotation(at, at + 2, "»");
        break;
      case '\xE2':
        if (text_.substr(at, 3) == "“") quotation(at, at + 3, "”");
        if (text_.substr(at, 3) == "„") quotation(at, at + 3, "“");
        break;
      default:
        break;
    }
  }

  // The end of a URL that goes on at `i`: white space, quotes and letters outside ASCII end it (but for
  // %-less paths in Arabic script, which begin after a slash), closing punctuation at its end is not part of
  // it.
  std::size_t url_end(std::size_t i) const {
    std::size_t end = i;
    while (end < text_.size()) {
      const char c = text_[end];
      if (static_cast<unsigned char>(c) <= ' ' || in(c, "<>\"{}|\\^`")) break;
      if (static_cast<unsigned char>(c) >= 0x80) {
        std::size_t k = end;
        const char32_t p = next_code_point(text_, k);
        const bool letter =
            (p >= 0x620 && p <= 0x64A) || (p >= 0x66E && p <= 0x6D3) || (p >= 0x6F0 && p <= 0x6F9);
        if (!letter || (text_[end - 1] != '/' && static_cast<unsigned char>(text_[end - 1]) < 0x80 &&
                        text_[end - 1] != '-'))
          break;
        end = k;
        continue;
      }
      ++end;
    }
    const bool brackets = text_.substr(i, end - i).find('(') != std::string_view::npos;
    while (end > i && (in(text_[end - 1], ".,;:!?'*_") || (in(text_[end - 1], ")]") && !brackets))) --end;
    return end;
  }

  void scheme_url(std::size_t colon) {
    if (text_.substr(colon, 3) != "://") return;
    std::size_t begin = colon;
    while (begin > 0 && is_alnum(text_[begin - 1])) --begin;
    const std::size_t end = url_end(colon + 3);
    if (begin == colon || end == colon + 3) return;
    add(AnchorKind::url, begin, end, std::string(text_.substr(begin, end - begin)));
    drop_inside(begin);
    done_ = end;
  }

  // Latin words already taken for a part of what turned out to be a URL or an address.
  void drop_inside(std::size_t begin) {
    Anchor last = std::move(out_.back());
    out_.pop_back();
    while (out_.size() > first_ && out_.back().kind == AnchorKind::latin && out_.back().span.end > begin)
      out_.pop_back();
    out_.push_back(std::move(last));
  }

  // "www.example.com/x", "example.org": from the point, when what follows is a known end or the word before
  // is www.
  void domain_url(std::size_t i) {
    if (i == 0 || i + 1 >= words_.size()) return;
    const Word &before = words_[i - 1], &after = words_[i + 1];
    if (before.arabic || after.arabic || before.kind == WordKind::mark || after.kind == WordKind::mark ||
        before.span.end != words_[i].span.begin || after.span.begin != words_[i].span.end)
      return;
    const std::string_view top = words_.folded(i + 1);
    const bool www = words_.folded(i - 1) == "www";
    if (!www && top != "com" && top != "org" && top != "net" && top != "edu" && top != "gov" && top != "info")
      return;
    std::size_t begin = before.span.begin;
    while (begin > 0 && (is_alnum(text_[begin - 1]) || in(text_[begin - 1], "-.")) && begin > done_) --begin;
    if (begin > 0 && text_[begin - 1] == '@') return;
    const std::size_t end = url_end(after.span.end);
    if (text_.substr(begin, end - begin).find('@') != std::string_view::npos) return;
    add(AnchorKind::url, begin, end, std::string(text_.substr(begin, end - begin)));
    drop_inside(begin);
    done_ = end;
  }

  void email(std::size_t at) {
    std::size_t begin = at, end = at + 1;
    while (begin > done_ && (is_alnum(text_[begin - 1]) || in(text_[begin - 1], "._%+-"))) --begin;
    while (end < text_.size() && (is_alnum(text_[end]) || in(text_[end], ".-"))) ++end;
    while (end > at + 1 && in(text_[end - 1], ".-")) --end;
    const std::string_view domain = text_.substr(at + 1, end - at - 1);
    if (begin == at || domain.find('.') == std::string_view::npos) return;
    std::string value(text_.substr(begin, end - begin));
    for (char& c : value)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    add(AnchorKind::email, begin, end, std::move(value));
    drop_inside(begin);
    done_ = end;
  }

  void hashtag(std::size_t at) {
    std::size_t end = at + 1;
    bool letter = false;
    while (end < text_.size()) {
      std::size_t k = end;
      const char32_t c = next_code_point(text_, k);
      const bool ok =
          c == '_' || (c < 0x80 ? is_alnum(static_cast<char>(c))
                                : !is_white_space(c) && !(c >= 0x2010 && c <= 0x206F) && c != 0xAB &&
                                      c != 0xBB && c != 0x60C && c != 0x61B && c != 0x61F && c != 0x6D4);
      if (!ok && c != 0x200C) break;
      letter = letter || c >= 0x80 || !(c >= '0' && c <= '9');
      end = k;
    }
    if (end == at + 1 || !letter) return;
    add(AnchorKind::hashtag, at, end, fold(text_.substr(at + 1, end - at - 1)));
    done_ = end;
  }

  // A phone number that begins at word i: "+98 21 1234 5678", "(021) 1234-5678", "020-7946-0018", "0098...".
  void phone(std::size_t i) {
    const std::size_t begin = words_[i].span.begin;
    const bool plus = text_[begin] == '+';
    std::string digits;
    std::size_t groups = 0, hyphens = 0, spaces = 0, end = begin, last = begin;
    bool bracket = false;
    for (std::size_t k = i; k < words_.size(); ++k) {
      const Word& w = words_[k];
      const std::string_view f = words_.folded(k);
      if (k > i && w.span.begin - last > 1) break;  // more than one character between
      if (k > i && w.span.begin - last == 1) ++spaces;
      last = w.span.end;
      if (w.kind == WordKind::digits) {
        if (digits.size() + f.size() > 15) return;
        digits.append(f);
        ++groups;
        end = w.span.end;
      } else if (f == "-" && groups > 0) {
        ++hyphens;
      } else if (f == "(" || f == ")") {
        if (f == "(" && bracket) break;
        bracket = true;
      } else if (!(f == "+" && k == i)) {
        break;
      }
    }
    const bool zeros = digits.starts_with("00");
    const bool enough = digits.size() >= 9 && digits.size() <= 15;
    const bool international = (plus || zeros) && enough;
    const bool grouped = enough && digits.size() <= 12 && groups >= 2 && groups <= 4 && digits[0] == '0' &&
                         (hyphens > 0 || bracket || spaces > 0);
    const bool american = digits.size() == 10 && groups == 3 && (hyphens == 2 || (bracket && hyphens == 1));
    if (!international && !grouped && !american) return;
    if (begin > 0 && (is_alnum(text_[begin - 1]) || in(text_[begin - 1], ".,/-"))) return;
    if (zeros) digits.erase(0, 2);
    add(AnchorKind::phone, begin, end, (plus || zeros ? "+" : "") + digits);
    done_ = end;
  }

  void latin(std::size_t i) {
    if (!right_to_left_ || !wants(AnchorKind::latin)) return;
    const Word& w = words_[i];
    if (w.span.size() < 2) return;
    add(AnchorKind::latin, w.span.begin, w.span.end, std::string(words_.folded(i)));
  }

  void quotation(std::size_t at, std::size_t begin, std::string_view close) {
    if (!wants(AnchorKind::quotation) || at < quoted_) return;
    const std::size_t end =
        text_.substr(0, std::min(text_.size(), begin + kLongestQuotation)).find(close, begin);
    if (end == std::string_view::npos) return;
    quoted_ = end + close.size();
    const std::string_view inside = text_.substr(begin, end - begin);
    if (trim(inside).size() < 2) return;
    add(AnchorKind::quotation, at, end + close.size(), fold(trim(inside)));
  }

  std::string_view text_;
  const Words& words_;
  const AnchorOptions& options_;
  std::vector<Anchor>& out_;
  std::size_t first_;  // what stood in `out_` before is another text's
  bool right_to_left_;
  std::size_t done_ = 0;    // bytes that already belong to a URL, an address, a number
  std::size_t quoted_ = 0;  // end of the last quotation
};

}  // namespace

void find_patterns(std::string_view text, const Words& words, const AnchorOptions& options,
                   std::vector<Anchor>& out) {
  PatternFinder(text, words, options, out).run();
}

void find_references(std::string_view text, const Words& words, const AnchorOptions& options,
                     const std::vector<Anchor>& anchors, std::size_t first, std::vector<Anchor>& out) {
  const Gazetteer& gazetteer = Gazetteer::instance();
  const std::string_view base = options.language.base();
  const std::uint8_t languages = base == "ar"                       ? kArabicNames
                                 : options.language.right_to_left() ? kPersianNames
                                                                    : kEnglishNames;
  const auto add = [&](std::size_t i, std::size_t k, ByteSpan number, std::string_view value) {
    // Word i before the number that begins with word k: only marks like "." or "(" between.
    const NameWord& facts = gazetteer.word(words.folded(i));
    if (facts.reference == 0 || (facts.reference_languages & languages) == 0) return;
    if (words[k].span.begin - words[k - 1].span.end > 2) return;
    Anchor a;
    a.kind = AnchorKind::reference;
    a.span = {words[i].span.begin, number.end};
    a.value.assign(gazetteer.reference(facts.reference)).append(":").append(value);
    out.push_back(std::move(a));
  };
  const auto before = [&](std::size_t k) {  // the word before word k, or k when there is none
    std::size_t i = k;
    while (i > 0 && i + 3 > k) {
      --i;
      if (words[i].kind != WordKind::mark || words[i].span.size() > 1)
        return words[i].kind == WordKind::digits ? k : i;
      const char m = text[words[i].span.begin];
      if (m != '.' && m != '(' && m != '"') return k;
    }
    return k;
  };
  std::size_t n_here = first;
  for (std::size_t k = 1; k < words.size(); ++k) {
    if (words[k].kind != WordKind::digits) continue;
    const std::size_t i = before(k);
    if (i == k) continue;
    while (n_here < anchors.size() && anchors[n_here].span.begin < words[k].span.begin) ++n_here;
    const bool whole = n_here < anchors.size() && anchors[n_here].span.begin == words[k].span.begin &&
                       anchors[n_here].value.find('/') != std::string::npos;  // "resolution 43/173"
    add(i, k, whole ? anchors[n_here].span : words[k].span,
        whole ? std::string_view(anchors[n_here].value) : words.folded(k));
  }
  for (std::size_t n = first; n < anchors.size(); ++n) {  // spelled: «فصل سوم»
    const Anchor& number = anchors[n];
    if (number.kind != AnchorKind::number) continue;
    const auto word =
        std::lower_bound(words.all().begin(), words.all().end(), number.span.begin,
                         [](const Word& w, std::uint32_t begin) { return w.span.begin < begin; });
    if (word == words.all().end() || !word->arabic) continue;
    const auto k = static_cast<std::size_t>(word - words.all().begin());
    if (const std::size_t i = before(k); i != k) add(i, k, number.span, number.value);
  }
}

}  // namespace taraz
