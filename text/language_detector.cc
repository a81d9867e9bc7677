// A back-off model of characters per language: p(c | up to three before it), Witten-Bell interpolation
// (Witten & Bell 1991) over the pruned counts of data/language/LANG.tsv; what pruning took from a context
// goes to its back-off. Letters only: digits, punctuation and letters of other scripts are word borders, so
// that numbers and foreign names do not decide. Tested by tests/text/language_detector_test.cc; figures:
// data/language/README.md.
#include "text/language_detector.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

#include "text/data_tables.h"
#include "text/error.h"
#include "text/fold.h"
#include "text/utf8.h"

namespace taraz {
namespace {

constexpr std::size_t kSample = 32 * 1024;
constexpr double kUnseen = -16.0;  // ln p of a letter that the language does not have
constexpr double kTemper = 0.55;   // neighbouring n-grams are not independent: evidence counts for so much
constexpr double kForeignLetter =
    2.5;  // ln p taken from a language for each letter its spelling does not have
constexpr double kForeignMost = 40.0;  // and at most so much in all: quotations do not decide
constexpr double kSure = 0.95;         // certainty that detect_language asks for
constexpr double kScriptOnly = -3.0;   // mean ln p taken for languages told by script alone
constexpr double kStrange = -3.6;      // mean ln p per letter below which a text is in no known language

using Gram = std::uint64_t;  // up to four UTF-16 units, the last in the low bits

struct Node {
  float log_p = 0;     // below 0 where the gram is known
  float back_off = 0;  // ln of what is left for letters not seen after this gram
};

// A hash table with open addressing, made for so many entries: a look-up is most of what detection costs.
class NodeTable {
 public:
  explicit NodeTable(std::size_t entries) {
    std::size_t size = 1024;
    while (size < 2 * entries) size *= 2, --shift_;
    slots_.resize(size);
  }
  Node& operator[](Gram gram) {
    Slot& s = slots_[slot(gram)];
    s.gram = gram;
    return s.node;
  }
  const Node* find(Gram gram) const {
    const Slot& s = slots_[slot(gram)];
    return s.gram == gram ? &s.node : nullptr;
  }

 private:
  struct Slot {
    Gram gram = 0;  // 0: free
    Node node;
  };
  std::size_t slot(Gram gram) const {
    std::size_t i = gram * 0x9E3779B97F4A7C15ULL >> shift_;
    while (slots_[i].gram != 0 && slots_[i].gram != gram) i = (i + 1) & (slots_.size() - 1);
    return i;
  }
  std::vector<Slot> slots_;
  unsigned shift_ = 54;  // 64 - log2 of the size
};

class Model {
 public:
  explicit Model(const std::string& path) {
    std::unordered_map<Gram, double> counts;
    double letters = 0;
    for (const DataRow& row : data_rows(path, 2)) {
      Gram gram = 0;
      std::size_t n = 0;
      for (std::size_t i = 0; i < row.cells[0].size(); ++n) {
        const char32_t c = next_code_point(row.cells[0], i);
        gram = gram << 16 | (c == '_' ? ' ' : c & 0xFFFF);
      }
      double count = 0;
      const std::string_view cell = row.cells[1];
      const auto parsed = std::from_chars(cell.data(), cell.data() + cell.size(), count);
      if (n == 0 || n > 4 || parsed.ec != std::errc() || count <= 0)
        throw FormatError(path, row.line, 1, "expected one to four letters, a tab and a count above 0");
      counts[gram] += count;
      if (n == 1) letters += count;
    }
    struct Continuations {
      double sum = 0, types = 0;
    };
    std::unordered_map<Gram, Continuations> contexts;
    for (const auto& [gram, count] : counts) {
      Continuations& c = contexts[gram >> 16];
      c.sum += count;
      c.types += 1;
    }
    nodes_ = NodeTable(counts.size() + contexts.size());
    // from short to long, so that the shorter gram's probability is there
    std::vector<std::pair<Gram, double>> order(counts.begin(), counts.end());
    std::sort(order.begin(), order.end());
    for (const auto& [gram, count] : order) {
      const Gram context = gram >> 16;
      if (context == 0) {
        nodes_[gram].log_p = static_cast<float>(std::log(count / (letters + 1)));
        continue;
      }
      const Continuations& c = contexts[context];
      const double whole = counts.count(context) > 0 ? counts[context] : c.sum;
      const double left =
          std::max(0.0, whole - c.sum) + c.types * 10;  // counts are per million: 10 for one seen
      const double shorter = std::exp(log_p(gram & ~(Gram{0xFFFF} << (16 * (length(gram) - 1)))));
      nodes_[gram].log_p = static_cast<float>(std::log((count + left * shorter) / (c.sum + left)));
      nodes_[context].back_off = static_cast<float>(std::log(left / (c.sum + left)));
    }
  }

