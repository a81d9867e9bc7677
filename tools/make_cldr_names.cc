// Writes data/anchors/names/cldr.tsv: names of countries, languages, currencies and cities in English,
// Persian and Arabic from the CLDR data inside ICU, without the entries that are wrong there
// (../docs/anchors.md names them).
//   make_cldr_names > data/anchors/names/cldr.tsv
#include <unicode/curramt.h>
#include <unicode/locdspnm.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/ucurr.h>
#include <unicode/uloc.h>

#include <array>
#include <cstdio>
#include <memory>
#include <set>
#include <string>

namespace {

using icu::Locale;
using icu::UnicodeString;

std::string utf8(const UnicodeString& s) {
  std::string out;
  s.toUTF8String(out);
  return out;
}

const std::array<Locale, 3> kLocales = {Locale("en"), Locale("fa"), Locale("ar")};

void row(const std::string& id, const std::array<std::string, 3>& names) {
  for (const std::string& name : names)
    if (name.empty()) return;
  if (names[1] == names[0] || names[2] == names[0]) return;  // no name of its own
  std::printf("%s\t%s\t%s\t%s\n", id.c_str(), names[0].c_str(), names[1].c_str(), names[2].c_str());
}

}  // namespace

int main() {
  std::puts(
      "# Names of countries, languages, currencies and cities: id, English, Persian, Arabic; | parts "
      "variants.");
  std::puts(
      "# Made by tools/make_cldr_names.cc from CLDR 42 in ICU 72 (Unicode licence). Corrections go into the "
      "other tables.");
  std::array<std::unique_ptr<icu::LocaleDisplayNames>, 3> display;
  for (int i = 0; i < 3; ++i) display[i].reset(icu::LocaleDisplayNames::createInstance(kLocales[i]));
  for (const char* const* c = uloc_getISOCountries(); *c != nullptr; ++c) {
    std::array<std::string, 3> names;
    for (int i = 0; i < 3; ++i) {
      UnicodeString out;
      names[i] = utf8(display[i]->regionDisplayName(*c, out));
    }
    row(std::string("country:") + *c, names);
  }
  for (const char* const* l = uloc_getISOLanguages(); *l != nullptr; ++l) {
    if (std::string(*l).size() != 2) continue;  // the rest is rarely met and often a short common word
    std::array<std::string, 3> names;
    for (int i = 0; i < 3; ++i) {
      UnicodeString out;
      names[i] = utf8(display[i]->languageDisplayName(*l, out));
    }
    row(std::string("language:") + *l, names);
  }
  UErrorCode status = U_ZERO_ERROR;
  UEnumeration* codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &status);
  for (const char* code = nullptr; (code = uenum_next(codes, nullptr, &status)) != nullptr;) {
    std::array<std::string, 3> names;
    for (int i = 0; i < 3; ++i) {
      UErrorCode s = U_ZERO_ERROR;
      int32_t length = 0;
      const UChar* name = ucurr_getName(UnicodeString(code).getTerminatedBuffer(), kLocales[i].getName(),
                                        UCURR_LONG_NAME, nullptr, &length, &s);
      names[i] = s == U_ZERO_ERROR || i == 0 ? utf8(UnicodeString(name, length)) : "";
    }
    row(std::string("currency:") + code, names);
  }
  uenum_close(codes);
  std::array<std::unique_ptr<icu::TimeZoneNames>, 3> zones;
  for (int i = 0; i < 3; ++i) zones[i].reset(icu::TimeZoneNames::createInstance(kLocales[i], status));
  std::unique_ptr<icu::StringEnumeration> ids(icu::TimeZone::createTimeZoneIDEnumeration(
      UCAL_ZONE_TYPE_CANONICAL_LOCATION, nullptr, nullptr, status));
  const std::set<std::string> wrong = {"America/Godthab", "America/Nuuk", "America/Coral_Harbour",
                                       "America/Atikokan", "America/Indiana/Knox"};
  for (const UnicodeString* id = nullptr; (id = ids->snext(status)) != nullptr;) {
    const std::string zone = utf8(*id);
    if (wrong.count(zone) > 0 || zone.find('/') == std::string::npos) continue;
    std::array<std::string, 3> names;
    for (int i = 0; i < 3; ++i) {
      UnicodeString out;
      zones[i]->getExemplarLocationName(*id, out);
      names[i] = out.isBogus() ? "" : utf8(out);
    }
    if (zone == "Asia/Dushanbe") names[1] = "شهر " + names[1];  // alone it is Monday
    std::string key = "city:";
    for (const char c : zone.substr(zone.rfind('/') + 1))
      key += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    row(key, names);
  }
  return 0;
}
