// What is written together with a word in Arabic and Persian, taken off.
#ifndef TARAZ_ALIGN_ANCHORS_BARE_FORMS_H_
#define TARAZ_ALIGN_ANCHORS_BARE_FORMS_H_

#include <array>
#include <cstddef>
#include <cstring>
#include <string_view>

namespace taraz {

// The forms a folded word may have without proclitics (Arabic: و ف, then ب ل ك, the article; لل stands for ل
// + ال) or endings (Persian: های ها هایی ی, ان). Calls take(form, letters cut in front), the longest form
// first, until it returns true; says whether it did. The word itself is not among them; forms have at least
// two letters. Views live for the call.
template <typename Take>
bool each_bare_form(std::string_view word, bool arabic, Take take) {
  constexpr std::size_t kLetter = 2;  // bytes
  if (word.size() < 3 * kLetter) return false;
  if (!arabic) {
    for (const std::string_view ending :
         {std::string_view("هایی"), std::string_view("های"), std::string_view("ها"), std::string_view("ی"),
          std::string_view("ان")})
      if (word.size() >= ending.size() + 2 * kLetter && word.ends_with(ending) &&
          take(word.substr(0, word.size() - ending.size()), std::size_t{0}))
        return true;
    return false;
  }
  std::array<char, 64> buffer;
  const auto article = [&](std::string_view form, std::size_t cut) {  // لل... -> ال...
    if (form.size() > buffer.size() || form.size() < 4 * kLetter || !form.starts_with("لل")) return false;
    std::memcpy(buffer.data(), form.data(), form.size());
    std::memcpy(buffer.data(), "ا", kLetter);
    return take(std::string_view(buffer.data(), form.size()), cut);
  };
  const auto one = [&](std::string_view form, std::size_t cut) {
    if (form.size() < 3 * kLetter) return false;
    const bool preposition = form.starts_with("ب") || form.starts_with("ل") || form.starts_with("ک");
    if (form.starts_with("لل") && article(form, cut)) return true;
    return preposition && take(form.substr(kLetter), cut + 1);
  };
  if (one(word, 0)) return true;
  if (word.starts_with("و") || word.starts_with("ف")) {
    const std::string_view rest = word.substr(kLetter);
    if (take(rest, std::size_t{1}) || one(rest, 1)) return true;
  }
  return false;
}

}  // namespace taraz

#endif  // TARAZ_ALIGN_ANCHORS_BARE_FORMS_H_
