// Which translation units are fit for training and evaluating machine translation, and why the others are
// not.
#ifndef TARAZ_CORPUS_MT_FILTER_H_
#define TARAZ_CORPUS_MT_FILTER_H_

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "corpus/translation_unit.h"

namespace taraz {

// Why a unit is dropped, in the order in which the rules are asked: the first that applies is the reason.
enum class DropReason : std::uint8_t {
  empty,           // a side has no text
  encoding,        // U+FFFD, C1 controls or UTF-8 read as another encoding
  identical,       // two sides are the same text
  few_letters,     // mostly numbers or marks
  length_ratio,    // far from the pair's own distribution
  language,        // a side is in another language, or a large part of it is
  boilerplate,     // navigation, copyright lines, bare addresses
  anchors,         // a date or number of one side that contradicts the other
  low_confidence,  // the aligner's own doubt
  duplicate,       // seen before
  near_duplicate,  // nearly seen before
};
constexpr std::size_t kDropReasons = 11;
std::string_view name_of(DropReason reason);                      // "length-ratio"
std::optional<DropReason> drop_reason_of(std::string_view name);  // the other way

// Which earlier text makes a unit a duplicate.
enum class DuplicateScope : std::uint8_t { none, pair, source, target, either };

// Limits of the rules; the meaning and the default of each row is in data/corpus/filter.tsv.
struct FilterThresholds {
  double min_letter_share = 0;     // letters among the characters that are no white space
  double max_ratio_deviation = 0;  // standard deviations of the pair's log length ratio
  double min_language_share = 0;   // letters in the language's script among all letters
  double min_language_margin = 0;  // confidence of another language from which a side counts as wrong
  double max_contradicting = 0;    // dates and numbers of a unit that may differ
  double min_score = 0;            // confidence
  double near_similarity = 0;      // Jaccard similarity of near duplicates; 0 turns them off

  // The table data/corpus/filter.tsv (or the --data one). Throws FormatError naming the row.
  static FilterThresholds builtin();
  // Changes the limits that a table of the same form names. Throws FormatError with `name` and the line.
  void change(std::string_view table, const std::string& name);
};

// How the lengths of a pair of languages are related: centre and spread of ln(length a / length b), robustly.
struct LengthRatio {
  double centre = 0.0;
  double spread = 0.3;
};

// Judges units one after the other. Not thread-safe; deterministic. Memory: see duplicates.h.
class UnitFilter {
 public:
  // `language_of` says which language a text is in and how sure that is (0..1); an empty tag means "cannot
  // say".
  using LanguageGuess = std::pair<std::string, double>;
  using LanguageJudge = std::function<LanguageGuess(std::string_view)>;
  // Counts the dates and numbers of one text that contradict another one.
  using AnchorJudge = std::function<int(const Variant&, const Variant&)>;

  UnitFilter(FilterThresholds thresholds, DuplicateScope scope, LanguageJudge language, AnchorJudge anchors);
  ~UnitFilter();

  // Turns a rule off; `keep` units with that reason.
  void disable(DropReason reason);
  // Learns the length ratio of every pair of languages from some units (a thousand or more), better from all.
  void calibrate(std::span<const TranslationUnit> units);
  // The reason to drop `unit`, or nothing. Remembers its texts for the duplicate rules only when it is kept.
  std::optional<DropReason> judge(const TranslationUnit& unit);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The rules that need nothing but the text; each is also useful alone.
bool has_encoding_damage(std::string_view text);
double letter_share(std::string_view text);
// Share of the letters that are of the script `language` is written in; 1 for languages of unknown script.
double script_share(std::string_view text, const Language& language);

}  // namespace taraz

#endif  // TARAZ_CORPUS_MT_FILTER_H_