  // ln p(last unit of `gram` | the units before it).
  double log_p(Gram gram) const {
    double sum = 0;
    for (;;) {
      const Node* const node = nodes_.find(gram);
      if (node != nullptr && node->log_p < 0) return sum + node->log_p;
      const int n = length(gram);
      if (n == 1) return sum + kUnseen;
      if (const Node* const context = nodes_.find(gram >> 16)) sum += context->back_off;
      gram &= ~(Gram{0xFFFF} << (16 * (n - 1)));
    }
  }

  // Sum of ln p of the letters and borders of `text`: words with one space before, between and after.
  double score(const std::u16string& text) const {
    double sum = 0;
    Gram before = ' ';
    for (std::size_t i = 1; i < text.size(); ++i) {
      sum += log_p(before << 16 | text[i]);
      before = text[i] == u' ' ? Gram{' '} : (before << 16 | text[i]) & 0xFFFFFFFFFFFF;
    }
    return sum;
  }

 private:
  static int length(Gram gram) { return gram >> 48 ? 4 : gram >> 32 ? 3 : gram >> 16 ? 2 : 1; }
  NodeTable nodes_{0};
};

struct ScriptGroup {
  UScriptCode script;
  std::vector<const char*> languages;  // more than one: told apart by models
};

const std::array<ScriptGroup, 12>& groups() {
  static const std::array<ScriptGroup, 12> kGroups{{
      {USCRIPT_ARABIC, {"fa", "ar", "ur", "ckb", "ps", "sd"}},
      {USCRIPT_LATIN, {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "pl", "tr", "id"}},
      {USCRIPT_CYRILLIC, {"ru", "uk", "bg"}},
      {USCRIPT_HEBREW, {"he"}},
      {USCRIPT_GREEK, {"el"}},
      {USCRIPT_ARMENIAN, {"hy"}},
      {USCRIPT_GEORGIAN, {"ka"}},
      {USCRIPT_THAI, {"th"}},
      {USCRIPT_HANGUL, {"ko"}},
      {USCRIPT_KATAKANA, {"ja"}},
      {USCRIPT_HAN, {"zh"}},
      {USCRIPT_DEVANAGARI, {"hi"}},
  }};
  return kGroups;
}

const std::vector<std::unique_ptr<Model>>& models_of(std::size_t group) {
  static std::array<std::once_flag, std::tuple_size_v<std::remove_reference_t<decltype(groups())>>> once;
  static std::array<std::vector<std::unique_ptr<Model>>, once.size()> models;
  std::call_once(once[group], [&] {
    std::vector<std::unique_ptr<Model>> loaded;
    for (const char* language : groups()[group].languages)
      loaded.push_back(std::make_unique<Model>("language/" + std::string(language) + ".tsv"));
    models[group] = std::move(loaded);
  });
  return models[group];
}

// data/language/letters.tsv: for a letter, the languages (bits in the order of the Arabic group) that have
// it.
const std::map<char32_t, unsigned>& telling_letters() {
  static const std::map<char32_t, unsigned> letters = [] {
    std::map<char32_t, unsigned> out;
    for (const DataRow& row : data_rows("language/letters.tsv", 2)) {
      std::size_t i = 0;
      unsigned& languages = out[next_code_point(row.cells[0], i)];
      const std::string list = " " + std::string(row.cells[1]) + " ";
      for (std::size_t k = 0; k < groups()[0].languages.size(); ++k)
        if (list.find(" " + std::string(groups()[0].languages[k]) + " ") != std::string::npos)
          languages |= 1u << k;
    }
    return out;
  }();
  return letters;
}

// Up to kSample bytes from all over the text: from each eighth of it the first ones from a letter on.
std::string sample_of(std::string_view text) {
  if (text.size() <= kSample) return std::string(text);
  constexpr std::size_t kPieces = 8;
  std::string out;
  for (std::size_t k = 0; k < kPieces; ++k) {
    std::size_t begin = text.size() / kPieces * k;
    const std::size_t next = k + 1 < kPieces ? text.size() / kPieces * (k + 1) : text.size();
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    while (begin < next && (byte(begin) & 0xC0) == 0x80) ++begin;
    while (begin < next && byte(begin) < 0x80 && static_cast<unsigned char>((byte(begin) | 0x20) - 'a') > 25)
      ++begin;
    std::size_t end = std::min(next, begin + kSample / kPieces);
    while (end < text.size() && (byte(end) & 0xC0) == 0x80) ++end;
    (out += ' ') += text.substr(begin, end - begin);
  }
  return out;
}

// The words of each script group, folded, with a space on both sides of each; and how many letters they have.
struct Letters {
  std::array<std::u16string, 12> words;
  std::array<std::size_t, 12> count{};
  std::array<std::size_t, 8> foreign{};  // letters that a language of the Arabic group does not have
};

Letters letters_of(std::string_view text) {
  Letters out;
  std::size_t open = groups().size();  // the group whose word goes on
  for (std::size_t i = 0; i < text.size();) {
    const char32_t c = next_code_point(text, i);
    const FoldedCodePoint folded = fold_code_point(c);
    if (folded.c[0] == 0) continue;  // marks, ZWNJ: the word goes on
    UErrorCode status = U_ZERO_ERROR;
    UScriptCode script = u_isalpha(static_cast<UChar32>(c))
                             ? uscript_getScript(static_cast<UChar32>(c), &status)
                             : USCRIPT_COMMON;
    if (script == USCRIPT_HIRAGANA) script = USCRIPT_KATAKANA;
    std::size_t group = 0;
    while (group < groups().size() && groups()[group].script != script) ++group;
    if (open != group && open < groups().size()) out.words[open] += u' ';
    open = group;
    if (group == groups().size()) continue;
    if (out.words[group].empty()) out.words[group] += u' ';
    ++out.count[group];
    if (group == 0)
      if (const auto it = telling_letters().find(c); it != telling_letters().end())
        for (std::size_t k = 0; k < groups()[0].languages.size(); ++k)
          out.foreign[k] += (it->second >> k & 1) == 0;
    for (const char32_t f : folded.c)
      if (f != 0 && f < 0x10000) out.words[group] += static_cast<char16_t>(f);
  }
  if (open < groups().size()) out.words[open] += u' ';
  // Latin words in a text in Arabic script are common, the reverse is not
  out.count[0] *= 2;
  // Japanese is written with both: some kana among the Han letters are enough
  constexpr std::size_t kKana = 9, kHan = 10;
  if (out.count[kKana] * 10 > out.count[kHan]) {
    out.count[kKana] += out.count[kHan];
    out.count[kHan] = 0;
  }
  return out;
}

struct Scored {
  std::vector<LanguageGuess> guesses;
  double share = 0.0;     // of the letters that the script has
  double mean = kUnseen;  // ln p per letter of the best language
};

Scored score(std::string_view text) {
  Scored out;
  const Letters letters = letters_of(sample_of(text));
  std::size_t all = 0, best = 0;
  for (std::size_t g = 0; g < groups().size(); ++g) {
    all += letters.count[g];
    if (letters.count[g] > letters.count[best]) best = g;
  }
  if (all == 0) return out;
  out.share = static_cast<double>(letters.count[best]) / static_cast<double>(all);
  const std::vector<const char*>& languages = groups()[best].languages;
  if (languages.size() == 1) {
    out.guesses.push_back({Language::parse(languages[0]), letters.count[best] >= 3 ? 1.0 : 0.5});
    out.mean = kScriptOnly;
    return out;
  }
  std::vector<double> scores;
  for (const auto& model : models_of(best)) scores.push_back(model->score(letters.words[best]));
  const double mean =
      *std::max_element(scores.begin(), scores.end()) / static_cast<double>(letters.words[best].size() - 1);
  if (best == 0)
    for (std::size_t k = 0; k < scores.size(); ++k)
      scores[k] -= std::min(kForeignMost, kForeignLetter * static_cast<double>(letters.foreign[k]));
  const double top = *std::max_element(scores.begin(), scores.end());
  double sum = 0;
  for (const double s : scores) sum += std::exp(kTemper * (s - top));
  for (std::size_t k = 0; k < scores.size(); ++k)
    out.guesses.push_back({Language::parse(languages[k]), std::exp(kTemper * (scores[k] - top)) / sum});
  std::sort(out.guesses.begin(), out.guesses.end(), [](const LanguageGuess& a, const LanguageGuess& b) {
    return a.certainty != b.certainty ? a.certainty > b.certainty : a.language.tag() < b.language.tag();
  });
  out.mean = mean;
  return out;
}

}  // namespace

std::vector<LanguageGuess> guess_languages(std::string_view text) { return score(text).guesses; }

Language detect_language(std::string_view text) {
  const Scored s = score(text);
  if (s.guesses.empty() || s.share < 0.55 || s.mean < kStrange || s.guesses[0].certainty < kSure) return {};
  return s.guesses[0].language;
}

double plausibility(std::string_view text) {
  const Letters letters = letters_of(sample_of(text));
  double sum = 0, count = 0;
  for (std::size_t g = 0; g < groups().size(); ++g) {
    if (letters.count[g] == 0) continue;
    const auto size = static_cast<double>(letters.words[g].size() - 1);
    double best = kScriptOnly * size;
    if (groups()[g].languages.size() > 1) {
      best = -std::numeric_limits<double>::infinity();
      for (const auto& model : models_of(g)) best = std::max(best, model->score(letters.words[g]));
    }
    sum += best;
    count += size;
  }
  return count == 0 ? kUnseen : sum / count;
}

}  // namespace taraz
