#include "corpus/unit_languages.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace taraz {
namespace {

// "en" takes "en" and "en-GB"; "en-GB" takes itself only.
bool takes(const Language& wanted, const Language& language, bool exactly) {
  if (exactly) return wanted == language;
  return wanted.tag() == wanted.base() && wanted.base() == language.base();
}

}  // namespace

std::string kind_of_sides(const std::string& kind, std::size_t sides, std::span<const std::size_t> places) {
  std::vector<std::string> parts(1);
  for (char c : kind) {
    if (c == '-')
      parts.emplace_back();
    else if (c >= '0' && c <= '9')
      parts.back() += c;
    else
      return kind;
  }
  if (parts.size() != sides) return kind;
  std::string out;
  for (std::size_t place : places) out += (out.empty() ? "" : "-") + parts[place];
  return out;
}

bool select_languages(TranslationUnit& unit, std::span<const Language> languages) {
  std::vector<std::size_t> places;
  std::vector<Variant> chosen;
  for (const Language& wanted : languages) {
    std::size_t place = unit.variants.size();
    for (const bool exactly : {false, true})  // the exact one wins
      for (std::size_t v = unit.variants.size(); v-- > 0;)
        if (takes(wanted, unit.variants[v].language, exactly) &&
            std::find(places.begin(), places.end(), v) == places.end())
          place = v;
    if (place == unit.variants.size()) continue;
    places.push_back(place);
    chosen.push_back(unit.variants[place]);
    chosen.back().language = wanted;
  }
  unit.kind = kind_of_sides(unit.kind, unit.variants.size(), places);
  unit.variants = std::move(chosen);
  return std::any_of(unit.variants.begin(), unit.variants.end(),
                     [](const Variant& v) { return !v.text.empty(); });
}

}  // namespace taraz
