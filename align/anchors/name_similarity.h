// How alike two names sound, across scripts, by their letters alone.
//
// A pair of names is explained as a sequence of pairs of units (one to three letters of one script, none to
// two of the other: "sh" = ش, "e" = nothing, "tch" = تش). Every pair of units has a weight in nats: ln of how
// much more often the two stand for each other in pairs of the same name than by chance. Names whose best
// explanation sums up high are the same name. Weights: data/anchors/names/costs_*.tsv, learned by
// tools/learn_name_costs.cc.
#ifndef TARAZ_ALIGN_ANCHORS_NAME_SIMILARITY_H_
#define TARAZ_ALIGN_ANCHORS_NAME_SIMILARITY_H_

#include <array>
#include <cstdint>
#include <string_view>

#include "align/anchors/name_form.h"
#include "text/language.h"

namespace taraz {

// A form with its units looked up, ready for many comparisons. A plain value.
struct NameKey {
  NameForm form;
  // Numbers of the units of one, two and three letters that begin at each letter; 0: none known.
  std::array<std::uint16_t, NameForm::kCapacity> one{}, two{}, three{};
  // Nats that a match of these letters is worth less because they often stand beside each other
  // (letters_*.tsv).
  float common = 0.0F;
};

// About 0.3 us. Throws FormatError when a cost table is broken. Thread-safe, as all of this.
NameKey make_name_key(const NameForm& form);
inline NameKey make_name_key(std::string_view name, NameScript script) {
  return make_name_key(make_name_form(name, script));
}

// Weight of evidence, in nats, that two forms are the same name; may be negative. A random pair of names
// reaches x with a probability of about exp(-x). Symmetric. O(letters of a * letters of b), about 0.2 us for
// names of one word.
float name_evidence(const NameKey& a, const NameKey& b);

// The evidence as a similarity, 0..1: above kSameName it is the same name in all likelihood (about one random
// pair of names in 1,000 is there). Symmetric.
double name_similarity(const NameKey& a, const NameKey& b);
double similarity_of_evidence(float nats);
inline constexpr double kSameName = 0.5;

// The same for two names as written; tries what names are written with: without an addition after a comma or
// in brackets, without ZWNJ, one against several words. Reserved names (Khomeini, Khamenei) match their
// listed forms only.
double name_similarity(std::string_view a, const Language& a_language, std::string_view b,
                       const Language& b_language);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_NAME_SIMILARITY_H_
