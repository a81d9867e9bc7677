#include "align/anchors/anchor.h"

namespace taraz {

std::string_view name_of(AnchorKind kind) {
  switch (kind) {
    case AnchorKind::date:
      return "date";
    case AnchorKind::number:
      return "number";
    case AnchorKind::name:
      return "name";
    case AnchorKind::url:
      return "url";
    case AnchorKind::email:
      return "email";
    case AnchorKind::phone:
      return "phone";
    case AnchorKind::hashtag:
      return "hashtag";
    case AnchorKind::latin:
      return "latin";
    case AnchorKind::quotation:
      return "quotation";
    case AnchorKind::reference:
      return "reference";
  }
  return "number";
}

}  // namespace taraz
