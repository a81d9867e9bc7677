#include "align/anchors/word_roles.h"

#include "align/anchors/word_role.h"

namespace taraz {

RoledWords::RoledWords(const Words& words, std::string_view text, const Language& language)
    : words_(words), text_(text) {
  static_cast<void>(language);
}

std::span<const WordRole> RoledWords::roles(std::size_t word) const {
  static_cast<void>(word);
  return {};
}

}  // namespace taraz
