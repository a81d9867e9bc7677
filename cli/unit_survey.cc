#include "cli/unit_survey.h"

#include <algorithm>

#include "text/error.h"

namespace taraz::cli {
namespace {

constexpr std::size_t kMostProperties = 1000;

}  // namespace

void add_to_survey(UnitSurvey& survey, const TranslationUnit& unit) {
  ++survey.units;
  survey.documents = survey.documents || !unit.document.empty();
  survey.ids = survey.ids || unit.id != std::to_string(survey.units);
  for (auto v = unit.variants.begin(); v != unit.variants.end(); ++v) {
    const auto same = [&](const Variant& other) { return other.language == v->language; };
    const auto here = std::count_if(unit.variants.begin(), v + 1, same);
    const auto known = std::count(survey.languages.begin(), survey.languages.end(), v->language);
    if (known < here) survey.languages.push_back(v->language);
  }
  for (const auto& [name, value] : unit.properties) {
    if (std::find(survey.properties.begin(), survey.properties.end(), name) != survey.properties.end())
      continue;
    if (survey.properties.size() == kMostProperties)
      throw Error("more than 1000 different properties; leave them out with --no-properties");
    survey.properties.push_back(name);
  }
}

void finish_survey(UnitSurvey& survey, const Language& source_language) {
  const auto place = std::find(survey.languages.begin(), survey.languages.end(), source_language);
  if (place != survey.languages.end()) std::rotate(survey.languages.begin(), place, place + 1);
}

}  // namespace taraz::cli
