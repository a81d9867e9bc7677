// A name of several words, as written: the ways it can be read before its letters are compared.
#ifndef TARAZ_ALIGN_ANCHORS_NAME_PHRASE_H_
#define TARAZ_ALIGN_ANCHORS_NAME_PHRASE_H_

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "align/anchors/name_similarity.h"

namespace taraz {

struct NameReading {
  NameForm form;
  std::uint64_t translated = 0;  // classes of translated words that were taken out, a bit each
};

// The readings of a name, fullest first: without what follows a comma or bracket («بیرا، موزامبیک»), as it is
// and without generic words ("Yazd Province"), without each translated word ("South", with its class). Table
// data/anchors/names/name_words.tsv. REQUIRES: valid UTF-8. Throws FormatError when the table is broken.
std::vector<NameReading> name_readings(std::string_view name, NameScript script);

// The readings with their units, ready for comparison.
class NamePhrase {
 public:
  // About 1 us and an allocation or two.
  NamePhrase(std::string_view name, NameScript script);

  struct Reading {
    NameKey key;
    std::uint64_t translated = 0;  // classes of translated words that were taken out, a bit each
  };
  const std::vector<Reading>& readings() const { return readings_; }

 private:
  std::vector<Reading> readings_;
};

// The best evidence (nats) over the readings that go together. Symmetric.
float name_evidence(const NamePhrase& a, const NamePhrase& b);

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_NAME_PHRASE_H_
