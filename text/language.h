// Language tags: BCP 47, of which only the primary subtag decides what Taraz knows.
#ifndef TARAZ_TEXT_LANGUAGE_H_
#define TARAZ_TEXT_LANGUAGE_H_

#include <string>
#include <string_view>

namespace taraz {

// An immutable, checked tag such as "fa", "en" or "en-GB". Empty means "not known".
class Language {
 public:
  Language() = default;
  // Accepts any case and '_' for '-'; three-letter codes of languages that have a two-letter one become that
  // (fas, per -> fa; ara -> ar; eng -> en). Throws UsageError when the tag is not a language tag.
  static Language parse(std::string_view tag);
  static bool is_tag(std::string_view tag);

  const std::string& tag() const { return tag_; }              // "en-GB"
  std::string_view base() const;                               // "en"
  bool known() const { return !tag_.empty(); }
  bool right_to_left() const;                                  // by the language's usual script
  friend bool operator==(const Language&, const Language&) = default;

 private:
  std::string tag_;
};

}  // namespace taraz

#endif  // TARAZ_TEXT_LANGUAGE_H_
