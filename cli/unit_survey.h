// What a file of units holds, found by reading it once: which columns its table needs.
#ifndef TARAZ_CLI_UNIT_SURVEY_H_
#define TARAZ_CLI_UNIT_SURVEY_H_

#include <cstdint>
#include <string>
#include <vector>

#include "corpus/translation_unit.h"
#include "io/unit_reader.h"

namespace taraz::cli {

struct UnitSurvey {
  std::uint64_t units = 0;
  std::vector<Language> languages;  // in order of appearance, a TMX's source language first; a language as
                                    // often as the unit that has most of it
  std::vector<std::string> properties;  // in order of appearance
  bool documents = false;               // some unit names its document
  bool ids = false;                     // the ids are not 1, 2, 3 ...
};

// Reads to the end. `change` sees each unit first and says whether it counts.
// Throws Error when there are more than 1000 different properties, as no table has.
template <typename Change>
UnitSurvey survey_units(UnitReader& reader, Change change);

void add_to_survey(UnitSurvey& survey, const TranslationUnit& unit);
void finish_survey(UnitSurvey& survey, const Language& source_language);

template <typename Change>
UnitSurvey survey_units(UnitReader& reader, Change change) {
  UnitSurvey survey;
  TranslationUnit unit;
  while (reader.next(unit))
    if (change(unit)) add_to_survey(survey, unit);
  finish_survey(survey, reader.source_language());
  return survey;
}

}  // namespace taraz::cli

#endif  // TARAZ_CLI_UNIT_SURVEY_H_
